package io.plateflow.domain.stay;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a stay stands at a time.
 *
 * @param state how
 * @param from when it began
 * @param end what ended it
 * @param deadline after which silence alone changes it; null: never
 * @param flags what is doubtful about it, those of its captures aside
 */
record Standing(
        Stay.State state,
        Instant from,
        Optional<End> end,
        @Nullable Instant deadline,
        Set<StayFlag> flags) {

    static Standing closed(Instant from, End end, Set<StayFlag> flags) {
        return new Standing(Stay.State.CLOSED, from, Optional.of(end), null, flags);
    }
}
