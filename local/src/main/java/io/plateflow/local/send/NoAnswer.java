package io.plateflow.local.send;

/** Nobody answered, or not as agreed; the message is one sentence for a person. */
public final class NoAnswer extends RuntimeException {
    NoAnswer(String sentence) {
        super(sentence);
    }

    NoAnswer(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
