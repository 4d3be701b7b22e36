package io.plateflow.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether something answers: {@code http} with 200, {@code tcp} with a connection. */
final class Health {
    private static final int LIMIT_MS = 2_000;

    private Health() {}

    static boolean isUp(URI uri) {
        return why(uri) == null;
    }

    /** Nothing when it is up, else what is wrong. */
    static @Nullable String why(URI uri) {
        try {
            if (uri.getScheme().equals("tcp")) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), LIMIT_MS);
                    return null;
                }
            }
            HttpURLConnection http = (HttpURLConnection) uri.toURL().openConnection();
            http.setConnectTimeout(LIMIT_MS);
            http.setReadTimeout(LIMIT_MS);
            int status = http.getResponseCode();
            return status == HttpURLConnection.HTTP_OK ? null : "answers " + status;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
