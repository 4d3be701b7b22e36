package io.plateflow.stats.simulation;

import io.plateflow.contracts.Json;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.whatif.RecordedStays;
import io.plateflow.stats.zones.KnownZones;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What recorded stays would have cost by a draft; as many at a time as leave the database to others. */
@RestController
class SimulationApi {
    private static final int AT_ONCE = 2;

    private final RecordedStays stays;
    private final KnownZones zones;
    private final StatsProperties properties;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    SimulationApi(RecordedStays stays, KnownZones zones, StatsProperties properties) {
        this.stays = stays;
        this.zones = zones;
        this.properties = properties;
    }

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/tariffs/simulate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records({})
    JsonNode simulate(@RequestBody(required = false) byte @Nullable [] body) {
        Asked asked = Asked.of(Written.tree(body), zones.asked());
        if (!turns.tryAcquire()) {
            throw Refusals.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "simulations_running", "others simulate: try again shortly");
        }
        try {
            Replay replay = new Replay(asked, properties.timeZone());
            stays.ended(asked.zone(), asked.from(), asked.to(), replay::add);
            return Json.MAPPER.valueToTree(replay.simulated());
        } finally {
            turns.release();
        }
    }
}
