package io.plateflow.client;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.plateflow.client.StubServer.Answer;
import io.plateflow.client.StubServer.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Gateway and stats service in one, which hold every request against the committed {@code openapi.yaml}. The first attempt
 * of each sender is cut off after its body, the second finds a busy service; photos are read after the second question.
 */
final class ContractServer implements AutoCloseable {
    static final String ID = "6f1c1f6e-0f0e-5a4e-9d55-0d3f6f0f3a11";

    private static final OpenApiInteractionValidator OPENAPI = OpenApiInteractionValidator.createFor(
                    Path.of("../openapi.yaml").toAbsolutePath().toUri().toString())
            .build();
    private static final String UNREAD =
            "{\"id\":\"%s\",\"status\":\"PENDING\",\"overdue\":false,\"needsReview\":false,\"flags\":[],\"attempt\":1,\"retrying\":false}"
                    .formatted(ID);
    private static final String READ = UNREAD.replace("PENDING", "READ")
            .replace(
                    "\"flags\"",
                    "\"plate\":{\"effective\":\"AB482KD\",\"countries\":[\"AR\"],\"candidates\":[],\"quadrilateral\":[],\"corrections\":0},\"flags\"");
    private static final Answer REFUSED = new Answer(422, """
        {"title":"Refused","status":422,"code":"latitude_range","errors":[
         {"code":"latitude_range","field":"latitude","detail":"-90 to 90"},
         {"code":"captured_at_malformed","field":"capturedAt","detail":"needs an offset"}]}\
        """, Map.of("Content-Type", "application/problem+json"));

    final List<String> breaches = new CopyOnWriteArrayList<>();
    final Set<String> keys = ConcurrentHashMap.newKeySet();
    final List<Request> photos = new CopyOnWriteArrayList<>();
    private final List<Request> questions = new CopyOnWriteArrayList<>();
    private final boolean refusing;
    private final StubServer server;

    ContractServer(boolean refusing) throws IOException {
        this.refusing = refusing;
        server = new StubServer(this::answer);
    }

    URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        judge(request, OPENAPI.validateRequest(seen(request)));
        Answer answer = request.method().equals("POST") ? photo(request) : question(request);
        if (answer.status() != null && answer.status() < 500) {
            SimpleResponse.Builder response =
                    SimpleResponse.Builder.status(answer.status()).withBody(answer.body());
            answer.headers().forEach(response::withHeader);
            judge(
                    request,
                    OPENAPI.validateResponse(
                            request.uri().getPath(), Method.valueOf(request.method()), response.build()));
        }
        return answer;
    }

    private Answer photo(Request request) {
        photos.add(request);
        keys.add(Objects.requireNonNullElse(request.header("Idempotency-Key"), "none"));
        if (refusing) {
            return REFUSED;
        }
        return switch (photos.size()) {
            case 1 -> Answer.CUT;
            case 2 -> Answer.busy(503, "1");
            default -> Answer.of(202, "{\"id\":\"%s\",\"status\":\"PENDING\"}".formatted(ID));
        };
    }

    private Answer question(Request request) {
        questions.add(request);
        return Answer.of(200, questions.size() == 1 ? UNREAD : READ);
    }

    private void judge(Request request, ValidationReport report) {
        report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> request.method() + " " + request.uri() + ": " + message.getMessage())
                .forEach(breaches::add);
    }

    private static com.atlassian.oai.validator.model.Request seen(Request request) {
        SimpleRequest.Builder seen =
                new SimpleRequest.Builder(request.method(), request.uri().getPath()).withBody(request.body());
        request.headers().forEach(seen::withHeader);
        Stream.of(Objects.requireNonNullElse(request.uri().getRawQuery(), "").split("&", -1))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> seen.withQueryParam(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return seen.build();
    }
}
