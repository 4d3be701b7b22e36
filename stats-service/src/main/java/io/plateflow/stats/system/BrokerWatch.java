package io.plateflow.stats.system;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Asks the broker once for all who want to know within three seconds; nobody waits for it longer than half of that. */
final class BrokerWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration VALID = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);
    /** One that is slow is not away: so long its last answer stands for the next. */
    private static final Duration STANDS = Duration.ofSeconds(30);

    private final Callable<BrokerAnswer> question;
    private final LongSupplier nanos;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "broker-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<BrokerAnswer> answer;
    private long askedAt;
    private volatile Known known = new Known(BrokerAnswer.AWAY, 0);

    private record Known(BrokerAnswer answer, long at) {}

    BrokerWatch(Callable<BrokerAnswer> question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
    }

    /** Has the question asked, so that its answer may be there when it is wanted; one on its way is not asked again. */
    synchronized void prepare() {
        Future<BrokerAnswer> last = answer;
        if (last == null || (last.isDone() && nanos.getAsLong() - askedAt > VALID.toNanos())) {
            askedAt = nanos.getAsLong();
            answer = asking.submit(this::look);
        }
    }

    /** Away when it says so itself, and when it has said nothing for long. */
    BrokerAnswer ask() {
        try {
            return current().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the broker takes its time to say how it is");
            return nanos.getAsLong() - known.at < STANDS.toNanos() ? known.answer : BrokerAnswer.AWAY;
        } catch (ExecutionException | CancellationException e) {
            LOG.warn("the broker cannot be asked how it is", e);
            return BrokerAnswer.AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BrokerAnswer.AWAY;
        }
    }

    private synchronized Future<BrokerAnswer> current() {
        prepare();
        return requireNonNull(answer);
    }

    private BrokerAnswer look() throws Exception {
        BrokerAnswer said = question.call();
        known = new Known(said, nanos.getAsLong());
        return said;
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
