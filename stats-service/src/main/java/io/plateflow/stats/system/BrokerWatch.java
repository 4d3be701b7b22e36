package io.plateflow.stats.system;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Asks the broker once for all who want to know within three seconds; nobody waits for it longer than two. */
final class BrokerWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration VALID = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Callable<BrokerAnswer> question;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "broker-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<BrokerAnswer> answer;
    private long askedAt;

    BrokerWatch(Callable<BrokerAnswer> question) {
        this.question = question;
    }

    /** Away when it does not answer in time. */
    BrokerAnswer ask() {
        try {
            return current().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            LOG.warn("the broker does not answer in time: {}", e.toString());
            return BrokerAnswer.AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BrokerAnswer.AWAY;
        }
    }

    /** One that is on its way is waited for rather than asked again. */
    private synchronized Future<BrokerAnswer> current() {
        Future<BrokerAnswer> known = answer;
        if (known == null || (known.isDone() && System.nanoTime() - askedAt > VALID.toNanos())) {
            askedAt = System.nanoTime();
            known = asking.submit(question);
            answer = known;
        }
        return known;
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
