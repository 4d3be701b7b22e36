package io.plateflow.stats.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that listen. */
@Component
class Viewers {
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long NO_TIMEOUT = 0;

    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "viewer");
        thread.setDaemon(true);
        return thread;
    });

    /** A new viewer, whose first event is {@code first}. */
    SseEmitter add(LiveEvent first) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Viewer viewer = new Viewer(emitter, threads);
        emitter.onCompletion(() -> viewers.remove(viewer));
        emitter.onError(error -> viewers.remove(viewer));
        viewers.add(viewer);
        viewer.offer(first);
        return emitter;
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    void tell(LiveEvent event) {
        viewers.forEach(viewer -> viewer.offer(event));
    }

    /** Keeps proxies from closing a quiet connection, and finds viewers that are gone. */
    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void beat() {
        tell(LiveEvent.HEARTBEAT);
    }

    /** Before the server stops: it would wait for open streams. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        viewers.forEach(Viewer::close);
        threads.shutdown();
    }
}
