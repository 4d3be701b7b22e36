package io.plateflow.billing;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.StayRecord;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.stay.Charge;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Terms;
import io.plateflow.domain.tariff.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be said so that what was said of the stays becomes true of them again: only differences.
 *
 * @param posted what has then been said, of the stays that changed
 * @param stays new versions, vanished stays first
 * @param voids of charges, before all issues
 * @param issues of charges
 */
record Changes(List<Posted> posted, List<StayRecord> stays, List<ChargeVoided> voids, List<ChargeIssued> issues) {

    /** From what was said, by stayId, to the stays as they are, priced by {@code terms}, at {@code now}. */
    static Changes between(Map<UUID, Posted> said, List<Stay> stays, Function<Stay, Terms> terms, Instant now) {
        Set<UUID> living = stays.stream().map(Stay::id).collect(Collectors.toSet());
        Map<UUID, UUID> holders = stayByCapture(stays);
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        said.values().stream()
                .filter(p -> !p.vanished() && !living.contains(p.stay().id()))
                .forEach(p -> changes.vanished(p, holders, now));
        stays.forEach(stay -> changes.stands(said.get(stay.id()), stay, terms.apply(stay), now));
        return changes;
    }

    /** Which stay holds each capture. */
    static Map<UUID, UUID> stayByCapture(List<Stay> stays) {
        Map<UUID, UUID> holders = new HashMap<>();
        stays.forEach(stay -> stay.captureIds().forEach(capture -> holders.put(capture, stay.id())));
        return holders;
    }

    private void vanished(Posted before, Map<UUID, UUID> holders, Instant now) {
        UUID supersededBy = before.stay().captureIds().stream()
                .flatMap(capture -> Stream.ofNullable(holders.get(capture)))
                .findFirst()
                .orElse(null);
        StayRecord record = StayRecords.vanished(before.stay(), supersededBy);
        voided(before.inForce(), supersededBy == null ? "recomputed" : "superseded", now);
        stays.add(record);
        posted.add(new Posted(record, before.revision(), null, null, before.lastEvent(), true));
    }

    private void stands(@Nullable Posted before, Stay stay, Terms terms, Instant now) {
        StayRecord last = before == null ? null : before.stay();
        StayRecord record = StayRecords.after(last, stay, terms);
        if (!record.equals(last)) {
            stays.add(record);
        }
        ChargeIssued inForce = before == null ? null : before.inForce();
        int revision = before == null ? 0 : before.revision();
        Optional<Charge> charge = Charge.of(stay, terms);
        if (!charge.equals(Optional.ofNullable(inForce).map(Changes::money))) {
            voided(inForce, stay.waived() ? "voided" : "recomputed", now);
            inForce = charge.isEmpty() ? null : issued(stay, charge.get(), terms, ++revision, now);
        }
        Posted after = new Posted(record, revision, inForce, stay.deadline(), StayRecords.lastEvent(stay), false);
        if (!after.equals(before)) {
            posted.add(after);
        }
    }

    List<ChargeEvent> charges() {
        return Stream.<ChargeEvent>concat(voids.stream(), issues.stream()).toList();
    }

    private void voided(@Nullable ChargeIssued charge, String reason, Instant now) {
        if (charge != null) {
            voids.add(new ChargeVoided(charge.id(), charge.stayId(), charge.revision(), reason, now));
        }
    }

    private ChargeIssued issued(Stay stay, Charge charge, Terms terms, int revision, Instant now) {
        Price price = terms.due(stay).orElseThrow();
        ChargeIssued charged = new ChargeIssued(
                Uuids.v5("charge", stay.id().toString(), Integer.toString(revision)),
                stay.id(),
                revision,
                charge.zone(),
                charge.plate(),
                charge.firstCapture(),
                charge.from(),
                charge.to(),
                charge.amount(),
                price.lines(),
                charge.tariff(),
                charge.flags(),
                stay.captureIds().stream().limit(StayRecord.MOST_CAPTURES).toList(),
                now,
                terms.vehicleClass(),
                price.elapsedSeconds(),
                price.billedSeconds());
        issues.add(charged);
        return charged;
    }

    /** What makes two charges the same money. */
    static Charge money(ChargeIssued issued) {
        return new Charge(
                issued.zone(),
                issued.plate(),
                issued.firstCapture(),
                issued.from(),
                issued.to(),
                issued.amount(),
                issued.tariff(),
                issued.flags());
    }
}
