package io.plateflow.domain.place;

import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.tariff.DraftReader;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a zone of a draft, or tells all that keeps it from being one; and what is odd about it. */
public final class ZoneLint {
    private static final List<Mode> MODES = List.of(Mode.GATED, Mode.SIGHTINGS, Mode.PASSAGE);
    /** Billing keeps no stay longer. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration LEAST_KEPT = Duration.ofDays(1);
    private static final Duration MOST_KEPT = Duration.ofDays(3650);

    private final ZoneDraft draft;
    private final DraftReader read = new DraftReader();
    private final List<Warning> warnings = new ArrayList<>();

    private ZoneLint(ZoneDraft draft) {
        this.draft = draft;
    }

    /**
     * Reads {@code draft}; the zone is version 1, published at the epoch.
     *
     * @param site time zone of a draft that names none
     * @param tariffs the kind of the tariff with an id; empty when there is none
     */
    public static Linted<Zone> check(ZoneDraft draft, ZoneId site, Function<String, Optional<Tariff.Kind>> tariffs) {
        ZoneLint lint = new ZoneLint(draft);
        Zone zone = lint.zone(site, tariffs);
        return new Linted<>(zone, lint.read.faults(), zone == null ? List.of() : lint.warnings);
    }

    private @Nullable Zone zone(ZoneId site, Function<String, Optional<Tariff.Kind>> tariffs) {
        String id = read.required("id", read.name("id", draft.id()));
        Mode mode = read.required("mode", read.word("mode", draft.mode(), MODES));
        Shape shape = new DraftShape(read).shape(draft.shape());
        Duration closesAfter =
                duration("closesAfter", draft.closesAfter(), mode == null ? LONGEST : mode.closesAfter());
        Duration mergeWithin = duration("mergeWithin", draft.mergeWithin(), Rules.MERGE_WITHIN);
        Duration maxStay = duration("maxStay", draft.maxStay(), Rules.MAX_STAY);
        aboveZero("closesAfter", closesAfter);
        aboveZero("maxStay", maxStay);
        Confirm confirm = draft.confirm() == null
                ? Confirm.UNSURE
                : read.word("confirm", draft.confirm(), List.of(Confirm.values()));
        String tariff = read.required("tariff", draft.tariff());
        Optional<Tariff.Kind> kind = tariff == null ? Optional.empty() : tariffs.apply(tariff);
        if (tariff != null && kind.isEmpty()) {
            read.found("tariff", "unknown_tariff", "Write the id of a tariff that was published, or original.");
        }
        ZoneId timeZone = draft.timeZone() == null ? site : read.timeZone("timeZone", draft.timeZone());
        Duration photosKept = kept("photosKept", draft.photosKept());
        Duration capturesKept = kept("capturesKept", draft.capturesKept());
        if (photosKept != null && capturesKept != null && capturesKept.compareTo(photosKept) < 0) {
            read.found(
                    "capturesKept", "kept_shorter", "Write at least as long as photosKept: a photo needs its capture.");
        }
        if (!read.faults().isEmpty()) {
            return null;
        }
        Zone zone = new Zone(
                Objects.requireNonNull(id),
                1,
                Instant.EPOCH,
                Objects.requireNonNull(mode),
                Objects.requireNonNull(shape),
                Objects.requireNonNull(closesAfter),
                Objects.requireNonNull(mergeWithin),
                Objects.requireNonNull(maxStay),
                Objects.requireNonNull(confirm),
                Objects.requireNonNull(tariff),
                Objects.requireNonNull(timeZone),
                photosKept,
                capturesKept);
        warn(zone, kind.orElseThrow());
        return zone;
    }

    private void warn(Zone zone, Tariff.Kind kind) {
        if (zone.mode() == Mode.PASSAGE && kind == Tariff.Kind.TIME) {
            warnings.add(new Warning(
                    "tariff", "passage_by_time", "A passage takes no time, so by a tariff of time it costs nothing."));
        }
        if (zone.mode() != Mode.PASSAGE && zone.mergeWithin().compareTo(zone.closesAfter()) > 0) {
            warnings.add(new Warning(
                    "mergeWithin",
                    "merges_past_silence",
                    "Sightings count once although silence ended the stay between."));
        }
    }

    private @Nullable Duration duration(String field, @Nullable String text, Duration usual) {
        Duration duration = text == null ? usual : read.duration(field, text);
        if (duration != null && duration.compareTo(LONGEST) > 0) {
            read.found(field, "too_long", "Write at most " + LONGEST + ": billing keeps no stay longer.");
            return null;
        }
        return duration;
    }

    private @Nullable Duration kept(String field, @Nullable String text) {
        Duration kept = text == null ? null : read.duration(field, text);
        if (kept != null && (kept.compareTo(LEAST_KEPT) < 0 || kept.compareTo(MOST_KEPT) > 0)) {
            read.found(field, "kept_out_of_range", "Write a duration from P1D to P3650D.");
            return null;
        }
        return kept;
    }

    private void aboveZero(String field, @Nullable Duration duration) {
        if (duration != null && duration.isZero()) {
            read.found(field, "duration_zero", "Write a duration above zero.");
        }
    }
}
