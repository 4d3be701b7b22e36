package io.plateflow.ingest.hooks;

import io.plateflow.contracts.Json;
import io.plateflow.ingest.Answering;
import io.plateflow.ingest.FaultCode;
import io.plateflow.ingest.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes as cameras understand them. 200 is the only success that all of them know, and Dahua's send again until they
 * read {@code "Result": true}; it too is sent only after all in-sync replicas have the capture. Refusals are those of
 * every other address.
 *
 * @param others writes those
 */
record CameraAnswers(Answering others) implements Answering {

    @Override
    public void write(Outcome outcome, HttpServletResponse response) throws IOException {
        if (outcome instanceof Outcome.Accepted accepted) {
            done(response, "PENDING", accepted.id());
        } else if (outcome instanceof Outcome.Known known) {
            done(response, "PENDING", known.id());
        } else if (outcome instanceof Outcome.Ignored) {
            done(response, "IGNORED", null);
        } else if (isAnotherPictureOfOneEvent(outcome)) {
            done(response, "KNOWN", null);
        } else {
            others.write(outcome, response);
        }
    }

    /** A camera that was refused would send it for ever, and what it sees next would wait behind it. */
    private static boolean isAnotherPictureOfOneEvent(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                && refused.faults().stream().allMatch(fault -> fault.code() == FaultCode.IDEMPOTENCY_KEY_REUSED);
    }

    private static void done(HttpServletResponse response, String status, @Nullable UUID id) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Result", true);
        body.put("status", status);
        if (id != null) {
            body.put("id", id);
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(body));
    }
}
