package io.plateflow.local.send;

/** What was asked for cannot be done; the message says why, a sentence a line. */
final class Misuse extends RuntimeException {
    Misuse(String sentence) {
        super(sentence);
    }
}
