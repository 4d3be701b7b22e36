package io.plateflow.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.domain.tariff.Tariff;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every fault of a zone, and what is odd about one. */
class ZoneLintTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Map<String, Tariff.Kind> TARIFFS =
            Map.of("street", Tariff.Kind.TIME, "gantry", Tariff.Kind.PASSAGE);
    private static final String SOUND = """
            {"id":"plaza","mode":"SIGHTINGS","tariff":"street",
             "shape":{"circle":{"latitude":-34.6,"longitude":-58.38,"radiusMeters":80}}}""";

    @Test
    void takesWhatIsLeftOutAsUsual() {
        Zone zone = Objects.requireNonNull(check(SOUND).value());
        assertThat(zone.rules())
                .isEqualTo(Rules.of(
                        Mode.SIGHTINGS,
                        Duration.ofHours(1),
                        Duration.ofMinutes(1),
                        Duration.ofDays(30),
                        Confirm.UNSURE,
                        "street"));
        assertThat(zone.timeZone()).isEqualTo(SITE);
        assertThat(check(SOUND).warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "id          | -             | id missing",
                "id          | \"no spaces\" | id malformed_name",
                "mode        | -             | mode missing",
                "mode        | \"AUTOMATIC\" | mode unknown_word",
                "tariff      | -             | tariff missing",
                "tariff      | \"none\"      | tariff unknown_tariff",
                "timeZone    | \"Mars\"      | timeZone unknown_time_zone",
                "confirm     | \"SOME\"      | confirm unknown_word",
                "closesAfter | \"1h\"        | closesAfter malformed_duration",
                "closesAfter | \"PT0S\"      | closesAfter duration_zero",
                "closesAfter | \"P91D\"      | closesAfter too_long",
                "closesAfter | \"PT2562047788015215H\" | closesAfter too_long",
                "maxStay     | \"PT0S\"      | maxStay duration_zero",
                "maxStay     | \"PT0.5S\"    | maxStay part_of_a_second",
                "photosKept  | \"PT23H\"     | photosKept kept_out_of_range",
                "capturesKept | \"P3651D\"   | capturesKept kept_out_of_range",
                "mergeWithin | \"-PT1S\"     | mergeWithin negative_duration",
                "shape       | -             | shape missing",
                "shape       | {}            | shape circle_or_polygon",
                "shape       | {\"circle\":{},\"type\":\"Polygon\"} | shape circle_or_polygon",
                "shape       | {\"circle\":{\"latitude\":91,\"radiusMeters\":0}} | shape.circle.latitude degrees_range;shape.circle.longitude missing;shape.circle.radiusMeters radius_range",
                "shape       | {\"type\":\"Point\",\"coordinates\":[]} | shape.type unknown_word;shape.coordinates no_polygon",
                "shape       | {\"type\":\"Polygon\"} | shape.coordinates missing",
                "shape       | {\"type\":\"Polygon\",\"coordinates\":[]} | shape.coordinates no_polygon",
                "shape       | {\"type\":\"Polygon\",\"coordinates\":[null,[[1],[200,1],[1,95]]]} | shape.coordinates[0] missing;shape.coordinates[1][0] malformed_point;shape.coordinates[1][1][0] degrees_range;shape.coordinates[1][2][1] degrees_range",
                "shape       | {\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]} | shape.coordinates no_polygon"
            })
    void namesEveryFault(String field, @Nullable String value, String faults) {
        ObjectNode draft = (ObjectNode) JSON.readTree(SOUND);
        draft.remove(field);
        if (value != null) {
            draft.set(field, JSON.readTree(value));
        }
        assertThat(check(draft.toString()).faults().stream().map(f -> f.field() + " " + f.code()))
                .containsExactly(faults.split(";"));
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(check("{}").faults().stream().map(f -> f.field() + " " + f.code()))
                .containsExactly("id missing", "mode missing", "shape missing", "tariff missing");
    }

    @Test
    void refusesMorePointsThanBillingCanCompare() {
        String points = "[0,0],".repeat(2001);
        String shape = "{\"type\":\"Polygon\",\"coordinates\":[[" + points.substring(0, points.length() - 1) + "]]}";
        ObjectNode draft = (ObjectNode) JSON.readTree(SOUND);
        draft.set("shape", JSON.readTree(shape));
        assertThat(check(draft.toString()).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo("too_many"));
    }

    @Test
    void warnsOfWhatIsOdd() {
        assertThat(check(SOUND.replace("SIGHTINGS", "PASSAGE")).warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.code()).isEqualTo("passage_by_time"));
        assertThat(check(SOUND.replace("SIGHTINGS", "PASSAGE").replace("street", "gantry"))
                        .warnings())
                .isEmpty();
        assertThat(check(SOUND.replace("\"mode\"", "\"mergeWithin\":\"PT2H\",\"mode\""))
                        .warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.code()).isEqualTo("merges_past_silence"));
    }

    private static Linted<Zone> check(String json) {
        return ZoneLint.check(JSON.readValue(json, ZoneDraft.class), SITE, id -> Optional.ofNullable(TARIFFS.get(id)));
    }
}
