package io.plateflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void keepsImagesForAWeekAndNeverDropsThemForTheirSize() {
        assertThat(Topics.CAPTURES.config())
                .containsEntry("retention.ms", Long.toString(Duration.ofDays(7).toMillis()))
                .containsEntry("retention.bytes", "-1")
                .containsEntry("max.message.bytes", Integer.toString(Topics.LARGEST_RECORD_BYTES));
    }

    @Test
    void keepsReadingsCommandsAndChargesPastTheLedgersNinetyDays() {
        assertThat(Topics.ALL)
                .filteredOn(t -> t.equals(Topics.READINGS) || t.equals(Topics.COMMANDS) || t.equals(Topics.CHARGES))
                .hasSize(3)
                .allSatisfy(t -> assertThat(Long.parseLong(t.config().getOrDefault("retention.ms", "0")))
                        .isGreaterThan(Duration.ofDays(90).toMillis()));
    }

    @Test
    void letsGoOfWhatWasReplacedWithinADay() {
        assertThat(Topics.ALL)
                .filteredOn(t -> "compact".equals(t.config().get("cleanup.policy")))
                .hasSize(5)
                .allSatisfy(t -> assertThat(t.config()).containsEntry("max.compaction.lag.ms", "86400000"));
    }

    @Test
    void namesEveryTopicOnceUnderThePrefix() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("plateflow."));
    }
}
