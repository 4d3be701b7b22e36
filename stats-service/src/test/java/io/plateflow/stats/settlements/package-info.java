@NullMarked
package io.plateflow.stats.settlements;

import org.jspecify.annotations.NullMarked;
