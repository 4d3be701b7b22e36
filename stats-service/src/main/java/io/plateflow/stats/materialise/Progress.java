package io.plateflow.stats.materialise;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Counts what the materialiser does, and is up once partitions were shared out to this instance. */
@Component("materialiserHealthIndicator")
class Progress implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final MeterRegistry meters;
    private final AtomicBoolean assigned = new AtomicBoolean();

    Progress(MeterRegistry meters) {
        this.meters = meters;
    }

    void assigned() {
        assigned.set(true);
    }

    void written(TopicPartition partition, int events, int poison) {
        meters.counter("plateflow.stats.batches", "topic", partition.topic()).increment();
        meters.counter("plateflow.stats.events", "topic", partition.topic()).increment(events);
        meters.counter("plateflow.stats.poison", "topic", partition.topic()).increment(poison);
    }

    void stale(TopicPartition partition) {
        LOG.warn("{}: another instance has this partition; reading again from where MySQL is", partition);
        meters.counter("plateflow.stats.stale", "topic", partition.topic()).increment();
    }

    /** Ends that came after the one in force. */
    void ignoredEnds(int count) {
        meters.counter("plateflow.stats.ends.ignored").increment(count);
    }

    /** Captures of which another photo came under the same id. */
    void reusedKeys(int count) {
        meters.counter("plateflow.stats.keys.reused").increment(count);
    }

    @Override
    public Health health() {
        return assigned.get()
                ? Health.up().build()
                : Health.down()
                        .withDetail("waiting", "for partitions of the topics")
                        .build();
    }
}
