package io.plateflow.stats.live;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens, as it happens. */
@RestController
class StreamApi {
    private final Viewers viewers;

    StreamApi(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Browsers that reconnect send the header; a page that opens a new stream can only name the parameter. */
    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastSeenByPage,
            HttpServletResponse response) {
        // A proxy that buffers would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        return viewers.connect(lastSeen == null ? lastSeenByPage : lastSeen);
    }
}
