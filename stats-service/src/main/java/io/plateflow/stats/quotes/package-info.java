/** Prices asked for: a tariff and two instants → the same engine as charges → amount and lines. Nothing is stored. */
@NullMarked
package io.plateflow.stats.quotes;

import org.jspecify.annotations.NullMarked;
