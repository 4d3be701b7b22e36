package io.plateflow.stats.query;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The id that {@code text} spells; anything else is refused with 422. */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusals.invalid(List.of(new Refusals.Fault("id_malformed", "id", "the id must be a UUID")));
        }
        return UUID.fromString(text);
    }
}
