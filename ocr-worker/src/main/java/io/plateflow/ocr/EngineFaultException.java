package io.plateflow.ocr;

import org.jspecify.annotations.Nullable;

/** The engine failed on a photo that is an image: out of native memory, or a network that could not run. */
final class EngineFaultException extends Exception {
    EngineFaultException(@Nullable Throwable cause) {
        super("the engine failed: " + cause, cause);
    }
}
