package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Json;
import io.plateflow.ingest.hooks.Pushes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service on free ports, against a real broker. */
public final class Gateway implements AutoCloseable {
    public static final String KEY = "0f3c6a1e9b5d47c2a8e4f1d07b6c9a52";
    public static final ApiKey RECORD = ApiKey.of("test", CreateTopics.hash(KEY));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext service;

    private Gateway(ConfigurableApplicationContext service) {
        this.service = service;
    }

    /** Publishes {@link #KEY} and returns once the service is ready. */
    public static Gateway start(String kafka, String... settings) throws Exception {
        CreateTopics.publish(kafka, RECORD);
        return startOn(kafka, settings);
    }

    /** Returns once the service is ready; publishes nothing. */
    public static Gateway startOn(String kafka, String... settings) {
        return startWith(IngestApplication.class, kafka, settings);
    }

    /** With the beans of {@code more} beside the service's own; publishes nothing. */
    static Gateway startWith(Class<?> more, String kafka, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--logging.structured.format.console=",
                "--logging.level.root=warn",
                "--spring.main.register-shutdown-hook=false",
                "--plateflow.ingest.kafka[bootstrap.servers]=" + kafka));
        arguments.addAll(List.of(settings));
        return new Gateway(
                new SpringApplicationBuilder(IngestApplication.class, more).run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A raw image with query parameters. */
    public HttpResponse<String> post(byte[] image, String type, Map<String, String> query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/captures?" + encoded(query)))
                .header("X-API-Key", KEY)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(image));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** What a camera pushes to {@code /v1/hooks/} and {@code address}. */
    HttpResponse<String> push(String address, Pushes.Sent sent) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/v1/hooks/" + address))
                .header("Content-Type", sent.contentType())
                .POST(BodyPublishers.ofByteArray(sent.body())));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public String management(String path) throws IOException, InterruptedException {
        int port = service.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                .body();
    }

    public <T> T part(Class<T> type) {
        return service.getBean(type);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    /** The codes of a problem, in its order. */
    public static List<String> codes(HttpResponse<String> response) {
        List<String> codes = new ArrayList<>();
        json(response)
                .path("errors")
                .forEach(error -> codes.add(error.path("code").asString()));
        return codes;
    }

    static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        service.close();
    }
}
