package io.plateflow.ocr.text;

import io.plateflow.contracts.PlateRead;

/** What the layers forbid: text that knows what a plate is. */
public record Breach(PlateRead plate) {}
