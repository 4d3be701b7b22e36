package io.plateflow.ingest;

import io.plateflow.contracts.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in RFC 9457's form.
 *
 * @param type identifies the kind of problem; not an address
 * @param code the gravest fault's
 * @param errors every fault of the request, the gravest first
 */
record Problem(String type, String title, int status, String detail, String code, List<Entry> errors) {
    static final String CONTENT_TYPE = "application/problem+json";

    /** One fault as programs see it. */
    record Entry(String code, @Nullable String field, String detail) {}

    static Problem of(List<Fault> faults) {
        Fault first = faults.get(0);
        return new Problem(
                "urn:plateflow:problem:" + first.code().code(),
                first.code().title(),
                first.code().status(),
                faults.size() == 1 ? first.detail() : faults.size() + " faults, all listed in errors",
                first.code().code(),
                faults.stream()
                        .map(f -> new Entry(f.code().code(), f.field(), f.detail()))
                        .toList());
    }

    static Problem of(FaultCode code, String detail) {
        return of(List.of(new Fault(code, null, detail)));
    }

    byte[] json() {
        return Json.MAPPER.writeValueAsBytes(this);
    }
}
