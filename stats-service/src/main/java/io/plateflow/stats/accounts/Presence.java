package io.plateflow.stats.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is still at a session. Pages ask by themselves for as long as they are open, and their images and streams
 * bring the session too, so none of that keeps it: what a person does is to open a page, to write, and to use keys or pointer,
 * which a page says with its next question.
 */
public final class Presence {
    /** By {@code true} in it a page says that keys or pointer were used since its last question. */
    public static final String HEADER = "X-User-Present";

    /** Attribute of a session: the {@link Instant} at which a person last did something there. */
    public static final String LAST = Presence.class.getName();

    private static final List<String> ASKING = List.of("GET", "HEAD");

    private final Duration longest;
    private final InstantSource clock;

    /** @param longest how long a session lasts without anybody */
    public Presence(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /** Whether the session goes on with {@code request}, which is a person's doing or not; false when it is over. */
    public boolean goesOn(HttpServletRequest request, HttpSession session) {
        try {
            Instant last = last(session);
            if (last != null && isOver(last)) {
                return false;
            }
            if (last == null || isPersonal(request)) {
                session.setAttribute(LAST, clock.instant());
            }
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    /** Whether nobody has been at it for too long, or it was ended. */
    public boolean isOver(HttpSession session) {
        try {
            Instant last = last(session);
            return last != null && isOver(last);
        } catch (IllegalStateException ended) {
            return true;
        }
    }

    private boolean isOver(Instant last) {
        return !last.plus(longest).isAfter(clock.instant());
    }

    private static @Nullable Instant last(HttpSession session) {
        return (Instant) session.getAttribute(LAST);
    }

    private static boolean isPersonal(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/v1/")
                || !ASKING.contains(request.getMethod())
                || "true".equals(request.getHeader(HEADER));
    }
}
