package io.plateflow.domain.tariff;

import io.plateflow.domain.tariff.TariffDraft.BandDraft;
import io.plateflow.domain.tariff.TariffDraft.StepDraft;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps and bands of a draft and notes what of them does not fit together. */
final class DraftPrices {
    private final DraftReader read;
    private final Map<String, Band> hours = new LinkedHashMap<>();

    DraftPrices(DraftReader read) {
        this.read = read;
    }

    List<Step> steps(String field, @Nullable List<@Nullable StepDraft> drafts) {
        List<Step> steps = read.list(field, drafts, this::step);
        for (int i = 0; drafts != null && i < drafts.size(); i++) {
            join(field + "[" + i + "]", i == 0 ? null : drafts.get(i - 1), drafts.get(i), i == 0);
        }
        return steps;
    }

    List<Band> bands(@Nullable List<@Nullable BandDraft> drafts) {
        return read.list("bands", drafts, this::band);
    }

    /** What one part of a tariff of time asks of another. */
    void goTogether(
            TariffDraft draft, @Nullable Per per, List<Step> steps, @Nullable BigDecimal cap, List<Band> bands) {
        List<@Nullable BandDraft> written = Objects.requireNonNullElse(draft.bands(), List.of());
        boolean everyBandHasSteps = !written.isEmpty();
        for (int i = 0; i < written.size(); i++) {
            BandDraft band = written.get(i);
            boolean hasSteps =
                    band != null && band.steps() != null && !band.steps().isEmpty();
            everyBandHasSteps &= hasSteps;
            if (band != null && per != null && per != Per.BAND && (hasSteps || band.cap() != null)) {
                read.found("bands[" + i + "]", "needs_per_band", "Write per BAND, or leave out its cap and steps.");
            }
        }
        if (per == Per.BAND && written.isEmpty()) {
            read.found("per", "per_band_without_bands", "Write bands, or another per.");
        }
        if ((draft.steps() == null || draft.steps().isEmpty()) && !(per == Per.BAND && everyBandHasSteps)) {
            read.found("steps", "missing", "Write steps, or per BAND and steps in every band.");
        }
        aboveTheFirstStep("cap", cap, steps);
        for (int i = 0; i < bands.size() && bands.size() == written.size(); i++) {
            Band band = bands.get(i);
            if (band.cap() != null) {
                aboveTheFirstStep(
                        "bands[" + i + "].cap", band.cap(), band.steps().isEmpty() ? steps : band.steps());
            } else if (!band.steps().isEmpty()) {
                aboveTheFirstStep("cap", cap, band.steps());
            }
        }
    }

    private @Nullable Step step(String at, StepDraft draft) {
        Duration from = read.required(at + ".from", read.duration(at + ".from", draft.from()));
        Duration to = read.duration(at + ".to", draft.to());
        Duration increment = read.required(at + ".increment", read.duration(at + ".increment", draft.increment()));
        BigDecimal price = read.required(at + ".price", read.amount(at + ".price", draft.price()));
        boolean sound = true;
        if (increment != null && increment.isZero()) {
            sound = read.found(at + ".increment", "increment_zero", "Write an increment above zero.");
        }
        if (from != null && to != null && to.compareTo(from) <= 0) {
            sound = read.found(at + ".to", "step_ends_first", "Write an end after the beginning.");
        }
        boolean unread = to == null && draft.to() != null;
        return sound && !unread && from != null && increment != null && price != null
                ? new Step(from, to, increment, price)
                : null;
    }

    /** Says nothing about a border that could not be read: that was said already. */
    private void join(String at, @Nullable StepDraft before, @Nullable StepDraft step, boolean first) {
        if (!first && before != null && before.to() == null) {
            read.found(at, "step_after_the_last", "Write where the step before it ends: it has no to.");
            return;
        }
        Duration end = first ? Duration.ZERO : before == null ? null : new DraftReader().duration(at, before.to());
        Duration from = step == null ? null : new DraftReader().duration(at, step.from());
        if (end == null || from == null || end.equals(from)) {
            return;
        }
        String begin =
                "Begin it at " + end + (first ? "; a first step may be free." : ", where the one before it ends.");
        read.found(at + ".from", from.compareTo(end) > 0 ? "step_gap" : "step_overlap", begin);
    }

    private @Nullable Band band(String at, BandDraft draft) {
        List<DayOfWeek> days = read.list(
                at + ".days", draft.days(), (field, day) -> read.word(field, day, List.of(DayOfWeek.values())));
        read.required(at + ".days", draft.days());
        LocalTime from = read.required(at + ".from", read.time(at + ".from", draft.from()));
        LocalTime to = read.required(at + ".to", read.time(at + ".to", draft.to()));
        BigDecimal cap = read.amount(at + ".cap", draft.cap());
        List<Step> steps = steps(at + ".steps", draft.steps());
        if (draft.days() != null && draft.days().isEmpty()) {
            read.found(at + ".days", "band_never_begins", "Write the days on which it begins, such as MONDAY.");
        }
        if (days.isEmpty() || from == null || to == null) {
            return null;
        }
        Band begins = new Band(Set.copyOf(days), from, to, true, null, List.of());
        hours.forEach((other, band) -> {
            if (band.overlaps(begins)) {
                read.found(at, "band_overlap", "Part its hours from those of " + other + ": time is charged once.");
            }
        });
        hours.put(at, begins);
        boolean whole = draft.steps() == null || draft.steps().size() == steps.size();
        return whole && Step.areWithoutGap(steps)
                ? new Band(Set.copyOf(days), from, to, Boolean.TRUE.equals(draft.holidays()), cap, steps)
                : null;
    }

    private void aboveTheFirstStep(String field, @Nullable BigDecimal cap, List<Step> steps) {
        steps.stream()
                .map(Step::price)
                .filter(p -> p.signum() > 0)
                .findFirst()
                .filter(p -> cap != null && cap.compareTo(p) < 0)
                .ifPresent(p -> read.found(
                        field,
                        "cap_below_first_step",
                        "Write a cap of at least " + p.toPlainString() + ", the price of the first step."));
    }
}
