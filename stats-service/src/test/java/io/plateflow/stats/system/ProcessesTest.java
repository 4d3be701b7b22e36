package io.plateflow.stats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Members are threads; people count processes. */
class ProcessesTest {
    private static final String ONE = "plateflow.billing-6f9619ff-8b86-4d01-b42d-00c04fc964ff-StreamThread-";
    private static final String OTHER = "plateflow.billing-9a9619ff-8b86-4d01-b42d-00c04fc964ff-StreamThread-";

    @Test
    void countsStreamsByTheirProcessHoweverManyThreadsItHasAndReplaced() {
        assertThat(Processes.of(List.of(ONE + "1-consumer", ONE + "2-consumer", OTHER + "3-consumer")))
                .isEqualTo(2);
    }

    @Test
    void countsReadersAndStatisticsByTheNumberThatEachProcessGivesItsOwn() {
        assertThat(Processes.of(List.of(
                        "consumer-plateflow.stats-1",
                        "consumer-plateflow.stats-2",
                        "consumer-plateflow.stats-1",
                        "consumer-plateflow.stats-2",
                        "consumer-plateflow.stats-1")))
                .isEqualTo(3);
    }

    @Test
    void countsNoneWithoutMembers() {
        assertThat(Processes.of(List.of())).isZero();
    }
}
