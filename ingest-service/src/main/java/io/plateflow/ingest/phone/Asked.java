package io.plateflow.ingest.phone;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an address below {@code /v1/captures} asks about which capture.
 *
 * @param what {@code result} or {@code declaration}
 */
record Asked(UUID capture, What what) {
    private static final Pattern ADDRESS =
            Pattern.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/(result|declaration)");

    enum What {
        RESULT("GET"),
        DECLARATION("POST");

        private final String method;

        What(String method) {
            this.method = method;
        }

        String method() {
            return method;
        }
    }

    /** @param path what follows {@code /v1/captures} */
    static Optional<Asked> in(@Nullable String path) {
        Matcher address = ADDRESS.matcher(path == null ? "" : path);
        return address.matches()
                ? Optional.of(new Asked(
                        UUID.fromString(address.group(1)),
                        address.group(2).equals("result") ? What.RESULT : What.DECLARATION))
                : Optional.empty();
    }
}
