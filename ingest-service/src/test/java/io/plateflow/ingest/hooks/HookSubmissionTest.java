package io.plateflow.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ApiKey;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import io.plateflow.ingest.CameraTime;
import io.plateflow.ingest.FaultCode;
import io.plateflow.ingest.RequestHead;
import io.plateflow.ingest.Submission;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HookSubmissionTest {
    private static final Instant NOW = Instant.parse("2026-05-31T21:04:06Z");
    private static final ApiKey GATE = ApiKey.of("gate", "00").at(new Coordinates(-34.6, -58.4), Direction.ENTRY, null);
    private static final CameraTime TIME =
            CameraTime.of("2026-05-31T18:04:05-03:00").orElseThrow();

    @Test
    void namesTheMakeAndTurnsTheHeadingIntoTheSitesDirection() {
        Submission sent = of(Map.of(), Heading.REVERSE, "e1", TIME, null);
        assertThat(sent.fields()).isEqualTo(Map.of("source", "hikvision", "direction", "EXIT"));
        assertThat(sent.clock()).isEqualTo(TIME);
    }

    @Test
    void letsTheAddressWinOverTheCamera() {
        Submission sent = of(
                Map.of("direction", "ENTRY", "cameraId", " north ", "source", "wall", "url", ""),
                Heading.REVERSE,
                "e1",
                TIME,
                null);
        assertThat(sent.fields()).isEqualTo(Map.of("source", "wall", "direction", "ENTRY", "cameraId", "north"));
    }

    @Test
    void namesAnEventAlikeInEachAttemptAndOtherwiseThanAllOthers() {
        String key = of(Map.of(), null, "e1", TIME, null).idempotencyKey();
        CameraTime later = CameraTime.of("2026-05-31T19:04:05-03:00").orElseThrow();

        assertThat(key)
                .isNotNull()
                .isEqualTo(of(Map.of(), null, "e1", TIME, null).idempotencyKey());
        assertThat(of(Map.of(), null, "e2", TIME, null).idempotencyKey()).isNotEqualTo(key);
        assertThat(of(Map.of(), null, "e1", later, null).idempotencyKey())
                .as("counted anew since a start")
                .isNotEqualTo(key);
        assertThat(of(Map.of(), null, "e1", TIME, "mine").idempotencyKey()).isEqualTo("mine");
    }

    @Test
    void leavesTheIdToPictureCameraAndTimeWhereTheEventHasNone() {
        assertThat(of(Map.of(), null, null, TIME, null).idempotencyKey()).isNull();
        assertThat(of(Map.of(), null, "evento nº 1", TIME, null).idempotencyKey())
                .isNull();
        assertThat(of(Map.of(), null, "e".repeat(161), TIME, null).idempotencyKey())
                .isNull();
    }

    @Test
    void refusesAnAddressThatCannotBeDecoded() {
        Submission sent = of(null, null, "e1", TIME, null);
        assertThat(((Submission.NoPhoto) sent.photo()).fault().code()).isEqualTo(FaultCode.QUERY_MALFORMED);
    }

    private static Submission of(
            @Nullable Map<String, String> query,
            @Nullable Heading heading,
            @Nullable String eventId,
            CameraTime time,
            @Nullable String idempotencyKey) {
        RequestHead head = new RequestHead(query, "text/xml", idempotencyKey, "");
        Push.Sighting seen = new Push.Sighting(new byte[] {1}, Map.of(), time, heading, eventId);
        return HookSubmission.of(Make.HIKVISION, seen, head, GATE, NOW);
    }
}
