package io.plateflow.contracts;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.PriceLine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge came into force.
 *
 * @param id chargeId
 * @param stayId of the stay
 * @param revision counted from 1 within the stay
 * @param zone where
 * @param plate who is charged
 * @param firstCapture of the stay
 * @param from of the stay
 * @param to of the stay; also its service date
 * @param amount what is charged
 * @param lines sum exactly to the amount
 * @param tariff {@code id@version}
 * @param flags what is doubtful
 * @param captureIds the photos it rests on, earliest first
 * @param postedAt when it was issued
 * @param vehicleClass that applied; null when none did
 * @param elapsedSeconds from entry to exit
 * @param billedSeconds what remained of them once grace and free hours were taken off
 */
public record ChargeIssued(
        UUID id,
        UUID stayId,
        int revision,
        String zone,
        Plate plate,
        UUID firstCapture,
        Instant from,
        Instant to,
        Money amount,
        List<PriceLine> lines,
        String tariff,
        Set<String> flags,
        List<UUID> captureIds,
        Instant postedAt,
        @Nullable String vehicleClass,
        @Nullable Long elapsedSeconds,
        @Nullable Long billedSeconds)
        implements ChargeEvent {
    public static final String TYPE = "charge.issued";

    public ChargeIssued {
        lines = List.copyOf(lines);
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
        captureIds = List.copyOf(captureIds);
    }
}
