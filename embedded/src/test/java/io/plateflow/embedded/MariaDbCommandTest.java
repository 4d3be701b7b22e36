package io.plateflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbCommandTest {
    @ParameterizedTest(name = "{0} GiB: {1} MiB")
    @CsvSource({"1, 256", "4, 256", "8, 512", "24, 1536", "256, 4096"})
    void keepsRowsInASixteenthOfTheMemory(long machineGiB, long poolMiB) {
        assertThat(MariaDbCommand.bufferPool(machineGiB << 30)).isEqualTo(poolMiB << 20);
    }
}
