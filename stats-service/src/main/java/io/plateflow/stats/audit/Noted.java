package io.plateflow.stats.audit;

import io.plateflow.domain.Uuids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An act with its caller and time; two with the same id are one.
 *
 * @param plates hashed
 */
record Noted(UUID id, Instant at, Caller caller, Act act, List<byte[]> plates) {

    /** Each request once. */
    static Noted each(Act act, Caller caller, PlateHashes hashes) {
        UUID request = act.request() == null ? UUID.randomUUID() : act.request();
        UUID id = Uuids.v5("audit", request.toString(), act.action().name(), caller.who());
        return new Noted(id, Instant.now(), caller, act, hashed(act, hashes));
    }

    /** The same once an hour of the clock. Its id is of the plates' hashes: one of the plates would tell them. */
    static Noted hourly(Act act, Caller caller, PlateHashes hashes) {
        Instant now = Instant.now();
        List<byte[]> plates = hashed(act, hashes);
        UUID id = Uuids.v5(
                "audit-hour",
                now.truncatedTo(ChronoUnit.HOURS).toString(),
                act.action().name(),
                caller.who(),
                caller.address(),
                String.valueOf(act.kind()),
                String.valueOf(act.subject()),
                String.valueOf(act.detail()),
                plates.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(",")));
        return new Noted(id, now, caller, act, plates);
    }

    private static List<byte[]> hashed(Act act, PlateHashes hashes) {
        return act.plates().stream().map(hashes::of).toList();
    }
}
