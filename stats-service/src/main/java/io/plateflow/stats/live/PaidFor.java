package io.plateflow.stats.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a payment changes: the balance of the charge in force, or without one what was paid for the stay. */
@Component
class PaidFor {
    private final CapturesById captures;
    private final StaysById stays;

    PaidFor(CapturesById captures, StaysById stays) {
        this.captures = captures;
        this.stays = stays;
    }

    /** The same, each payment as the charge or the stay that it was made for; none where no stay has the photo any more. */
    List<Happened> in(List<Happened> happened) {
        Set<UUID> paid =
                happened.stream().filter(PaidFor::isPayment).map(Happened::id).collect(toSet());
        if (paid.isEmpty()) {
            return happened;
        }
        Map<UUID, CaptureAnswer> photos = captures.ask(paid).stream().collect(toMap(CaptureAnswer::id, identity()));
        Map<UUID, StayAnswer> current = stays
                .ask(photos.values().stream()
                        .map(CaptureAnswer::stayId)
                        .filter(Objects::nonNull)
                        .collect(toSet()))
                .stream()
                .collect(toMap(StayAnswer::id, identity()));
        return happened.stream()
                .flatMap(one -> isPayment(one) ? changed(one, photos.get(one.id()), current) : Stream.of(one))
                .toList();
    }

    private static boolean isPayment(Happened happened) {
        return happened.kind().equals("payment");
    }

    private static Stream<Happened> changed(
            Happened payment, @Nullable CaptureAnswer photo, Map<UUID, StayAnswer> current) {
        StayAnswer stay = photo == null || photo.stayId() == null ? null : current.get(photo.stayId());
        if (stay == null) {
            return Stream.of();
        }
        return Stream.of(
                stay.chargeId() == null ? payment.to("stay", stay.id()) : payment.to("charge", stay.chargeId()));
    }
}
