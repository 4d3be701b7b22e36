package io.plateflow.stats.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import io.plateflow.stats.query.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Events as the questions of the same names answer them. */
@Component
class Answers {
    private final CapturesById captures;
    private final StaysById stays;
    private final ChargesById charges;
    private final PaidFor paidFor;
    private final Summary summary;

    Answers(CapturesById captures, StaysById stays, ChargesById charges, PaidFor paidFor, Summary summary) {
        this.captures = captures;
        this.stays = stays;
        this.charges = charges;
        this.paidFor = paidFor;
        this.summary = summary;
    }

    /** What to send so that viewers know {@code told}, which goes as far as {@code end}. */
    List<LiveEvent> to(List<Happened> told, OffsetVector end) {
        List<Happened> happened = paidFor.in(told);
        Map<String, Set<UUID>> ids =
                happened.stream().collect(groupingBy(Happened::kind, mapping(Happened::id, toSet())));
        Map<String, Map<UUID, ?>> answers = Map.of(
                "capture",
                captures.ask(ids.getOrDefault("capture", Set.of())).stream()
                        .collect(toMap(CaptureAnswer::id, identity())),
                "stay",
                stays.ask(ids.getOrDefault("stay", Set.of())).stream().collect(toMap(StayAnswer::id, identity())),
                "charge",
                charges.ask(ids.getOrDefault("charge", Set.of())).stream()
                        .collect(toMap(ChargeAnswer::id, identity())));
        List<LiveEvent> events = new ArrayList<>();
        for (Step step : Step.of(happened, end)) {
            String kind = step.happened().kind();
            Object answer =
                    answers.getOrDefault(kind, Map.of()).get(step.happened().id());
            if (answer != null) {
                events.add(new LiveEvent(kind, step.after().text(), Json.MAPPER.writeValueAsString(answer)));
            }
        }
        return events;
    }

    LiveEvent summary(OffsetVector told) {
        return new LiveEvent("summary", told.text(), Json.MAPPER.writeValueAsString(summary.ask(null)));
    }
}
