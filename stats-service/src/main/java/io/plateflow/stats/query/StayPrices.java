package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.instantOrNull;
import static io.plateflow.stats.storage.Columns.names;

import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.stay.StayFlag;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Rise;
import io.plateflow.domain.tariff.Tariff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stays cost by their own tariff and class, as billing will charge it. */
@Component
public class StayPrices {
    private static final Set<String> COSTS_NOTHING = Set.of(State.SUPERSEDED.name(), State.CANCELLED.name());

    /** How far ahead a rise is looked for. */
    private static final Duration FORESEEN = Duration.ofDays(1);

    private final TariffsByReference tariffs;

    StayPrices(TariffsByReference tariffs) {
        this.tariffs = tariffs;
    }

    /**
     * By what one stay is priced.
     *
     * @param tariff {@code id@version}
     * @param provisionalUntil until when it costs something while it lasts; null: until it ends
     */
    public record Basis(
            String tariff,
            String state,
            Instant from,
            @Nullable Instant to,
            @Nullable String vehicleClass,
            boolean exempt,
            @Nullable Instant provisionalUntil,
            boolean waived,
            List<String> flags) {

        static Basis of(ResultSet stay) throws SQLException {
            return new Basis(
                    stay.getString("tariff"),
                    stay.getString("state"),
                    instant(stay, "from_at"),
                    instantOrNull(stay, "to_at"),
                    stay.getString("vehicle_class"),
                    stay.getBoolean("exempt"),
                    instantOrNull(stay, "provisional_until"),
                    stay.getBoolean("waived"),
                    names(stay.getString("flags")));
        }

        /** A vehicle that was only seen to leave. */
        private boolean lacksEntry() {
            return state.equals(State.NEEDS_REVIEW.name()) && to != null;
        }

        private Instant end(Instant now) {
            return to != null
                    ? to
                    : provisionalUntil != null && provisionalUntil.isBefore(now) ? provisionalUntil : now;
        }
    }

    /** What the stay costs if it is asked {@code now}; empty when it costs nothing, or its tariff is not known. */
    public Optional<Price> soFar(Basis stay, Instant now) {
        return COSTS_NOTHING.contains(stay.state) || stay.waived || stay.lacksEntry()
                ? Optional.empty()
                : price(stay, stay.end(now));
    }

    /** When the stay, which lasts, first costs more than at {@code now}; empty when it does not within a day. */
    public Optional<Rise> rise(Basis stay, Instant now) {
        return soFar(stay, now).isEmpty()
                ? Optional.empty()
                : tariffs.ask(stay.tariff)
                        .flatMap(tariff -> Rise.after(
                                now,
                                FORESEEN,
                                at -> tariff.price(stay.from, stay.end(at), stay.vehicleClass, stay.exempt)));
    }

    /** What the stay costs if it ends at {@code exit}. */
    public Optional<Price> until(Basis stay, Instant exit) {
        return tariffs.ask(stay.tariff).map(tariff -> tariff.price(stay.from, exit, stay.vehicleClass, stay.exempt));
    }

    private Optional<Price> price(Basis stay, Instant end) {
        Optional<Tariff> tariff = tariffs.ask(stay.tariff);
        return stay.flags.contains(StayFlag.SINGLE_SIGHTING.name())
                ? tariff.map(t -> t.priceOfSingleSighting(stay.from, stay.vehicleClass, stay.exempt))
                : until(stay, end);
    }
}
