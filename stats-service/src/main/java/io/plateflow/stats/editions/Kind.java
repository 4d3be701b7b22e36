package io.plateflow.stats.editions;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.stats.audit.Action;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is published in versions.
 *
 * @param name in rows
 * @param topic where versions go
 * @param type of a version
 * @param id of what it is a version
 * @param numbered the same content under a number, published at an instant
 * @param same whether publishing the second after the first would change nothing
 * @param builtIn version 1 of an id that is there from the start
 * @param published the act of publishing one version
 * @param stampedWhenSent whether its time of publication must not lie before it was sent
 * @param newestAlone whether versions go under their {@code id}, so that their topic keeps the newest alone; each under
 *     {@code id@version} otherwise
 */
public record Kind<T>(
        String name,
        Topic topic,
        Class<T> type,
        Function<T, String> id,
        Numbered<T> numbered,
        Same<T> same,
        Function<String, Optional<T>> builtIn,
        Action published,
        boolean stampedWhenSent,
        boolean newestAlone) {

    /** Zones; captures are placed by when a version was published, so it cannot have been before anybody could read it. */
    public static final Kind<Zone> ZONE = new Kind<>(
            "zone",
            Topics.ZONES,
            Zone.class,
            Zone::id,
            Zone::as,
            (newest, next, now) ->
                    next.as(newest.version(), newest.publishedAt()).equals(newest),
            id -> Optional.empty(),
            Action.ZONE_PUBLISHED,
            true,
            false);

    /** Tariffs; version 1 of {@code original} is built in. */
    public static final Kind<TariffVersion> TARIFF = new Kind<>(
            "tariff",
            Topics.TARIFFS,
            TariffVersion.class,
            version -> version.tariff().id(),
            (draft, version, at) -> new TariffVersion(
                    at, draft.tariff().as(version, draft.tariff().validFrom())),
            (newest, next, now) -> isSame(newest.tariff(), next.tariff(), now),
            id -> id.equals(Tariff.ORIGINAL.id())
                    ? Optional.of(new TariffVersion(Instant.EPOCH, Tariff.ORIGINAL))
                    : Optional.empty(),
            Action.TARIFF_PUBLISHED,
            false,
            false);

    /** Vehicles. */
    public static final Kind<Vehicle> VEHICLE = new Kind<>(
            "vehicle",
            Topics.VEHICLES,
            Vehicle.class,
            vehicle -> vehicle.plate().text(),
            Vehicle::as,
            (newest, next, now) ->
                    next.as(newest.version(), newest.publishedAt()).equals(newest),
            id -> Optional.empty(),
            Action.VEHICLE_PUBLISHED,
            false,
            false);

    /** Cameras and their keys. */
    public static final Kind<ApiKey> CAMERA = key("camera");

    /** People who send from their phones, and their keys. */
    public static final Kind<ApiKey> WARDEN = key("warden");

    /** Programs that send, and their keys. */
    public static final Kind<ApiKey> CLIENT = key("client");

    /** The gateway follows what is in force now: it has no use for the versions before. */
    private static Kind<ApiKey> key(String name) {
        return new Kind<>(
                name,
                Topics.KEYS,
                ApiKey.class,
                ApiKey::id,
                (draft, version, at) -> draft,
                (newest, next, now) -> next.equals(newest),
                id -> Optional.empty(),
                Action.KEY_CHANGED,
                false,
                true);
    }

    /** What a version goes to its topic under. */
    String messageKey(String id, int version) {
        return newestAlone ? id : id + "@" + version;
    }

    /** Gives a draft its number and time. */
    @FunctionalInterface
    public interface Numbered<T> {
        T as(T draft, int version, Instant publishedAt);
    }

    /** Compares a draft with the newest version. */
    @FunctionalInterface
    public interface Same<T> {
        boolean as(T newest, T draft, Instant now);
    }

    /** A draft that names no {@code validFrom} means "from now on": it says nothing new once the newest is valid. */
    private static boolean isSame(Tariff newest, Tariff draft, Instant now) {
        Instant since = newest.validFrom();
        boolean alreadyValid = draft.validFrom() == null && (since == null || !since.isAfter(now));
        return draft.as(newest.version(), alreadyValid ? since : draft.validFrom())
                .equals(newest);
    }
}
