package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final ApiKey CLIENT = ApiKey.of("a", "00");

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimits limits = new RateLimits(
            Map.of(Kind.CLIENT, new RateLimit(6, 2), Kind.WARDEN, new RateLimit(60, 1), Kind.CAMERA, RateLimit.NONE),
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            },
            meters);

    @Test
    void grantsABurstThenTheRateAndTellsTheWaitExactly() {
        assertThat(limits.excessOf(CLIENT)).isEmpty();
        assertThat(limits.excessOf(CLIENT)).isEmpty();
        assertThat(limits.excessOf(CLIENT)).contains(Duration.ofSeconds(10));

        pass(Duration.ofSeconds(4));
        assertThat(limits.excessOf(CLIENT)).contains(Duration.ofSeconds(6));
        pass(Duration.ofSeconds(6));
        assertThat(limits.excessOf(CLIENT)).isEmpty();
        assertThat(limits.excessOf(CLIENT)).isPresent();

        pass(Duration.ofDays(1));
        assertThat(limits.excessOf(CLIENT)).isEmpty();
        assertThat(limits.excessOf(CLIENT)).isEmpty();
        assertThat(limits.excessOf(CLIENT)).isPresent();
    }

    @Test
    void countsEachKeyByItself() {
        exhaust(CLIENT);

        assertThat(limits.excessOf(ApiKey.of("b", "00"))).isEmpty();
        assertThat(meters.get("plateflow.ingest.limited")
                        .tag("key", "a")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.find("plateflow.ingest.limited").tag("key", "b").counter())
                .isNull();
    }

    @Test
    void takesTheRateFromTheKindOfKey() {
        assertThat(limits.excessOf(of(Kind.WARDEN))).isEmpty();
        assertThat(limits.excessOf(of(Kind.WARDEN))).contains(Duration.ofSeconds(1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.excessOf(of(Kind.CAMERA))).isEmpty();
        }
    }

    @Test
    void asksForWholeRates() {
        assertThatThrownBy(() -> new RateLimit(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void exhaust(ApiKey key) {
        Optional<Duration> excess = limits.excessOf(key);
        while (excess.isEmpty()) {
            excess = limits.excessOf(key);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ApiKey of(Kind kind) {
        return new ApiKey("k", "00", "k", null, null, null, null, null, false, kind, null, null, null);
    }
}
