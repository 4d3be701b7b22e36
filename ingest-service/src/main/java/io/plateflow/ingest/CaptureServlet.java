package io.plateflow.ingest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/captures}: a raw image with query parameters, or a multipart form.
 *
 * <p>A servlet rather than a controller, because a body is read here as it comes: slow senders hold no threads.
 */
final class CaptureServlet extends HttpServlet {
    static final String PATH = "/v1/captures";

    private static final Logger LOG = LoggerFactory.getLogger(CaptureServlet.class);
    private static final int FORM_OVERHEAD_BYTES = 64 * 1024;

    private final Doorkeeper doorkeeper;
    private final CaptureIntake intake;
    private final ByteBudget budget;
    private final IngestProperties settings;
    private final Clock clock;
    private final Consumer<Outcome> counted;

    CaptureServlet(
            Doorkeeper doorkeeper,
            CaptureIntake intake,
            ByteBudget budget,
            IngestProperties settings,
            Clock clock,
            Consumer<Outcome> counted) {
        this.doorkeeper = doorkeeper;
        this.intake = intake;
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
        this.counted = counted;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        RequestHead head = RequestHead.of(request);
        Doorkeeper.Admission admission = doorkeeper.admit(request.getHeader("X-API-Key"));
        Exchange exchange = new Exchange(request.startAsync(), budget.lease(), settings, counted);
        int limit = Math.toIntExact(settings.largestImage().toBytes()) + (head.isForm() ? FORM_OVERHEAD_BYTES : 0);

        if (admission instanceof Doorkeeper.TurnedAway away) {
            if (head.waits()) {
                exchange.answer(away.outcome(), true);
            } else {
                BodyReader.read(request, exchange, 0, dropped -> exchange.answer(away.outcome(), false));
            }
        } else if (admission instanceof Doorkeeper.Admitted sender) {
            if (head.waits() && head.declaredBytes() > limit) {
                take(head, sender, exchange, new BodyReader.TooLarge());
            } else {
                BodyReader.read(request, exchange, limit, body -> take(head, sender, exchange, body));
            }
        }
    }

    private void take(RequestHead head, Doorkeeper.Admitted sender, Exchange exchange, BodyReader.Body body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Submission sent;
        if (body instanceof BodyReader.Whole whole) {
            if (head.isForm() && !exchange.lease().grow(whole.bytes().length)) {
                exchange.answer(busy(), false);
                return;
            }
            sent = head.with(whole.bytes(), now);
        } else if (body instanceof BodyReader.TooLarge) {
            sent = head.tooLarge(settings.largestImage().toBytes(), now);
        } else {
            exchange.answer(busy(), false);
            return;
        }
        var unused = intake.receive(sent, sender.key(), head.traceparent()).whenComplete((outcome, failure) -> {
            if (failure == null) {
                exchange.answerLater(outcome);
            } else {
                LOG.error("a capture could not be taken", failure);
                exchange.answerLater(failed());
            }
        });
    }

    private static Outcome busy() {
        return new Outcome.Unavailable(FaultCode.BUSY, "too many bytes are on their way already");
    }

    private static Outcome failed() {
        return new Outcome.Unavailable(FaultCode.INTERNAL_ERROR, "the failure is logged; repeat the request");
    }
}
