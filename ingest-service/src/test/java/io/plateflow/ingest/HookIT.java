package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Capture.PlaceSource;
import io.plateflow.contracts.Capture.TimeSource;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import io.plateflow.embedded.TestKafka;
import io.plateflow.ingest.hooks.CameraForm;
import io.plateflow.ingest.hooks.Pushes;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What cameras push through the real service onto a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HookIT {
    private static final String GATE = "gate-" + UUID.randomUUID();
    private static final Coordinates PLACE = new Coordinates(-31.4, -64.2);
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final AtomicLong PICTURES = new AtomicLong(90_000);

    private final LocalDateTime local = LocalDateTime.now(ZONE).minusHours(1).truncatedTo(ChronoUnit.SECONDS);
    private final Instant taken = local.atZone(ZONE).toInstant();
    private final byte[] crop = Photos.jpeg(90, 30, 1);

    private String kafka = "";

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        kafka = TestKafka.bootstrap();
        gateway = Gateway.start(kafka);
        CreateTopics.publish(kafka, camera().at(PLACE, Direction.ENTRY, ZONE));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.push("hikvision/" + GATE, Pushes.hikvisionHeartbeat())
                                .statusCode()
                        == 200);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void keepsTheSceneOfAHikvision() throws Exception {
        byte[] scene = picture();
        String time = taken.atOffset(ZoneOffset.ofHours(-3)).toString();
        String event = Pushes.hikvisionEvent(UUID.randomUUID().toString(), time, "reverse", "AB123CD");

        Capture kept = kept("hikvision", Pushes.hikvision(event, scene, crop), scene);

        assertThat(kept.capturedAt()).isEqualTo(taken);
        assertThat(kept.timeSource()).isEqualTo(TimeSource.REQUEST);
        assertThat(kept.direction()).isEqualTo(Direction.EXIT);
        assertThat(kept.declaredPlate()).isEqualTo("AB123CD");
        assertThat(kept.source()).isEqualTo("hikvision");
        assertThat(kept.place()).isEqualTo(PLACE);
        assertThat(kept.placeSource()).isEqualTo(PlaceSource.CAMERA);
        assertThat(kept.cameraId()).isEqualTo(GATE);
        assertThat(kept.keyId()).isEqualTo(GATE);
        assertThat(kept.image().width()).isEqualTo(320);
        assertThat(kept.flags()).isEmpty();
    }

    @Test
    void keepsTheSceneOfADahuaInTheZoneOfItsCamera() throws Exception {
        byte[] scene = picture();
        String time = local.toString().replace('T', ' ');

        Capture kept = kept("dahua", Pushes.dahua(time, "Obverse", "AB123CD", scene, crop), scene);

        assertThat(kept.capturedAt()).isEqualTo(taken);
        assertThat(kept.flags()).containsExactly(CaptureFlag.TIME_ZONE_ASSUMED);
        assertThat(kept.direction()).isEqualTo(Direction.ENTRY);
        assertThat(kept.declaredPlate()).isEqualTo("AB123CD");
        assertThat(kept.source()).isEqualTo("dahua");
    }

    @Test
    void keepsTheSceneOfAnIntelbras() throws Exception {
        byte[] scene = picture();
        String time = local.toString().replace('T', ' ');

        Capture kept = kept("intelbras", Pushes.intelbras(time, "ABC1D23", scene, crop), scene);

        assertThat(kept.capturedAt()).isEqualTo(taken);
        assertThat(kept.direction()).isEqualTo(Direction.EXIT);
        assertThat(kept.declaredPlate()).isEqualTo("ABC1D23");
        assertThat(kept.source()).isEqualTo("intelbras");
    }

    @Test
    void keepsTheUploadOfPlateRecognizerStream() throws Exception {
        byte[] scene = picture();

        Capture kept = kept("platerecognizer", Pushes.plateRecognizer(taken.toString(), "ab123cd", scene), scene);

        assertThat(kept.capturedAt()).isEqualTo(taken);
        assertThat(kept.cameraId()).isEqualTo("camera-1");
        assertThat(kept.direction()).isEqualTo(Direction.ENTRY);
        assertThat(kept.declaredPlate()).isEqualTo("AB123CD");
        assertThat(kept.source()).isEqualTo("platerecognizer");
    }

    @Test
    void keepsTheVehicleOfRekorWhereTheAgentSaysThatItWas() throws Exception {
        byte[] vehicle = picture();

        Capture kept = kept("rekor", Pushes.openAlpr(taken.toEpochMilli(), "AB123CD", vehicle), vehicle);

        assertThat(kept.capturedAt()).isEqualTo(taken);
        assertThat(kept.place()).isEqualTo(new Coordinates(-34.5, -58.25));
        assertThat(kept.placeSource()).isEqualTo(PlaceSource.REQUEST);
        assertThat(kept.cameraId()).isEqualTo("1234");
        assertThat(kept.declaredPlate()).isEqualTo("AB123CD");
        assertThat(kept.source()).isEqualTo("rekor");
    }

    @Test
    void keepsAnUploadFromAnyCamera() throws Exception {
        byte[] picture = picture();
        Pushes.Sent sent = new CameraForm("b")
                .part("Content-Disposition: form-data; name=\"camera_id\"", "north")
                .part("Content-Disposition: form-data; name=\"upload\"; filename=\"car.jpg\"", picture)
                .sent("multipart/form-data; boundary=b");

        Capture kept = kept("upload", sent, picture);

        assertThat(kept.cameraId()).isEqualTo("north");
        assertThat(kept.timeSource()).isEqualTo(TimeSource.RECEIVED);
        assertThat(kept.declaredPlate()).isNull();
    }

    @Test
    void takesPlateRecognizersUploadAmongPhotosToo() throws Exception {
        Form form = new Form().file("upload", "image/jpeg", picture());
        HttpResponse<String> answer = gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures"))
                .headers("X-API-Key", GATE, "Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.body())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    @Test
    void takesTheKeyAsAHeaderAndWhatTheAddressSaysBeforeWhatTheCameraSays() throws Exception {
        byte[] picture = picture();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        gateway.uri("/v1/hooks/upload?latitude=-34.6&longitude=-58.4&direction=PASS&cameraId=wall"))
                .headers("X-API-Key", GATE, "Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(picture));

        HttpResponse<String> answer = gateway.send(request);

        Contract.assertKept("/v1/hooks/upload", answer);
        Capture kept = capture(answer, picture);
        assertThat(kept.place()).isEqualTo(new Coordinates(-34.6, -58.4));
        assertThat(kept.direction()).isEqualTo(Direction.PASS);
        assertThat(kept.cameraId()).isEqualTo("wall");
    }

    @Test
    void makesOneCaptureOfAnEventHoweverOftenItIsSent() throws Exception {
        byte[] scene = picture();
        String event = Pushes.hikvisionEvent(UUID.randomUUID().toString(), taken.toString(), "forward", "AB123CD");
        HttpResponse<String> first = push("hikvision", Pushes.hikvision(event, scene, crop));
        HttpResponse<String> again = push("hikvision", Pushes.hikvision(event, scene, crop));
        HttpResponse<String> anotherPicture = push("hikvision", Pushes.hikvision(event, picture(), crop));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Gateway.json(anotherPicture).path("status").asString()).isEqualTo("KNOWN");
        capture(first, scene);
    }

    @Test
    void makesOneCaptureOfAPictureWhoseEventHasNoId() throws Exception {
        Pushes.Sent sent = new Pushes.Sent("image/jpeg", picture());
        assertThat(push("upload", sent).body()).isEqualTo(push("upload", sent).body());
    }

    @Test
    void countsSignsOfLifeAndKeepsNothingOfThem() throws Exception {
        HttpResponse<String> answer = push("hikvision", Pushes.hikvisionHeartbeat());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Gateway.json(answer).path("status").asString()).isEqualTo("IGNORED");
        assertThat(gateway.management("/actuator/prometheus"))
                .contains("plateflow_ingest_ignored_total{kind=\"heartbeat\",sender=\"hikvision\"}");
    }

    private Capture kept(String make, Pushes.Sent sent, byte[] picture) throws Exception {
        return capture(push(make, sent), picture);
    }

    private Capture capture(HttpResponse<String> answer, byte[] picture) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Gateway.json(answer).path("Result").asBoolean()).isTrue();
        assertThat(Gateway.json(answer).path("status").asString()).isEqualTo("PENDING");
        UUID id = UUID.fromString(Gateway.json(answer).path("id").asString());
        assertThat(Captures.of(kafka, Topics.CAPTURES, id).get(0).value()).isEqualTo(picture);
        return Captures.only(kafka, Topics.CAPTURES, id);
    }

    private HttpResponse<String> push(String make, Pushes.Sent sent) throws Exception {
        HttpResponse<String> answer = gateway.push(make + "/" + GATE, sent);
        Contract.assertKept("/v1/hooks/" + make + "/key", answer);
        return answer;
    }

    private static ApiKey camera() {
        return new ApiKey(
                GATE,
                CreateTopics.hash(GATE),
                "Gate",
                "Hikvision",
                null,
                null,
                null,
                null,
                false,
                ApiKey.Kind.CAMERA,
                null,
                null,
                null);
    }

    private static byte[] picture() {
        return Photos.jpeg(320, 240, PICTURES.incrementAndGet());
    }
}
