package io.plateflow.stats.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What viewers are sent.
 *
 * @param name {@code capture}, {@code stay}, {@code charge}, {@code summary}, {@code ready} or {@code reset}; empty for
 *     none, then browsers take in the id alone
 * @param id how far everything is told once this is; empty for none
 * @param json its data
 */
record LiveEvent(String name, String id, String json) {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    static final LiveEvent HEARTBEAT = new LiveEvent("", "", "");

    /** Asks the viewer to load everything again. */
    static LiveEvent reset(OffsetVector told) {
        return new LiveEvent("reset", told.text(), "");
    }

    /** Tells a viewer that begins that it hears everything from now on: what it loads now goes as far at least. */
    static LiveEvent ready(OffsetVector told) {
        return new LiveEvent("ready", told.text(), "");
    }

    /** Says from where a viewer that missed nothing goes on. */
    static LiveEvent from(OffsetVector told) {
        return new LiveEvent("", told.text(), "");
    }

    void sendTo(SseEmitter viewer) throws IOException {
        SseEmitter.SseEventBuilder event = SseEmitter.event();
        if (!name.isEmpty()) {
            event.name(name);
        }
        if (!id.isEmpty()) {
            event.id(id);
        }
        viewer.send(name.isEmpty() ? event.comment("heartbeat") : event.data(json, TEXT));
    }
}
