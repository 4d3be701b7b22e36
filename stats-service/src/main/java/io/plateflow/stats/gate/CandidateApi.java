package io.plateflow.stats.gate;

import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which stays an exit that found none may end. */
@RestController
class CandidateApi {
    private final CapturesById captures;
    private final Candidates candidates;
    private final StaysById stays;

    CandidateApi(CapturesById captures, Candidates candidates, StaysById stays) {
        this.captures = captures;
        this.candidates = candidates;
        this.stays = stays;
    }

    /** The likeliest first. */
    record Likeliest(List<StayAnswer> items) {}

    @GetMapping("/v1/captures/{id}/candidates")
    Likeliest ask(@PathVariable String id) {
        CaptureAnswer capture = captures.ask(List.of(Ids.parse(id))).stream()
                .findFirst()
                .orElseThrow(() -> Refusals.notFound("capture"));
        return new Likeliest(stays.ask(candidates.of(capture)));
    }
}
