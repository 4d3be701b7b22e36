package io.plateflow.ingest.phone;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Json;
import io.plateflow.domain.plate.Plate;
import io.plateflow.ingest.Answers;
import io.plateflow.ingest.CaptureIntake;
import io.plateflow.ingest.Doorkeeper;
import io.plateflow.ingest.Fault;
import io.plateflow.ingest.FaultCode;
import io.plateflow.ingest.Outcome;
import io.plateflow.ingest.SentKey;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * {@code GET /v1/captures/{id}/result} says what was read on a photo, {@code POST …/declaration} takes its sender's word on
 * it; both only to the key that sent the photo. Whoever waits holds a connection and no thread.
 */
final class ResultServlet extends HttpServlet {
    static final String PATH = "/v1/captures/*";

    private static final Logger LOG = LoggerFactory.getLogger(ResultServlet.class);
    private static final int LONGEST_WAIT_SECONDS = 20;
    private static final int LONGEST_BODY_BYTES = 1024;
    private static final int LONGEST_PLATE = 16;

    private final Doorkeeper doorkeeper;
    private final Answers answers;
    private final CaptureIntake intake;
    private final ReadingFeed feed;
    private final RecentReadings readings;
    private final Declarations declarations;
    private final Semaphore seats;

    ResultServlet(
            Doorkeeper doorkeeper,
            Answers answers,
            CaptureIntake intake,
            ReadingFeed feed,
            RecentReadings readings,
            Declarations declarations,
            int mostWaiting) {
        this.doorkeeper = doorkeeper;
        this.answers = answers;
        this.intake = intake;
        this.feed = feed;
        this.readings = readings;
        this.declarations = declarations;
        this.seats = new Semaphore(mostWaiting);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asked> asked = Asked.in(request.getPathInfo());
        if (asked.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asked.What what = asked.get().what();
        if (!request.getMethod().equals(what.method())) {
            response.setHeader("Allow", what.method());
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Doorkeeper.Admission admission = doorkeeper.admit(SentKey.of(request), ApiKey.Scope.RESULTS);
        if (admission instanceof Doorkeeper.TurnedAway away) {
            answers.write(away.outcome(), response);
        } else if (feed.hasFailed()) {
            answers.write(away("this gateway no longer follows the readings"), response);
        } else if (admission instanceof Doorkeeper.Admitted sender) {
            UUID capture = asked.get().capture();
            String key = sender.key().id();
            if (what == Asked.What.RESULT) {
                result(capture, key, request, response);
            } else {
                declaration(capture, key, request, response);
            }
        }
    }

    private void result(UUID capture, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int wait = seconds(request.getParameter("wait"));
        if (wait < 0) {
            refuse(FaultCode.WAIT_RANGE, "wait", "whole seconds from 0 to " + LONGEST_WAIT_SECONDS, response);
            return;
        }
        Optional<Ended> known = readings.find(capture, key);
        if (known.isPresent()) {
            write(HttpServletResponse.SC_OK, Result.of(known.get()), response);
        } else if (wait == 0 || !seats.tryAcquire()) {
            pending(capture, response);
        } else {
            CompletableFuture<Ended> heard = readings.await(capture, 0);
            Later.answer(request, heard, Duration.ofSeconds(wait), seats::release, late -> {
                Optional<Ended> own = readings.find(capture, key);
                if (own.isPresent()) {
                    write(HttpServletResponse.SC_OK, Result.of(own.get()), late);
                } else {
                    pending(capture, late);
                }
            });
        }
    }

    /** This replica knows only what it took itself; of other captures whoever waited is told that they are not known. */
    private void pending(UUID capture, HttpServletResponse response) throws IOException {
        if (intake.took(capture)) {
            write(HttpServletResponse.SC_ACCEPTED, Result.pending(capture), response);
        } else {
            refuse(FaultCode.CAPTURE_UNKNOWN, null, "no capture of this key whose end this gateway knows", response);
        }
    }

    private void declaration(UUID capture, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY_BYTES + 1);
        Optional<String> sent = body.length > LONGEST_BODY_BYTES ? Optional.empty() : plateIn(body);
        if (sent.isEmpty()) {
            refuse(FaultCode.BODY_MALFORMED, null, "JSON with a plate, at most 1 KiB", response);
            return;
        }
        Optional<Plate> plate =
                sent.filter(text -> text.length() <= LONGEST_PLATE).flatMap(Plate::parse);
        Optional<Ended> known = readings.find(capture, key);
        if (plate.isEmpty()) {
            refuse(
                    FaultCode.DECLARED_PLATE_MALFORMED,
                    "plate",
                    "2 to 10 letters and digits, at most 16 in all",
                    response);
        } else if (known.isPresent()) {
            declare(capture, known.get(), plate.get(), request, response);
        } else if (intake.took(capture)) {
            refuse(FaultCode.CAPTURE_PENDING, null, "ask for its result first", response);
        } else {
            pending(capture, response);
        }
    }

    private void declare(
            UUID capture, Ended known, Plate plate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (known.declares(plate)) {
            write(HttpServletResponse.SC_OK, Result.of(known), response);
            return;
        }
        CompletableFuture<Ended> done = declarations.declare(capture, known, plate);
        Later.answer(request, done, Declarations.LONGEST, () -> {}, late -> {
            if (done.isDone() && !done.isCompletedExceptionally()) {
                write(HttpServletResponse.SC_ACCEPTED, Result.of(done.join()), late);
            } else {
                LOG.warn("a declaration was not confirmed in time");
                answers.write(away("the broker did not confirm it in time; repeat it"), late);
            }
        });
    }

    /** Empty when it is no JSON; of JSON without a plate the empty text. */
    private static Optional<String> plateIn(byte[] body) {
        try {
            return Optional.of(Json.MAPPER.readTree(body).path("plate").asString(""));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Outcome away(String detail) {
        return new Outcome.Unavailable(FaultCode.BROKER_AWAY, detail);
    }

    private void refuse(FaultCode code, @Nullable String field, String detail, HttpServletResponse response)
            throws IOException {
        answers.write(new Outcome.Refused(List.of(new Fault(code, field, detail))), response);
    }

    private static void write(int status, Result result, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(result));
    }

    /** −1 when it is none. */
    private static int seconds(@Nullable String wait) {
        if (wait == null) {
            return 0;
        }
        return wait.matches("\\d{1,2}") && Integer.parseInt(wait) <= LONGEST_WAIT_SECONDS ? Integer.parseInt(wait) : -1;
    }
}
