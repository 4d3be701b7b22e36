package io.plateflow.stats.aliases;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where texts name a plate: as a word, in any case and with separators within; a plate of few characters or without a letter
 * only in quotation marks, for it may be a number or any word.
 */
public final class Mention {
    private static final int FEWEST = 5;

    private final Pattern pattern;

    /** @param plate in normal form */
    public Mention(String plate) {
        boolean telling = plate.length() >= FEWEST && plate.chars().anyMatch(c -> c >= 'A');
        String spelt = plate.chars().mapToObj(Character::toString).collect(Collectors.joining("[ .-]?"));
        pattern =
                Pattern.compile(telling ? "(?i)(?<![A-Z0-9])" + spelt + "(?![A-Z0-9])" : "(?<=\")" + plate + "(?=\")");
    }

    /** The text with {@code alias} in its place. */
    public String replaced(String text, String alias) {
        return pattern.matcher(text).replaceAll(alias);
    }
}
