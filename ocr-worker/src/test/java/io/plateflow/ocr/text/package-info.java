/** Breaches of the layers, planted for their test. */
@NullMarked
package io.plateflow.ocr.text;

import org.jspecify.annotations.NullMarked;
