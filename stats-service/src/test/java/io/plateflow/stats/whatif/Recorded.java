package io.plateflow.stats.whatif;

import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A stay as billing says it was, and the charge for it, if any. */
public record Recorded(
        UUID stayId,
        UUID captureId,
        String zone,
        Plate plate,
        Instant from,
        Instant to,
        String tariff,
        @Nullable String vehicleClass,
        Set<String> flags,
        boolean waived,
        @Nullable String amount) {

    public static Recorded of(
            String zone, String plate, Instant from, Instant to, String tariff, @Nullable String amount) {
        return new Recorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                zone,
                new Plate(plate),
                from,
                to,
                tariff,
                null,
                Set.of(),
                false,
                amount);
    }

    public Recorded ofClass(String name) {
        return new Recorded(stayId, captureId, zone, plate, from, to, tariff, name, flags, waived, amount);
    }

    public Recorded flagged(String flag) {
        return new Recorded(
                stayId, captureId, zone, plate, from, to, tariff, vehicleClass, Set.of(flag), waived, amount);
    }

    public Recorded whoseChargeAPersonVoided() {
        return new Recorded(stayId, captureId, zone, plate, from, to, tariff, vehicleClass, flags, true, amount);
    }

    public List<ProducerRecord<String, byte[]>> records() {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        if (amount != null) {
            records.add(json(
                    Topics.CHARGES.name(),
                    new ChargeIssued(
                            UUID.randomUUID(),
                            stayId,
                            1,
                            zone,
                            plate,
                            captureId,
                            from,
                            to,
                            Money.of(amount, "ARS"),
                            List.of(),
                            tariff,
                            flags,
                            List.of(captureId),
                            to,
                            vehicleClass,
                            null,
                            null)));
        }
        records.add(json(
                Topics.STAYS.name(),
                new StayRecord(
                        stayId,
                        1,
                        zone,
                        plate,
                        StayRecord.State.CLOSED,
                        new Coordinates(0, 0),
                        from,
                        to,
                        "CHECKOUT",
                        from,
                        List.of(captureId),
                        tariff,
                        flags,
                        null,
                        1,
                        null,
                        vehicleClass,
                        null,
                        null,
                        waived ? true : null)));
        return records;
    }

    private ProducerRecord<String, byte[]> json(String topic, Object value) {
        return new ProducerRecord<>(topic, stayId.toString(), Json.MAPPER.writeValueAsBytes(value));
    }
}
