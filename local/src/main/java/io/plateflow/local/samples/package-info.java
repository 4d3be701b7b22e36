/**
 * Sample photos and the demonstration that sends them: {@link SamplePhoto} draws a street, a
 * car and its plate, {@link Lens} makes a photo of the drawing, and
 * {@link DemoSamples} sends it with a place and a time. No image file and no font is used.
 */
@NullMarked
package io.plateflow.local.samples;

import org.jspecify.annotations.NullMarked;
