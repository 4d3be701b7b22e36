/** What of a sender's bytes is let through to be decoded. */
@NullMarked
package io.plateflow.ocr.image;

import org.jspecify.annotations.NullMarked;
