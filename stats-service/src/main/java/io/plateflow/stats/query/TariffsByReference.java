package io.plateflow.stats.query;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.tariff.Tariff;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tariffs by {@code id@version}. A version never changes, so each is read once. */
@Component
class TariffsByReference {
    private static final Pattern REFERENCE = Pattern.compile("(.+)@(\\d{1,9})");

    private final JdbcClient jdbc;
    private final Map<String, Tariff> known = new ConcurrentHashMap<>();

    TariffsByReference(JdbcClient jdbc) {
        this.jdbc = jdbc;
        known.put(Tariff.ORIGINAL.reference(), Tariff.ORIGINAL);
    }

    /** Empty when no such version is known. */
    Optional<Tariff> ask(String reference) {
        Tariff before = known.get(reference);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Tariff> found = read(reference);
        found.ifPresent(tariff -> known.put(reference, tariff));
        return found;
    }

    private Optional<Tariff> read(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return !parts.matches()
                ? Optional.empty()
                : jdbc.sql("SELECT body FROM edition WHERE kind = 'tariff' AND id = :id AND version = :version")
                        .param("id", parts.group(1))
                        .param("version", Integer.valueOf(parts.group(2)))
                        .query((row, n) -> Json.MAPPER
                                .readValue(row.getString("body"), TariffVersion.class)
                                .tariff())
                        .optional();
    }
}
