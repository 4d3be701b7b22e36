package io.plateflow.stats.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.StaysById;
import io.plateflow.stats.query.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Events as the questions of the same names answer them; of several of one thing the last is enough. */
@Component
class Answers {
    private final CapturesById captures;
    private final StaysById stays;
    private final ChargesById charges;
    private final Summary summary;

    Answers(CapturesById captures, StaysById stays, ChargesById charges, Summary summary) {
        this.captures = captures;
        this.stays = stays;
        this.charges = charges;
        this.summary = summary;
    }

    List<LiveEvent> to(List<Happened> written, String vector) {
        Map<String, Set<UUID>> ids = written.stream()
                .collect(groupingBy(Happened::kind, mapping(Happened::id, toCollection(LinkedHashSet::new))));
        List<LiveEvent> events = new ArrayList<>();
        add(events, "capture", captures.ask(ids.getOrDefault("capture", Set.of())), vector);
        add(events, "stay", stays.ask(ids.getOrDefault("stay", Set.of())), vector);
        add(events, "charge", charges.ask(ids.getOrDefault("charge", Set.of())), vector);
        return events;
    }

    LiveEvent summary(String vector) {
        return new LiveEvent("summary", vector, Json.MAPPER.writeValueAsString(summary.ask(null)));
    }

    private static void add(List<LiveEvent> events, String name, Collection<?> answers, String vector) {
        answers.forEach(answer -> events.add(new LiveEvent(name, vector, Json.MAPPER.writeValueAsString(answer))));
    }
}
