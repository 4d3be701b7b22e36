/** Tests of the reader. */
@NullMarked
package io.plateflow.ocr.reading;

import org.jspecify.annotations.NullMarked;
