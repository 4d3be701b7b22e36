package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is odd about a tariff that is in order: legal, but perhaps not meant. */
final class TariffWarnings {
    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** An increment this long is a stay by the day, which the law prices apart. */
    private static final Duration STAY_BY_THE_DAY = Duration.ofHours(12);

    private final TariffDraft draft;
    private final Tariff tariff;
    private final Set<Warning> warnings = new LinkedHashSet<>();

    /** Steps and cap that go for one kind of period, and how long that is when no clock changes; null: endless. */
    private record Part(
            String stepsField,
            List<Step> steps,
            String capField,
            @Nullable BigDecimal cap,
            @Nullable Duration longest) {}

    TariffWarnings(TariffDraft draft, Tariff tariff) {
        this.draft = draft;
        this.tariff = tariff;
    }

    List<Warning> all(Instant now) {
        times(now);
        nothingChanged();
        for (Part part : parts()) {
            endOfSteps(part);
            capOf(part);
            increments(part);
            law(part);
        }
        prices();
        return List.copyOf(warnings);
    }

    private void times(Instant now) {
        if (tariff.validFrom() != null && tariff.validFrom().isBefore(now)) {
            odd(
                    "validFrom",
                    "valid_from_past",
                    "Stays that opened since then get this price: their charges are voided and issued anew.");
        }
        if (tariff.timeZone().normalized() instanceof ZoneOffset) {
            odd("timeZone", "fixed_time_zone", "Its clocks never change, whatever the law of the place says.");
        }
    }

    private void nothingChanged() {
        if (draft.graceMode() != null && tariff.grace().isZero()) {
            odd("graceMode", "grace_mode_without_grace", "There is no grace, so it changes nothing.");
        }
        if (!tariff.holidays().isEmpty() && tariff.bands().stream().allMatch(Band::holidays)) {
            odd("holidays", "holidays_without_effect", "No band is off on holidays, so they change nothing.");
        }
        if (repeats(draft.holidays())) {
            odd("holidays", "repeated_holiday", "A date is there twice, which changes nothing.");
        }
        for (int i = 0; i < tariff.bands().size(); i++) {
            if (repeats(
                    Objects.requireNonNull(Objects.requireNonNull(draft.bands()).get(i))
                            .days())) {
                odd("bands[" + i + "].days", "repeated_day", "A day is there twice, which changes nothing.");
            }
        }
        for (int i = 0; i < tariff.adjustments().size(); i++) {
            String field = "adjustments[" + i + "].factor";
            BigDecimal factor = tariff.adjustments().get(i).factor();
            if (factor.signum() == 0) {
                odd(field, "factor_free", "Vehicles of this class pay nothing.");
            } else if (factor.compareTo(BigDecimal.ONE) == 0) {
                odd(field, "factor_without_effect", "Vehicles of this class pay what others pay.");
            }
        }
        boolean banded = tariff.per() == Per.BAND;
        if (banded
                && !tariff.steps().isEmpty()
                && tariff.bands().stream().noneMatch(b -> b.steps().isEmpty())) {
            odd("steps", "unused", "Every band has steps of its own.");
        }
        if (banded && tariff.cap() != null && tariff.bands().stream().allMatch(b -> b.cap() != null)) {
            odd("cap", "unused", "Every band has a cap of its own.");
        }
    }

    private List<Part> parts() {
        if (tariff.kind() == Tariff.Kind.PASSAGE) {
            return List.of();
        }
        if (tariff.per() != Per.BAND) {
            Duration longest = tariff.per() == Per.STAY ? null : DAY;
            return List.of(new Part("steps", tariff.steps(), "cap", tariff.cap(), longest));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tariff.bands().size(); i++) {
            Band band = tariff.bands().get(i);
            boolean own = !band.steps().isEmpty();
            parts.add(new Part(
                    own ? "bands[" + i + "].steps" : "steps",
                    own ? band.steps() : tariff.steps(),
                    band.cap() == null ? "cap" : "bands[" + i + "].cap",
                    band.cap() == null ? tariff.cap() : band.cap(),
                    band.length()));
        }
        return parts;
    }

