package io.plateflow.stats.gate;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import io.plateflow.stats.settlements.Dues;
import io.plateflow.stats.settlements.Payments;
import io.plateflow.stats.settlements.Taken;
import io.plateflow.stats.storage.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vehicles that one camera saw of late and what each owes. */
@Component
class Exits {
    /** Who was there longer ago has gone. */
    private static final Duration LATELY = Duration.ofMinutes(30);

    /** More do not queue at one gate. */
    private static final int MOST = 24;

    private final JdbcClient jdbc;
    private final CapturesById captures;
    private final StaysById stays;
    private final Dues dues;
    private final Payments payments;

    Exits(JdbcClient jdbc, CapturesById captures, StaysById stays, Dues dues, Payments payments) {
        this.jdbc = jdbc;
        this.captures = captures;
        this.stays = stays;
        this.dues = dues;
        this.payments = payments;
    }

    /** Who came first is first; of several photos in one stay the first counts. */
    List<Exit> of(String camera, Instant now) {
        List<CaptureAnswer> seen = captures.ask(ids(camera, now));
        Set<UUID> ids = seen.stream()
                .map(CaptureAnswer::stayId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> onTheirWay = payments.paidOnTheWay(ids);
        Map<UUID, Taken> latest = payments.latest(ids);
        Map<UUID, StayAnswer> byId =
                stays.ask(ids).stream().collect(Collectors.toMap(StayAnswer::id, Function.identity()));
        Map<UUID, Amount> owed = dues.of(byId.values());
        List<Exit> exits = new ArrayList<>();
        Set<UUID> told = new HashSet<>();
        for (CaptureAnswer capture : seen) {
            StayAnswer stay = capture.stayId() == null ? null : byId.get(capture.stayId());
            if (stay == null) {
                exits.add(new Exit(
                        Exit.state(capture, null, null, null, false, now), capture, null, null, null, null, null));
            } else if (told.add(stay.id())) {
                Amount due = owed.get(stay.id());
                Taken payment = latest.get(stay.id());
                Exit.State state = Exit.state(capture, stay, due, payment, onTheirWay.contains(stay.id()), now);
                exits.add(new Exit(state, capture, stay, entry(stay, capture), due, rise(stay), payment));
            }
        }
        return exits;
    }

    private List<UUID> ids(String camera, Instant now) {
        List<UUID> ids = new ArrayList<>(jdbc.sql("""
                SELECT id FROM capture WHERE camera_id = :camera AND captured_at > :since
                ORDER BY captured_at DESC, id DESC LIMIT :most
                """)
                .param("camera", camera)
                .param("since", utc(now.minus(LATELY)))
                .param("most", MOST)
                .query((row, n) -> Columns.id(row, "id"))
                .list());
        Collections.reverse(ids);
        return ids;
    }

    private static @Nullable UUID entry(StayAnswer stay, CaptureAnswer exit) {
        UUID first = stay.captureIds().isEmpty() ? null : stay.captureIds().get(0);
        return exit.id().equals(first) ? null : first;
    }

    private Exit.@Nullable Higher rise(StayAnswer stay) {
        return stay.quotedAt() == null
                ? null
                : stays.riseAfter(stay.id(), stay.quotedAt())
                        .map(rise -> new Exit.Higher(rise.at(), Amount.of(rise.amount())))
                        .orElse(null);
    }
}
