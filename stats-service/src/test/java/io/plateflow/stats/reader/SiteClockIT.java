package io.plateflow.stats.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestMySql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The clocks in SQL are those of Java, on both sides of every change. */
class SiteClockIT {
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Argentina/Buenos_Aires",
                "America/Santiago",
                "Europe/Madrid",
                "Asia/Kathmandu",
                "UTC",
                "Australia/Lord_Howe"
            })
    void showsWhatTheClocksShow(String name) {
        ZoneId timeZone = ZoneId.of(name);
        List<Instant> instants = new ArrayList<>(List.of(
                Instant.parse("2000-01-01T00:00:00Z"),
                Instant.parse("2026-07-01T12:34:56.789012Z"),
                Instant.parse("2049-12-31T23:59:59Z")));
        for (int year = 2000; year < 2050; year++) {
            ZoneOffsetTransition next = timeZone.getRules().nextTransition(Instant.parse(year + "-01-01T00:00:00Z"));
            if (next != null && next.getDateTimeBefore().getYear() < 2050) {
                instants.add(next.getInstant());
                instants.add(next.getInstant().minusNanos(1000));
            }
        }
        String rows = IntStream.range(0, instants.size())
                .mapToObj(n -> "SELECT %d AS n, TIMESTAMP'%s' AS at"
                        .formatted(n, LITERAL.format(instants.get(n).atZone(ZoneOffset.UTC))))
                .collect(Collectors.joining(" UNION ALL "));
        TestMySql.Database database = TestMySql.fresh();
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
        assertThat(jdbc.sql("SELECT " + new SiteClock(timeZone).local("t.at") + " FROM (" + rows + ") t ORDER BY t.n")
                        .query(LocalDateTime.class)
                        .list())
                .containsExactlyElementsOf(instants.stream()
                        .map(instant -> LocalDateTime.ofInstant(instant, timeZone))
                        .toList());
    }
}
