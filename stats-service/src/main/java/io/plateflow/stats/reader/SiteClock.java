package io.plateflow.stats.reader;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A time zone's clocks as an expression of SQL, exact from 2000 to 2049. {@code CONVERT_TZ} would need time zone tables that
 * a server may lack, and then answers NULL; and this is by the same rules as everything else that the service says.
 */
final class SiteClock {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2050-01-01T00:00:00Z");
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ZoneOffset first;
    private final List<ZoneOffsetTransition> transitions = new ArrayList<>();

    SiteClock(ZoneId timeZone) {
        ZoneRules rules = timeZone.getRules();
        first = rules.getOffset(FIRST);
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
    }

    /** What the clocks show at {@code utc}, the name of a column. */
    String local(String utc) {
        return "(%s + INTERVAL %s SECOND)".formatted(utc, seconds(utc, 0, transitions.size()));
    }

    /** The offset after one of the transitions {@code from} to {@code to}, counted from 1, found by halves; 0 is before all. */
    private String seconds(String utc, int from, int to) {
        if (from == to) {
            ZoneOffset offset = from == 0 ? first : transitions.get(from - 1).getOffsetAfter();
            return Integer.toString(offset.getTotalSeconds());
        }
        int middle = (from + to) / 2;
        String at =
                LITERAL.format(LocalDateTime.ofInstant(transitions.get(middle).getInstant(), ZoneOffset.UTC));
        return "IF(%s < TIMESTAMP'%s', %s, %s)"
                .formatted(utc, at, seconds(utc, from, middle), seconds(utc, middle + 1, to));
    }
}
