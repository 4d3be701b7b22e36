package io.plateflow.ingest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Collects a body as it arrives, holding a thread only while there is something to read.
 *
 * <p>What is over the limit, not in the budget or not wanted is read and dropped, up to {@link #MOST_DROPPED}, because
 * a sender that still writes would otherwise lose its answer to a reset connection.
 */
final class BodyReader implements ReadListener {
    /** Enough for a photo three times too large. */
    private static final long MOST_DROPPED = 40L * 1024 * 1024;

    private static final int FIRST_BYTES = 64 * 1024;
    private static final int DROPPED_BYTES = 8192;

    /** A body that was read to its end. */
    sealed interface Body {}

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Whole(byte[] bytes) implements Body {}

    record TooLarge() implements Body {}

    /** The byte budget was used up. */
    record NoRoom() implements Body {}

    private final ServletInputStream in;
    private final Exchange exchange;
    private final int limit;
    /** Content-Length where it is given, else the limit. */
    private final int likely;

    private final Consumer<Body> whole;
    private byte[] buffer = new byte[0];
    private int length;
    /** More than {@link #length} once anything was dropped. */
    private long read;

    private boolean noRoom;

    private BodyReader(ServletInputStream in, Exchange exchange, int limit, int likely, Consumer<Body> whole) {
        this.in = in;
        this.exchange = exchange;
        this.limit = limit;
        this.likely = likely;
        this.whole = whole;
    }

    /**
     * Reads the body of {@code request}, whose async processing has begun, and returns at once.
     *
     * @param limit bytes; 0 to drop all
     * @param whole is told once, on a thread of the server's; never when the sender goes away
     */
    static void read(HttpServletRequest request, Exchange exchange, int limit, Consumer<Body> whole)
            throws IOException {
        long declared = request.getContentLengthLong();
        int likely = declared < 0 || declared > limit ? limit : (int) declared;
        ServletInputStream in = request.getInputStream();
        in.setReadListener(new BodyReader(in, exchange, limit, likely, whole));
    }

    @Override
    public void onDataAvailable() {
        try {
            readWhatIsThere();
        } catch (IOException e) {
            exchange.abandon(e);
        }
    }

    private void readWhatIsThere() throws IOException {
        while (in.isReady() && !in.isFinished()) {
            int n = hasRoom() ? keep() : drop();
            if (n < 0) {
                return;
            }
            read += n;
            if (read > MOST_DROPPED) {
                exchange.answer(
                        Outcome.Refused.of(FaultCode.IMAGE_TOO_LARGE, "image", "at most " + limit + " bytes"), true);
                return;
            }
        }
    }

    /** Room grows with what has arrived, not with what was announced: a slow sender holds little. */
    private boolean hasRoom() {
        if (noRoom || read > length || length == likely) {
            return false;
        }
        if (length < buffer.length) {
            return true;
        }
        int size = Math.min(likely, Math.max(FIRST_BYTES, buffer.length * 2));
        if (!exchange.lease().grow(size - buffer.length)) {
            noRoom = true;
            return false;
        }
        buffer = Arrays.copyOf(buffer, size);
        return true;
    }

    private int keep() throws IOException {
        int n = in.read(buffer, length, buffer.length - length);
        length += Math.max(n, 0);
        return n;
    }

    private int drop() throws IOException {
        int n = in.read(new byte[DROPPED_BYTES]);
        if (n > 0) {
            exchange.lease().close();
            buffer = new byte[0];
            length = 0;
        }
        return n;
    }

    @Override
    public void onAllDataRead() {
        if (read > limit) {
            whole.accept(new TooLarge());
        } else if (noRoom) {
            whole.accept(new NoRoom());
        } else {
            whole.accept(new Whole(length == buffer.length ? buffer : Arrays.copyOf(buffer, length)));
        }
    }

    @Override
    public void onError(Throwable cause) {
        exchange.abandon(cause);
    }
}
