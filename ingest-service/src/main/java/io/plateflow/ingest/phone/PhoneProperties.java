package io.plateflow.ingest.phone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the phone page; {@code application.yaml} gives units, defaults and effects.
 *
 * @param resultsKept how long a reading can be asked for, and how far back a replica that starts looks
 * @param resultsMemory bytes of readings, as they are on the topic
 * @param mostWaiting requests that wait for a reading at once
 */
@Validated
@ConfigurationProperties("plateflow.ingest.phone")
record PhoneProperties(
        Duration resultsKept,
        DataSize resultsMemory,
        @Min(1) @Max(8192) int mostWaiting) {}
