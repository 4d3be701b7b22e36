package io.plateflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as a test says, or breaks the connection once it has the whole body. */
final class StubServer implements AutoCloseable {
    /** As it arrived; {@code uri} escaped, names of headers in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Request(String method, URI uri, Map<String, String> headers, byte[] body, long nanos) {
        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** What is answered; null as status breaks the connection instead. */
    record Answer(@Nullable Integer status, String body, Map<String, String> headers) {
        static final Answer CUT = new Answer(null, "", Map.of());

        static Answer of(int status, String json) {
            return new Answer(status, json, Map.of("Content-Type", "application/json"));
        }

        static Answer busy(int status, String retryAfter) {
            return new Answer(status, "{\"code\":\"busy\",\"detail\":\"later\"}", Map.of("Retry-After", retryAfter));
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubServer(Function<Request, Answer> behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.setExecutor(threads);
        server.start();
    }

    /** The answers one after another, the last of them for ever. */
    static StubServer inTurn(Answer... answers) throws IOException {
        List<Answer> left = new CopyOnWriteArrayList<>(answers);
        return new StubServer(request -> left.size() > 1 ? left.remove(0) : left.get(0));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Function<Request, Answer> behaviour) throws IOException {
        try (exchange) {
            Map<String, String> headers = new java.util.HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    headers,
                    exchange.getRequestBody().readAllBytes(),
                    System.nanoTime());
            requests.add(request);
            Answer answer = behaviour.apply(request);
            if (answer.status() != null) {
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                byte[] body = answer.body().getBytes(UTF_8);
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
