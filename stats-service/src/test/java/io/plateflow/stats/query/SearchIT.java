package io.plateflow.stats.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Captures, stays and charges are found by what people know of them, and exported as they are shown. */
class SearchIT extends RunningService {

    @Test
    void findsPlatesByPatternAndByLooks() throws Exception {
        sent("SE123AB", "SE124AB", "SF123AB", "5E1Z3AB", "SE123A", "XX123AB");
        assertThat(plates("match=wildcard&plate=SE12?AB")).containsExactlyInAnyOrder("SE123AB", "SE124AB");
        assertThat(plates("match=wildcard&plate=s*123ab")).containsExactlyInAnyOrder("SE123AB", "SF123AB");
        assertThat(plates("match=wildcard&plate=QQ*")).isEmpty();
        assertThat(plates("match=fuzzy&plate=SE123AB"))
                .containsExactlyInAnyOrder("SE123AB", "SE124AB", "SF123AB", "5E1Z3AB", "SE123A");
        assertThat(refusal(ask("/v1/captures?match=wildcard&plate=S*"))).isEqualTo("422 plate_too_wide");
        assertThat(refusal(ask("/v1/captures?match=fuzzy&plate=S&bbox=1,2,3&minConfidence=high&needsReview=yes")))
                .isEqualTo("422 bbox_malformed minConfidence_malformed needsReview_unknown plate_malformed");
    }

    @Test
    void findsPhotosByPlaceCameraAndConfidence() throws Exception {
        sent("SP471MK");
        String plate = "plate=SP471MK&";
        assertThat(plates(plate + "bbox=-58.39,-34.61,-58.38,-34.60")).hasSize(1);
        assertThat(plates(plate + "bbox=-58.39,-34.60,-58.38,-34.59")).isEmpty();
        assertThat(plates(plate + "camera=north")).hasSize(1);
        assertThat(plates(plate + "camera=south")).isEmpty();
        assertThat(plates(plate + "minConfidence=0.9&maxConfidence=0.98")).hasSize(1);
        assertThat(plates(plate + "maxConfidence=0.9")).isEmpty();
        assertThat(plates(plate + "needsReview=true")).isEmpty();
    }

    @Test
    void findsChargesByAmount() throws Exception {
        Story story = sent("AM111AA").get(0);
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        assertThat(json("/v1/charges?plate=AM111AA&minAmount=1000&maxAmount=1000")
                        .at("/items")
                        .size())
                .isOne();
        assertThat(json("/v1/charges?plate=AM111AA&minAmount=1000.01")
                        .at("/items")
                        .size())
                .isZero();
        List<CSVRecord> rows = csv("/v1/charges?plate=AM111AA");
        assertThat(rows.get(0).get("amount")).isEqualTo("1000.00");
        assertThat(rows.get(0).get("currency")).isEqualTo("ARS");
        assertThat(csv("/v1/stays?plate=AM111AA").get(0).get("state")).isEqualTo("CLOSED");
    }

    @Test
    void exportsAllRowsOfTheQuestionAndNoFormula() throws Exception {
        sent(IntStream.range(0, 30).mapToObj(i -> "EX" + (100 + i) + "AA").toArray(String[]::new));
        List<String> listed = plates("match=prefix&plate=EX&limit=500");
        List<CSVRecord> rows = csv("/v1/captures?match=prefix&plate=EX&limit=2");
        assertThat(rows.stream().map(row -> row.get("plate"))).containsExactlyElementsOf(listed);
        assertThat(rows.get(0).get("captured_at_utc")).endsWith("Z");
        assertThat(rows.get(0).get("captured_at_local")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

        jdbc.sql("UPDATE capture SET camera_id = '=cmd|A1', source = '+1' WHERE plate = 'EX100AA'")
                .update();
        CSVRecord hostile = csv("/v1/captures?plate=EX100AA").get(0);
        assertThat(hostile.get("camera")).isEqualTo("'=cmd|A1");
        assertThat(hostile.get("source")).isEqualTo("'+1");
        assertThat(csv("/v1/captures?camera=" + URLEncoder.encode("=cmd|A1", StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    private List<Story> sent(String... plates) throws Exception {
        List<Story> stories = List.of(plates).stream()
                .map(p -> Story.of(p, Duration.ofMinutes(90)))
                .toList();
        for (Story story : stories) {
            Story.send(TestKafka.bootstrap(), story.open());
        }
        for (Story story : stories) {
            awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ask("/v1/stays/" + story.stayId()).statusCode() == 200);
        }
        return stories;
    }

    private List<String> plates(String question) throws Exception {
        return json("/v1/captures?" + question)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/plate/effective").asString())
                .toList();
    }

    private List<CSVRecord> csv(String path) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request(path, "analyst").header("Accept", "text/csv").GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
    }
}
