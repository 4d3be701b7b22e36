package io.plateflow.local.send;

import io.plateflow.client.Posted;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What became of one photo. */
sealed interface Outcome {
    PhotoFile photo();

    /** Kept; nobody waited for its plate. */
    record Kept(PhotoFile photo, UUID id) implements Outcome {}

    /** Not kept. */
    record Refused(PhotoFile photo, Posted.Refused why) implements Outcome {}

    /** Not sent: the file could not be read. */
    record Unsent(PhotoFile photo, String why) implements Outcome {}

    /** Kept, and ended: {@code capture} says whether it was read. */
    record Ended(PhotoFile photo, UUID id, JsonNode capture) implements Outcome {}

    /** Kept, but without an end when the patience ran out. */
    record Late(PhotoFile photo, UUID id) implements Outcome {}

    /** Whether the sender has what was asked for. */
    default boolean good() {
        return this instanceof Kept
                || (this instanceof Ended ended
                        && "READ".equals(ended.capture().path("status").asString()));
    }
}
