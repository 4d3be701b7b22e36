package io.plateflow.local.bench.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept open and does the least that a sender must: a client that costs as much as the server would
 * be measured in its place. It understands answers with a Content-Length.
 */
final class Wire implements AutoCloseable {
    private static final int ANSWER_WITHIN_MS = 30_000;
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");

    private final InetSocketAddress address;
    private final byte[] answer = new byte[LARGEST_ANSWER];
    private @Nullable Socket socket;

    Wire(InetSocketAddress address) {
        this.address = address;
    }

    /** The status of the answer to a whole {@code request}. */
    int exchange(byte[] request) throws IOException {
        Socket open = socket == null ? connect() : socket;
        open.getOutputStream().write(request);
        return read(open);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(ANSWER_WITHIN_MS);
        fresh.connect(address, ANSWER_WITHIN_MS);
        socket = fresh;
        return fresh;
    }

    private int read(Socket open) throws IOException {
        InputStream in = open.getInputStream();
        int filled = 0;
        int headEnds = -1;
        while (headEnds < 0) {
            filled += more(in, filled);
            headEnds = endOfHead(filled);
        }
        String head = new String(answer, 0, headEnds, US_ASCII).toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("an answer without Content-Length: " + head);
        }
        int whole = headEnds + END_OF_HEAD.length + Integer.parseInt(length.group(1));
        while (filled < whole) {
            filled += more(in, filled);
        }
        if (head.contains("\r\nconnection: close")) {
            close();
        }
        return Integer.parseInt(head.substring("http/1.1 ".length(), "http/1.1 200".length()));
    }

    private int more(InputStream in, int filled) throws IOException {
        int more = in.read(answer, filled, answer.length - filled);
        if (more <= 0) {
            throw new EOFException("the answer broke off, or is too long");
        }
        return more;
    }

    private int endOfHead(int filled) {
        for (int i = 0; i + END_OF_HEAD.length <= filled; i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
