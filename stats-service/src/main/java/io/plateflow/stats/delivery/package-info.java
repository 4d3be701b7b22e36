/** Puts records on topics: whoever sends one knows that all in-sync replicas have it, or that they may not. */
@NullMarked
package io.plateflow.stats.delivery;

import org.jspecify.annotations.NullMarked;
