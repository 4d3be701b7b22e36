package io.plateflow.billing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.MDC;

/**
 * Holds the sightings of its zones and says what their stays cost: when it is told something, when a version is published,
 * and when time has passed.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
final class Ledger implements Processor<String, Entry, String, Object> {
    static final String NAME = "ledger";

    private final Clock clock;
    private final Duration retention;
    private final MeterRegistry registry;
    private final LedgerMeters meters;
    private int partition;
    private Recount recount;
    private Rerating rerating;

    Ledger(Clock clock, Duration retention, MeterRegistry registry, LedgerMeters meters) {
        this.clock = clock;
        this.retention = retention;
        this.registry = registry;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        partition = context.taskId().partition();
        LedgerStores stores = LedgerStores.of(context);
        Sinks sinks = new Sinks(context::forward, registry);
        recount = new Recount(stores, sinks, retention);
        rerating = new Rerating(stores, recount, clock, meters);
        Silence silence = new Silence(stores, recount, clock, meters);
        Sweep sweep = new Sweep(stores, sinks, retention);
        context.schedule(
                Silence.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> meters.overdue(partition, silence.run()));
        context.schedule(Rerating.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> meters.jobs(partition, rerating.run()));
        context.schedule(Sweep.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> sweep.run(clock.instant()));
    }

    @Override
    public void process(Record<String, Entry> record) {
        if (!isNews(record)) {
            meters.ignored();
        }
    }

    @Override
    public void close() {
        meters.gone(partition);
    }

    private boolean isNews(Record<String, Entry> record) {
        if (record.value() instanceof Entry.OfAllZones version) {
            return rerating.after(version);
        }
        Entry.OfCapture entry = (Entry.OfCapture) record.value();
        MDC.put("captureId", entry.captureId().toString());
        try {
            return recount.after(entry, record.headers(), clock.instant());
        } finally {
            MDC.remove("captureId");
        }
    }
}
