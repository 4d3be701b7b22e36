package io.plateflow.ingest.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.ingest.FaultCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HikvisionTest {
    private static final byte[] SCENE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4};
    private static final byte[] CROP = {(byte) 0xFF, (byte) 0xD8, 9, 9, 9, 9, 9, 9, 9, 9};
    private static final String EVENT =
            Pushes.hikvisionEvent("a0fe72d4-3652", "2026-05-31T18:04:05.847-03:00", "reverse", "AB123CD");

    @Test
    void takesTheSceneAndNotThePlateHoweverLarge() {
        Push.Sighting seen = Pushes.hikvision(EVENT, SCENE, CROP).seenBy(Make.HIKVISION);

        assertThat(seen.picture()).isEqualTo(SCENE);
        assertThat(seen.facts()).isEqualTo(Map.of("declaredPlate", "AB123CD"));
        assertThat(seen.time()).isNotNull();
        assertThat(seen.time().instant()).isEqualTo("2026-05-31T21:04:05.847Z");
        assertThat(seen.heading()).isEqualTo(Heading.REVERSE);
        assertThat(seen.eventId()).isEqualTo("a0fe72d4-3652");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=boundary",
                "multipart/form-data; boundary=\"boundary\"",
                "multipart/form-data; boundary=--boundary",
                "multipart/mixed;boundary=another",
                "multipart/form-data",
                "application/octet-stream"
            })
    void believesTheBodyBeforeItsHeader(String contentType) {
        byte[] body = Pushes.hikvision(EVENT, SCENE, CROP).body();
        assertThat(((Push.Sighting) Make.HIKVISION.read(body, contentType)).picture())
                .isEqualTo(SCENE);
    }

    @Test
    void understandsPartsWithoutTypesOrNames() {
        Pushes.Sent sent = new CameraForm("---------------------------7e13971310878")
                .part("Content-Length: " + EVENT.length(), EVENT)
                .part("Content-Length: 6", SCENE)
                .sent("multipart/form-data; boundary=---------------------------7e13971310878");
        assertThat(sent.seenBy(Make.HIKVISION).picture()).isEqualTo(SCENE);
    }

    @Test
    void takesNumberedScenesAndPassesOverEmptyParts() {
        Pushes.Sent sent = new CameraForm("b")
                .part("Content-Disposition: form-data; name=\"xml_file\"; filename=\"anpr.xml\"", EVENT)
                .part("Content-Disposition: form-data; name=\"f\"; filename=\"detectionPicture.jpg\"", new byte[0])
                .part("Content-Disposition: form-data; name=\"f\"; filename=\"licensePlatePicture.jpg\"", CROP)
                .part("Content-Disposition: form-data; name=\"f\"; filename=\"detectionPicture_1.jpg\"", SCENE)
                .sent("multipart/form-data; boundary=b");
        assertThat(sent.seenBy(Make.HIKVISION).picture()).isEqualTo(SCENE);
    }

    @Test
    void takesTheCropWhereTheCameraSendsNothingElse() {
        assertThat(Pushes.hikvision(EVENT, new byte[0], CROP)
                        .seenBy(Make.HIKVISION)
                        .picture())
                .isEqualTo(CROP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "noPlate", "?", "A234567890123456789"})
    void takesNoPlateThatIsNone(String plate) {
        String event = Pushes.hikvisionEvent("1", "2026-05-31T18:04:05", "unknown", plate);
        Push.Sighting seen = Pushes.hikvision(event, SCENE, CROP).seenBy(Make.HIKVISION);
        assertThat(seen.facts()).isEmpty();
        assertThat(seen.heading()).isNull();
        assertThat(seen.time()).isNotNull();
        assertThat(seen.time().local()).isEqualTo("2026-05-31T18:04:05");
    }

    @Test
    void takesThePlaceOfItsReceiver() {
        String event = EVENT.replace(
                "<Latitude><degree>0</degree><minute>0</minute><sec>0.000000</sec>",
                "<Latitude><degree>34</degree><minute>36</minute><sec>13.32</sec>");
        event = event.replace(
                "<Longitude><degree>0</degree><minute>0</minute><sec>0.000000</sec>",
                "<Longitude><degree>58</degree><minute>22</minute><sec>53.76</sec>");
        assertThat(Pushes.hikvision(event, SCENE, CROP).seenBy(Make.HIKVISION).facts())
                .containsEntry("latitude", "-34.6037000")
                .containsEntry("longitude", "-58.3816000");
    }

    @Test
    void ignoresSignsOfLifeAndOtherEvents() {
        assertThat(Pushes.hikvisionHeartbeat().readBy(Make.HIKVISION)).isEqualTo(new Push.Ignored(Push.Kind.HEARTBEAT));
        String motion = EVENT.replace("<eventType>ANPR<", "<eventType>VMD<");
        assertThat(Pushes.hikvision(motion, SCENE, CROP).readBy(Make.HIKVISION))
                .isEqualTo(new Push.Ignored(Push.Kind.OTHER_EVENT));
        assertThat(Pushes.Sent.json("{\"eventType\": \"heartBeat\"}").readBy(Make.HIKVISION))
                .isEqualTo(new Push.Ignored(Push.Kind.HEARTBEAT));
    }

    @Test
    void saysHowToSwitchThePictureOn() {
        Push alone = Make.HIKVISION.read(EVENT.getBytes(UTF_8), "text/xml");
        assertThat(((Push.Unusable) alone).fault().code()).isEqualTo(FaultCode.PICTURE_MISSING);
        assertThat(((Push.Unusable) alone).fault().detail()).contains("detection picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<EventNotificationAlert><eventType>ANPR",
                "<other><eventType>ANPR</eventType></other>",
                "{\"eventType\": \"ANPR\"}",
                "--b\r\n\r\nno end",
                "plate=AB123CD"
            })
    void refusesWhatHikvisionDoesNotSend(String body) {
        Push push = Make.HIKVISION.read(body.getBytes(UTF_8), "multipart/form-data; boundary=b");
        assertThat(((Push.Unusable) push).fault().code()).isEqualTo(FaultCode.BODY_MALFORMED);
    }
}
