package io.plateflow.stats.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.stats.Administrator;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices over HTTP, each by a whole tariff and by the id of a published one. */
class QuoteIT extends Administrator {
    private static final String OWN = "../domain/src/test/resources/tariff";
    private static final String SHARED = "../../shared/billing-cases";
    private static final Set<String> PUBLISHED = ConcurrentHashMap.newKeySet();

    @ParameterizedTest(name = "{0}: {9}")
    @CsvFileSource(files = OWN + "/rating.csv", numLinesToSkip = 1)
    void pricesAsWorkedOut(
            String tariff,
            String entry,
            @Nullable String exit,
            @Nullable String vehicleClass,
            @Nullable String exempt,
            String currency,
            String amount,
            long billedSeconds,
            @Nullable String lines,
            String note)
            throws Exception {
        ObjectNode asked = asked(entry, exit, vehicleClass);
        asked.put("exempt", Boolean.parseBoolean(exempt));
        JsonNode price = price(OWN, tariff, asked);
        assertThat(price.at("/amount/amount").asString()).as(note).isEqualTo(amount);
        assertThat(price.at("/amount/currency").asString()).isEqualTo(currency);
        assertThat(price.at("/billedSeconds").asLong()).isEqualTo(billedSeconds);
    }

    @ParameterizedTest(name = "{0}: {6}")
    @EnabledIf("sharedCasesAreThere")
    @CsvFileSource(files = SHARED + "/rating.csv", numLinesToSkip = 1)
    void pricesAsOthersWorkedOut(
            String tariff,
            String entry,
            @Nullable String exit,
            @Nullable String vehicleClass,
            String currency,
            String amount,
            String note)
            throws Exception {
        JsonNode price = price(SHARED, tariff, asked(entry, exit, vehicleClass));
        assertThat(price.at("/amount/amount").asString()).as(note).isEqualTo(amount);
        assertThat(price.at("/amount/currency").asString()).isEqualTo(currency);
    }

    @Test
    void takesTheHighestVersionThatIsValidAtTheEntry() throws Exception {
        String hourly = """
                {"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires","validFrom":"%s",
                 "steps":[{"from":"PT0S","increment":"PT1H","price":"%s"}]}""";
        put("/v1/tariffs/dated", hourly.formatted("2026-03-01T00:00:00-03:00", "100.00"));
        put("/v1/tariffs/dated", hourly.formatted("2026-03-05T00:00:00-03:00", "200.00"));
        put("/v1/tariffs/dated", hourly.formatted("2026-03-03T00:00:00-03:00", "300.00"));
        Map<String, String> expected = new TreeMap<>(Map.of(
                "2026-02-01T10:00:00-03:00", "dated@1 100.00",
                "2026-03-02T23:59:59-03:00", "dated@1 100.00",
                "2026-03-03T00:00:00-03:00", "dated@3 300.00",
                "2026-03-06T00:00:00-03:00", "dated@3 300.00"));
        for (Map.Entry<String, String> row : expected.entrySet()) {
            String exit = OffsetDateTime.parse(row.getKey()).plusMinutes(30).toString();
            ObjectNode asked = asked(row.getKey(), exit, null).put("tariff", "dated");
            JsonNode price = body(post("/v1/quotes", "analyst", asked.toString()));
            assertThat(price.at("/tariff").asString() + " "
                            + price.at("/amount/amount").asString())
                    .as(row.getKey())
                    .isEqualTo(row.getValue());
        }
    }

    @Test
    void namesAllThatIsWrongWithAQuestion() throws Exception {
        assertThat(refused("{}")).containsExactlyInAnyOrder("entry missing", "tariff missing");
        assertThat(refused("""
                {"tariff":"nowhere","entry":"yesterday","exit":"2026-03-02","vehicleClass":{},"until":1}"""))
                .containsExactlyInAnyOrder(
                        "vehicleClass wrong_type",
                        "until unknown_field",
                        "entry malformed_instant",
                        "tariff unknown_tariff",
                        "exit malformed_instant");
        assertThat(refused("""
                {"tariff":{"kind":"TIME","currency":"ARS"},"entry":"2026-03-02T10:00:00-03:00"}""")).containsExactlyInAnyOrder("tariff.timeZone missing", "tariff.steps missing");
        assertThat(refused("{\"tariff\":\"original\",\"entry\":\"2026-03-02T10:00:00-03:00\"}"))
                .containsExactly("exit missing");
        assertThat(refused("""
                {"tariff":"original","entry":"2026-03-02T10:00:00-03:00","exit":"2027-03-04T10:00:00-03:00"}""")).containsExactly("exit stay_too_long");
        assertThat(refused("nothing")).containsExactly(" malformed_json");
    }