    private void endOfSteps(Part part) {
        int last = part.steps.size() - 1;
        Duration end = part.steps.get(last).to();
        if (end != null && (part.longest == null || end.compareTo(part.longest) < 0)) {
            odd(
                    part.stepsField + "[" + last + "].to",
                    "free_after_last_step",
                    "Time beyond it is free; without it the last step goes on.");
        }
    }

    private void capOf(Part part) {
        if (part.cap == null) {
            return;
        }
        Step last = part.steps.get(part.steps.size() - 1);
        Duration longest = part.longest == null ? last.to() : part.longest.plus(HOUR);
        boolean endless = longest == null && last.price().signum() > 0;
        Duration dearest = longest == null ? last.from() : longest;
        if (!endless && Step.sum(part.steps, dearest.toSeconds()).compareTo(part.cap) <= 0) {
            odd(part.capField, "cap_never_reached", "No period costs more, so it changes nothing.");
        }
    }

    private void increments(Part part) {
        for (int i = 0; i < part.steps.size(); i++) {
            Step step = part.steps.get(i);
            if (step.to() != null
                    && step.to().minus(step.from()).toSeconds()
                                    % step.increment().toSeconds()
                            != 0) {
                odd(
                        part.stepsField + "[" + i + "].increment",
                        "part_of_increment",
                        "The step ends within its last unit, which is charged whole all the same.");
            }
        }
    }

    /**
     * City of Buenos Aires, Ley 4827, art. 15: garages charge the first hour whole, then fractions of 5 minutes at most, each
     * at a twelfth of the hour's price at most.
     */
    private void law(Part part) {
        if (!tariff.timeZone().equals(BUENOS_AIRES)
                || !tariff.currency().getCurrencyCode().equals("ARS")) {
            return;
        }
        BigDecimal hour = Step.sum(part.steps, HOUR.toSeconds());
        for (int i = 0; i < part.steps.size(); i++) {
            Step step = part.steps.get(i);
            boolean afterTheFirstHour = step.to() == null || step.to().compareTo(HOUR) > 0;
            if (!afterTheFirstHour || step.increment().compareTo(STAY_BY_THE_DAY) >= 0) {
                continue;
            }
            if (step.increment().compareTo(Duration.ofMinutes(5)) > 0) {
                odd(
                        part.stepsField + "[" + i + "].increment",
                        "fraction_over_5_minutes",
                        "In garages of the City of Buenos Aires fractions after the first hour last 5 minutes at most"
                                + " (Ley 4827, art. 15).");
            } else if (step.price().multiply(BigDecimal.valueOf(12)).compareTo(hour) > 0) {
                odd(
                        part.stepsField + "[" + i + "].price",
                        "fraction_above_twelfth",
                        "In garages of the City of Buenos Aires a fraction costs a twelfth of the hour at most"
                                + " (Ley 4827, art. 15).");
            }
        }
    }

    private void prices() {
        List<BigDecimal> prices = new ArrayList<>();
        if (tariff.price() != null) {
            prices.add(tariff.price());
        }
        parts().forEach(part -> part.steps.forEach(step -> prices.add(step.price())));
        prices.removeIf(p -> p.signum() == 0);
        String field = tariff.price() == null ? "steps" : "price";
        if (prices.isEmpty()) {
            odd(field, "everything_free", "Nobody pays anything.");
        } else if (prices.stream().anyMatch(p -> p.compareTo(tariff.rounding().unit()) < 0)) {
            odd(
                    "rounding.unit",
                    "rounding_above_price",
                    "It is larger than a price: one unit may cost nothing or more.");
        }
    }

    private static boolean repeats(@Nullable Collection<@Nullable String> written) {
        return written != null && new HashSet<>(written).size() < written.size();
    }

    private void odd(String field, String code, String message) {
        warnings.add(new Warning(field, code, message));
    }
}
