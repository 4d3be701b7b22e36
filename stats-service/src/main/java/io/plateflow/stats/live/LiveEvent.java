package io.plateflow.stats.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What viewers are sent.
 *
 * @param name {@code capture}, {@code stay}, {@code charge}, {@code summary} or {@code reset}; empty for a heartbeat
 * @param id how far the topics are known, offset by offset
 * @param json its data
 */
record LiveEvent(String name, String id, String json) {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    static final LiveEvent HEARTBEAT = new LiveEvent("", "", "");

    /** Asks the viewer to load everything again. */
    static LiveEvent reset(String id) {
        return new LiveEvent("reset", id, "");
    }

    void sendTo(SseEmitter viewer) throws IOException {
        viewer.send(
                name.isEmpty()
                        ? SseEmitter.event().comment("heartbeat")
                        : SseEmitter.event().name(name).id(id).data(json, TEXT));
    }
}
