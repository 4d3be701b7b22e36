package io.plateflow.stats.zones;

import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which ids name a zone: those that were published, and automatic ones. */
@Component
public class KnownZones {
    private static final Pattern AUTOMATIC = Pattern.compile("auto:[0-9b-hjkmnp-z]{5}");

    private final Editions editions;

    KnownZones(Editions editions) {
        this.editions = editions;
    }

    /** Asks for each id once. */
    public Predicate<String> asked() {
        Map<String, Boolean> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, i -> AUTOMATIC.matcher(i).matches() || editions.exists(Kind.ZONE, i));
    }
}
