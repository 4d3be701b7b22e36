package io.plateflow.stats.series;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was seen most, and what brought in most. Both ends of a period are days of the site; the last 30 when none is given. */
@RestController
class TopApi {
    private static final Map<String, String> COLUMNS =
            Map.of("plates", "plate", "places", "location", "zones", "zone", "cameras", "camera_id");
    private static final Map<String, String> REVENUE_BY =
            Map.of("zone", "zone", "tariff", "tariff", "day", "CAST(service_day AS CHAR)");
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final StatsProperties properties;

    TopApi(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** How often something was seen. */
    record Seen(String name, long captures) {}

    /** What was seen most, the most first. */
    record Top(String of, Instant from, Instant to, List<Seen> items) {}

    @GetMapping("/v1/stats/top")
    Top top(@RequestParam Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        String of = parameters.required("of", COLUMNS.keySet());
        Days period = Days.of(parameters, properties.timeZone());
        int limit = parameters.whole("limit", 1, MOST, 10);
        String zone = parameters.text("zone", 64);
        parameters.refuseFaults();
        List<Seen> items = jdbc.sql("""
                SELECT %1$s AS name, COUNT(*) AS captures FROM capture
                WHERE captured_at >= :from AND captured_at < :to AND %1$s IS NOT NULL AND (:zone IS NULL OR zone = :zone)
                GROUP BY %1$s ORDER BY captures DESC, name LIMIT :limit
                """.formatted(COLUMNS.get(of)))
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .param("zone", zone)
                .param("limit", limit)
                .query((row, n) -> new Seen(row.getString("name"), row.getLong("captures")))
                .list();
        return new Top(of, period.from(), period.to(), items);
    }

    /** What charges in force come to. */
    record Earned(String name, long charges, Amount amount) {}

    /** Charges in force by the end of their stay, the most money first; of days, in their order. */
    record Revenue(String by, Instant from, Instant to, List<Earned> items) {}

    @GetMapping("/v1/stats/revenue")
    Revenue revenue(@RequestParam Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        String by = parameters.required("by", REVENUE_BY.keySet());
        Days period = Days.of(parameters, properties.timeZone());
        String zone = parameters.text("zone", 64);
        parameters.refuseFaults();
        List<Earned> items = jdbc.sql("""
                SELECT %s AS name, currency, COUNT(*) AS charges, SUM(amount) AS amount FROM charge
                WHERE to_at >= :from AND to_at < :to AND voided_at IS NULL AND (:zone IS NULL OR zone = :zone)
                GROUP BY name, currency ORDER BY %s
                """.formatted(
                        REVENUE_BY.get(by), by.equals("day") ? "name, currency" : "amount DESC, name, currency"))
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .param("zone", zone)
                .query((row, n) -> new Earned(
                        row.getString("name"),
                        row.getLong("charges"),
                        Amount.of(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
        return new Revenue(by, period.from(), period.to(), items);
    }
}
