package io.plateflow.stats.quotes;

import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Tariffs;
import io.plateflow.domain.tariff.Warning;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.tariffs.TariffBook;
import io.plateflow.stats.tariffs.WrittenTariff;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a price is asked for.
 *
 * @param tariff the version that prices it
 * @param entry when the stay begins, or the passage is
 * @param exit null for a passage
 * @param vehicleClass null: none
 * @param exempt whether the vehicle pays nothing
 * @param warnings what is odd about a whole tariff
 */
record Asked(
        Tariff tariff,
        Instant entry,
        @Nullable Instant exit,
        @Nullable String vehicleClass,
        boolean exempt,
        List<Warning> warnings) {
    /** Work grows with the number of days. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** As it is written; {@code tariff} is an id or a whole tariff. */
    record Draft(
            @Nullable JsonNode tariff,
            @Nullable String entry,
            @Nullable String exit,
            @Nullable String vehicleClass,
            @Nullable Boolean exempt) {}

    /** @throws org.springframework.web.ErrorResponseException 422 that names every fault */
    static Asked of(JsonNode json, TariffBook book) {
        Written<Draft> written = Written.read(json, Draft.class);
        Draft draft = written.draft();
        List<Fault> faults = new ArrayList<>();
        Instant entry = instant("entry", draft.entry(), faults);
        if (draft.entry() == null) {
            faults.add(new Fault("entry", "missing", "Write entry; it has no default."));
        }
        List<Warning> warnings = new ArrayList<>();
        Tariff tariff = tariff(draft.tariff(), entry, book, faults, warnings);
        Instant exit = instant("exit", draft.exit(), faults);
        if (draft.exit() == null && tariff != null && tariff.kind() == Tariff.Kind.TIME) {
            faults.add(new Fault("exit", "missing", "Write exit: time is charged up to it."));
        }
        if (entry != null && exit != null && Duration.between(entry, exit).compareTo(LONGEST) > 0) {
            faults.add(new Fault("exit", "stay_too_long", "Write an exit at most 366 days after the entry."));
        }
        List<Fault> all = written.and(faults);
        if (!all.isEmpty()) {
            throw Written.refusal(all);
        }
        return new Asked(
                Objects.requireNonNull(tariff),
                Objects.requireNonNull(entry),
                exit,
                draft.vehicleClass(),
                Boolean.TRUE.equals(draft.exempt()),
                warnings);
    }

    private static @Nullable Tariff tariff(
            @Nullable JsonNode written,
            @Nullable Instant entry,
            TariffBook book,
            List<Fault> faults,
            List<Warning> warnings) {
        if (written != null && written.isObject()) {
            WrittenTariff whole = WrittenTariff.anonymous(written);
            whole.faults().forEach(f -> faults.add(new Fault("tariff." + f.field(), f.code(), f.message())));
            warnings.addAll(whole.warnings());
            return whole.tariff();
        }
        String id = written == null ? "" : written.asString("");
        if (id.isEmpty()) {
            faults.add(new Fault("tariff", "missing", "Write the id of a tariff, or a whole tariff."));
            return null;
        }
        List<Tariff> versions = book.versions(id);
        if (versions.isEmpty()) {
            faults.add(
                    new Fault("tariff", "unknown_tariff", "Write the id of a tariff that was published, or original."));
        }
        return entry == null ? null : Tariffs.inForce(versions, entry).orElse(null);
    }

    private static @Nullable Instant instant(String field, @Nullable String text, List<Fault> faults) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            faults.add(new Fault(
                    field, "malformed_instant", "Write date, time and offset, such as 2026-01-01T00:00:00-03:00."));
            return null;
        }
    }
}
