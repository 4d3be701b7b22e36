package io.plateflow.stats.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page; slow ones have a queue of their own, so that they hold nobody up. */
final class Viewer {
    /** A viewer farther behind is disconnected: it comes again and loads everything. */
    static final int MOST_BEHIND = 1000;

    private final SseEmitter emitter;
    private final Executor threads;
    private final String session;
    private final BooleanSupplier mayListen;
    private final Queue<LiveEvent> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    Viewer(SseEmitter emitter, Executor threads, String session, BooleanSupplier mayListen) {
        this.emitter = emitter;
        this.threads = threads;
        this.session = session;
        this.mayListen = mayListen;
    }

    boolean isOf(String itsSession) {
        return session.equals(itsSession);
    }

    void beat() {
        if (mayListen.getAsBoolean()) {
            offer(LiveEvent.HEARTBEAT);
        } else {
            close();
        }
    }

    synchronized void offer(LiveEvent event) {
        if (closed) {
            return;
        }
        if (waiting.size() >= MOST_BEHIND) {
            close();
            return;
        }
        waiting.add(event);
        if (!sending) {
            sending = true;
            threads.execute(this::send);
        }
    }

    /** Ends the connection; the browser opens another by itself. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            threads.execute(emitter::complete);
        }
    }

    private void send() {
        for (LiveEvent next = next(); next != null; next = next()) {
            try {
                next.sendTo(emitter);
            } catch (IOException | IllegalStateException gone) {
                // The container tells the emitter's callbacks, which take this viewer off the list.
                closeQuietly();
            }
        }
    }

    private synchronized @Nullable LiveEvent next() {
        LiveEvent next = waiting.poll();
        sending = next != null;
        return next;
    }

    private synchronized void closeQuietly() {
        closed = true;
        waiting.clear();
    }
}
