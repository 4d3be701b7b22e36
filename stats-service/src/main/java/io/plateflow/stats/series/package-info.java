/** How measures went over time, and what they were of the most: from the aggregates, never by scanning captures. */
@NullMarked
package io.plateflow.stats.series;

import org.jspecify.annotations.NullMarked;
