/**
 * What stands for a plate once it was erased. In: a plate and when it was photographed. Decide: by its keyed hash, whether it
 * was erased for that time. Out: the plate, or its alias; every writer of rows asks.
 */
@NullMarked
package io.plateflow.stats.aliases;

import org.jspecify.annotations.NullMarked;
