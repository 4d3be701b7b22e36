package io.plateflow.billing;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.TopicCheck;
import io.plateflow.contracts.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the flow from start to stop; healthy while every partition that it holds is being worked on. */
@Component("streams")
final class BillingStreams implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(BillingStreams.class);
    private static final List<Topic> TOPICS = List.of(
            Topics.READINGS,
            Topics.COMMANDS,
            Topics.ZONES,
            Topics.TARIFFS,
            Topics.VEHICLES,
            Topics.STAYS,
            Topics.CHARGES,
            Topics.BILLING_DLQ);

    private final BillingProperties billing;
    private final ApplicationEventPublisher events;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;

    BillingStreams(BillingProperties billing, Clock clock, MeterRegistry meters, ApplicationEventPublisher events) {
        this.billing = billing;
        this.events = events;
        streams = new KafkaStreams(
                BillingTopology.build(Stores::persistentKeyValueStore, clock, billing.retention(), meters),
                StreamsSettings.of(billing));
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
    }

    /** @throws IllegalStateException when the topics are not as they must be, or the broker cannot be asked */
    @Override
    public void start() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", billing.kafka()))) {
            List<String> faults = TopicCheck.faults(admin, TOPICS);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(String.join("; ", faults));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot ask the broker at " + billing.kafka() + " for its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for topics", e);
        }
        streams.setUncaughtExceptionHandler(e -> {
            LOG.error("a stream thread died and is replaced; its transaction is tried again", e);
            return REPLACE_THREAD;
        });
        streams.setStateListener((now, before) -> {
            LOG.info("streams {}", now);
            if (now == KafkaStreams.State.ERROR) {
                AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
            }
        });
        streams.start();
    }

    /** Commits, and leaves the group, so that others take over at once rather than after a session's timeout. */
    @Override
    public void stop() {
        streams.close(CloseOptions.groupMembershipOperation(LEAVE_GROUP).withTimeout(billing.stopWithin()));
        metrics.close();
    }

    @Override
    public boolean isRunning() {
        KafkaStreams.State state = streams.state();
        return state.isRunningOrRebalancing() || state == KafkaStreams.State.ERROR;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = streams.state();
        return (state == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService())
                .withDetail("state", state)
                .build();
    }
}
