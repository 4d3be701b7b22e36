package io.plateflow.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.StayRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Stays and charges on their way out, as CloudEvents; readers see them once the transaction commits. */
final class Sinks {
    static final String STAYS = "stays-out";
    static final String CHARGES = "charges-out";
    private static final String SOURCE = "/plateflow/billing";
    private static final String STAY_CHANGED = "io.plateflow.stay.changed";

    private final BiConsumer<Record<String, Object>, String> out;
    private final MeterRegistry meters;

    /** {@code out} takes a record and the name of its sink. */
    Sinks(BiConsumer<Record<String, Object>, String> out, MeterRegistry meters) {
        this.out = out;
        this.meters = meters;
    }

    /** {@code cause} is the headers of the event that led here: its trace goes on. */
    void send(Changes changes, Headers cause, Instant now) {
        for (StayRecord stay : changes.stays()) {
            count("stays", stay.state().name());
            send(STAYS, stay.id(), stay, STAY_CHANGED, stay.id() + "." + stay.version(), cause, now);
        }
        for (ChargeEvent charge : changes.charges()) {
            boolean voided = charge instanceof ChargeVoided;
            count("charges", voided ? "voided" : "issued");
            String type = "io.plateflow." + (voided ? ChargeVoided.TYPE : ChargeIssued.TYPE);
            send(CHARGES, charge.stayId(), charge, type, charge.id() + (voided ? ".voided" : ""), cause, now);
        }
    }

    /** A stay past the ledger's retention leaves the compacted topic. */
    void tombstone(UUID stayId, Instant now) {
        out.accept(new Record<>(stayId.toString(), null, now.toEpochMilli()), STAYS);
    }

    private void send(
            String sink, UUID key, @Nullable Object value, String type, String id, Headers cause, Instant now) {
        Headers headers = new RecordHeaders();
        CloudEvents.write(headers, id, type, SOURCE, now, "application/json");
        CloudEvents.set(headers, CloudEvents.SUBJECT, key.toString());
        CloudEvents.get(cause, CloudEvents.TRACE_PARENT)
                .ifPresent(trace -> headers.add(CloudEvents.TRACE_PARENT, trace.getBytes(UTF_8)));
        out.accept(new Record<>(key.toString(), value, now.toEpochMilli(), headers), sink);
    }

    private void count(String what, String which) {
        meters.counter("plateflow.billing." + what, "event", which.toLowerCase(Locale.ROOT))
                .increment();
    }
}
