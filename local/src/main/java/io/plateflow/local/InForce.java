package io.plateflow.local;

import static java.util.stream.Collectors.toCollection;

import io.plateflow.contracts.ChargeIssued;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.stay.Charge;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** A charge in force as far as it is money: two that are equal are the same, whoever says so. Times are to the microsecond. */
record InForce(
        String zone,
        String plate,
        UUID firstCapture,
        Instant from,
        Instant to,
        BigDecimal amount,
        String currency,
        String tariff,
        SortedSet<String> flags) {

    static InForce of(Charge c) {
        return of(c.zone(), c.plate().text(), c.firstCapture(), c.from(), c.to(), c.amount(), c.tariff(), c.flags());
    }

    static InForce of(ChargeIssued c) {
        return of(c.zone(), c.plate().text(), c.firstCapture(), c.from(), c.to(), c.amount(), c.tariff(), c.flags());
    }

    static List<InForce> rows(Connection connection) throws SQLException {
        return Database.ask(connection, """
                SELECT zone, plate, first_capture, from_at, to_at, amount, currency, tariff, flags
                FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
                """, InForce::row);
    }

    /** Whether its plate was erased: an alias of ten lower-case letters stands for it, in MySQL alone. */
    boolean isErased() {
        return plate.matches("[a-z]{10}");
    }

    /** The same, whoever is charged. */
    InForce unnamed() {
        return new InForce(zone, "erased", firstCapture, from, to, amount, currency, tariff, flags);
    }

    @Override
    public String toString() {
        return "%s %s, %s to %s: %s %s by %s %s"
                .formatted(zone, plate, from, to, amount.toPlainString(), currency, tariff, flags);
    }

    static UUID id(byte[] bytes) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }

    private static InForce row(ResultSet row) throws SQLException {
        String flags = row.getString("flags");
        return of(
                row.getString("zone"),
                row.getString("plate"),
                id(row.getBytes("first_capture")),
                row.getObject("from_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("to_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Money.of(row.getString("amount"), row.getString("currency")),
                row.getString("tariff"),
                flags.isEmpty() ? List.of() : Arrays.asList(flags.split(",", -1)));
    }

    private static InForce of(
            String zone,
            String plate,
            UUID firstCapture,
            Instant from,
            Instant to,
            Money amount,
            String tariff,
            Collection<String> flags) {
        return new InForce(
                zone,
                plate,
                firstCapture,
                from.truncatedTo(ChronoUnit.MICROS),
                to.truncatedTo(ChronoUnit.MICROS),
                amount.amount().stripTrailingZeros(),
                amount.currency().getCurrencyCode(),
                tariff,
                flags.stream().collect(toCollection(TreeSet::new)));
    }
}
