package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import io.plateflow.ingest.Fault;
import io.plateflow.ingest.FaultCode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a camera pushed, understood. */
sealed interface Push {

    /**
     * A vehicle that a camera saw.
     *
     * @param picture the scene; a crop only where the camera sent nothing else
     * @param facts what the camera says of it, by the names of a capture's fields
     * @param time of the camera's clock
     * @param heading which way past the camera
     * @param eventId the camera's own name of the event, the same in each of its attempts to send it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Sighting(
            byte[] picture,
            Map<String, String> facts,
            @Nullable CameraTime time,
            @Nullable Heading heading,
            @Nullable String eventId)
            implements Push {
        public Sighting {
            facts = Map.copyOf(facts);
        }
    }

    /** Nothing to keep: a sign of life, or an event that is not about a plate. */
    record Ignored(Kind kind) implements Push {}

    /** What is ignored; a tag of the counter. */
    enum Kind {
        HEARTBEAT,
        /** Another event than a plate. */
        OTHER_EVENT,
        /** One frame of a vehicle whose event is still to come. */
        FRAME;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Not what this make sends, or without a picture. */
    record Unusable(Fault fault) implements Push {}

    static Push malformed(String wanted) {
        return new Unusable(new Fault(FaultCode.BODY_MALFORMED, null, wanted));
    }

    /** @param remedy how the picture is switched on at the camera */
    static Push withoutPicture(String remedy) {
        return new Unusable(new Fault(FaultCode.PICTURE_MISSING, null, remedy));
    }
}
