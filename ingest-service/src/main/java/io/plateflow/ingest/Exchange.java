package io.plateflow.ingest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
    private final Answering answers;
    private final Consumer<Outcome> counted;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(
            AsyncContext async,
            ByteBudget.Lease lease,
            IngestProperties settings,
            Answering answers,
            Consumer<Outcome> counted) {
        this.async = async;
        this.lease = lease;
        this.settings = settings;
        this.answers = answers;
        this.counted = counted;
        async.setTimeout(settings.bodyWithin().toMillis());
        async.addListener(this);
    }

    ByteBudget.Lease lease() {
        return lease;
    }

    /**
     * The caller, perhaps the producer's thread, never waits for a sender: an answer is far smaller than the response's buffer,
     * which a thread of the server's sends once this one has said that it is complete.
     *
     * @param close whether the rest of the body is left unread, so that the connection cannot be used again
     */
    void answer(Outcome outcome, boolean close) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try {
            HttpServletResponse response = (HttpServletResponse) async.getResponse();
            if (close) {
                response.setHeader("Connection", "close");
            }
            answers.write(outcome, response);
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
