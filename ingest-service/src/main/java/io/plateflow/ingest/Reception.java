package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request to its one answer, at every address that photos are sent to: asks the doorkeeper, reads the body
 * within all limits, has it understood, and hands it to the intake.
 */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    /** Of what surrounds the image in a form or another document. */
    private static final int SURROUNDINGS_BYTES = 64 * 1024;

    private final Doorkeeper doorkeeper;
    private final CaptureIntake intake;
    private final ByteBudget budget;
    private final IngestProperties settings;
    private final Answers answers;
    private final Clock clock;
    private final Consumer<Outcome> counted;

    Reception(
            Doorkeeper doorkeeper,
            CaptureIntake intake,
            ByteBudget budget,
            IngestProperties settings,
            Answers answers,
            Clock clock,
            Consumer<Outcome> counted) {
        this.doorkeeper = doorkeeper;
        this.intake = intake;
        this.budget = budget;
        this.settings = settings;
        this.answers = answers;
        this.clock = clock;
        this.counted = counted;
    }

    /** How an address understands the bodies that are sent to it; called on a thread of the server's. */
    @FunctionalInterface
    public interface Understanding {
        /**
         * What was sent, with {@link Submission.NoPhoto} why it is none, or that there is nothing to keep; throws nothing
         * for what a sender wrote.
         *
         * @param receivedAt when the body was complete
         */
        Understood of(RequestHead head, byte[] body, ApiKey sender, Instant receivedAt);
    }

    /**
     * An address that photos are sent to.
     *
     * @param answering how its senders are told what became of them
     * @param encoded whether the image may come as Base64, with smaller ones beside it: twice the bytes of one image are
     *     read then, and as much again twice over is held while they are understood
     */
    public record Address(Understanding understanding, Answering answering, boolean encoded) {}

    /** Begins async processing and returns; the answer follows. */
    public void receive(HttpServletRequest request, SentKey key, Understanding understanding) throws IOException {
        receive(request, key, new Address(understanding, answers, false));
    }

    /** The same for senders that want other answers. */
    public void receive(HttpServletRequest request, SentKey key, Address address) throws IOException {
        RequestHead head = RequestHead.of(request);
        Doorkeeper.Admission admission = doorkeeper.admit(key, ApiKey.Scope.CAPTURES);
        Exchange exchange = new Exchange(request.startAsync(), budget.lease(), settings, address.answering(), counted);
        int limit = limitOf(address, head);

        if (admission instanceof Doorkeeper.TurnedAway away) {
            BodyReader.read(request, exchange, 0, dropped -> exchange.answer(away.outcome(), false));
        } else if (admission instanceof Doorkeeper.Admitted sender) {
            BodyReader.read(request, exchange, limit, body -> take(head, sender.key(), exchange, body, address));
        }
    }

    private int limitOf(Address address, RequestHead head) {
        int image = Math.toIntExact(settings.largestImage().toBytes());
        return address.encoded() ? 2 * image : image + (head.isImage() ? 0 : SURROUNDINGS_BYTES);
    }

    /** Bytes held beside a body while it is understood: the image is copied out of it, and text once more. */
    private static int beside(Address address, RequestHead head, int body) {
        return address.encoded() ? 2 * body : head.isImage() ? 0 : body;
    }

    private void take(RequestHead head, ApiKey sender, Exchange exchange, BodyReader.Body body, Address address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            Submission sent;
            if (body instanceof BodyReader.Whole whole) {
                if (!exchange.lease().grow(beside(address, head, whole.bytes().length))) {
                    exchange.answer(busy(), false);
                    return;
                }
                Understood understood = address.understanding().of(head, whole.bytes(), sender, now);
                if (understood instanceof NothingToKeep nothing) {
                    exchange.answer(new Outcome.Ignored(nothing.sender(), nothing.kind()), false);
                    return;
                }
                sent = (Submission) understood;
            } else if (body instanceof BodyReader.TooLarge) {
                sent = head.tooLarge(settings.largestImage().toBytes(), now);
            } else {
                exchange.answer(busy(), false);
                return;
            }
            var unused = intake.receive(sent, sender, head.traceparent())
                    .whenComplete(
                            (outcome, failure) -> exchange.answer(failure == null ? outcome : failed(failure), false));
        } catch (RuntimeException failure) {
            exchange.answer(failed(failure), false);
        }
    }

    private static Outcome busy() {
        return new Outcome.Unavailable(FaultCode.BUSY, "too many bytes are on their way already");
    }

    private static Outcome failed(Throwable failure) {
        LOG.error("a capture could not be taken", failure);
        return new Outcome.Unavailable(FaultCode.INTERNAL_ERROR, "the failure is logged; repeat the request");
    }
}
