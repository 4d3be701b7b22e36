package io.plateflow.contracts;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A camera, warden or client and the key it sends with.
 *
 * @param id keyId
 * @param hash SHA-256 of the key, 64 lower-case hex digits; keys are 256 random bits, so no salt is needed
 * @param name for people
 * @param make of the camera
 * @param place where it stands; the place of captures that bring none
 * @param direction of captures that bring none
 * @param timeZone of its clock, where it sends no offset
 * @param expectedInterval silence longer than this is reported
 * @param revoked whether its captures are refused
 */
public record ApiKey(
        String id,
        String hash,
        String name,
        @Nullable String make,
        @Nullable Coordinates place,
        @Nullable Direction direction,
        @Nullable ZoneId timeZone,
        @Nullable Duration expectedInterval,
        boolean revoked) {}
