package io.plateflow.stats.accounts;

import io.plateflow.stats.commands.Body;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What passwords are like: those that the service makes up, and those that people choose. */
final class Passwords {
    /** NIST SP 800-63B asks for length and for no mixture of characters. */
    private static final int SHORTEST = 12;
    /** bcrypt looks at no more; in bytes of UTF-8. */
    private static final int LONGEST_BYTES = 72;

    /** Without letters and digits that look like each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** Four groups of four: 79 bits. */
    static String random() {
        return IntStream.range(0, GROUPS).mapToObj(group -> fourLetters()).collect(Collectors.joining("-"));
    }

    /** The password in {@code field}; what is wrong with it is a fault of {@code body}. */
    static String chosen(Body body, String field, String user) {
        String password = body.at(field).asString("");
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            body.fault(field + "_short", field, field + " must have at least " + SHORTEST + " characters");
        } else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            body.fault(field + "_long", field, field + " must have at most " + LONGEST_BYTES + " bytes");
        } else if (password.toLowerCase(Locale.ROOT).equals(user)) {
            body.fault(field + "_is_name", field, field + " must not be the user's name");
        }
        return password;
    }

    private static String fourLetters() {
        return IntStream.range(0, 4)
                .mapToObj(i ->
                        ALPHABET.substring(RANDOM.nextInt(ALPHABET.length())).substring(0, 1))
                .collect(Collectors.joining());
    }
}
