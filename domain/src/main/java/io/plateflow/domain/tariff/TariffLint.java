package io.plateflow.domain.tariff;

import io.plateflow.domain.tariff.Tariff.GraceMode;
import io.plateflow.domain.tariff.Tariff.Kind;
import io.plateflow.domain.tariff.TariffDraft.RoundingDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a tariff of a draft, or tells all that keeps it from being one; and what is odd about it. */
public final class TariffLint {
    private static final List<RoundingMode> ROUNDING_MODES = Arrays.stream(RoundingMode.values())
            .filter(m -> m != RoundingMode.UNNECESSARY)
            .toList();

    private final TariffDraft draft;
    private final DraftReader read = new DraftReader();

    private TariffLint(TariffDraft draft) {
        this.draft = draft;
    }

    /** {@code now} tells what lies in the past, which is legal, but odd. */
    public static Checked check(TariffDraft draft, Instant now) {
        TariffLint lint = new TariffLint(draft);
        Tariff tariff = lint.tariff();
        return tariff == null
                ? new Checked.Refused(lint.read.faults())
                : new Checked.Accepted(tariff, new TariffWarnings(draft, tariff).all(now));
    }

    private @Nullable Tariff tariff() {
        String id = read.required("id", read.name("id", draft.id()));
        int version = Objects.requireNonNullElse(draft.version(), 1);
        if (version < 1) {
            read.found("version", "version_below_1", "Leave version out: it is given out on publication.");
        }
        Kind kind = read.required("kind", read.word("kind", draft.kind(), List.of(Kind.values())));
        Currency currency = read.required("currency", read.currency("currency", draft.currency()));
        ZoneId timeZone = read.required("timeZone", read.timeZone("timeZone", draft.timeZone()));
        Instant validFrom = read.instant("validFrom", draft.validFrom());
        Duration grace = read.duration("grace", draft.grace());
        GraceMode graceMode = read.word("graceMode", draft.graceMode(), List.of(GraceMode.values()));
        Per per = draft.per() == null ? Per.STAY : read.word("per", draft.per(), List.of(Per.values()));
        BigDecimal price = read.amount("price", draft.price());
        BigDecimal cap = read.amount("cap", draft.cap());
        DraftPrices prices = new DraftPrices(read);
        List<Step> steps = prices.steps("steps", draft.steps());
        List<Band> bands = prices.bands(draft.bands());
        List<LocalDate> holidays = read.list("holidays", draft.holidays(), read::date);
        List<Adjustment> adjustments = adjustments();
        Rounding rounding = rounding(draft.rounding(), currency);
        if (kind == Kind.PASSAGE) {
            read.required("price", price);
            onlyAPrice();
        } else if (kind == Kind.TIME) {
            if (draft.price() != null) {
                read.found("price", "not_for_time", "Write steps: a price of its own is for kind PASSAGE.");
            }
            prices.goTogether(draft, per, steps, cap, bands);
        }
        if (!read.faults().isEmpty()) {
            return null;
        }
        return new Tariff(
                Objects.requireNonNull(id),
                version,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(currency),
                Objects.requireNonNull(timeZone),
                validFrom,
                Objects.requireNonNullElse(grace, Duration.ZERO),
                Objects.requireNonNullElse(graceMode, GraceMode.THRESHOLD),
                Objects.requireNonNull(per),
                bands,
                steps,
                cap,
                Set.copyOf(holidays),
                adjustments,
                rounding,
                price);
    }

    private List<Adjustment> adjustments() {
        Set<String> classes = new HashSet<>();
        return read.list("adjustments", draft.adjustments(), (at, written) -> {
            String vehicleClass =
                    read.required(at + ".vehicleClass", read.name(at + ".vehicleClass", written.vehicleClass()));
            BigDecimal factor = read.required(at + ".factor", read.amount(at + ".factor", written.factor()));
            if (vehicleClass == null || factor == null) {
                return null;
            }
            Adjustment adjustment = new Adjustment(vehicleClass, factor);
            if (!classes.add(adjustment.key())) {
                read.found(at, "repeated_adjustment", "Leave one: this class has an adjustment already.");
            }
            return adjustment;
        });
    }

    private Rounding rounding(@Nullable RoundingDraft written, @Nullable Currency currency) {
        Rounding usual = Rounding.to(currency == null ? Tariff.ORIGINAL.currency() : currency);
        if (written == null) {
            return usual;
        }
        BigDecimal unit = Objects.requireNonNullElse(read.amount("rounding.unit", written.unit()), usual.unit());
        RoundingMode mode =
                Objects.requireNonNullElse(read.word("rounding.mode", written.mode(), ROUNDING_MODES), usual.mode());
        if (unit.signum() == 0) {
            read.found("rounding.unit", "rounding_unit_zero", "Write a unit above zero.");
            return usual;
        }
        if (currency != null && unit.remainder(usual.unit()).signum() != 0) {
            read.found(
                    "rounding.unit",
                    "rounding_unit_too_fine",
                    "Write a multiple of " + usual.unit().toPlainString() + ", the smallest unit of " + currency + ".");
        }
        return new Rounding(unit, mode);
    }

    private void onlyAPrice() {
        Map<String, Object> written = new TreeMap<>();
        put(written, "grace", draft.grace());
        put(written, "graceMode", draft.graceMode());
        put(written, "per", draft.per());
        put(written, "cap", draft.cap());
        put(written, "steps", draft.steps());
        put(written, "bands", draft.bands());
        put(written, "holidays", draft.holidays());
        written.keySet()
                .forEach(field -> read.found(
                        field, "not_for_passage", "Leave " + field + " out: a passage has one price at any time."));
    }

    private static void put(Map<String, Object> written, String field, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> c && c.isEmpty())) {
            written.put(field, value);
        }
    }
}
