package io.plateflow.billing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.domain.stay.Stay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.MDC;

/**
 * Holds the sightings of its zones and says what their stays cost.
 *
 * <p>Each entry works out anew all stays of the plates that it touches, so any order of arrival ends in the same charges
 * in force. It decides first and writes last.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
final class Ledger implements Processor<String, Entry, String, Object> {
    static final String NAME = "ledger";

    private final Clock clock;
    private final Duration retention;
    private final MeterRegistry meters;
    private final Counter ignored;
    private LedgerStores stores;
    private Sinks sinks;

    Ledger(Clock clock, Duration retention, MeterRegistry meters) {
        this.clock = clock;
        this.retention = retention;
        this.meters = meters;
        this.ignored = Counter.builder("plateflow.billing.ignored")
                .description("Later ends of an attempt, and checkouts no earlier than a known one")
                .register(meters);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        stores = LedgerStores.of(context);
        sinks = new Sinks(context, meters);
        Sweep sweep = new Sweep(stores, sinks, retention);
        context.schedule(Sweep.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> sweep.run(clock.instant()));
    }

    @Override
    public void process(Record<String, Entry> record) {
        Entry entry = record.value();
        Instant now = clock.instant();
        MDC.put("captureId", entry.captureId().toString());
        try {
            Known before = stores.known(entry.zone(), entry.captureId()).orElseGet(() -> Known.nothing(now));
            before.after(entry)
                    .ifPresentOrElse(after -> recount(entry, before, after, record, now), ignored::increment);
        } finally {
            MDC.remove("captureId");
        }
    }

    private void recount(Entry entry, Known before, Known after, Record<String, Entry> cause, Instant now) {
        List<Sighted> held = stores.sightings(entry.zone(), Known.plates(before, after));
        List<Sighted> holds = Stream.concat(
                        held.stream().filter(s -> !s.sighting().captureId().equals(entry.captureId())), after.sighted())
                .toList();
        List<Stay> stays = Sighted.stays(holds, now);
        Stream<UUID> concerned = Stream.concat(
                held.stream().flatMap(s -> Stream.ofNullable(s.stayId())),
                stays.stream().map(Stay::id));
        Changes changes = Changes.between(stores.posted(entry.zone(), concerned), stays, now);

        stores.put(entry.zone(), entry.captureId(), after);
        before.sighted()
                .map(Sighted::sighting)
                .filter(s -> !s.equals(after.sighting()))
                .forEach(stores::remove);
        Set<Sighted> unchanged = Set.copyOf(held);
        Map<UUID, UUID> holders = Changes.stayByCapture(stays);
        holds.stream()
                .map(s -> s.in(holders))
                .filter(s -> !unchanged.contains(s))
                .forEach(stores::put);
        changes.posted().forEach(stores::put);
        sinks.send(changes, cause.headers(), now);
    }
}
