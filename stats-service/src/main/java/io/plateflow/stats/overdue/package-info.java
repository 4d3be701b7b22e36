/** Captures that no reader ended: rows → which are lost → claimed by one instance → on their topic again. */
@NullMarked
package io.plateflow.stats.overdue;

import org.jspecify.annotations.NullMarked;
