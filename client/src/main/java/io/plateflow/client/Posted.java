package io.plateflow.client;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/** What the gateway says to a photo. */
public sealed interface Posted {

    /** The photo is kept; the same photo sent again gets the same id. */
    record Accepted(UUID id) implements Posted {}

    /**
     * The photo is not kept, for every fault listed; at least one is.
     *
     * @param status of HTTP; 429 and those from 500 on mean that the same photo may be accepted later
     */
    record Refused(int status, List<Fault> faults) implements Posted {
        private static final int TOO_MANY = 429;
        private static final int SERVERS_FAULT = 500;

        public Refused {
            faults = List.copyOf(faults);
        }

        /** Whether the same photo may be accepted later: the gateway was busy for longer than the client's patience. */
        public boolean passing() {
            return status == TOO_MANY || status >= SERVERS_FAULT;
        }
    }

    /** Reads an answer of {@code POST /v1/captures}. */
    static Posted of(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            return new Refused(answer.statusCode(), Answers.faults(answer));
        }
        try {
            return new Accepted(UUID.fromString(
                    Answers.JSON.readTree(answer.body()).required("id").asString()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new NoAnswer("What answers at " + answer.uri().resolve("/") + " is no gateway of Plateflow", e);
        }
    }
}
