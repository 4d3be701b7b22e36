package io.plateflow.domain.stay;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.Uuids;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@code stays.md}, row by row. */
class StaysTest {

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rules")
    void followsTheRule(String rule, String zone, String facts, String stays) {
        assertThat(Tale.told(new Tale(zone, facts).stays()))
                .as("%s | %s", rule, facts)
                .isEqualTo(stays);
    }

    static Stream<Arguments> rules() {
        return Table.rows("stays.md");
    }

    @Test
    void namesAStayAfterItsZoneAndFirstCapture() {
        Stay stay = new Tale("GATED", "out 11:00, in 10:00").stays().get(0);

        assertThat(stay.id())
                .isEqualTo(Uuids.v5("stay", "zone-1", Tale.capture(2).toString()));
    }

    @ParameterizedTest(name = "{0}, {1}: last seen {2}, changes after {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTOMATIC | seen 10:00, seen 11:00                       | 11:00 | d8 11:00",
                "AUTOMATIC | seen 10:00, now d9 10:00                     | 10:00 | never",
                "AUTOMATIC | seen 10:00, checkout 1 12:00                 | 10:00 | never",
                "SIGHTINGS | seen 10:00, seen 10:30, now 11:00            | 10:30 | 11:30",
                "SIGHTINGS | seen 10:00                                   | 10:00 | never",
                "SIGHTINGS | seen 10:00, checkout 1 12:00, now 10:40      | 10:00 | 11:00",
                "SIGHTINGS | seen 10:00, cancel 1, now 10:40              | 10:00 | never",
                "GATED     | in 10:00, seen 11:00                         | 11:00 | d2 11:00",
                "GATED     | in 10:00, seen 10:00:40, seen 10:01:10       | 10:00:40 | d2 10:00:40",
                "GATED     | in 10:00, now d3 11:00                       | 10:00 | never",
                "GATED     | in 10:00, out 12:00                          | 12:00 | never",
                "GATED     | in 10:00, checkout 1 12:00, out 12:10        | 10:00 | never",
                "PASSAGE   | pass 10:00                                   | 10:00 | never"
            })
    void knowsWhenSilenceAloneChangesIt(String zone, String facts, String lastSeen, String deadline) {
        Stay stay = new Tale(zone, facts).stays().get(0);

        assertThat(Words.told(stay.lastSeen())).isEqualTo(lastSeen);
        assertThat(stay.deadline() == null ? "never" : Words.told(stay.deadline()))
                .isEqualTo(deadline);
    }

    @ParameterizedTest(name = "{0}, {1}: an amount may be worked out until {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GATED     | in 10:00, now 12:00      | 12:00",
                "GATED     | in 10:00, now d4 10:00   | d2 10:00",
                "GATED     | in 10:00, out 11:00      | 11:00",
                "AUTOMATIC | seen 10:00, now d4 10:00 | d4 10:00",
            })
    void isPricedProvisionallyUntilSilenceMakesItDoubtful(String zone, String facts, String until) {
        Tale tale = new Tale(zone, facts);

        assertThat(Words.told(tale.stays().get(0).provisionalEnd(tale.now))).isEqualTo(until);
    }
}
