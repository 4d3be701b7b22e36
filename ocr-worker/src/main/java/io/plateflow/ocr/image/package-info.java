/** Bytes → upright pixels: the header is judged before anything is decoded; native memory is given back. */
@NullMarked
package io.plateflow.ocr.image;

import org.jspecify.annotations.NullMarked;
