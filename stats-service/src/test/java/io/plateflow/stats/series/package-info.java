@NullMarked
package io.plateflow.stats.series;

import org.jspecify.annotations.NullMarked;
