/** Tests of the worker around the reader. */
@NullMarked
package io.plateflow.ocr;

import org.jspecify.annotations.NullMarked;
