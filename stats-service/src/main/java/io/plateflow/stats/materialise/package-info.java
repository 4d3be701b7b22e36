/**
 * Topics into MySQL. In: batches of one partition, from the offset that MySQL names. Decide: which of its events are new
 * to their rows. Out: the photos in a transaction of their own, then rows, aggregates and offset in one. Nothing is
 * acknowledged before it is committed; what is seen twice changes nothing.
 */
@NullMarked
package io.plateflow.stats.materialise;

import org.jspecify.annotations.NullMarked;
