package io.plateflow.stats.trace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One charge, and how it came to be. */
@RestController
class TraceApi {
    private final ChargesById charges;
    private final Traces traces;

    TraceApi(ChargesById charges, Traces traces) {
        this.charges = charges;
        this.traces = traces;
    }

    /** A charge as lists have it, and its trace. */
    record Traced(@JsonUnwrapped ChargeAnswer charge, Trace trace) {}

    @GetMapping("/v1/charges/{id}")
    Traced one(@PathVariable String id) {
        ChargeAnswer charge =
                charges.ask(List.of(Ids.parse(id))).stream().findFirst().orElseThrow(() -> Refusals.notFound("charge"));
        return new Traced(charge, traces.of(charge));
    }
}
