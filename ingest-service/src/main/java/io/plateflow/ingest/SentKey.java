package io.plateflow.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API key that a request brings: in {@code X-API-Key}, or as the password of HTTP Basic, for cameras that can log
 * in but send no header of their own. Neither wins: a request that brings two must bring the same twice.
 */
public sealed interface SentKey {
    String HEADER = "X-API-Key";
    String BASIC = "Authorization";

    /** The request brings none. */
    record None() implements SentKey {}

    /** What the request brings is not one key. */
    record Faulty(Fault fault) implements SentKey {}

    /** @param where the header or other part of the request that it came in */
    record Secret(String secret, String where) implements SentKey {
        /** Without the key, which is never logged. */
        @Override
        public String toString() {
            return "Secret[where=" + where + "]";
        }
    }

    static SentKey of(HttpServletRequest request) {
        return of(Collections.list(request.getHeaders(HEADER)), request.getHeader(BASIC));
    }

    /** A key that is part of an address. */
    static SentKey inPath(String segment) {
        return segment.isBlank() ? new None() : new Secret(segment, "path");
    }

    static SentKey of(List<String> headers, @Nullable String authorization) {
        List<String> keys = headers.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        SentKey password = passwordOf(authorization);
        if (keys.isEmpty() || password instanceof Faulty) {
            return password;
        }
        boolean differ = keys.size() > 1 || (password instanceof Secret basic && !basic.secret.equals(keys.get(0)));
        return differ
                ? faulty(FaultCode.KEY_CONFLICT, HEADER, "one key, or the same in X-API-Key and as password")
                : new Secret(keys.get(0), HEADER);
    }

    /** Schemes other than Basic bring no key of ours. */
    private static SentKey passwordOf(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new None();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon >= 0) {
                String password = text.substring(colon + 1).strip();
                return password.isEmpty() ? new None() : new Secret(password, BASIC);
            }
        } catch (IllegalArgumentException malformed) {
            // not Base64: the fault below says what is wanted
        }
        return faulty(FaultCode.KEY_MALFORMED, BASIC, "Basic and the Base64 of name:key");
    }

    private static Faulty faulty(FaultCode code, String field, String detail) {
        return new Faulty(new Fault(code, field, detail));
    }
}
