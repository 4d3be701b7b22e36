package io.plateflow.stats.tariffs;

import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tariffs to price by. Versions never change, so those read once are read again only when there is a further one. */
@Component
public class TariffBook {
    private final JdbcClient jdbc;
    private final Editions editions;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    TariffBook(JdbcClient jdbc, Editions editions) {
        this.jdbc = jdbc;
        this.editions = editions;
    }

    private record Known(int newest, List<Tariff> versions) {}

    /** All versions of {@code id}, also those that the broker has not yet; none when there is no such tariff. */
    public List<Tariff> versions(String id) {
        int newest = jdbc.sql("SELECT COALESCE(MAX(version), 0) FROM edition WHERE kind = 'tariff' AND id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        Known before = known.get(id);
        if (before != null && before.newest == newest) {
            return before.versions;
        }
        List<Tariff> versions = editions.all(Kind.TARIFF, List.of(id)).getOrDefault(id, List.of()).stream()
                .map(Edition::body)
                .map(TariffVersion::tariff)
                .toList();
        if (!versions.isEmpty()) {
            // As counted before the reading: what came between the two is read again, and what is built in has no row.
            known.put(id, new Known(newest, versions));
        }
        return versions;
    }
}
