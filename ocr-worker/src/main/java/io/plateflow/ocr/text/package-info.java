/** Upright pixels → lines of text: where text stands, and the probability of each character along a line. */
@NullMarked
package io.plateflow.ocr.text;

import org.jspecify.annotations.NullMarked;
