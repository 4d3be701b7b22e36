/** Stays: sightings and checkouts in, stays out; a pure function of the set. */
@NullMarked
package io.plateflow.domain.stay;

import org.jspecify.annotations.NullMarked;
