package io.plateflow.stats.live;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that listen. Whoever connects is a newcomer until the feed has caught it up. */
@Component
class Viewers implements HttpSessionListener {
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long NO_TIMEOUT = 0;

    private final Set<Viewer> connected = ConcurrentHashMap.newKeySet();
    private final Set<Viewer> listening = ConcurrentHashMap.newKeySet();
    private final Queue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "viewer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to tell a page.
     *
     * @param lastSeen id of the last event that it was sent
     * @param session id of the session that it ends with; empty for a program, which has none
     * @param mayListen asked at each heartbeat whether its user still may
     */
    SseEmitter connect(@Nullable String lastSeen, String session, BooleanSupplier mayListen) {
        return connect(new SseEmitter(NO_TIMEOUT), lastSeen, session, mayListen);
    }

    SseEmitter connect(SseEmitter emitter, @Nullable String lastSeen, String session, BooleanSupplier mayListen) {
        Viewer viewer = new Viewer(emitter, threads, session, mayListen);
        emitter.onCompletion(() -> leave(viewer));
        emitter.onError(error -> leave(viewer));
        connected.add(viewer);
        viewer.offer(LiveEvent.HEARTBEAT);
        newcomers.add(new Newcomer(viewer, lastSeen, System.nanoTime()));
        return emitter;
    }

    /** Hands each newcomer to {@code welcome}, again and again until it says that it is done with it. */
    void welcome(Predicate<Newcomer> welcome) {
        newcomers.removeIf(newcomer -> !connected.contains(newcomer.viewer()) || welcome.test(newcomer));
    }

    /** From now on it hears what is told, after {@code missed}. */
    void join(Viewer viewer, List<LiveEvent> missed) {
        missed.forEach(viewer::offer);
        listening.add(viewer);
        if (!connected.contains(viewer)) { // it left in the meantime
            listening.remove(viewer);
        }
    }

    /** Whether nobody listens. */
    boolean isEmpty() {
        return listening.isEmpty();
    }

    void tell(LiveEvent event) {
        listening.forEach(viewer -> viewer.offer(event));
    }

    /** Keeps proxies from closing a quiet connection, finds viewers that are gone and ends those of users that are. */
    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void beat() {
        connected.forEach(Viewer::beat);
    }

    /** At once, and not with the next heartbeat: who signs out leaves no open page. */
    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        String session = ended.getSession().getId();
        connected.stream().filter(viewer -> viewer.isOf(session)).forEach(Viewer::close);
    }

    /** Before the server stops: it would wait for open streams. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        connected.forEach(Viewer::close);
        threads.shutdown();
    }

    private void leave(Viewer viewer) {
        connected.remove(viewer);
        listening.remove(viewer);
    }
}
