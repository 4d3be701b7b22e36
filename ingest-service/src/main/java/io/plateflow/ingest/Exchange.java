package io.plateflow.ingest;

import io.plateflow.contracts.Json;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its one answer, given once: by the intake, or by the clock when the body did not come in time.
 *
 * <p>The lease on the byte budget ends with it, however it ends.
 */
final class Exchange implements AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final AsyncContext async;
    private final ByteBudget.Lease lease;
    private final IngestProperties settings;
    private final Consumer<Outcome> counted;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(AsyncContext async, ByteBudget.Lease lease, IngestProperties settings, Consumer<Outcome> counted) {
        this.async = async;
        this.lease = lease;
        this.settings = settings;
        this.counted = counted;
        async.setTimeout(settings.bodyWithin().toMillis());
        async.addListener(this);
    }

    ByteBudget.Lease lease() {
        return lease;
    }

    /** Answers on a thread of the server's, so that the caller, perhaps the producer's, never waits for a sender. */
    void answerLater(Outcome outcome) {
        if (!answered.get()) {
            async.start(() -> answer(outcome, false));
        }
    }

    /** @param close whether the rest of the body is left unread, so that the connection cannot be used again */
    void answer(Outcome outcome, boolean close) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try {
            write(outcome, close);
            counted.accept(outcome);
        } catch (IOException e) {
            LOG.debug("the sender is gone", e);
        } finally {
            async.complete();
        }
    }

    /** The connection broke; there is nobody to answer. */
    void abandon(Throwable cause) {
        if (answered.compareAndSet(false, true)) {
            LOG.debug("the sender is gone", cause);
            async.complete();
        }
    }

    private void write(Outcome outcome, boolean close) throws IOException {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        if (close) {
            response.setHeader("Connection", "close");
        }
        if (outcome instanceof Outcome.Accepted accepted) {
            pending(response, HttpServletResponse.SC_ACCEPTED, accepted.id());
        } else if (outcome instanceof Outcome.Known known) {
            pending(response, HttpServletResponse.SC_OK, known.id());
        } else if (outcome instanceof Outcome.Refused refused) {
            problem(response, Problem.of(refused.faults()));
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            response.setHeader(
                    "Retry-After", Long.toString(settings.retryAfter().toSeconds()));
            problem(response, Problem.of(unavailable.code(), unavailable.detail()));
        }
    }

    private void pending(HttpServletResponse response, int status, UUID id) throws IOException {
        response.setStatus(status);
        response.setHeader("Location", settings.statsUrl() + "/v1/captures/" + id);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(Map.of("id", id, "status", "PENDING")));
    }

    private static void problem(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "ApiKey header=\"X-API-Key\"");
        }
        response.setContentType(Problem.CONTENT_TYPE);
        response.getOutputStream().write(problem.json());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        String detail = "the whole body within %d seconds"
                .formatted(settings.bodyWithin().toSeconds());
        answer(new Outcome.Refused(List.of(new Fault(FaultCode.BODY_SLOW, null, detail))), true);
    }

    @Override
    public void onError(AsyncEvent event) {
        abandon(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        lease.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
