package io.plateflow.ingest.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.ingest.FaultCode;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAlprTest {
    private static final byte[] VEHICLE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
    private static final long TIME = 1_780_250_645_000L;

    @Test
    void takesTheVehicleOfAGroup() {
        Push.Sighting seen = Pushes.openAlpr(TIME, "AB123CD", VEHICLE).seenBy(Make.REKOR);
        assertThat(seen.picture()).isEqualTo(VEHICLE);
        assertThat(seen.facts())
                .isEqualTo(Map.of(
                        "declaredPlate", "AB123CD",
                        "cameraId", "1234",
                        "latitude", "-34.5000000",
                        "longitude", "-58.2500000"));
        assertThat(Objects.requireNonNull(seen.time()).instant()).isEqualTo("2026-05-31T18:04:05Z");
        assertThat(seen.heading()).as("degrees in the picture").isNull();
        assertThat(seen.eventId()).isEqualTo("YYYYYYYY-1234-1562681121543");
    }

    @Test
    void takesTheGroupOfAnAlertAsTheSameEvent() {
        Pushes.Sent group = Pushes.openAlpr(TIME, "AB123CD", VEHICLE);
        Push.Sighting alert = Pushes.Sent.json(
                        "{\"data_type\": \"alpr_alert\", \"group\": %s}".formatted(new String(group.body(), UTF_8)))
                .seenBy(Make.OPENALPR);
        assertThat(alert.picture()).isEqualTo(VEHICLE);
        assertThat(alert.eventId()).isEqualTo(group.seenBy(Make.OPENALPR).eventId());
    }

    @Test
    void takesTheImageOfTheCloudApi() {
        Push.Sighting seen =
                Pushes.Sent.json("""
                {"data_type": "alpr_results", "uuid": "u", "epoch_time": %d, "image_bytes": "%s",
                 "gps_latitude": -1, "gps_longitude": -1, "results": [{"plate": "AB123CD"}]}
                """.formatted(TIME, Pushes.base64(VEHICLE))).seenBy(Make.OPENALPR);
        assertThat(seen.picture()).isEqualTo(VEHICLE);
        assertThat(seen.facts()).isEqualTo(Map.of("declaredPlate", "AB123CD"));
        assertThat(seen.eventId()).isEqualTo("u");
    }

    @Test
    void ignoresFramesWhoseGroupFollowsAndSignsOfLife() {
        assertThat(Pushes.Sent.json("""
                {"data_type": "alpr_results", "camera_id": 1234, "uuid": "u",
                 "results": [{"plate": "AB123CD", "plate_crop_jpeg": "/9j/"}]}
                """).readBy(Make.OPENALPR)).isEqualTo(new Push.Ignored(Push.Kind.FRAME));
        assertThat(Pushes.Sent.json("{\"data_type\": \"heartbeat\"}").readBy(Make.OPENALPR))
                .isEqualTo(new Push.Ignored(Push.Kind.HEARTBEAT));
        assertThat(Pushes.Sent.json("{\"data_type\": \"vehicle\"}").readBy(Make.OPENALPR))
                .isEqualTo(new Push.Ignored(Push.Kind.OTHER_EVENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data_type\": \"alpr_group\", \"best_plate_number\": \"AB123CD\"}",
                "{\"data_type\": \"alpr_group\", \"vehicle_crop_jpeg\": \"\"}",
                "{\"data_type\": \"alpr_alert\"}",
                "{\"data_type\": \"alpr_results\", \"results\": []}"
            })
    void saysHowToSwitchTheImageOn(String body) {
        Push push = Pushes.Sent.json(body).readBy(Make.OPENALPR);
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.PICTURE_MISSING);
        assertThat(((Push.Unusable) push).fault().detail()).contains("alpr_group", "return_image=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"data_type\": 7", "<xml/>"})
    void refusesWhatOpenAlprDoesNotSend(String body) {
        Push push = Pushes.Sent.json(body).readBy(Make.OPENALPR);
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.BODY_MALFORMED);
    }
}
