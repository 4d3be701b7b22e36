package io.plateflow.ingest;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with an end to how long the headers of one request may take. Tomcat itself limits only the pause between two
 * bytes of them, so that a sender of one byte at a time could keep its connection for hours.
 *
 * <p>Public, with a constructor without arguments, because Tomcat makes it by name.
 */
public final class DeadlineProtocol extends Http11NioProtocol {
    private long headersWithinNanos = Duration.ofSeconds(5).toNanos();

    void headersWithin(Duration time) {
        headersWithinNanos = time.toNanos();
    }

    @Override
    protected Processor createProcessor() {
        return new PunctualProcessor(getAdapter());
    }

    private final class PunctualProcessor extends Http11Processor {
        /** Whose headers have begun and not ended; processors are used again for other connections. */
        private @Nullable SocketWrapperBase<?> unfinished;

        private long begunNanos;

        PunctualProcessor(Adapter adapter) {
            super(DeadlineProtocol.this, adapter);
        }

        /** Called once for each piece of headers that has arrived, never for bodies, which are read asynchronously. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (socket != unfinished) {
                begunNanos = System.nanoTime();
            } else if (remainingMillis() <= 0) {
                unfinished = null;
                return SocketState.CLOSED;
            } else {
                socket.setReadTimeout(getConnectionTimeout());
            }
            SocketState state = super.service(socket);
            if (state == SocketState.LONG && !isAsync()) {
                unfinished = socket;
                socket.setReadTimeout(Math.min(getConnectionTimeout(), Math.max(1, remainingMillis())));
            } else {
                unfinished = null;
            }
            return state;
        }

        private long remainingMillis() {
            return Duration.ofNanos(begunNanos + headersWithinNanos - System.nanoTime())
                    .toMillis();
        }
    }
}
