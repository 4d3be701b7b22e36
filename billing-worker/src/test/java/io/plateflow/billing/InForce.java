package io.plateflow.billing;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.domain.stay.Charge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The charges in force, event by event in the order of the log; it refuses what must not be at any time. */
public final class InForce {
    private final Map<UUID, ChargeIssued> byStay = new HashMap<>();
    private final Set<UUID> issued = new HashSet<>();

    /** Those after {@code events}. */
    public static Set<Charge> after(Iterable<ChargeEvent> events) {
        InForce inForce = new InForce();
        events.forEach(inForce::hear);
        return inForce.charges();
    }

    /** @throws AssertionError when two are in force for one stay, one is issued twice, or one is voided that is not in force */
    public void hear(ChargeEvent event) {
        if (event instanceof ChargeIssued charge) {
            ChargeIssued before = byStay.put(charge.stayId(), charge);
            if (before != null) {
                throw new AssertionError("two in force for one stay: " + before + " and " + charge);
            }
            if (!issued.add(charge.id())) {
                throw new AssertionError("issued twice: " + charge);
            }
        } else {
            ChargeVoided voided = (ChargeVoided) event;
            ChargeIssued before = byStay.remove(voided.stayId());
            if (before == null || !before.id().equals(voided.id())) {
                throw new AssertionError("voided, but not in force: " + voided);
            }
        }
    }

    public Set<Charge> charges() {
        return byStay.values().stream().map(Changes::money).collect(Collectors.toUnmodifiableSet());
    }
}
