package io.plateflow.stats.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the API says no with: RFC 9457 problems with a stable code. */
public final class Refusals {
    private Refusals() {}

    /**
     * What is wrong with one parameter or field.
     *
     * @param code stable, for programs
     * @param field its name
     * @param detail one sentence for a person
     */
    public record Fault(String code, String field, String detail) {}

    /** A 404. */
    public static ErrorResponseException notFound(String what) {
        return refusal(HttpStatus.NOT_FOUND, "not_found", "there is no such " + what, null);
    }

    /** A 410: a photo was there until {@code deletedAt}. */
    public static ErrorResponseException photoDeleted(Instant deletedAt) {
        return refusal(
                HttpStatus.GONE,
                "photo_deleted",
                "the photo was deleted on " + LocalDate.ofInstant(deletedAt, ZoneOffset.UTC)
                        + ": it was kept as long as photos are, or its deletion was asked for",
                null);
    }

    /** A 422 that names all of {@code faults}; its code is the first one's. */
    public static ErrorResponseException invalid(List<Fault> faults) {
        Fault first = faults.get(0);
        return refusal(HttpStatus.UNPROCESSABLE_CONTENT, first.code(), first.detail(), faults);
    }

    /** A 409 that names all that stands against it. */
    public static ErrorResponseException conflict(String code, String detail, List<Fault> faults) {
        return refusal(HttpStatus.CONFLICT, code, detail, faults);
    }

    /** A 503: what was asked for may not be on its topic. */
    public static ErrorResponseException brokerAway() {
        return refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "broker_away",
                "the request could not be kept: try again shortly",
                null);
    }

    /** Any other refusal. */
    public static ErrorResponseException of(HttpStatus status, String code, String detail) {
        return refusal(status, code, detail, null);
    }

    private static ErrorResponseException refusal(
            HttpStatus status, String code, String detail, @Nullable List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (faults != null) {
            problem.setProperty("errors", faults);
        }
        ErrorResponseException refusal = new ErrorResponseException(status, problem, null);
        refusal.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return refusal;
    }
}
