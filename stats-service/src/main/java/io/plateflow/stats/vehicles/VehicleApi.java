package io.plateflow.stats.vehicles;

import io.plateflow.contracts.Json;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.domain.tariff.VehicleLint;
import io.plateflow.domain.tariff.Warning;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.EditionJson;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.editions.Listing;
import io.plateflow.stats.editions.Press;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.query.Counts;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.Total;
import io.plateflow.stats.whatif.Effect;
import io.plateflow.stats.whatif.Effects;
import io.plateflow.stats.zones.KnownZones;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Vehicles in versions: published, never changed. */
@RestController
class VehicleApi {
    private static final int MOST_SHOWN = 100;

    private final Editions editions;
    private final Press press;
    private final Effects effects;
    private final KnownZones zones;
    private final Audit audit;
    private final Counts counts;

    VehicleApi(Editions editions, Press press, Effects effects, KnownZones zones, Audit audit, Counts counts) {
        this.editions = editions;
        this.press = press;
        this.effects = effects;
        this.zones = zones;
        this.audit = audit;
        this.counts = counts;
    }

    @GetMapping(path = "/v1/vehicles", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode many(
            @RequestParam(defaultValue = "") String plate,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") String total) {
        Listing listing = Listing.of(limit, cursor);
        looks(plate);
        String prefix = Plate.normalise(plate);
        ObjectNode page = EditionJson.listed(
                editions.page(Kind.VEHICLE, prefix, listing.after(), listing.limit()), VehicleApi::answer);
        Total all = total.equals("true") ? total(prefix) : null;
        if (all != null) {
            page.set("total", Json.MAPPER.valueToTree(all));
        }
        return page;
    }

    /** As a file that {@link #many(String, byte[], Principal)} takes. */
    @GetMapping(path = "/v1/vehicles", produces = Csv.TYPE)
    void export(@RequestParam(defaultValue = "") String plate, HttpServletResponse response) throws IOException {
        looks(plate);
        Stream<Vehicle> all =
                editions.stream(Kind.VEHICLE, Plate.normalise(plate)).map(Edition::body);
        Csv.write(response, "vehicles", VehicleImport.COLUMNS, all.iterator());
    }

    /** Every vehicle has a first version. */
    private @Nullable Total total(String prefix) {
        return counts.in(
                "edition",
                "kind = :kind AND version = 1 AND (:prefix = '' OR (id >= :prefix AND id < :past))",
                Map.of("kind", Kind.VEHICLE.name(), "prefix", prefix, "past", prefix + Character.MAX_VALUE));
    }

    @GetMapping("/v1/vehicles/{plate}")
    ResponseEntity<ObjectNode> one(@PathVariable String plate) {
        String id = Plate.normalise(plate);
        looks(id);
        List<Edition<Vehicle>> versions =
                editions.all(Kind.VEHICLE, List.of(id)).get(id);
        if (versions == null) {
            throw Refusals.notFound("vehicle");
        }
        return EditionJson.history(versions, VehicleApi::answer);
    }

    // JSON alone: a form of another site cannot send it.
    @PutMapping(path = "/v1/vehicles/{plate}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records(Action.VEHICLE_PUBLISHED)
    ResponseEntity<ObjectNode> put(
            @PathVariable String plate,
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        Integer expected = EditionJson.expected(ifMatch, ifNoneMatch);
        Linted<Vehicle> linted = linted(plate, Written.read(Written.tree(body), WrittenVehicle.class));
        if (linted.value() == null) {
            throw Written.refusal(linted.faults());
        }
        if (EditionJson.isDryRun(dryRun)) {
            Press.Printed<Vehicle> preview = press.preview(Kind.VEHICLE, linted.value(), user.getName(), expected);
            Effect effect = preview.isNew() ? effects.of(preview.edition().body()) : Effect.NONE;
            return EditionJson.preview(preview, answer(preview.edition(), linted.warnings()), effect);
        }
        Press.Printed<Vehicle> printed = press.publish(Kind.VEHICLE, linted.value(), user.getName(), expected);
        return EditionJson.printed(printed, answer(printed.edition(), linted.warnings()));
    }

    /** All of the rows, or none. */
    @PostMapping(path = "/v1/vehicles", consumes = "text/csv")
    @Records(Action.VEHICLES_IMPORTED)
    ResponseEntity<ObjectNode> many(
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        boolean preview = EditionJson.isDryRun(dryRun);
        List<Vehicle> drafts = VehicleImport.read(body == null ? new byte[0] : body, zones.asked());
        List<Edition<Vehicle>> published = (preview
                        ? press.previewAll(Kind.VEHICLE, drafts, user.getName())
                        : press.publishAll(drafts, user.getName()))
                .stream()
                        .filter(Press.Printed::isNew)
                        .map(Press.Printed::edition)
                        .toList();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("rows", drafts.size());
        answer.put("published", published.size());
        answer.put("unchanged", drafts.size() - published.size());
        if (preview) {
            ArrayNode first = answer.putArray("first");
            published.stream()
                    .limit(MOST_SHOWN)
                    .forEach(edition -> first.add(answer(edition).without(List.of("publishedAt", "publishedBy"))));
        }
        return ResponseEntity.status(published.isEmpty() || preview ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(answer);
    }

    private void looks(String plate) {
        if (!plate.isBlank()) {
            audit.looks(Act.of(Action.SEARCH, "list", "vehicles").plate(plate));
        }
    }

    private Linted<Vehicle> linted(String plate, Written<WrittenVehicle> written) {
        Linted<Vehicle> linted = VehicleLint.check(written.draft().named(plate), zones.asked());
        List<Fault> more = new ArrayList<>(linted.faults());
        String writtenPlate = written.draft().plate();
        if (writtenPlate != null && !Plate.normalise(writtenPlate).equals(Plate.normalise(plate))) {
            more.add(new Fault("plate", "id_differs", "Leave plate out, or write that of the address."));
        }
        List<Fault> faults = written.and(more);
        return faults.isEmpty() ? linted : new Linted<>(null, faults, List.of());
    }

    private static ObjectNode answer(Edition<Vehicle> edition, List<Warning> warnings) {
        ObjectNode answer = answer(edition);
        answer.set("warnings", Json.MAPPER.valueToTree(warnings));
        return answer;
    }

    private static ObjectNode answer(Edition<Vehicle> edition) {
        ObjectNode answer = EditionJson.of(edition, Json.MAPPER.valueToTree(edition.body()));
        JsonNode vehicleClass = answer.remove("vehicleClass");
        if (vehicleClass != null) {
            answer.set("class", vehicleClass);
        }
        return answer;
    }
}
