package io.plateflow.stats.keys;

import io.plateflow.domain.tariff.DraftReader;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.stats.editions.Written;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the key in force stays valid beside its successor, as the JSON has it.
 *
 * @param overlap ISO 8601 duration; absent: a week; zero ends it at once, as for a phone that was lost
 */
public record Overlap(@Nullable String overlap) {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(90);

    /** @throws org.springframework.web.ErrorResponseException 422 that names all that is wrong with it */
    public static Duration read(byte @Nullable [] body) {
        Written<Overlap> written = Written.read(Written.tree(body), Overlap.class);
        DraftReader read = new DraftReader();
        String text = written.draft().overlap;
        Duration overlap = text == null ? USUAL : read.duration("overlap", text);
        if (overlap != null && overlap.compareTo(LONGEST) > 0) {
            read.found("overlap", "overlap_too_long", "Write at most " + LONGEST + ".");
        }
        List<Fault> faults = written.and(read.faults());
        if (!faults.isEmpty()) {
            throw Written.refusal(faults);
        }
        return Objects.requireNonNull(overlap);
    }
}
