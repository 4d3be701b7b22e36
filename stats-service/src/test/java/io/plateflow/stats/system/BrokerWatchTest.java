package io.plateflow.stats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many viewers cost one question, and none of them waits for long. */
class BrokerWatchTest {
    private static final BrokerAnswer THERE = new BrokerAnswer(3, Map.of(), Map.of(), null);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void asksOnceForAllWhoWantToKnow() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch everybody = new CountDownLatch(20);
        BrokerWatch watch = new BrokerWatch(
                () -> {
                    asked.incrementAndGet();
                    everybody.await();
                    return THERE;
                },
                nanos::get);
        ExecutorService viewers = Executors.newFixedThreadPool(20);
        List<Future<BrokerAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(viewers.submit(() -> {
                everybody.countDown();
                return watch.ask();
            }));
        }

        for (Future<BrokerAnswer> answer : answers) {
            assertThat(answer.get()).isEqualTo(THERE);
        }
        assertThat(watch.ask()).isEqualTo(THERE);
        assertThat(asked).hasValue(1);
        viewers.shutdown();
        watch.destroy();
    }

    @Test
    @Timeout(10)
    void takesABrokerThatDoesNotAnswerForAway() {
        BrokerWatch watch = new BrokerWatch(
                () -> {
                    new CountDownLatch(1).await();
                    return THERE;
                },
                System::nanoTime);
        long before = System.nanoTime();

        assertThat(watch.ask()).isEqualTo(BrokerAnswer.AWAY);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        watch.destroy();
    }

    @Test
    @Timeout(20)
    void letsTheLastAnswerStandForAWhileWhenTheNextTakesLong() {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        BrokerWatch watch = new BrokerWatch(
                () -> {
                    if (asked.incrementAndGet() > 1) {
                        slow.await();
                    }
                    return THERE;
                },
                nanos::get);
        assertThat(watch.ask()).isEqualTo(THERE);

        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(watch.ask()).isEqualTo(THERE);
        assertThat(asked).hasValue(2);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(watch.ask()).isEqualTo(BrokerAnswer.AWAY);
        slow.countDown();
        watch.destroy();
    }

    @Test
    void takesABrokerThatCannotBeAskedForAway() {
        BrokerWatch watch = new BrokerWatch(
                () -> {
                    throw new IllegalStateException("no such host");
                },
                nanos::get);
        assertThat(watch.ask()).isEqualTo(BrokerAnswer.AWAY);
        watch.destroy();
    }
}
