package io.plateflow.stats.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The audit as administrators read it. */
class AuditListIT extends AuditedService {
    @Test
    void answersWhoSearchedForAPlate() throws Exception {
        ask("/v1/stays?plate=AV211AA");
        HTTP.send(request("/v1/captures?plate=av211aa", "operator").build(), BodyHandlers.ofString());
        ask("/v1/stays?plate=AV211AB");
        List<String> found = new ArrayList<>();
        audit("plate=AV-211-AA&action=SEARCH")
                .at("/items")
                .forEach(row -> found.add(
                        row.at("/who").asString() + " " + row.at("/subject").asString()));
        assertThat(found).containsExactly("operator captures", "analyst stays");
        assertThat(audit("plate=AV211AA&who=nobody").at("/items").isEmpty()).isTrue();
        assertThat(refusal(send("GET", "/v1/audit?action=DANCE&plate=-&cursor=x", "admin", "", "")))
                .isEqualTo("422 action_unknown cursor_malformed plate_malformed");
    }

    @Test
    void pagesThroughTheAuditAndTakesItAsCsv() throws Exception {
        for (int i = 0; i < 5; i++) {
            ask("/v1/stays?plate=AV31" + i + "AA");
        }
        String asked = "action=SEARCH&who=analyst&limit=2";
        JsonNode first = audit(asked);
        JsonNode second = audit(asked + "&cursor=" + first.at("/nextCursor").asString());
        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(Instant.parse(second.at("/items/0/at").asString()))
                .isBeforeOrEqualTo(Instant.parse(first.at("/items/1/at").asString()));
        String csv =
                new String(csv("/v1/audit?who=analyst&action=SEARCH", "admin").body(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("id,at_utc,at_local,who,address,action,kind,subject,detail,done");
        assertThat(csv.lines().count()).isGreaterThanOrEqualTo(6);
        assertThat(rows(Action.EXPORT, "audit", "")).hasSize(1);
        jdbc.sql("INSERT INTO audit VALUES (UUID_TO_BIN(UUID()), NOW(6), '=evil', '', 'SEARCH', NULL, NULL, NULL, TRUE)"
                        .replace("UUID_TO_BIN(UUID())", "UNHEX(REPLACE(UUID(), '-', ''))"))
                .update();
        assertThat(new String(csv("/v1/audit?who=%3Devil", "admin").body(), StandardCharsets.UTF_8))
                .contains(",'=evil,");
    }
}
