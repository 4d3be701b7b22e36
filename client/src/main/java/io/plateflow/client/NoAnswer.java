package io.plateflow.client;

/** Nobody answered, or not as agreed; the message is one sentence for a person. */
public sealed class NoAnswer extends RuntimeException permits Refusal {
    NoAnswer(String sentence) {
        super(sentence);
    }

    NoAnswer(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
