package io.plateflow.stats.keys;

import io.plateflow.domain.tariff.DraftReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the records of all keys have: an id, which stands in addresses and rows, and a name for people. */
public final class KeyLint {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_NAME = 100;

    private KeyLint() {}

    /** The id, which a draft may repeat; null, and noted, when it can be none. */
    public static @Nullable String id(DraftReader read, @Nullable String id, @Nullable String repeated) {
        if (id != null && repeated != null && !repeated.equals(id)) {
            read.found("id", "id_differs", "Leave id out, or write " + id + ", as in the address.");
        }
        if (read.required("id", id) == null || id == null) {
            return null;
        }
        if (!ID.matcher(id).matches()) {
            read.found(
                    "id", "malformed_id", "Write 1 to 64 of A-Z, a-z, 0-9, . _ -, and a letter or digit at its begin.");
            return null;
        }
        if (id.equals(KeyBook.BUILT_IN)) {
            read.found("id", "reserved_id", "Choose another id: the key of the settings has this one.");
            return null;
        }
        return id;
    }

    /** The name; null, and noted, when it can be none. */
    public static @Nullable String name(DraftReader read, @Nullable String text) {
        if (read.required("name", text) == null || text == null) {
            return null;
        }
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            read.found("name", "malformed_label", "Write 1 to " + LONGEST_NAME + " characters in one line.");
            return null;
        }
        return name;
    }
}
