package io.plateflow.stats.aliases;

import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.utc;
import static java.util.Objects.requireNonNull;

import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.audit.PlateHashes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands for plates that were erased. It is known again by the plate's HMAC-SHA-256, whose key neither the database nor the
 * topics have; in rows stand ten lower-case letters of it, which no plate and no search for one has in common with it.
 */
@Component
public final class Aliases {
    /** Apart from the audit's own hashes: an alias must not lead to who searched for the plate. */
    private static final String PURPOSE = "erased ";

    private static final int LETTERS = 10;
    private static final Pattern ALIAS = Pattern.compile("[a-z]{" + LETTERS + "}");

    private final JdbcClient jdbc;
    private final PlateHashes hashes;
    private volatile Snapshot snapshot = new Snapshot(0, new Names(Map.of(), this::hash));

    public Aliases(JdbcClient jdbc, PlateHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /** What the rows held when the newest request was number {@code newest}. */
    private record Snapshot(long newest, Names names) {}

    /** What rows are called at this moment: whoever writes asks once in each transaction. */
    public Names current() {
        long newest = jdbc.sql("SELECT COALESCE(MAX(n), 0) FROM erasure")
                .query(Long.class)
                .single();
        Snapshot known = snapshot;
        if (known.newest != newest) {
            known = new Snapshot(newest, new Names(load(), this::hash));
            snapshot = known;
        }
        return known.names;
    }

    /** 32 bytes. */
    public byte[] hash(String plate) {
        return hashes.of(PURPOSE + plate);
    }

    /** Keeps in the transaction that is open that {@code plate} is erased up to {@code until}; tells what stands for it. */
    public String keep(String plate, Instant until) {
        byte[] hash = hash(plate);
        jdbc.sql("""
                INSERT INTO erased_plate (plate_hash, alias, until_at) VALUES (:hash, :alias, :until)
                ON DUPLICATE KEY UPDATE until_at = GREATEST(until_at, VALUES(until_at))
                """)
                .param("hash", hash)
                .param("alias", free(hash))
                .param("until", utc(until))
                .update();
        return jdbc.sql("SELECT alias FROM erased_plate WHERE plate_hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .single();
    }

    public static boolean isAlias(String text) {
        return ALIAS.matcher(text).matches();
    }

    /** A plate in a row, for calculations; one that nobody has where the row has an alias. */
    public static Plate standIn(String plateOrAlias) {
        return new Plate(plateOrAlias.toUpperCase(Locale.ROOT));
    }

    /** Eight bytes of the hash, the first that give an alias that no other plate has. */
    private String free(byte[] hash) {
        for (int from = 0; from + Long.BYTES <= hash.length; from++) {
            String alias = letters(Arrays.copyOfRange(hash, from, from + Long.BYTES));
            boolean taken = jdbc.sql("SELECT COUNT(*) FROM erased_plate WHERE alias = :alias AND plate_hash <> :hash")
                            .param("alias", alias)
                            .param("hash", hash)
                            .query(Long.class)
                            .single()
                    > 0;
            if (!taken) {
                return alias;
            }
        }
        throw new IllegalStateException("no alias is free: each of 25 is another plate's");
    }

    static String letters(byte[] bytes) {
        BigInteger rest = new BigInteger(1, bytes);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(26));
            letters.append((char) ('a' + parts[1].intValue()));
            rest = parts[0];
        }
        return letters.toString();
    }

    private Map<String, Names.Erased> load() {
        Map<String, Names.Erased> erased = new HashMap<>();
        jdbc.sql("SELECT plate_hash, alias, until_at FROM erased_plate")
                .query((row, n) -> erased.put(
                        HexFormat.of().formatHex(requireNonNull(row.getBytes("plate_hash"))),
                        new Names.Erased(row.getString("alias"), instant(row, "until_at"))))
                .list();
        return erased;
    }
}
