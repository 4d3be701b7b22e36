package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Capture.PlaceSource;
import io.plateflow.contracts.Capture.TimeSource;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import io.plateflow.embedded.TestKafka;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Photos through the real service onto a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final AtomicLong PICTURES = new AtomicLong();

    private String kafka = "";

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        kafka = TestKafka.bootstrap();
        gateway = Gateway.start(kafka);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void keepsARawPhotoWithAllThatWasSaidOfIt() throws Exception {
        byte[] photo = photo();
        Instant taken = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
        HttpResponse<String> answer = gateway.post(
                photo,
                "image/jpeg",
                Map.of(
                        "latitude", "-34.6037",
                        "longitude", "-58.3816",
                        "url", "https://maps.google.com/?q=1,2",
                        "capturedAt", taken.toString(),
                        "cameraId", "cámara 7",
                        "direction", "entry",
                        "source", "warden app",
                        "accuracyMeters", "12.5",
                        "declaredPlate", "ab 123 cd"),
                "traceparent",
                TRACE);

        UUID id = accepted(answer);
        ConsumerRecord<String, byte[]> kept =
                Captures.of(kafka, Topics.CAPTURES, id).get(0);
        assertThat(kept.value()).isEqualTo(photo);
        assertThat(CloudEvents.get(kept.headers(), CloudEvents.TRACE_PARENT)).contains(TRACE);
        assertThat(CloudEvents.get(kept.headers(), CloudEvents.ID)).contains(id.toString());
        assertThat(CloudEvents.get(kept.headers(), CloudEvents.CONTENT_TYPE)).contains("image/jpeg");
        Capture capture = Captures.only(kafka, Topics.CAPTURES, id);
        assertThat(capture.place()).isEqualTo(new Coordinates(-34.6037, -58.3816));
        assertThat(capture.placeSource()).isEqualTo(PlaceSource.REQUEST);
        assertThat(capture.url()).isEqualTo("https://maps.google.com/?q=1,2");
        assertThat(capture.capturedAt()).isEqualTo(taken);
        assertThat(capture.timeSource()).isEqualTo(TimeSource.REQUEST);
        assertThat(capture.cameraId()).isEqualTo("cámara 7");
        assertThat(capture.direction()).isEqualTo(Direction.ENTRY);
        assertThat(capture.source()).isEqualTo("warden app");
        assertThat(capture.accuracyMeters()).isEqualTo(12.5);
        assertThat(capture.declaredPlate()).isEqualTo("AB123CD");
        assertThat(capture.keyId()).isEqualTo("test");
        assertThat(capture.image())
                .isEqualTo(new Capture.Image(
                        "image/jpeg", 320, 240, photo.length, capture.image().sha256()));
        assertThat(capture.flags()).isEmpty();
        assertThat(capture.attempt()).isEqualTo(1);
    }

    @Test
    void keepsAPhotoFromAForm() throws Exception {
        byte[] photo = photo();
        Form form = new Form()
                .field("latitude", "-34.6")
                .field("longitude", "-58.4")
                .field("source", "formulario ñ")
                .file("image", "image/jpeg", photo);

        UUID id = accepted(gateway.post(form.body(), form.contentType(), Map.of("source", "the form wins")));

        assertThat(Captures.of(kafka, Topics.CAPTURES, id).get(0).value()).isEqualTo(photo);
        assertThat(Captures.only(kafka, Topics.CAPTURES, id).source()).isEqualTo("formulario ñ");
    }

    @Test
    void keepsPngAndWebp() throws Exception {
        UUID png = accepted(gateway.post(Photos.png(30, 20), "image/png", HERE));
        UUID webp = accepted(gateway.post(Photos.WEBP_LOSSY, "image/webp", HERE));

        assertThat(Captures.only(kafka, Topics.CAPTURES, png).image().contentType())
                .isEqualTo("image/png");
        assertThat(Captures.only(kafka, Topics.CAPTURES, webp).image().contentType())
                .isEqualTo("image/webp");
    }

    @Test
    void takesThePlaceFromTheMapsLink() throws Exception {
        UUID id = accepted(gateway.post(
                photo(), "image/jpeg", Map.of("url", "https://www.google.com/maps/@-34.6037,-58.3816,17z")));

        Capture capture = Captures.only(kafka, Topics.CAPTURES, id);
        assertThat(capture.placeSource()).isEqualTo(PlaceSource.URL);
        assertThat(capture.place()).isEqualTo(new Coordinates(-34.6037, -58.3816));
    }

    @Test
    void takesPlaceAndTimeFromExif() throws Exception {
        byte[] exif = new ExifBlock()
                .place(-34.5, -58.25)
                .gpsTime("2026:01:02", 3, 4, 5)
                .build();

        UUID id = accepted(gateway.post(Photos.jpegWith(exif, photo()), "image/jpeg", Map.of()));

        Capture capture = Captures.only(kafka, Topics.CAPTURES, id);
        assertThat(capture.placeSource()).isEqualTo(PlaceSource.EXIF);
        assertThat(capture.place()).isEqualTo(new Coordinates(-34.5, -58.25));
        assertThat(capture.timeSource()).isEqualTo(TimeSource.EXIF_GPS);
        assertThat(capture.capturedAt()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(capture.flags()).containsExactly(CaptureFlag.LATE);
    }

    @Test
    void takesPlaceDirectionAndZoneFromTheRecordOfTheKey() throws Exception {
        Coordinates gate = new Coordinates(-31.4, -64.2);
        CreateTopics.publish(
                kafka,
                ApiKey.of("gate", CreateTopics.hash("gate-key"))
                        .at(gate, Direction.EXIT, ZoneId.of("America/Sao_Paulo")));
        HttpResponse<String> answer =
                await().until(() -> post("gate-key", photo(), ""), got -> got.statusCode() != 401);

        Capture capture = Captures.only(kafka, Topics.CAPTURES, accepted(answer));
        assertThat(capture.place()).isEqualTo(gate);
        assertThat(capture.placeSource()).isEqualTo(PlaceSource.CAMERA);
        assertThat(capture.direction()).isEqualTo(Direction.EXIT);
        assertThat(capture.timeSource()).isEqualTo(TimeSource.RECEIVED);
        assertThat(capture.flags()).containsExactly(CaptureFlag.TIME_ASSUMED);
    }

    @Test
    void refusesAKeyOnceItIsRevoked() throws Exception {
        CreateTopics.publish(kafka, key("lost", false));
        await().until(() -> post("lost-key", photo(), "latitude=1&longitude=1").statusCode() == 202);

        CreateTopics.publish(kafka, key("lost", true));

        await().until(() -> post("lost-key", photo(), "latitude=1&longitude=1").statusCode() == 401);
    }

    @Test
    void keepsBulkPhotosApart() throws Exception {
        UUID id = accepted(
                gateway.post(photo(), "image/jpeg", Map.of("latitude", "1", "longitude", "1", "priority", "bulk")));

        assertThat(Captures.only(kafka, Topics.CAPTURES_BULK, id).priority()).isEqualTo(Capture.Priority.BULK);
        assertThat(Captures.of(kafka, Topics.CAPTURES, id)).isEmpty();
    }

    @Test
    void publishesARepeatOnce() throws Exception {
        byte[] photo = photo();
        UUID id = accepted(gateway.post(photo, "image/jpeg", HERE));

        HttpResponse<String> again = gateway.post(photo, "image/jpeg", HERE);

        assertThat(again.statusCode()).isEqualTo(200);
        Contract.assertKept(again);
        assertThat(Gateway.json(again).path("id").asString()).isEqualTo(id.toString());
        assertThat(Captures.of(kafka, Topics.CAPTURES, id)).hasSize(1);
    }

    @Test
    void givesOneIdempotencyKeyOneCapture() throws Exception {
        byte[] photo = photo();
        String[] header = {"Idempotency-Key", "order-" + PICTURES.get()};
        UUID id = accepted(gateway.post(photo, "image/jpeg", HERE, header));

        HttpResponse<String> elsewhere =
                gateway.post(photo, "image/jpeg", Map.of("latitude", "1", "longitude", "1"), header);
        HttpResponse<String> other = gateway.post(photo(), "image/jpeg", HERE, header);

        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(Gateway.json(elsewhere).path("id").asString()).isEqualTo(id.toString());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Gateway.codes(other)).containsExactly("idempotency_key_reused");
        assertThat(Captures.of(kafka, Topics.CAPTURES, id)).hasSize(1);
    }

    @Test
    void saysWhatItCountsAndHowItIs() throws Exception {
        gateway.post(photo(), "image/jpeg", HERE);
        gateway.post(new byte[0], "image/jpeg", HERE);

        assertThat(gateway.management("/actuator/prometheus"))
                .contains("plateflow_ingest_captures_total{outcome=\"accepted\",priority=\"live\"}")
                .contains("plateflow_ingest_refusals_total{code=\"image_empty\"}")
                .contains("plateflow_ingest_publish_seconds_count")
                .contains("plateflow_ingest_storage_free_bytes")
                .contains("kafka_producer_record_send_total");
        assertThat(gateway.management("/actuator/health/readiness")).contains("\"status\":\"UP\"");
        assertThat(gateway.management("/actuator/health/liveness")).contains("\"status\":\"UP\"");
        await().untilAsserted(
                        () -> assertThat(gateway.part(ByteBudget.class).inUse()).isZero());
    }

    private static UUID accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Contract.assertKept(answer);
        assertThat(Gateway.json(answer).path("status").asString()).isEqualTo("PENDING");
        UUID id = UUID.fromString(Gateway.json(answer).path("id").asString());
        assertThat(answer.headers().firstValue("Location"))
                .isEqualTo(Optional.of("http://localhost:8081/v1/captures/" + id));
        return id;
    }

    private HttpResponse<String> post(String key, byte[] photo, String query) throws Exception {
        return gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures?" + query))
                .headers("X-API-Key", key, "Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo)));
    }

    private static ApiKey key(String id, boolean revoked) {
        ApiKey key = ApiKey.of(id, CreateTopics.hash(id + "-key"));
        return revoked ? key.asRevoked() : key;
    }

    private static byte[] photo() {
        return Photos.jpeg(320, 240, PICTURES.incrementAndGet());
    }
}
