/** Live events: topics → wait until the rows have them → JSON as the questions give it → viewers. */
@NullMarked
package io.plateflow.stats.live;

import org.jspecify.annotations.NullMarked;
