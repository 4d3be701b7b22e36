package io.plateflow.ingest.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.ingest.FaultCode;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DahuaTest {
    private static final byte[] SCENE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4, 5, 6, 7};
    private static final byte[] CROP = {(byte) 0xFF, (byte) 0xD8, 9};

    @Test
    void takesTheWholePictureOfATollgateInfo() {
        Push.Sighting seen = Pushes.dahua("2026-05-31 18:04:05.120", "Obverse", "AB123CD", SCENE, CROP)
                .seenBy(Make.DAHUA);
        assertThat(seen.picture()).isEqualTo(SCENE);
        assertThat(seen.facts()).isEqualTo(Map.of("declaredPlate", "AB123CD"));
        assertThat(Objects.requireNonNull(seen.time()).local()).isEqualTo("2026-05-31T18:04:05.120");
        assertThat(seen.heading()).isEqualTo(Heading.FORWARD);
        assertThat(seen.eventId()).isEqualTo("20260531180405_normal.jpg");
    }

    @Test
    void takesTheEventWithoutItsOuterPicture() {
        Pushes.Sent sent = Pushes.Sent.json("""
                {"Plate": {"PlateNumber": "Unlicensed"}, "SnapInfo": {"SnapTime": "2026-05-31 18:04:05",
                 "Direction": "Reverse"}, "VehiclePic": {"Content": "data:image/jpeg;base64,%s"}}
                """.formatted(Pushes.base64(SCENE)));
        Push.Sighting seen = sent.seenBy(Make.DAHUA);
        assertThat(seen.picture()).isEqualTo(SCENE);
        assertThat(seen.facts()).isEmpty();
        assertThat(Objects.requireNonNull(seen.time()).local()).isEqualTo("2026-05-31T18:04:05");
        assertThat(seen.heading()).isEqualTo(Heading.REVERSE);
    }

    @Test
    void takesATrafficEventInParts() {
        Push.Sighting seen =
                Pushes.intelbras("2026-05-31 18:04:05", "ABC1D23", SCENE, CROP).seenBy(Make.INTELBRAS);
        assertThat(seen.picture()).isEqualTo(SCENE);
        assertThat(seen.facts()).isEqualTo(Map.of("declaredPlate", "ABC1D23"));
        assertThat(Objects.requireNonNull(seen.time()).local()).isEqualTo("2026-05-31T18:04:05");
        assertThat(seen.heading()).isEqualTo(Heading.REVERSE);
        assertThat(seen.eventId()).isEqualTo("516");
    }

    @Test
    void takesATrafficEventWhoseTextIsJson() {
        Push.Sighting seen = new CameraForm("myboundary")
                .part("Content-Type: application/json", """
                        {"Events": [{"EventBaseInfo": {"Code": "TrafficJunction"}, "RealUTC": 1780250645,
                                     "TrafficCar": {"PlateNumber": "AB123CD"}}]}""")
                .part("Content-Type: image/jpeg", SCENE)
                .sent("multipart/mixed; boundary=myboundary")
                .seenBy(Make.DAHUA);
        assertThat(seen.picture()).isEqualTo(SCENE);
        assertThat(seen.facts()).isEqualTo(Map.of("declaredPlate", "AB123CD"));
        assertThat(Objects.requireNonNull(seen.time()).instant()).isEqualTo("2026-05-31T18:04:05Z");
        assertThat(seen.eventId()).isNull();
    }

    @Test
    void ignoresSignsOfLifeAndOtherEvents() {
        assertThat(Pushes.Sent.json("{\"Active\": \"keepAlive\", \"DeviceID\": \"9C14632F\"}")
                        .readBy(Make.DAHUA))
                .isEqualTo(new Push.Ignored(Push.Kind.HEARTBEAT));
        assertThat(new CameraForm("b")
                        .part("Content-Type: text/plain", "Heartbeat")
                        .sent("multipart/x-mixed-replace; boundary=b")
                        .readBy(Make.DAHUA))
                .isEqualTo(new Push.Ignored(Push.Kind.HEARTBEAT));
        assertThat(new CameraForm("b")
                        .part("Content-Type: text/plain", "Events[0].EventBaseInfo.Code=VideoMotion\r\n")
                        .part("Content-Type: image/jpeg", SCENE)
                        .sent("multipart/x-mixed-replace; boundary=b")
                        .readBy(Make.DAHUA))
                .isEqualTo(new Push.Ignored(Push.Kind.OTHER_EVENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Picture\": {\"Plate\": {\"PlateNumber\": \"AB123CD\"}}}",
                "{\"Picture\": {\"Plate\": {}, \"NormalPic\": {\"Content\": \"\"}}}",
                "{\"Picture\": {\"Plate\": {}, \"NormalPic\": {\"Content\": 7}}}",
                "{\"Events\": [{\"Code\": \"TrafficJunction\"}]}"
            })
    void saysHowToSwitchThePictureOn(String body) {
        Push push = Pushes.Sent.json(body).readBy(Make.DAHUA);
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.PICTURE_MISSING);
        assertThat(((Push.Unusable) push).fault().detail()).contains("original picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"Picture\"", "--b\r\nno end", "--b\r\n\r\nwhat\r\n--b--\r\n"})
    void refusesWhatDahuaDoesNotSend(String body) {
        Push push = Make.DAHUA.read(body.getBytes(UTF_8), "multipart/mixed; boundary=b");
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.BODY_MALFORMED);
    }

    @Test
    void doesNotTakeALargeStrangerForASignOfLife() {
        Push push =
                Pushes.openAlpr(1_780_250_645_000L, "AB123CD", new byte[8_000]).readBy(Make.DAHUA);
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.BODY_MALFORMED);
    }
}
