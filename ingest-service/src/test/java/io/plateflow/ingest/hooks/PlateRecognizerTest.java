package io.plateflow.ingest.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.ingest.FaultCode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateRecognizerTest {
    private static final byte[] SCENE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
    private static final String TIME = "2026-05-31T05:56:13.606935Z";

    @Test
    void takesTheUploadWithWhatStreamReadOnIt() {
        Push.Sighting seen = Pushes.plateRecognizer(TIME, "ab123cd", SCENE).seenBy(Make.PLATERECOGNIZER);
        assertThat(seen.picture()).isEqualTo(SCENE);
        assertThat(seen.facts()).isEqualTo(Map.of("declaredPlate", "AB123CD", "cameraId", "camera-1"));
        assertThat(Objects.requireNonNull(seen.time()).instant()).isEqualTo(TIME);
        assertThat(seen.heading()).as("degrees in the picture").isNull();
        assertThat(seen.eventId()).isEqualTo("camera-1_screenshots/26-05-31/05-56-13.606935.jpg");
    }

    @Test
    void takesTheLocalTimeWithItsOffsetWhereThereIsNoOther() {
        Push.Sighting seen = Pushes.plateRecognizer("", "", SCENE).seenBy(Make.PLATERECOGNIZER);
        assertThat(Objects.requireNonNull(seen.time()).instant()).isEqualTo(TIME);
        assertThat(seen.facts()).doesNotContainKey("declaredPlate");
    }

    @Test
    void ignoresHeartbeats() {
        Push push = new CameraForm("b")
                .part(
                        "Content-Disposition: form-data; name=\"json\"",
                        "{\"hook\": {\"event\": \"heartbeat\"}, \"data\": {\"camera_id\": \"camera-1\"}}")
                .sent("multipart/form-data; boundary=b")
                .readBy(Make.PLATERECOGNIZER);
        assertThat(push).isEqualTo(new Push.Ignored(Push.Kind.HEARTBEAT));
    }

    @Test
    void saysHowToSwitchThePictureOn() {
        String json = Pushes.plateRecognizerJson(TIME, "ab123cd");
        Pushes.Sent form = new Pushes.Sent(
                "application/x-www-form-urlencoded", ("json=" + URLEncoder.encode(json, UTF_8)).getBytes(UTF_8));
        for (Pushes.Sent sent : new Pushes.Sent[] {form, Pushes.Sent.json(json)}) {
            Push push = sent.readBy(Make.PLATERECOGNIZER);
            assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.PICTURE_MISSING);
            assertThat(((Push.Unusable) push).fault().detail()).contains("webhook_image = yes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "json=%ZZ", "json={", "--b\r\n\r\nx\r\n--b--"})
    void refusesWhatPlateRecognizerDoesNotSend(String body) {
        Push push = Make.PLATERECOGNIZER.read(body.getBytes(UTF_8), "multipart/form-data; boundary=b");
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.BODY_MALFORMED);
    }
}
