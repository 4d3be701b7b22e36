package io.plateflow.ingest.phone;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request that is answered once: when what it waits for has come, or when its time is over. */
final class Later implements AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Later.class);

    private final AsyncContext async;
    private final CompletableFuture<?> awaited;
    private final Runnable left;
    private final Answer answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    private Later(AsyncContext async, CompletableFuture<?> awaited, Runnable left, Answer answer) {
        this.async = async;
        this.awaited = awaited;
        this.left = left;
        this.answer = answer;
    }

    /** Writes what is known by then; called on a thread of the server's. */
    @FunctionalInterface
    interface Answer {
        void write(HttpServletResponse response) throws IOException;
    }

    /** @param left run once, however the request ends */
    static void answer(
            HttpServletRequest request, CompletableFuture<?> awaited, Duration within, Runnable left, Answer answer) {
        AsyncContext async = request.startAsync();
        Later later = new Later(async, awaited, left, answer);
        async.setTimeout(within.toMillis());
        async.addListener(later);
        var unused = awaited.whenComplete((come, failure) -> {
            if (!later.answered.get()) {
                async.start(later::write);
            }
        });
    }

    private void write() {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try {
            answer.write((HttpServletResponse) async.getResponse());
        } catch (IOException e) {
            LOG.debug("who asked is gone", e);
        } finally {
            async.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        write();
    }

    @Override
    public void onError(AsyncEvent event) {
        if (answered.compareAndSet(false, true)) {
            async.complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        awaited.cancel(false);
        left.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
