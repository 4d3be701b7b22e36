package io.plateflow.stats.cameras;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after cameras that have a record, and tells of those that are silent or whose clocks are wrong. */
@Component
public class CameraWatch {
    private final Cameras cameras;
    private final MultiGauge silence;
    private final MultiGauge skew;
    private volatile List<Standing> silent = List.of();
    private volatile List<Standing> clocksOff = List.of();

    CameraWatch(Cameras cameras, MeterRegistry meters) {
        this.cameras = cameras;
        this.silence = MultiGauge.builder("plateflow.stats.camera.silence")
                .description("since the latest photo of a camera was received")
                .baseUnit("seconds")
                .register(meters);
        this.skew = MultiGauge.builder("plateflow.stats.camera.clock.skew")
                .description("median of received less captured; above zero the camera's clock is behind")
                .baseUnit("seconds")
                .register(meters);
        meters.gauge("plateflow.stats.cameras.silent", this, watch -> watch.silent.size());
        meters.gauge("plateflow.stats.cameras.clocks.off", this, watch -> watch.clocksOff.size());
    }

    /** Those of which nothing was heard for longer than their records expect, the longest silent first. */
    public List<Standing> silent() {
        return silent;
    }

    /** Those whose clocks are more than two minutes from the gateway's. */
    public List<Standing> clocksOff() {
        return clocksOff;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        List<Standing> recorded = cameras.all().stream()
                .filter(one -> one.record() != null && !one.record().body().revoked())
                .toList();
        silent = recorded.stream().filter(one -> one.silentSince() != null).toList();
        clocksOff = recorded.stream().filter(Standing::isClockOff).toList();
        silence.register(rows(recorded, Standing::silence), true);
        skew.register(rows(recorded, Standing::skew), true);
    }

    private static List<MultiGauge.Row<?>> rows(
            List<Standing> cameras, Function<Standing, @Nullable Duration> question) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Standing camera : cameras) {
            Duration answer = question.apply(camera);
            if (answer != null) {
                rows.add(MultiGauge.Row.of(Tags.of("camera", camera.camera()), answer.toMillis() / 1000.0));
            }
        }
        return rows;
    }
}
