package io.plateflow.stats.query;

import static java.util.Objects.requireNonNull;

import io.plateflow.domain.place.Box;
import io.plateflow.stats.query.Refusals.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters; an empty one is as none, and what is wrong is gathered and refused at once. */
public final class Parameters {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private final Map<String, String> sent;
    private final List<Fault> faults = new ArrayList<>();

    public Parameters(Map<String, String> sent) {
        this.sent = sent;
    }

    @Nullable
    String text(String name) {
        String text = sent.get(name);
        return text == null || text.isBlank() ? null : text;
    }

    public @Nullable String text(String name, int longest) {
        String text = text(name);
        if (text != null && text.length() > longest) {
            fault(name + "_too_long", name, name + " has at most " + longest + " characters");
        }
        return text;
    }

    public @Nullable String oneOf(String name, Set<String> words) {
        String text = text(name);
        if (text != null && !words.contains(text)) {
            fault(name + "_unknown", name, name + " is one of " + new TreeSet<>(words));
            return null;
        }
        return text;
    }

    /** Whether it says {@code true}; anything but that, {@code false} or nothing is a fault. */
    public boolean yes(String name) {
        return "true".equals(oneOf(name, Set.of("true", "false")));
    }

    /** One of {@code words}, which must be given. */
    public String required(String name, Set<String> words) {
        String word = oneOf(name, words);
        if (text(name) == null) {
            fault(name + "_missing", name, name + " must be one of " + new TreeSet<>(words));
        }
        return word == null ? "" : word;
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            fault(name + "_malformed", name, name + " must be RFC 3339 with offset");
            return null;
        }
    }

    public int whole(String name, int least, int most, int otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            fault(name + "_range", name, name + " is " + least + " to " + most);
            return otherwise;
        }
        return number;
    }

    @Nullable
    BigDecimal decimal(String name) {
        String text = text(name);
        if (text == null || DECIMAL.matcher(text).matches()) {
            return text == null ? null : new BigDecimal(text);
        }
        fault(name + "_malformed", name, name + " must be a decimal number");
        return null;
    }

    /** Four corners as GeoJSON has them (RFC 7946 section 5): west, south, east, north, in degrees. */
    @Nullable
    Box box(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        List<String> numbers = Arrays.asList(text.split(",", -1));
        if (numbers.size() == 4
                && numbers.stream().allMatch(n -> DECIMAL.matcher(n).matches())) {
            List<Double> corners = numbers.stream().map(Double::valueOf).toList();
            try {
                return new Box(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
            } catch (IllegalArgumentException e) {
                fault(name + "_malformed", name, requireNonNull(e.getMessage()));
                return null;
            }
        }
        fault(name + "_malformed", name, name + " is four numbers: west,south,east,north");
        return null;
    }

    public @Nullable Cursor cursor() {
        String text = text("cursor");
        if (text == null) {
            return null;
        }
        return Cursor.parse(text).orElseGet(() -> {
            fault("cursor_malformed", "cursor", "cursor must be the nextCursor of the page before");
            return null;
        });
    }

    public ZoneId timeZone(String name, ZoneId otherwise) {
        String text = text(name);
        try {
            return text == null ? otherwise : ZoneId.of(text);
        } catch (DateTimeException e) {
            fault(name + "_unknown", name, name + " is an IANA time zone, such as America/Argentina/Buenos_Aires");
            return otherwise;
        }
    }

    public void fault(String code, String field, String detail) {
        faults.add(new Fault(code, field, detail));
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    /** Refuses with 422 and every fault, if there is any. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw Refusals.invalid(faults);
        }
    }
}
