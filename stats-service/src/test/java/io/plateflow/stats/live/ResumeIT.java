package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;

/** What a viewer hears that comes back, to the same instance or to another. */
class ResumeIT extends RunningService {
    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Autowired
    Answers answers;

    @Test
    void hearsOfACaptureAsSoonAsItIsInAndAgainWhenItEnds() throws Exception {
        Ear ear = listen(null);
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hears("ready"));
        Story story = Story.of("PE111ND", Duration.ofMinutes(1));
        String thing = "capture " + story.captureId();
        Story.send(TestKafka.bootstrap(), story.open().subList(0, 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hearsOf(thing));
        Story.send(TestKafka.bootstrap(), story.open().subList(1, 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> times(ear, thing) == 2);

        List<String> states = ear.heard.stream()
                .filter(e -> e.isOfAThing() && e.thing().equals(thing))
                .map(e -> Json.MAPPER.readTree(e.data()).at("/status").asString())
                .toList();
        assertThat(states).containsExactly("PENDING", "READ");
    }

    @Test
    void goesOnFromAnyEventAtAnyInstanceWithoutGapOrRepeat() throws Exception {
        Viewers othersViewers = new Viewers();
        LiveFeed other = new LiveFeed(
                consumers,
                new Reached(jdbc),
                new NewCaptures(jdbc),
                new Waiting(),
                new Recent(),
                answers,
                othersViewers);
        other.start();
        try {
            Ear atOther = (Ear) othersViewers.connect(new Ear(), null, "", () -> true);
            Ear all = listen(null);
            await().atMost(Duration.ofSeconds(30)).until(() -> atOther.hears("ready") && all.hears("ready"));
            for (String plate : List.of("GO111ON", "GO222ON", "GO333ON")) {
                Story story = Story.of(plate, Duration.ofMinutes(10));
                for (ProducerRecord<String, byte[]> event : story.open()) {
                    Story.send(TestKafka.bootstrap(), List.of(event));
                }
                Story.send(TestKafka.bootstrap(), story.end(Instant.now()));
                await().atMost(Duration.ofSeconds(30)).until(() -> all.hearsOf("charge " + story.chargeId()));
                awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
            }
            Story marker = Story.of("MA111RK", Duration.ofMinutes(1));
            Story.send(TestKafka.bootstrap(), marker.open().subList(0, 1));
            String last = "capture " + marker.captureId();
            await().atMost(Duration.ofSeconds(30)).until(() -> all.hearsOf(last) && atOther.hearsOf(last));

            List<Ear.Event> events =
                    all.heard.stream().filter(Ear.Event::isOfAThing).toList();
            assertThat(events.size()).isGreaterThan(9);
            for (int cut = 0; cut < events.size() - 1; cut++) {
                String seen = events.get(cut).id();
                Set<String> missed = new HashSet<>();
                events.subList(cut + 1, events.size()).forEach(e -> missed.add(e.thing()));
                for (Ear ear : List.of(listen(seen), (Ear) othersViewers.connect(new Ear(), seen, "", () -> true))) {
                    await().atMost(Duration.ofSeconds(30)).until(() -> ear.hearsOf(last));
                    assertThat(ear.things()).as("after " + seen).containsExactlyInAnyOrderElementsOf(missed);
                    assertThat(ear.hears("reset")).isFalse();
                }
            }
        } finally {
            other.stop();
            othersViewers.end();
        }
    }

    @Test
    void loadsAgainWhenItComesFromNowhere() throws Exception {
        for (String seen : List.of("long ago", String.join(".", Collections.nCopies(36, "999999999")))) {
            Ear ear = listen(seen);
            await().atMost(Duration.ofSeconds(15)).until(() -> ear.hears("reset"));
            assertThat(OffsetVector.parse(ear.heard.get(0).id())).isPresent();
        }
    }

    @Test
    void goesOnFromTheParameterThatAPageNames() throws Exception {
        Ear ear = listen(null);
        await().atMost(Duration.ofSeconds(15)).until(() -> ear.hears("ready"));
        Ear again = Ear.over(
                HTTP,
                request("/v1/stream?lastEventId=" + ear.heard.get(0).id(), "analyst")
                        .build());
        Story story = Story.of("PA111GE", Duration.ofMinutes(1));
        Story.send(TestKafka.bootstrap(), story.open());
        await().atMost(Duration.ofSeconds(30)).until(() -> again.hearsOf("stay " + story.stayId()));
        assertThat(again.hears("ready")).isFalse();
        assertThat(again.hears("reset")).isFalse();
    }

    private Ear listen(@Nullable String lastSeen) throws Exception {
        HttpRequest.Builder stream = request("/v1/stream", "analyst");
        return Ear.over(HTTP, (lastSeen == null ? stream : stream.header("Last-Event-ID", lastSeen)).build());
    }

    private static long times(Ear ear, String thing) {
        return ear.things().stream().filter(thing::equals).count();
    }
}
