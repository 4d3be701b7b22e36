package io.plateflow.stats.tariffs;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Warning;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.EditionJson;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.editions.Listing;
import io.plateflow.stats.editions.Press;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.whatif.Effect;
import io.plateflow.stats.whatif.Effects;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Tariffs in versions: published, never changed. */
@RestController
class TariffApi {
    /** A cursor: every id begins with a letter or a digit, and sorts after it. */
    private static final String BEFORE_ALL = "-";

    private final Editions editions;
    private final Press press;
    private final Effects effects;

    TariffApi(Editions editions, Press press, Effects effects) {
        this.editions = editions;
        this.press = press;
        this.effects = effects;
    }

    @GetMapping(path = "/v1/tariffs", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode many(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Listing listing = Listing.of(limit, cursor);
        if (listing.after() != null || editions.isPublished(Kind.TARIFF, Tariff.ORIGINAL.id())) {
            return EditionJson.listed(
                    editions.page(Kind.TARIFF, "", listing.after(), listing.limit()), TariffApi::answer);
        }
        Editions.Page<TariffVersion> others = editions.page(Kind.TARIFF, "", null, listing.limit() - 1);
        ObjectNode list = EditionJson.listed(
                others.after(editions.newest(Kind.TARIFF, Tariff.ORIGINAL.id()).orElseThrow()), TariffApi::answer);
        if (others.items().isEmpty() && others.more()) {
            list.put("nextCursor", BEFORE_ALL);
        }
        return list;
    }

    @GetMapping(path = "/v1/tariffs", produces = Csv.TYPE)
    void export(HttpServletResponse response) throws IOException {
        Stream<Edition<TariffVersion>> builtIn =
                editions.newest(Kind.TARIFF, Tariff.ORIGINAL.id()).filter(Edition::isBuiltIn).stream();
        Csv.write(
                response,
                "tariffs",
                TariffColumns.ALL,
                Stream.concat(builtIn, editions.stream(Kind.TARIFF, "")).iterator());
    }

    @GetMapping("/v1/tariffs/{id}")
    ResponseEntity<ObjectNode> one(@PathVariable String id) {
        List<Edition<TariffVersion>> versions =
                editions.all(Kind.TARIFF, List.of(id)).get(id);
        if (versions == null) {
            throw Refusals.notFound("tariff");
        }
        return EditionJson.history(versions, TariffApi::answer);
    }

    // JSON alone: a form of another site cannot send it.
    @PutMapping(path = "/v1/tariffs/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records(Action.TARIFF_PUBLISHED)
    ResponseEntity<ObjectNode> put(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        Integer expected = EditionJson.expected(ifMatch, ifNoneMatch);
        WrittenTariff written = WrittenTariff.named(id, Written.tree(body));
        TariffVersion draft = new TariffVersion(Instant.EPOCH, written.orRefuse());
        if (EditionJson.isDryRun(dryRun)) {
            Press.Printed<TariffVersion> preview = press.preview(Kind.TARIFF, draft, user.getName(), expected);
            Effect effect =
                    preview.isNew() ? effects.of(preview.edition().body().tariff()) : Effect.NONE;
            return EditionJson.preview(preview, answer(preview.edition(), written.warnings()), effect);
        }
        Press.Printed<TariffVersion> printed = press.publish(Kind.TARIFF, draft, user.getName(), expected);
        return EditionJson.printed(printed, answer(printed.edition(), written.warnings()));
    }

    private static ObjectNode answer(Edition<TariffVersion> edition) {
        return EditionJson.of(edition, Json.MAPPER.valueToTree(edition.body().tariff()));
    }

    private static ObjectNode answer(Edition<TariffVersion> edition, List<Warning> warnings) {
        ObjectNode answer = answer(edition);
        answer.set("warnings", Json.MAPPER.valueToTree(warnings));
        return answer;
    }
}
