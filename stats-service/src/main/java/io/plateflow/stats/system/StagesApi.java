package io.plateflow.stats.system;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Lag;
import io.plateflow.stats.cameras.CameraWatch;
import io.plateflow.stats.cameras.Standing;
import io.plateflow.stats.query.Cursor;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.query.WorkInHand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stages in the order of the flow, and what they stand on. */
@RestController
class StagesApi {
    private static final Duration LINES_VALID = Duration.ofSeconds(15);

    private final BrokerWatch broker;
    private final Disk disk;
    private final Database database;
    private final WorkInHand work;
    private final Arrivals arrivals;
    private final Freshness freshness;
    private final Written written;
    private final CameraWatch cameras;
    private final Remembered<Lines> lines;

    StagesApi(
            BrokerWatch broker,
            Disk disk,
            Database database,
            WorkInHand work,
            Arrivals arrivals,
            Freshness freshness,
            Written written,
            CameraWatch cameras,
            Minutes minutes) {
        this.broker = broker;
        this.disk = disk;
        this.database = database;
        this.work = work;
        this.arrivals = arrivals;
        this.freshness = freshness;
        this.written = written;
        this.cameras = cameras;
        this.lines = new Remembered<>(LINES_VALID, () -> Lines.of(minutes, Instant.now()));
    }

    /** An hour of minutes each, the oldest first. */
    private record Lines(List<Long> received, List<Long> ended, List<Long> charged) {
        static Lines of(Minutes minutes, Instant now) {
            return new Lines(minutes.received(now), minutes.ended(now), minutes.charged(now));
        }
    }

    /**
     * One stage; what only the broker knows is absent while it is away.
     *
     * @param perMinute minutes that are over, the oldest first, 60 at most
     * @param waiting photos or records
     * @param processes that work on it
     */
    record Stage(
            List<Long> perMinute,
            @Nullable Long waiting,
            @Nullable Integer processes) {}

    /** {@code brokers} is 0 when none answers. */
    record BrokerState(boolean reachable, int brokers) {}

    /**
     * All of it as it is answered.
     *
     * @param faults the worst first
     * @param lastReceivedAt when the last photo came in
     * @param oldestPendingAt when the photo came in that has waited longest for its end
     * @param dataAt the rows hold everything received up to then
     */
    record Answer(
            Instant at,
            List<Fault> faults,
            Stage intake,
            Stage reading,
            Stage billing,
            Stage data,
            @Nullable Instant lastReceivedAt,
            @Nullable Instant oldestPendingAt,
            @Nullable Instant dataAt,
            BrokerState broker,
            Database.Answer database,
            Disk.@Nullable Answer disk) {}

    @GetMapping("/v1/system/stages")
    Answer stages() {
        broker.prepare();
        Lines hour = lines.get();
        long pending = work.of(null).pending();
        Instant oldest = arrivals.oldestPending().map(Cursor::at).orElse(null);
        Database.Answer rows = database.answer();
        BrokerAnswer said = broker.ask();
        Instant now = Instant.now();
        Instant dataAt = freshness.dataAt().equals(Instant.EPOCH) ? null : freshness.dataAt();
        Stage reading = new Stage(hour.ended, pending, said.processes().get(Groups.OCR));
        Stage billing = new Stage(
                hour.charged, said.waiting().get(Lag.BILLING), said.processes().get(Groups.BILLING));
        long unwritten = freshness.lag().values().stream().mapToLong(n -> n).sum();
        Stage data = new Stage(written.perMinute(), unwritten, said.processes().get(Groups.STATS));
        Fault.Signs signs = new Fault.Signs(
                said.reachable(),
                said.room() == null ? null : said.room().freeBytes(),
                reading.processes,
                billing.processes,
                pending,
                oldest,
                billing.waiting,
                unwritten,
                dataAt,
                cameras.silent().size(),
                cameras.silent().stream()
                        .map(Standing::silentSince)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                cameras.clocksOff().size());
        return new Answer(
                now,
                Fault.in(signs, now),
                new Stage(hour.received, null, null),
                reading,
                billing,
                data,
                arrivals.last().orElse(null),
                oldest,
                dataAt,
                new BrokerState(said.reachable(), said.brokers()),
                rows,
                said.room() == null ? null : disk.answer(said.room()));
    }
}
