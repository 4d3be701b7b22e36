/** Vehicles that do not pay like any other: written one by one or as CSV → linted, all faults at once → numbered and kept. */
@NullMarked
package io.plateflow.stats.vehicles;

import org.jspecify.annotations.NullMarked;
