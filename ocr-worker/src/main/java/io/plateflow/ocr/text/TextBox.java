package io.plateflow.ocr.text;

/**
 * Where text seems to stand.
 *
 * @param quad its corners in pixels of the photo
 * @param score mean probability of text inside it, 0 to 1
 */
public record TextBox(Quad quad, double score) {}
