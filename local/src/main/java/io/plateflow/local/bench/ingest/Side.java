package io.plateflow.local.bench.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * One of the two that are compared.
 *
 * @param pid of its process
 * @param key that it wants
 */
public record Side(String name, URI uri, long pid, String key) {
    private static final String PLACE = "latitude=-34.6037&longitude=-58.3816&cameraId=bench&direction=ENTRY";

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
    }

    /** A request as a camera sends it, up to its body. */
    byte[] head(int bodyBytes) {
        return """
            POST /v1/captures?%s HTTP/1.1\r
            Host: %s\r
            X-API-Key: %s\r
            Content-Type: image/jpeg\r
            Content-Length: %d\r
            \r
            """.formatted(PLACE, uri.getAuthority(), key, bodyBytes).getBytes(US_ASCII);
    }
}
