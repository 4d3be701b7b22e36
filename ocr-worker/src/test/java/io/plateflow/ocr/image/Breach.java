package io.plateflow.ocr.image;

import io.plateflow.ocr.text.TextBox;

/** What the layers forbid: pixels that know of text. */
public record Breach(TextBox box) {}
