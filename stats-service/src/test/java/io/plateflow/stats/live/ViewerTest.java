package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A page that does not read holds nobody up and is let go. */
class ViewerTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Page stuck = new Page();

    /** A connection; one that is stuck takes its first event for as long as the test says. */
    private static final class Page extends SseEmitter {
        final AtomicInteger received = new AtomicInteger();
        final AtomicBoolean ended = new AtomicBoolean();
        final AtomicBoolean begun = new AtomicBoolean();
        final CountDownLatch reads = new CountDownLatch(1);

        @Override
        public void send(SseEventBuilder event) {
            begun.set(true);
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            received.incrementAndGet();
        }

        @Override
        public void complete() {
            ended.set(true);
        }
    }

    @AfterEach
    void letGo() {
        stuck.reads.countDown();
        threads.shutdownNow();
    }

    @Test
    void isDisconnectedWhenMoreThanAThousandEventsBehindWhileOthersHearAll() {
        Page quick = new Page();
        quick.reads.countDown();
        Viewer slowViewer = new Viewer(stuck, threads, "", () -> true);
        Viewer quickViewer = new Viewer(quick, Runnable::run, "", () -> true);

        slowViewer.offer(event(-1));
        await().untilTrue(stuck.begun);
        // The feed itself tells both: it would not get past a viewer that held it up.
        for (int i = 0; i < 3000; i++) {
            slowViewer.offer(event(i));
            quickViewer.offer(event(i));
        }

        assertThat(quick.received).hasValue(3000);
        assertThat(quick.ended).isFalse();
        await().untilTrue(stuck.ended);
        stuck.reads.countDown();
        slowViewer.offer(LiveEvent.HEARTBEAT);
        threads.shutdown();
        await().until(threads::isTerminated);
        assertThat(stuck.received).hasValue(1);
    }

    @Test
    void isKeptWhileAThousandEventsBehind() {
        Viewer viewer = new Viewer(stuck, threads, "", () -> true);
        for (int i = 0; i < 1000; i++) {
            viewer.offer(event(i));
        }
        stuck.reads.countDown();
        await().untilAtomic(stuck.received, is(1000));
        assertThat(stuck.ended).isFalse();
    }

    private static LiveEvent event(int n) {
        return new LiveEvent("capture", Integer.toString(n), "{}");
    }
}
