package io.plateflow.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests and their answers, with patience or without. */
final class Link {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final RetryPolicy<HttpResponse<byte[]>> patience;

    Link(Retries retries) {
        patience = retries.policy();
    }

    /** @param path begins with a slash; it is put after that of {@code base} */
    static HttpRequest.Builder to(URI base, String path) {
        String whole = base.toString();
        return HttpRequest.newBuilder(
                URI.create((whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole) + path));
    }

    /** @throws NoAnswer when the last attempt got none */
    HttpResponse<byte[]> exchange(HttpRequest.Builder building) {
        HttpRequest request = building.timeout(ANSWER).build();
        try {
            return Failsafe.with(patience).get(() -> http.send(request, BodyHandlers.ofByteArray()));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof IOException io) {
                throw unreachable(request.uri(), io);
            }
            throw interrupted(e);
        }
    }

    /** Asked once. */
    <T> HttpResponse<T> once(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw unreachable(request.uri(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static NoAnswer unreachable(URI uri, IOException cause) {
        return new NoAnswer("Nothing answers at " + uri.resolve("/") + " — is Plateflow running there?", cause);
    }

    private static NoAnswer interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new NoAnswer("Interrupted while waiting for an answer", cause);
    }
}
