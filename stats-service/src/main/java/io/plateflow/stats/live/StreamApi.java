package io.plateflow.stats.live;

import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens, as it happens. */
@RestController
class StreamApi {
    private final Viewers viewers;
    private final Accounts accounts;

    StreamApi(Viewers viewers, Accounts accounts) {
        this.viewers = viewers;
        this.accounts = accounts;
    }

    /** Browsers that reconnect send the header; a page that opens a new stream can only name the parameter. */
    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastSeenByPage,
            @AuthenticationPrincipal SignedIn user,
            HttpServletResponse response) {
        // A proxy that buffers would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        return viewers.connect(lastSeen == null ? lastSeenByPage : lastSeen, () -> mayListen(user));
    }

    /** Without the database there is nothing to hear. */
    private boolean mayListen(SignedIn user) {
        try {
            return accounts.isCurrent(user);
        } catch (DataAccessException away) {
            return true;
        }
    }
}
