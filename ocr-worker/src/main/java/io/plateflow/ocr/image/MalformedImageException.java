package io.plateflow.ocr.image;

/** The bytes are no image that may be read; the message is one sentence for a person. */
public final class MalformedImageException extends Exception {
    public MalformedImageException(String message) {
        super(message);
    }

    public MalformedImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
