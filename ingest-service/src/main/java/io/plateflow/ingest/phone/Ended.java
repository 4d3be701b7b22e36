package io.plateflow.ingest.phone;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.plate.Plate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a capture ended, as far as this replica has heard.
 *
 * @param keyId who sent it
 * @param attempt of the end in force
 * @param json that end as it is on the topic, a fifth of the memory that its parts would take
 * @param correction the highest n of a person's corrections; 0 without one
 * @param corrected what that person said; null when it was that none can be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ended(
        String keyId,
        int attempt,
        byte[] json,
        int correction,
        @Nullable Plate corrected) {

    /** Empty when nobody can be told: what was known of the photo could not be read. */
    static Optional<Ended> of(Reading end, byte[] json) {
        return Optional.ofNullable(captureOf(end)).map(c -> new Ended(c.keyId(), end.attempt(), json, 0, null));
    }

    /** The end in force. */
    Reading end() {
        return Json.MAPPER.readValue(json, Reading.class);
    }

    /** What is known after {@code later}, which may change nothing: the first end of an attempt wins. */
    Ended after(Reading later, byte[] laterJson) {
        if (later instanceof PlateCorrected person) {
            return person.n() > correction ? new Ended(keyId, attempt, json, person.n(), person.plate()) : this;
        }
        return later.attempt() > attempt ? new Ended(keyId, later.attempt(), laterJson, correction, corrected) : this;
    }

    /** Whether {@code plate} is what the sender says already. */
    boolean declares(Plate plate) {
        return plate.text().equals(requireNonNull(captureOf(end())).declaredPlate());
    }

    static @Nullable Capture captureOf(Reading reading) {
        if (reading instanceof PlateRead read) {
            return read.capture();
        }
        if (reading instanceof PlateUnreadable unreadable) {
            return unreadable.capture();
        }
        return reading instanceof PlateCorrected corrected ? corrected.capture() : ((PlateRejected) reading).capture();
    }
}
