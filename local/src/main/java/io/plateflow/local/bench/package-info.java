/** Benchmarks of a running system over HTTP alone: cases → zones of their own → photos of cars → what became of them. */
@NullMarked
package io.plateflow.local.bench;

import org.jspecify.annotations.NullMarked;
