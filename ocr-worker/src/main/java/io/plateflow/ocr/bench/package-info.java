/** Labelled photos → the worker's own reader → how many were read, how surely and at what cost; no broker takes part. */
@NullMarked
package io.plateflow.ocr.bench;

import org.jspecify.annotations.NullMarked;
