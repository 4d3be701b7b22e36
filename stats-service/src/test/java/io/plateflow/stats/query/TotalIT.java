package io.plateflow.stats.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** "Mostrando 50 de 1.284". */
class TotalIT extends RunningService {
    @Autowired
    Counts counts;

    @Test
    void countsAllPagesOfAQuestionWhoeverAsksForIt() throws Exception {
        for (String plate : new String[] {"TL100AA", "TL100AB", "TL100AC"}) {
            Story story = Story.of(plate, Duration.ofHours(5));
            Story.send(TestKafka.bootstrap(), story.open());
            Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plusSeconds(3600)));
        }
        awaitAllInRows();

        for (String list : new String[] {"captures", "stays", "charges"}) {
            String question = "/v1/" + list + "?plate=TL100&match=prefix";
            assertThat(json(question).has("total")).as(list).isFalse();
            assertThat(total(json(question + "&total=true"))).as(list).isEqualTo("3");
            JsonNode first = json(question + "&limit=2&total=true");
            assertThat(total(first)).as(list).isEqualTo("3");
            JsonNode second = json(question + "&limit=2&total=true&cursor="
                    + first.at("/nextCursor").asString());
            assertThat(second.at("/items")).as(list).hasSize(1);
            assertThat(total(second)).as(list).isEqualTo("3");
        }
        assertThat(total(json("/v1/captures?plate=TL100&match=prefix&status=REJECTED&total=true")))
                .isEqualTo("0");
        assertThat(total(json("/v1/vehicles?plate=TL100&total=true"))).isEqualTo("0");
        assertThat(refusal(ask("/v1/captures?total=perhaps"))).isEqualTo("422 total_unknown");
    }

    @Test
    void countsNoFurtherThanTenThousand() throws Exception {
        String digit = "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
        String insert = """
                INSERT INTO audit (id, at, who, address, action, done)
                SELECT UNHEX(MD5(CONCAT('counted', a.d, b.d, c.d, e.d))), UTC_TIMESTAMP(6), 'counted', '', 'EXPORT', TRUE
                FROM digits a, digits b, digits c, digits e
                """.replace("digits", digit);
        jdbc.sql(insert).update();
        assertThat(total(audit("who=counted"))).isEqualTo("10000");

        jdbc.sql("INSERT INTO audit (id, at, who, address, action, done) VALUES (UNHEX(MD5('one more')),"
                        + " UTC_TIMESTAMP(6), 'counted', '', 'EXPORT', TRUE)")
                .update();
        assertThat(total(audit("who=counted"))).isEqualTo("more than 10000");
        assertThat(total(audit("who=counted&action=LOGIN"))).isEqualTo("0");
    }

    @Test
    void goesWithoutATotalThatTakesTooLong() {
        long before = System.nanoTime();
        assertThat(counts.in("(SELECT SLEEP(20) AS s) AS slow", "s = 0", Map.of()))
                .isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private JsonNode audit(String question) throws Exception {
        return Json.MAPPER.readTree(HTTP.send(
                        request("/v1/audit?total=true&limit=1&" + question, "admin")
                                .build(),
                        BodyHandlers.ofByteArray())
                .body());
    }

    private static String total(JsonNode page) {
        JsonNode total = page.path("total");
        return (total.path("more").asBoolean() ? "more than " : "")
                + total.path("n").asString();
    }
}
