package io.plateflow.ingest;

import io.plateflow.contracts.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Outcomes as HTTP: status, headers and body. */
public final class Answers implements Answering {
    private final IngestProperties settings;

    Answers(IngestProperties settings) {
        this.settings = settings;
    }

    @Override
    public void write(Outcome outcome, HttpServletResponse response) throws IOException {
        if (outcome instanceof Outcome.Accepted accepted) {
            pending(response, HttpServletResponse.SC_ACCEPTED, accepted.id());
        } else if (outcome instanceof Outcome.Known known) {
            pending(response, HttpServletResponse.SC_OK, known.id());
        } else if (outcome instanceof Outcome.Refused refused) {
            challenge(response, refused.faults().get(0));
            problem(response, Problem.of(refused.faults()));
        } else if (outcome instanceof Outcome.Limited limited) {
            retryAfter(response, limited.pause());
            problem(
                    response,
                    Problem.of(FaultCode.RATE_LIMITED, "more requests than this key may send; see Retry-After"));
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            retryAfter(response, settings.retryAfter());
            problem(response, Problem.of(unavailable.code(), unavailable.detail()));
        } else if (outcome instanceof Outcome.Ignored) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /** In whole seconds, never less than the wait. */
    private static void retryAfter(HttpServletResponse response, Duration wait) {
        response.setHeader(
                "Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
    }

    private void pending(HttpServletResponse response, int status, UUID id) throws IOException {
        response.setStatus(status);
        response.setHeader("Location", settings.statsUrl() + "/v1/captures/" + id);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(Map.of("id", id, "status", "PENDING")));
    }

    /** Basic is not asked of who sent a header: a browser would open its own dialogue over the page that did. */
    private static void challenge(HttpServletResponse response, Fault fault) {
        if (fault.code().status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.addHeader("WWW-Authenticate", "ApiKey header=\"X-API-Key\"");
            if (fault.code() == FaultCode.KEY_MISSING || SentKey.BASIC.equals(fault.field())) {
                response.addHeader("WWW-Authenticate", "Basic realm=\"plateflow\", charset=\"UTF-8\"");
            }
        }
    }

    private static void problem(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.CONTENT_TYPE);
        response.getOutputStream().write(problem.json());
    }
}
