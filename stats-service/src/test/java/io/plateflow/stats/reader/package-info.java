@NullMarked
package io.plateflow.stats.reader;

import org.jspecify.annotations.NullMarked;
