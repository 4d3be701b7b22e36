package io.plateflow.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** The figures that an operator watches; names and tags are part of the runbook. */
final class IngestMeters {
    private final MeterRegistry registry;

    IngestMeters(MeterRegistry registry, ByteBudget budget, BrokerState broker, KeyRing keys) {
        this.registry = registry;
        Gauge.builder("plateflow.ingest.inflight", budget, ByteBudget::inUse)
                .description("bytes of requests that are not yet answered")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("plateflow.ingest.storage.free", broker, BrokerState::freeBytes)
                .description("free bytes of the fullest disk of all brokers")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("plateflow.ingest.broker.reachable", broker, b -> b.isReachable() ? 1 : 0)
                .description("1 while the broker answers")
                .register(registry);
        Gauge.builder("plateflow.ingest.keys", keys, KeyRing::size)
                .description("API keys in force")
                .register(registry);
    }

    /** Counts an answer: accepted, known before, nothing to keep, or the code of its gravest fault. */
    void count(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            String priority = accepted.priority().name().toLowerCase(Locale.ROOT);
            registry.counter("plateflow.ingest.captures", "outcome", "accepted", "priority", priority)
                    .increment();
        } else if (outcome instanceof Outcome.Known) {
            registry.counter("plateflow.ingest.captures", "outcome", "known", "priority", "")
                    .increment();
        } else if (outcome instanceof Outcome.Refused refused) {
            refused(refused.faults().get(0).code());
        } else if (outcome instanceof Outcome.Limited) {
            refused(FaultCode.RATE_LIMITED);
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            refused(unavailable.code());
        } else if (outcome instanceof Outcome.Ignored ignored) {
            registry.counter("plateflow.ingest.ignored", "sender", ignored.sender(), "kind", ignored.kind())
                    .increment();
        }
    }

    private void refused(FaultCode code) {
        registry.counter("plateflow.ingest.refusals", "code", code.code()).increment();
    }
}
