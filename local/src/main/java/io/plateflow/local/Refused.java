package io.plateflow.local;

/** What was asked cannot be done here; the message is one sentence that tells the user why and what to do. */
final class Refused extends RuntimeException {
    /** The process's exit code for it. */
    static final int EXIT_CODE = 2;

    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
