package io.plateflow.stats;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;

/** The settings of tests that run without Spring. */
public final class Settings {
    private Settings() {}

    public static StatsProperties settings() {
        return new StatsProperties(
                ZoneId.of("America/Argentina/Buenos_Aires"),
                Currency.getInstance("ARS"),
                new StatsProperties.Passwords("a", "b", "c"),
                new StatsProperties.Login(10, Duration.ofMinutes(15), 4),
                new StatsProperties.Audit("a key of the tests alone", Period.ofYears(2)),
                new StatsProperties.Retention(Duration.ofDays(90), Duration.ofDays(180)),
                "",
                "",
                "http://localhost:8080",
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                Duration.ofDays(90));
    }
}
