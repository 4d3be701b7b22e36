@NullMarked
package io.plateflow.stats.retention;

import org.jspecify.annotations.NullMarked;
