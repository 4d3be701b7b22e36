package io.plateflow.stats.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened in the last ten minutes, the last 50,000 of it at most, for viewers who come back. */
@Component
class Recent {
    private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST = 50_000;

    private final Deque<Told> told = new ArrayDeque<>();
    private OffsetVector forgotten = OffsetVector.of(Map.of());

    private record Told(Happened happened, long nanos) {}

    /** Knows nothing of what lies below {@code from}. */
    void begin(OffsetVector from) {
        told.clear();
        forgotten = from;
    }

    /** Takes what happened at {@code nanos}, a reading of the clock that never goes back. */
    void add(Collection<Happened> happened, long nanos) {
        happened.forEach(h -> told.add(new Told(h, nanos)));
        for (Told oldest = told.peek();
                oldest != null && (told.size() > MOST || nanos - oldest.nanos() > KEPT_NANOS);
                oldest = told.peek()) {
            Happened gone = oldest.happened();
            forgotten = forgotten.with(gone.partition(), Math.max(forgotten.at(gone.partition()), gone.next()));
            told.remove();
        }
    }

    /** What happened that {@code seen} does not tell, in its order; empty when some of it is forgotten. */
    Optional<List<Happened>> since(OffsetVector seen) {
        return seen.reaches(forgotten)
                ? Optional.of(told.stream()
                        .map(Told::happened)
                        .filter(h -> h.next() > seen.at(h.partition()))
                        .toList())
                : Optional.empty();
    }
}
