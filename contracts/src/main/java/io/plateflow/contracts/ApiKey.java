package io.plateflow.contracts;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A camera, warden or client and the key it sends with.
 *
 * @param id keyId
 * @param hash SHA-256 of the key, 64 lower-case hex digits; keys are 256 random bits, so no salt is needed
 * @param name for people
 * @param make of the camera
 * @param place where it stands; the place of captures that bring none
 * @param direction of captures that bring none; of a camera that tells forward from reverse what forward means
 * @param timeZone of its clock, where it sends no offset
 * @param expectedInterval silence longer than this is reported
 * @param revoked whether its captures are refused
 * @param kind what sends with it; null on records from before there were kinds
 * @param scopes what it may do; null: {@link Scope#CAPTURES} alone
 * @param previousHash of the key before this one, which is still valid until {@code previousUntil}
 * @param previousUntil until when the key before this one is valid
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
        boolean revoked,
        @Nullable Kind kind,
        @Nullable Set<Scope> scopes,
        @Nullable String previousHash,
        @Nullable Instant previousUntil) {

    public ApiKey {
        scopes = scopes == null
                ? null
                : Collections.unmodifiableSortedSet(new TreeSet<>(scopes)); // written in one order
    }

    /** What sends with a key. */
    public enum Kind {
        CAMERA,
        WARDEN,
        CLIENT
    }

    /** What a key may do at the gateway. */
    public enum Scope {
        /** Send captures. */
        CAPTURES,
        /** Ask what was read on the captures that it sent. */
        RESULTS
    }

    /** A client of whom no more is known than its key. */
    public static ApiKey of(String id, String hash) {
        return new ApiKey(id, hash, id, null, null, null, null, null, false, Kind.CLIENT, null, null, null);
    }

    /** The same, standing somewhere. */
    public ApiKey at(
            @Nullable Coordinates anotherPlace, @Nullable Direction anotherDirection, @Nullable ZoneId anotherZone) {
        return new ApiKey(
                id,
                hash,
                name,
                make,
                anotherPlace,
                anotherDirection,
                anotherZone,
                expectedInterval,
                revoked,
                kind,
                scopes,
                previousHash,
                previousUntil);
    }

    /**
     * The same with another key.
     *
     * @param anotherPreviousHash of a key that is valid beside it until {@code anotherPreviousUntil}; null: none is
     */
    public ApiKey keyed(
            String anotherHash, @Nullable String anotherPreviousHash, @Nullable Instant anotherPreviousUntil) {
        return new ApiKey(
                id,
                anotherHash,
                name,
                make,
                place,
                direction,
                timeZone,
                expectedInterval,
                revoked,
                kind,
                scopes,
                anotherPreviousHash,
                anotherPreviousUntil);
    }

    /** The same, with which nothing is accepted any more. */
    public ApiKey asRevoked() {
        return new ApiKey(
                id,
                hash,
                name,
                make,
                place,
                direction,
                timeZone,
                expectedInterval,
                true,
                kind,
                scopes,
                previousHash,
                previousUntil);
    }

    /** Whether it may do what {@code scope} says. */
    public boolean may(Scope scope) {
        return scopes == null ? scope == Scope.CAPTURES : scopes.contains(scope);
    }
}
