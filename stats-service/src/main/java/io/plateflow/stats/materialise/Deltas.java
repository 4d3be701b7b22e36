package io.plateflow.stats.materialise;

import io.plateflow.domain.money.Money;
import io.plateflow.stats.storage.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** By how much a batch moves the aggregates; sorted, so that all instances lock in one order. */
final class Deltas {
    /** The day that stands for all time. */
    static final LocalDate ALL_TIME = LocalDate.of(1000, 1, 1);

    /** ISO 4217's code for no currency: a count. */
    static final String COUNT = "XXX";

    private final SortedMap<Name, Integer> names = new TreeMap<>();
    private final SortedMap<Cell, BigDecimal> cells = new TreeMap<>();
    private final SortedMap<Quarter, BigDecimal> quarters = new TreeMap<>();

    /** Something counted once however often it is seen: a plate, or the SHA-256 of a location. */
    @SuppressWarnings("ArrayRecordComponent") // equal by content, below
    record Name(String kind, LocalDate day, byte[] name) implements Comparable<Name> {
        private static final Comparator<Name> ORDER = Comparator.comparing(Name::kind)
                .thenComparing(Name::day)
                .thenComparing(Name::name, Arrays::compareUnsigned);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && ORDER.compare(this, name) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * day.hashCode() + Arrays.hashCode(name);
        }

        /** The total that counts names of this kind. */
        Cell cell() {
            return new Cell(kind + "s", day, COUNT);
        }
    }

    /** One total: a measure on a day in a currency. */
    record Cell(String measure, LocalDate day, String currency) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::measure).thenComparing(Cell::day).thenComparing(Cell::currency);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** A capture that was not there before. */
    void captured(LocalDate day, String location) {
        cell("captures", day, COUNT, BigDecimal.ONE);
        name("location", day, Sha256.of(location), 1);
    }

    /** A capture gained ({@code by} 1) or lost (−1) an effective plate. */
    void plate(LocalDate day, String plate, int by) {
        name("plate", day, plate.getBytes(StandardCharsets.US_ASCII), by);
    }

    /** A charge came into force ({@code by} 1) or ceased to be (−1). */
    void charged(LocalDate serviceDay, Money amount, int by) {
        BigDecimal value = amount.amount().multiply(BigDecimal.valueOf(by));
        cell("charged", serviceDay, amount.currency().getCurrencyCode(), value);
    }

    /** Money was received on a day, or given back. */
    void paid(LocalDate day, Money amount) {
        cell("paid", day, amount.currency().getCurrencyCode(), amount.amount());
    }

    /** As many more, or less, in a zone at a time. */
    void count(String measure, Instant at, String zone, int by) {
        quarters.merge(Quarter.of(measure, at, zone, COUNT), BigDecimal.valueOf(by), BigDecimal::add);
    }

    /** So much more money in a zone at a time, or less with {@code by} −1. */
    void money(String measure, Instant at, String zone, Money amount, int by) {
        BigDecimal value = amount.amount().multiply(BigDecimal.valueOf(by));
        quarters.merge(Quarter.of(measure, at, zone, amount.currency().getCurrencyCode()), value, BigDecimal::add);
    }

    SortedMap<Quarter, BigDecimal> quarters() {
        return quarters;
    }

    SortedMap<Name, Integer> names() {
        return names;
    }

    SortedMap<Cell, BigDecimal> cells() {
        return cells;
    }

    private void name(String kind, LocalDate day, byte[] name, int by) {
        names.merge(new Name(kind, day, name), by, Integer::sum);
        names.merge(new Name(kind, ALL_TIME, name), by, Integer::sum);
    }

    private void cell(String measure, LocalDate day, String currency, BigDecimal by) {
        cells.merge(new Cell(measure, day, currency), by, BigDecimal::add);
        cells.merge(new Cell(measure, ALL_TIME, currency), by, BigDecimal::add);
    }
}
