package io.plateflow.stats.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.stats.RunningService;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The service, with a way to its audit. */
abstract class AuditedService extends RunningService {
    @Autowired
    PlateHashes hashes;

    /** Whether each row that there is was done. */
    protected List<Boolean> rows(Action action, String subject, String plate) {
        return jdbc.sql("""
                SELECT done FROM audit a WHERE action = :action AND who <> 'audit-user' AND address <> ''
                AND (:subject = '' OR subject = :subject)
                AND (:plate = '' OR id IN (SELECT audit_id FROM audit_plate WHERE plate = :hash))
                """)
                .param("action", action.name())
                .param("subject", subject)
                .param("plate", plate)
                .param("hash", hashes.of(plate))
                .query(Boolean.class)
                .list();
    }

    protected HttpResponse<byte[]> csv(String path, String user) throws Exception {
        HttpResponse<byte[]> answer =
                HTTP.send(request(path, user).header("Accept", "text/csv").build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    protected JsonNode audit(String question) throws Exception {
        HttpResponse<byte[]> answer = send("GET", "/v1/audit?" + question, "admin", "", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
