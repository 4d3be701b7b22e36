package io.plateflow.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What must hold whatever died and came back; each is worked out anew, with nothing of the services. */
final class Invariants {
    private final WholeSystem system;

    Invariants(WholeSystem system) {
        this.system = system;
    }

    /** Every accepted capture has one end in the topic, and MySQL has that end and the whole photo. */
    void everyCaptureEndedOnce(Set<String> accepted) throws SQLException {
        Ends ends = system.ends();
        assertThat(ends.captures()).containsAll(accepted);
        Map<String, String> words =
                Map.of("plate.read", "READ", "plate.unreadable", "UNREADABLE", "plate.rejected", "REJECTED");
        Map<String, String> expected = ends.first().entrySet().stream()
                .collect(toMap(end -> end.getKey().replace("-", ""), end -> words.get(end.getValue())));
        assertThat(system.rows("SELECT LOWER(HEX(id)), status FROM capture")).isEqualTo(expected);
        assertThat(system.rows("""
                SELECT LOWER(HEX(c.id)), 'lacks its photo' FROM capture c LEFT JOIN capture_image i ON i.capture_id = c.id
                WHERE i.image IS NULL OR SHA2(i.image, 256) <> c.sha256
                """)).isEmpty();
    }

    void noStayIsChargedTwice() throws SQLException {
        assertThat(system.rows("""
                SELECT LOWER(HEX(stay_id)), COUNT(*) FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
                GROUP BY stay_id HAVING COUNT(*) > 1
                """)).isEmpty();
    }

    /** Every total, of all time and of each day, and every figure of the API equals a count of the rows. */
    void figuresEqualARecount() throws SQLException {
        assertThat(numbers("""
                SELECT CONCAT_WS(' ', measure, day, currency), value FROM total
                WHERE value <> 0 AND measure IN ('captures', 'plates', 'locations', 'charged')
                """)).isEqualTo(numbers("""
                SELECT CONCAT_WS(' ', measure, COALESCE(day, '1000-01-01'), currency), SUM(value) FROM (
                  SELECT measure, day, 'XXX' AS currency, value FROM carried_over UNION ALL
                  SELECT 'captures' AS measure, local_day AS day, 'XXX' AS currency, COUNT(*) AS value
                    FROM capture WHERE received_at IS NOT NULL GROUP BY local_day WITH ROLLUP
                  UNION ALL SELECT 'plates', local_day, 'XXX', COUNT(DISTINCT plate)
                    FROM capture WHERE plate IS NOT NULL GROUP BY local_day WITH ROLLUP
                  UNION ALL SELECT 'locations', local_day, 'XXX', COUNT(DISTINCT location)
                    FROM capture WHERE location IS NOT NULL GROUP BY local_day WITH ROLLUP
                  UNION ALL SELECT 'charged', service_day, currency, SUM(amount)
                    FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
                    GROUP BY currency, service_day WITH ROLLUP HAVING currency IS NOT NULL) recount
                WHERE value <> 0 GROUP BY 1
                """));
        JsonNode summary = system.client.summary();
        assertThat(numbers("""
                SELECT 'totalCaptures', COUNT(*) FROM patente
                UNION ALL SELECT 'totalPlates', COUNT(DISTINCT patente) FROM patente
                UNION ALL SELECT 'uniqueLocations', COUNT(DISTINCT ubicacion) FROM patente
                UNION ALL SELECT 'openStays', COUNT(*) FROM stay WHERE state = 'OPEN'
                """))
                .allSatisfy((name, count) ->
                        assertThat(summary.path(name).decimalValue()).as(name).isEqualByComparingTo(count));
    }

    void nothingIsBehind() throws IOException, InterruptedException {
        Status status = system.status();
        assertThat(status.faults()).isEmpty();
        assertThat(status.pending()).isZero();
        assertThat(status.lag())
                .containsOnlyKeys("ocr", "ocr.bulk", "billing", "stats")
                .allSatisfy((stage, behind) -> assertThat(behind).as(stage).isZero());
    }

    private Map<String, BigDecimal> numbers(String sql) throws SQLException {
        return system.rows(sql).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> new BigDecimal(e.getValue()).stripTrailingZeros()));
    }
}
