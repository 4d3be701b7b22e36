@NullMarked
package io.plateflow.stats.quotes;

import org.jspecify.annotations.NullMarked;
