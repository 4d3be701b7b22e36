package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a draft and notes what it cannot read; a field that it could not read is null. */
public final class DraftReader {
    /** Plain digits, so that no exponent asks for gigabytes; what a DECIMAL(19, 4) holds for a long stay. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,10}(\\.\\d{1,6})?");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._~-]{0,63}");
    private static final int MOST = 500;

    private final List<Fault> faults = new ArrayList<>();

    public List<Fault> faults() {
        return Collections.unmodifiableList(faults);
    }

    public boolean found(String field, String code, String message) {
        faults.add(new Fault(field, code, message));
        return false;
    }

    public @Nullable String name(String field, @Nullable String text) {
        return read(
                field,
                text,
                "malformed_name",
                "Write 1 to 64 letters, digits, dots, dashes, underscores or tildes, a letter or digit first.",
                t -> NAME.matcher(t).matches() ? t : null);
    }

    public <E extends Enum<E>> @Nullable E word(String field, @Nullable String text, List<E> words) {
        String all = words.stream().map(Enum::name).collect(Collectors.joining(", "));
        return read(
                field,
                text,
                "unknown_word",
                "Write one of " + all + ".",
                t -> words.stream().filter(w -> w.name().equals(t)).findFirst().orElse(null));
    }

    @Nullable
    Currency currency(String field, @Nullable String text) {
        return read(field, text, "unknown_currency", "Write an ISO 4217 code such as ARS.", t -> {
            Currency currency = Currency.getInstance(t);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        });
    }

    public @Nullable ZoneId timeZone(String field, @Nullable String text) {
        return read(
                field,
                text,
                "unknown_time_zone",
                "Write an IANA name such as America/Argentina/Buenos_Aires.",
                ZoneId::of);
    }

    public @Nullable Instant instant(String field, @Nullable String text) {
        return read(
                field,
                text,
                "malformed_instant",
                "Write date, time and offset, such as 2026-01-01T00:00:00-03:00.",
                t -> OffsetDateTime.parse(t).toInstant());
    }

    @Nullable
    LocalDate date(String field, @Nullable String text) {
        return read(field, text, "malformed_date", "Write a date such as 2026-05-25.", LocalDate::parse);
    }

    @Nullable
    LocalTime time(String field, @Nullable String text) {
        return read(field, text, "malformed_time", "Write a time such as 08:00; midnight is 00:00.", LocalTime::parse);
    }

    /** Whole seconds, zero or more. */
    public @Nullable Duration duration(String field, @Nullable String text) {
        Duration duration =
                read(field, text, "malformed_duration", "Write an ISO 8601 duration such as PT15M.", Duration::parse);
        if (duration == null) {
            return null;
        }
        if (duration.isNegative()) {
            found(field, "negative_duration", "Write a duration of zero or more.");
            return null;
        }
        if (!Step.isWhole(duration)) {
            found(field, "part_of_a_second", "Write whole seconds.");
            return null;
        }
        return duration;
    }

    /** Exact, zero or more. */
    @Nullable
    BigDecimal amount(String field, @Nullable String text) {
        BigDecimal amount = read(
                field,
                text,
                "malformed_amount",
                "Write a number such as 150.00: at most 10 digits before the point and 6 after it.",
                t -> AMOUNT.matcher(t).matches() ? new BigDecimal(t) : null);
        if (amount != null && amount.signum() < 0) {
            found(field, "negative_amount", "Write zero or more; an adjustment below 1 makes a discount.");
            return null;
        }
        return amount;
    }

    /** The elements that could be read; an absent list is empty. */
    public <D, T> List<T> list(String field, @Nullable List<@Nullable D> drafts, Element<D, T> element) {
        List<T> read = new ArrayList<>();
        if (drafts == null) {
            return read;
        }
        if (drafts.size() > MOST) {
            found(field, "too_many", "Write at most " + MOST + ".");
            return read;
        }
        for (int i = 0; i < drafts.size(); i++) {
            String at = field + "[" + i + "]";
            D draft = drafts.get(i);
            T value = draft == null ? null : element.read(at, draft);
            if (draft == null) {
                missing(at);
            }
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    /** Reads one element of a list; null when it notes faults. */
    public interface Element<D, T> {
        @Nullable
        T read(String field, D draft);
    }

    /** {@code value}, noted as missing when there is none and nothing else was found about {@code field}. */
    public <T> @Nullable T required(String field, @Nullable T value) {
        if (value == null && faults.stream().noneMatch(f -> f.field().equals(field))) {
            missing(field);
        }
        return value;
    }

    private void missing(String field) {
        found(field, "missing", "Write " + field + "; it has no default.");
    }

    private <T> @Nullable T read(
            String field, @Nullable String text, String code, String message, Function<String, @Nullable T> parse) {
        if (text == null) {
            return null;
        }
        T value;
        try {
            value = parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            value = null;
        }
        if (value == null) {
            found(field, code, message);
        }
        return value;
    }
}
