package io.plateflow.stats.live;

import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.Presence;
import io.plateflow.stats.accounts.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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
    private final Presence presence;

    StreamApi(Viewers viewers, Accounts accounts, Presence presence) {
        this.viewers = viewers;
        this.accounts = accounts;
        this.presence = presence;
    }

    /** Browsers that reconnect send the header; a page that opens a new stream can only name the parameter. */
    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastSeenByPage,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response) {
        // A proxy that buffers would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        HttpSession session = request.getSession(false);
        return viewers.connect(
                lastSeen == null ? lastSeenByPage : lastSeen,
                session == null ? "" : session.getId(),
                () -> mayListen(user, session));
    }

    /** Without the database there is nothing to hear. */
    private boolean mayListen(SignedIn user, @Nullable HttpSession session) {
        try {
            return (session == null || !presence.isOver(session)) && accounts.isCurrent(user);
        } catch (DataAccessException away) {
            return true;
        }
    }
}
