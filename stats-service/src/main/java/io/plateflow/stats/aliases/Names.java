package io.plateflow.stats.aliases;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which plates rows may have at one moment, and what stands for the others. */
public final class Names {
    /** What may be a plate in normal form: a word with a letter, or one in quotation marks; a bare number is none. */
    private static final Pattern WORD =
            Pattern.compile("(?<![A-Za-z0-9])(?:(?=[0-9]*[A-Z])|(?<=\"))[A-Z0-9]{2,10}(?![A-Za-z0-9])");

    private final Map<String, Erased> erased;
    private final Function<String, byte[]> hash;

    /** @param erased by the plate's hash in lower-case hex */
    Names(Map<String, Erased> erased, Function<String, byte[]> hash) {
        this.erased = erased;
        this.hash = hash;
    }

    /** @param until what was photographed up to then is erased */
    record Erased(String alias, Instant until) {}

    /** Whether none was ever erased. */
    public boolean isEmpty() {
        return erased.isEmpty();
    }

    /** The plate, or what stands for it where it was erased for what was photographed at {@code at}. */
    public String of(String plate, Instant at) {
        Erased found = find(plate);
        return found == null || at.isAfter(found.until) ? plate : found.alias;
    }

    /** A text, what stands for them in place of plates that were erased for {@code at}. */
    public String in(String text, Instant at) {
        return erased.isEmpty() ? text : WORD.matcher(text).replaceAll(word -> of(word.group(), at));
    }

    /** A plate as a person wrote it, or what stands for it. */
    public @Nullable String written(@Nullable String plate, Instant at) {
        if (plate == null || erased.isEmpty()) {
            return plate;
        }
        String text = Plate.normalise(plate);
        String name = of(text, at);
        return name.equals(text) ? plate : name;
    }

    /** Whether a text names a plate that was erased, for whatever time. */
    public boolean anyIn(String text) {
        Predicate<String> known = word -> find(word) != null;
        return !erased.isEmpty() && WORD.matcher(text).results().anyMatch(word -> known.test(word.group()));
    }

    private @Nullable Erased find(String plate) {
        return erased.isEmpty() ? null : erased.get(HexFormat.of().formatHex(hash.apply(plate)));
    }
}