    @Test
    void tellsWhatIsOddAboutAWholeTariff() throws Exception {
        String free = """
                {"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires",
                 "steps":[{"from":"PT0S","increment":"PT1H","price":"0.00"}]}""";
        JsonNode odd = body(post("/v1/quotes", "analyst", """
                {"tariff":%s,"entry":"2026-03-02T10:00:00-03:00","exit":"2026-03-02T11:00:00-03:00"}""".formatted(free)));
        assertThat(odd.at("/warnings").findValuesAsString("code")).contains("everything_free");
        assertThat(odd.at("/amount/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void storesNothing() throws Exception {
        long before = count();
        price(OWN, "original", asked("2026-03-02T10:00:00-03:00", "2026-03-02T12:10:00-03:00", null));
        post("/v1/quotes", "analyst", """
                {"tariff":{"id":"original","kind":"PASSAGE","currency":"ARS","timeZone":"UTC","price":"1.00"},
                 "entry":"2026-03-02T10:00:00-03:00"}""");
        assertThat(count()).isEqualTo(before);
    }

    /**
     * From the client's question over HTTP to its answer, the database asked each time, on a machine that does little else.
     * The first 25,000 go by while the second compiler still takes one of two cores.
     */
    @Test
    @Tag("full")
    void answersWithinFiveMilliseconds() throws Exception {
        String asked = asked("2026-01-02T10:00:00-03:00", "2026-04-02T10:00:00-03:00", null)
                .put("tariff", "original")
                .toString();
        HttpRequest question = request("/v1/quotes", "analyst")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(asked))
                .build();
        long[] nanos = new long[30_000];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = HTTP.send(question, BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - begun;
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        long[] warm = Arrays.copyOfRange(nanos, 25_000, nanos.length);
        Arrays.sort(warm);
        double median = warm[warm.length / 2] / 1e6;
        double p99 = warm[warm.length * 99 / 100] / 1e6;
        System.out.printf("quotes over HTTP: median %.2f ms, p99 %.2f ms%n", median, p99);
        assertThat(p99).isLessThan(5);
    }

    static boolean sharedCasesAreThere() {
        return Files.isReadable(Path.of(SHARED, "rating.csv"));
    }

    private long count() {
        return jdbc.sql("SELECT COUNT(*) FROM edition").query(Long.class).single();
    }

    private List<String> refused(String question) throws Exception {
        HttpResponse<String> answer = post("/v1/quotes", "analyst", question);
        assertThat(answer.statusCode()).isEqualTo(422);
        return faults(answer);
    }

    private static ObjectNode asked(String entry, @Nullable String exit, @Nullable String vehicleClass) {
        ObjectNode asked = Json.MAPPER.createObjectNode().put("entry", entry);
        if (exit != null) {
            asked.put("exit", exit);
        }
        if (vehicleClass != null) {
            asked.put("vehicleClass", vehicleClass);
        }
        return asked;
    }

    /** The same price by the whole tariff and by its id. */
    private JsonNode price(String directory, String tariff, ObjectNode asked) throws Exception {
        ObjectNode whole = tariff(directory, tariff);
        String id = tariff;
        if (!tariff.equals("original")) {
            id = (directory.equals(OWN) ? "own-" : "shared-") + tariff;
            if (PUBLISHED.add(port + id)) {
                HttpResponse<String> published = put("/v1/tariffs/" + id, whole.toString());
                assertThat(published.statusCode()).as(published.body()).isEqualTo(202);
            }
        }
        HttpResponse<String> byWhole = post(
                "/v1/quotes", "analyst", asked.deepCopy().set("tariff", whole).toString());
        HttpResponse<String> byId =
                post("/v1/quotes", "analyst", asked.deepCopy().put("tariff", id).toString());
        assertThat(byId.statusCode()).as(byId.body()).isEqualTo(200);
        ObjectNode price = (ObjectNode) body(byId);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : price.at("/lines")) {
            sum = sum.add(new BigDecimal(line.at("/amount/amount").asString()));
        }
        assertThat(sum).isEqualByComparingTo(price.at("/amount/amount").asString());
        assertThat(((ObjectNode) body(byWhole)).without(List.of("tariff", "warnings")))
                .isEqualTo(price.deepCopy().without("tariff"));
        return price;
    }

    private static ObjectNode tariff(String directory, String id) throws Exception {
        for (JsonNode tariff : Json.MAPPER.readTree(Files.readString(Path.of(directory, "tariffs.json")))) {
            if (tariff.at("/id").asString().equals(id)) {
                ObjectNode draft = (ObjectNode) tariff;
                draft.remove("id");
                return draft;
            }
        }
        throw new AssertionError("no tariff " + id);
    }
}
