package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the gateway; {@code application.yaml} gives units, defaults and effects.
 *
 * @param kafka settings of every Kafka client, by Kafka's names
 * @param statsUrl base of the Location header
 * @param timeZone of cameras whose clocks have no offset
 * @param largestImage bytes of one image
 * @param mostPixels width times height of one image
 * @param bytesInFlight bytes of all requests that are not yet answered
 * @param headersWithin from the first byte of a request to the last of its headers
 * @param bodyWithin from there to the last byte of its body and its answer
 * @param storageReserve free bytes of the broker below which nothing is accepted
 * @param watchEvery how often the broker is asked whether it is there and what is free
 * @param retryAfter what a 503 asks the sender to wait
 * @param limits how fast a key may send, by what it belongs to
 * @param tls the gateway's own certificate, where it has one
 * @param knownIds how many captures this replica remembers
 */
@Validated
@ConfigurationProperties("plateflow.ingest")
public record IngestProperties(
        @NotEmpty Map<String, String> kafka,
        URI statsUrl,
        ZoneId timeZone,
        DataSize largestImage,
        @Positive long mostPixels,
        DataSize bytesInFlight,
        Duration headersWithin,
        Duration bodyWithin,
        DataSize storageReserve,
        Duration watchEvery,
        Duration retryAfter,
        Map<ApiKey.Kind, RateLimit> limits,
        Tls tls,
        @Min(1) @Max(10_000_000) int knownIds) {

    public IngestProperties {
        kafka = Map.copyOf(kafka);
        limits = Map.copyOf(limits);
        if (bytesInFlight.compareTo(largestImage) < 0) {
            throw new IllegalArgumentException("plateflow.ingest.bytes-in-flight must hold one largest-image");
        }
    }
}
