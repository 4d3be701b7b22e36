package io.plateflow.stats.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.query.Csv;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tariffs are published in versions, linted first, and reach their topic. */
class TariffIT extends Administrator {
    private static final String HOURLY = """
            {"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires",
             "steps":[{"from":"PT0S","increment":"PT1H","price":"%s"}]}""";

    @Test
    void publishesVersionsThatNeverChangeAndSendsThem() throws Exception {
        HttpResponse<String> first = put("/v1/tariffs/plaza", HOURLY.formatted("900.00"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(body(first).at("/version").asInt()).isEqualTo(1);
        assertThat(body(first).at("/publishedBy").asString()).isEqualTo("admin");
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");

        HttpResponse<String> again = put("/v1/tariffs/plaza", first.body());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(body(again).at("/version").asInt()).isEqualTo(1);
        HttpResponse<String> second = put("/v1/tariffs/plaza", HOURLY.formatted("950.00"), "If-Match", "\"1\"");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(body(second).at("/replaces").asInt()).isEqualTo(1);
        assertThat(body(second).at("/validFrom").asString())
                .isEqualTo(body(second).at("/publishedAt").asString());
        assertThat(put("/v1/tariffs/plaza", HOURLY.formatted("950.00")).statusCode())
                .isEqualTo(200);

        JsonNode tariff = body(get("/v1/tariffs/plaza"));
        assertThat(tariff.at("/steps/0/price").asString()).isEqualTo("950.00");
        assertThat(tariff.at("/versions/1/steps/0/price").asString()).isEqualTo("900.00");
        assertThat(tariff.at("/versions").size()).isEqualTo(2);
        Map<String, TariffVersion> sent = await().atMost(Duration.ofSeconds(20))
                .until(this::sent, s -> s.containsKey("plaza@1") && s.containsKey("plaza@2"));
        TariffVersion newest = Objects.requireNonNull(sent.get("plaza@2"));
        assertThat(newest.publishedAt())
                .isEqualTo(Instant.parse(body(second).at("/publishedAt").asString()));
        assertThat(newest.tariff().validFrom()).isEqualTo(newest.publishedAt());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> body(get("/v1/tariffs/plaza")).has("sentAt"));
    }

    @Test
    void refusesADraftWithAllItsFaultsAndKeepsNothingOfIt() throws Exception {
        HttpResponse<String> refused = put("/v1/tariffs/wrong", """
                {"id":"right","kind":"TIMED","currency":"ARX","timeZone":"Mars/Olympus","grace":{},"cap":[1],"step":[],
                 "steps":[{"from":"PT1H","increment":"PT0S","price":"-1"}],"bands":"all","adjustments":[{"factor":{"a":1},"vehicle":"X"}],"rounding":[]}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "grace wrong_type",
                        "cap wrong_type",
                        "step unknown_field",
                        "adjustments[0].factor wrong_type",
                        "adjustments[0].vehicle unknown_field",
                        "adjustments[0].vehicleClass missing",
                        "rounding wrong_type",
                        "bands wrong_type",
                        "id id_differs",
                        "kind unknown_word",
                        "currency unknown_currency",
                        "timeZone unknown_time_zone",
                        "steps[0].from step_gap",
                        "steps[0].increment increment_zero",
                        "steps[0].price negative_amount");
        assertThat(get("/v1/tariffs/wrong").statusCode()).isEqualTo(404);
        assertThat(faults(put("/v1/tariffs/wrong", "{\"kind\":"))).containsExactly(" malformed_json");
        assertThat(faults(put("/v1/tariffs/wrong", "[]"))).containsExactly(" malformed_json");
        assertThat(faults(put("/v1/tariffs/-no", HOURLY.formatted("1.00")))).containsExactly("id malformed_name");
        assertThat(put("/v1/tariffs/wrong", "{\"id\":\"" + "x".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void exportsTheNewestVersionOfEachTariff() throws Exception {
        put("/v1/tariffs/export", HOURLY.formatted("700.00"));
        put("/v1/tariffs/export", HOURLY.formatted("800.00"), "If-Match", "\"1\"");
        HttpResponse<String> file = kept(request("/v1/tariffs", "analyst").header("Accept", "text/csv"));
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"tariffs.csv\"");
        List<CSVRecord> lines = Csv.lines(file.body());
        assertThat(lines)
                .extracting(line -> line.get("id"))
                .doesNotHaveDuplicates()
                .contains("original");
        assertThat(lines)
                .filteredOn(line -> line.get("id").equals("export"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("version")).isEqualTo("2");
                    assertThat(line.get("publishedBy")).isEqualTo("admin");
                    assertThat(Json.MAPPER
                                    .readTree(line.get("tariff"))
                                    .at("/steps/0/price")
                                    .asString())
                            .isEqualTo("800.00");
                });
    }

    @Test
    void warnsOfWhatIsOdd() throws Exception {
        HttpResponse<String> odd = put("/v1/tariffs/free", HOURLY.formatted("0.00"));
        assertThat(odd.statusCode()).isEqualTo(202);
        assertThat(body(odd).at("/warnings").toString()).contains("everything_free");
    }

    @Test
    void keepsTheBuiltInVersionOfOriginal() throws Exception {
        JsonNode builtIn = body(get("/v1/tariffs/original"));
        assertThat(builtIn.at("/version").asInt()).isEqualTo(1);
        assertThat(builtIn.has("publishedAt")).isFalse();
        assertThat(builtIn.at("/steps/0/price").asString()).isEqualTo("500.00");
        assertThat(body(get("/v1/tariffs")).at("/items/0/id").asString()).isEqualTo("original");
        put("/v1/tariffs/after-original", HOURLY.formatted("1.00"));
        assertThat(oneByOne())
                .startsWith("original")
                .containsExactlyElementsOf(ids(body(get("/v1/tariffs?limit=500"))))
                .doesNotHaveDuplicates();
        assertThat(put("/v1/tariffs/original", HOURLY.formatted("500.00")).statusCode())
                .isEqualTo(200);
        String passage = """
                {"kind":"PASSAGE","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires","price":"1.00"}""";
        assertThat(faults(put("/v1/tariffs/original", passage))).containsExactly("kind original_is_time");

        HttpResponse<String> dearer = put("/v1/tariffs/original", HOURLY.formatted("600.00"));
        assertThat(body(dearer).at("/version").asInt()).isEqualTo(2);
        JsonNode both = body(get("/v1/tariffs/original"));
        assertThat(both.at("/versions").size()).isEqualTo(2);
        assertThat(both.at("/versions/1/steps/0/price").asString()).isEqualTo("500.00");
    }

    @Test
    void publishesNothingOverAVersionThatTheWriterDidNotSee() throws Exception {
        put("/v1/tariffs/contested", HOURLY.formatted("1.00"), "If-None-Match", "*");
        HttpResponse<String> late = put("/v1/tariffs/contested", HOURLY.formatted("2.00"), "If-None-Match", "*");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(body(late).at("/code").asString()).isEqualTo("version_conflict");
        assertThat(put("/v1/tariffs/contested", HOURLY.formatted("2.00"), "If-Match", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(faults(put("/v1/tariffs/contested", HOURLY.formatted("2.00"), "If-Match", "one")))
                .containsExactly("If-Match if_match_malformed");
        assertThat(body(get("/v1/tariffs/contested")).at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void numbersVersionsOfManyWritersWithoutGapOrRepeat() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> drafts = IntStream.range(1, 41)
                    .mapToObj(n ->
                            (Callable<Integer>) () -> body(put("/v1/tariffs/busy" + n % 2, HOURLY.formatted(n + ".00")))
                                    .at("/version")
                                    .asInt())
                    .toList();
            List<Integer> versions = new ArrayList<>();
            for (Future<Integer> version : writers.invokeAll(drafts)) {
                versions.add(version.get());
            }
            List<Integer> twice = new ArrayList<>();
            IntStream.rangeClosed(1, 20).forEach(n -> twice.addAll(Collections.nCopies(2, n)));
            assertThat(versions).containsExactlyInAnyOrderElementsOf(twice);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void listsTheNewestVersionsPageByPage() throws Exception {
        put("/v1/tariffs/zz-a", HOURLY.formatted("1.00"));
        put("/v1/tariffs/zz-a", HOURLY.formatted("2.00"));
        put("/v1/tariffs/zz-b", HOURLY.formatted("3.00"));
        JsonNode page = body(get("/v1/tariffs?limit=1&cursor=zz"));
        assertThat(page.at("/items/0/steps/0/price").asString()).isEqualTo("2.00");
        JsonNode last =
                body(get("/v1/tariffs?limit=1&cursor=" + page.at("/nextCursor").asString()));
        assertThat(last.at("/items/0/id").asString()).isEqualTo("zz-b");
        assertThat(last.has("nextCursor")).isFalse();
        assertThat(faults(get("/v1/tariffs?limit=0"))).containsExactly("limit limit_range");
    }

    /** Ids of all tariffs, from pages of one each. */
    private List<String> oneByOne() throws Exception {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = body(get("/v1/tariffs?limit=1&cursor=" + cursor));
            assertThat(page.at("/items").size()).isEqualTo(1);
            ids.addAll(ids(page));
            cursor = page.at("/nextCursor").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.at("/items").spliterator(), false)
                .map(tariff -> tariff.at("/id").asString())
                .toList();
    }

    private Map<String, TariffVersion> sent() {
        TopicPartition topic = new TopicPartition(Topics.TARIFFS.name(), 0);
        Map<String, TariffVersion> versions = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(topic)).get(topic));
            while (consumer.position(topic) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(m -> versions.put(m.key(), Json.MAPPER.readValue(m.value(), TariffVersion.class)));
            }
        }
        return versions;
    }
}
