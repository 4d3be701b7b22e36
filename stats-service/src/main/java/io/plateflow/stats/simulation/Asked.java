package io.plateflow.stats.simulation;

import io.plateflow.domain.tariff.DraftReader;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Warning;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.tariffs.WrittenTariff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be simulated.
 *
 * @param draft the tariff
 * @param warnings what is odd about it
 * @param zone whose stays
 * @param from the first end of a stay
 * @param to the end of their ends, exclusive
 */
record Asked(Tariff draft, List<Warning> warnings, String zone, Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** As it is written. */
    record Draft(
            @Nullable JsonNode draft,
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * @param zones whether there is a zone with an id
     * @throws org.springframework.web.ErrorResponseException 422 that names every fault
     */
    static Asked of(JsonNode json, Predicate<String> zones) {
        Written<Draft> written = Written.read(json, Draft.class);
        Draft asked = written.draft();
        DraftReader read = new DraftReader();
        WrittenTariff tariff = tariff(asked.draft(), read);
        String zone = read.required("zone", asked.zone());
        if (zone != null && !zones.test(zone)) {
            read.found("zone", "unknown_zone", "Write the id of a zone that was published, or of an automatic one.");
        }
        Instant from = read.required("from", read.instant("from", asked.from()));
        Instant to = read.required("to", read.instant("to", asked.to()));
        if (from != null && to != null && !to.isAfter(from)) {
            read.found("to", "ends_first", "Write an end after the beginning.");
        } else if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) {
            read.found("to", "period_too_long", "Write an end at most 366 days after the beginning.");
        }
        List<Fault> faults = written.and(read.faults());
        if (!faults.isEmpty()) {
            throw Written.refusal(faults);
        }
        return new Asked(
                Objects.requireNonNull(Objects.requireNonNull(tariff).tariff()),
                tariff.warnings(),
                Objects.requireNonNull(zone),
                Objects.requireNonNull(from),
                Objects.requireNonNull(to));
    }

    private static @Nullable WrittenTariff tariff(@Nullable JsonNode draft, DraftReader read) {
        if (draft == null || !draft.isObject()) {
            read.found("draft", "missing", "Write a whole tariff.");
            return null;
        }
        WrittenTariff tariff = WrittenTariff.anonymous(draft);
        tariff.faults().forEach(f -> read.found("draft." + f.field(), f.code(), f.message()));
        return tariff;
    }
}
