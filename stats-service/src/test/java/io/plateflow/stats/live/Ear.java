package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Hears a stream, over HTTP or as the emitter of an instance, and remembers its events. */
final class Ear extends SseEmitter {
    final List<Event> heard = new CopyOnWriteArrayList<>();
    private String id = "";
    private String name = "";
    volatile boolean ended;

    /** An event as it was sent. */
    record Event(String name, String id, String data) {
        /** The thing that it is about. */
        String thing() {
            return name + " " + Json.MAPPER.readTree(data).at("/id").asString();
        }

        boolean isOfAThing() {
            return List.of("capture", "stay", "charge").contains(name);
        }
    }

    /** Listens until the service ends. */
    static Ear over(HttpClient http, HttpRequest stream) throws Exception {
        HttpResponse<Stream<String>> response = http.send(stream, BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        Ear ear = new Ear();
        Thread thread = new Thread(
                () -> {
                    response.body().forEach(ear::line);
                    ear.ended = true;
                },
                "ear");
        thread.setDaemon(true);
        thread.start();
        return ear;
    }

    boolean hears(String event) {
        return heard.stream().anyMatch(e -> e.name().equals(event));
    }

    boolean hearsOf(String thing) {
        return heard.stream().anyMatch(e -> e.isOfAThing() && e.thing().equals(thing));
    }

    /** The things heard of, event by event. */
    List<String> things() {
        return new ArrayList<>(
                heard.stream().filter(Event::isOfAThing).map(Event::thing).toList());
    }

    @Override
    public void send(SseEventBuilder event) {
        StringBuilder text = new StringBuilder();
        event.build().forEach(part -> text.append(part.getData()));
        text.toString().lines().forEach(this::line);
    }

    private void line(String line) {
        if (line.startsWith("id:")) {
            id = line.substring(3);
        } else if (line.startsWith("event:")) {
            name = line.substring(6);
        } else if (line.startsWith("data:")) {
            heard.add(new Event(name, id, line.substring(5)));
        }
    }
}
