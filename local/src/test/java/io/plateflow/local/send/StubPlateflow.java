package io.plateflow.local.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Gateway and stats service in one, answering as a test says. */
public final class StubPlateflow implements AutoCloseable {
    /** A request as it arrived; {@code path} with its query, decoded. */
    public record Request(String method, String path, Map<String, List<String>> headers, int bytes) {}

    /** What is answered; {@code retryAfter} in seconds, none when empty. */
    public record Answer(int status, String json, String retryAfter) {
        public static Answer answering(int status, String json) {
            return new Answer(status, json, "");
        }
    }

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public StubPlateflow(Function<Request, Answer> behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.setExecutor(threads);
        server.start();
    }

    /** The first answers in turn, then the last one for ever. */
    public static Function<Request, Answer> inTurn(Answer... answers) {
        ConcurrentLinkedQueue<Answer> left = new ConcurrentLinkedQueue<>(List.of(answers));
        return request -> {
            if (request.method().equals("GET")) {
                return Answer.answering(405, "{}");
            }
            Answer next = left.size() > 1 ? left.poll() : left.peek();
            return java.util.Objects.requireNonNull(next);
        };
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The photos that were posted, in order of arrival. */
    public List<Request> posts() {
        return requests.stream().filter(r -> r.method().equals("POST")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Function<Request, Answer> behaviour) throws IOException {
        URI uri = exchange.getRequestURI();
        Request request = new Request(
                exchange.getRequestMethod(),
                uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery(),
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes().length);
        requests.add(request);
        Answer answer = behaviour.apply(request);
        byte[] body = answer.json().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
