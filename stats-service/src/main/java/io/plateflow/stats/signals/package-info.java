/**
 * When cameras were last heard of, and how their clocks go. In: each capture that is written → remembered in memory →
 * rows, each second. Nothing here holds up the writing of captures; what a crash forgets is heard with the next photo.
 */
@NullMarked
package io.plateflow.stats.signals;

import org.jspecify.annotations.NullMarked;
