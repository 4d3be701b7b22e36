package io.plateflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plateflow.domain.place.Coordinates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureHeadersTest {

    @Test
    void readsBackEveryAttributeItWrote() {
        assertThat(CaptureHeaders.read(written(Examples.CAPTURE))).isEqualTo(Examples.CAPTURE);
    }

    @Test
    void leavesOutWhatTheSenderDidNotSay() {
        Capture bare = new Capture(
                Examples.CAPTURE_ID,
                Instant.EPOCH,
                Instant.EPOCH,
                new Coordinates(0, 0),
                Capture.PlaceSource.EXIF,
                Capture.TimeSource.RECEIVED,
                Examples.CAPTURE.image(),
                "default",
                null,
                null,
                null,
                null,
                null,
                null,
                Capture.Priority.BULK,
                Set.of(),
                1);
        Headers headers = written(bare);

        assertThat(headers.lastHeader("ce_cameraid")).isNull();
        assertThat(CaptureHeaders.read(headers)).isEqualTo(bare);
    }

    @Test
    void isACloudEventInBinaryMode() {
        Headers headers = written(Examples.CAPTURE);

        assertThat(CloudEvents.get(headers, "ce_specversion")).contains("1.0");
        assertThat(CloudEvents.get(headers, "ce_id")).contains(Examples.CAPTURE_ID.toString());
        assertThat(CloudEvents.get(headers, "ce_source")).contains("/ingest");
        assertThat(CloudEvents.get(headers, "ce_type")).contains("io.plateflow.capture.accepted");
        assertThat(CloudEvents.get(headers, "ce_time")).contains("2026-03-02T12:00:00.123Z");
        assertThat(CloudEvents.get(headers, "content-type")).contains("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_receivedat", "ce_latitude", "ce_width", "ce_sha256", "ce_priority"})
    void namesTheAttributeThatIsMissing(String attribute) {
        Headers headers = written(Examples.CAPTURE);
        headers.remove(attribute);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaptureHeaders.read(headers))
                .withMessageContaining(attribute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_latitude", "ce_width", "ce_direction", "ce_flags"})
    void refusesAMalformedAttribute(String attribute) {
        Headers headers = written(Examples.CAPTURE);
        headers.remove(attribute).add(attribute, "<script>".getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> CaptureHeaders.read(headers));
    }

    private static Headers written(Capture capture) {
        Headers headers = new RecordHeaders();
        CaptureHeaders.write(capture, "/ingest", headers);
        return headers;
    }
}
