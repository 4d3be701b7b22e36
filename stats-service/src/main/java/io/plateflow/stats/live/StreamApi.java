package io.plateflow.stats.live;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens, as it happens. */
@RestController
class StreamApi {
    private final Viewers viewers;
    private final LiveFeed feed;

    StreamApi(Viewers viewers, LiveFeed feed) {
        this.viewers = viewers;
        this.feed = feed;
    }

    /** A viewer that missed something is told to load everything again. */
    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            HttpServletResponse response) {
        // A proxy that buffers would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        String now = feed.vector();
        return viewers.add(lastSeen == null || lastSeen.equals(now) ? LiveEvent.HEARTBEAT : LiveEvent.reset(now));
    }
}
