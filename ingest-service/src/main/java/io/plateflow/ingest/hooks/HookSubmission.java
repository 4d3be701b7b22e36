package io.plateflow.ingest.hooks;

import io.plateflow.contracts.ApiKey;
import io.plateflow.domain.stay.Direction;
import io.plateflow.ingest.Fault;
import io.plateflow.ingest.FaultCode;
import io.plateflow.ingest.RequestHead;
import io.plateflow.ingest.Submission;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a camera saw as a request like any other. */
final class HookSubmission {
    private static final Pattern NAMEABLE = Pattern.compile("[\\x20-\\x7E]{1,160}");

    private HookSubmission() {}

    /**
     * What was typed into the camera as part of the address wins over what the camera says; what neither says, the
     * camera's record does.
     */
    static Submission of(Make make, Push.Sighting seen, RequestHead head, ApiKey sender, Instant receivedAt) {
        Map<String, String> typed = head.query();
        if (typed == null) {
            return unusable(new Fault(FaultCode.QUERY_MALFORMED, "query", "percent-encoded UTF-8"), receivedAt);
        }
        Map<String, String> fields = new HashMap<>(seen.facts());
        fields.putIfAbsent("source", make.word());
        Direction direction = seen.heading() == null ? null : seen.heading().at(sender.direction());
        if (direction != null) {
            fields.put("direction", direction.name());
        }
        fields.putAll(typed);
        fields.replaceAll((name, value) -> value.strip());
        fields.values().removeIf(String::isEmpty);
        String key = head.idempotencyKey() == null ? eventKey(make, seen) : head.idempotencyKey();
        return new Submission(fields, new Submission.Bytes(null, seen.picture()), key, receivedAt, seen.time());
    }

    static Submission unusable(Fault fault, Instant receivedAt) {
        return new Submission(Map.of(), new Submission.NoPhoto(fault), null, receivedAt, null);
    }

    /**
     * The same for each attempt of a camera to send one event; null where it gives its events no id. The time is part of
     * it because some cameras count their events anew from each start.
     */
    private static @Nullable String eventKey(Make make, Push.Sighting seen) {
        String id = seen.eventId();
        if (id == null || !NAMEABLE.matcher(id).matches()) {
            return null;
        }
        String time = seen.time() == null ? "" : seen.time().asSent();
        return make.word() + " " + id + " " + time;
    }
}
