package io.plateflow.stats.trail;

import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.query.Cursor;
import io.plateflow.stats.query.Parameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the audit is asked for.
 *
 * @param from inclusive
 * @param to exclusive
 * @param plate in normal form
 * @param subject id of what it was done to
 * @param limit items at most
 * @param after where the page before ended
 * @param counted whether the total is asked for
 */
record Question(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String who,
        @Nullable String action,
        @Nullable String plate,
        @Nullable String subject,
        int limit,
        @Nullable Cursor after,
        boolean counted) {
    private static final int MOST = 500;
    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST = 64;
    private static final Set<String> ACTIONS =
            Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toUnmodifiableSet());

    /** Reads query parameters; an empty one is as none, and 422 names every fault. */
    static Question of(Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        String who = parameters.text("who", LONGEST);
        String written = parameters.text("plate", LONGEST);
        String plate = written == null ? null : Plate.normalise(written);
        if (plate != null && plate.isEmpty()) {
            parameters.fault("plate_malformed", "plate", "a plate has letters and digits");
        }
        Question question = new Question(
                parameters.instant("from"),
                parameters.instant("to"),
                who == null ? null : who.strip().toLowerCase(Locale.ROOT),
                parameters.oneOf("action", ACTIONS),
                plate,
                parameters.text("subject", LONGEST),
                parameters.whole("limit", 1, MOST, DEFAULT_LIMIT),
                parameters.cursor(),
                parameters.yes("total"));
        parameters.refuseFaults();
        return question;
    }

    /** The same, for as many as one page holds, from where the page before ended. */
    Question next(@Nullable Cursor cursor) {
        return new Question(from, to, who, action, plate, subject, MOST, cursor, false);
    }

    /** Which criteria it has; not what they say, as a person wrote that. */
    String criteria() {
        return Stream.of(
                        from == null ? "" : "from",
                        to == null ? "" : "to",
                        who == null ? "" : "who",
                        action == null ? "" : "action",
                        plate == null ? "" : "plate",
                        subject == null ? "" : "subject")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
