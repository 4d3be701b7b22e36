package io.plateflow.local;

import dev.failsafe.RateLimiter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process that is to run: launched, watched, launched again at once when it dies, though at most 5 times a minute. */
final class Child {
    private static final int LAUNCHES_A_MINUTE = 5;
    private static final int SIGNALLED = 128;
    private static final int SIGTERM = 15;

    private final String name;
    private final URI health;
    private final Launch launch;
    private final Consumer<String> news;
    private final AtomicInteger deaths = new AtomicInteger();
    private final RateLimiter<Object> pace =
            RateLimiter.smoothBuilder(LAUNCHES_A_MINUTE, Duration.ofMinutes(1)).build();

    private volatile @Nullable Process process;
    private volatile boolean ending;

    /** How the process comes to be; returns once it exists. */
    interface Launch {
        Process launch() throws IOException, InterruptedException;
    }

    /**
     * @param health answers once the process is ready
     * @param news is told in a sentence when the process died and when it could not be launched again
     */
    Child(String name, URI health, Launch launch, Consumer<String> news) {
        this.name = name;
        this.health = health;
        this.launch = launch;
        this.news = news;
    }

    String name() {
        return name;
    }

    URI health() {
        return health;
    }

    /** How often it died by itself. */
    int deaths() {
        return deaths.get();
    }

    /** The newest; absent before the first launch. */
    @Nullable
    Process process() {
        return process;
    }

    /** Launches the process, and a thread that launches the next. */
    void start() throws IOException, InterruptedException {
        launchUnlessEnding();
        Thread watch = new Thread(this::watch, "watch-" + name);
        watch.setDaemon(true);
        watch.start();
    }

    /** Asks the process to end, without waiting; it is not launched again. */
    void end() {
        ending = true;
        synchronized (this) {
            Process last = process;
            if (last != null) {
                last.destroy();
            }
        }
    }

    /**
     * Waits until the process is gone; kills it after {@code limit}.
     *
     * @return whether it came to its own end
     */
    boolean awaitEnd(Duration limit) {
        Process last = process;
        if (last == null) {
            return false;
        }
        try {
            int code =
                    last.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS).exitValue();
            return code < SIGNALLED || code == SIGNALLED + SIGTERM;
        } catch (TimeoutException | ExecutionException e) {
            news.accept(name + " did not end in time and was killed");
            last.destroyForcibly();
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized void launchUnlessEnding() throws IOException, InterruptedException {
        if (!ending) {
            process = launch.launch();
        }
    }

    private void watch() {
        try {
            for (Process last = process; last != null; last = process) {
                int code = last.waitFor();
                if (ending) {
                    return;
                }
                deaths.incrementAndGet();
                news.accept("%s ended with code %d and is started again".formatted(name, code));
                pace.acquirePermit();
                launchAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launchAgain() throws InterruptedException {
        try {
            launchUnlessEnding();
            news.accept(name + " is started again");
        } catch (IOException e) {
            news.accept("%s could not be started: %s".formatted(name, e.getMessage()));
        }
    }
}
