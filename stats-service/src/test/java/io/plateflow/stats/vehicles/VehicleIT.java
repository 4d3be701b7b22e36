package io.plateflow.stats.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.stats.Administrator;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Vehicles are published in versions, one by one or by the thousand. */
class VehicleIT extends Administrator {

    @Test
    void publishesVersionsUnderThePlateInNormalForm() throws Exception {
        HttpResponse<String> first = put("/v1/vehicles/ve-123-hi", """
                {"class":"RESIDENT","zones":["auto:69y7p"],"validFrom":"2026-01-01T00:00:00-03:00"}""");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(body(first).at("/plate").asString()).isEqualTo("VE123HI");
        assertThat(body(first).at("/class").asString()).isEqualTo("RESIDENT");
        assertThat(put("/v1/vehicles/VE123HI", first.body()).statusCode()).isEqualTo(200);
        HttpResponse<String> second = put("/v1/vehicles/VE123HI", "{\"exempt\":true}", "If-Match", "\"1\"");
        assertThat(body(second).at("/version").asInt()).isEqualTo(2);
        JsonNode vehicle = body(get("/v1/vehicles/ve123hi"));
        assertThat(vehicle.at("/exempt").asBoolean()).isTrue();
        assertThat(vehicle.at("/versions/1/class").asString()).isEqualTo("RESIDENT");
        assertThat(get("/v1/vehicles/ZZ999ZZ").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesADraftWithAllItsFaults() throws Exception {
        HttpResponse<String> refused = put("/v1/vehicles/A", """
                {"plate":"AB123CD","class":"two words","exempt":"yes","zones":["auto:69y7p","nowhere"],
                 "validFrom":"2026-03-01T00:00:00Z","validTo":"2026-02-01T00:00:00Z","owner":"ana"}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "exempt wrong_type",
                        "owner unknown_field",
                        "plate malformed_plate",
                        "plate id_differs",
                        "class malformed_name",
                        "zones[1] unknown_zone",
                        "validTo ends_first");
    }

    @Test
    void exportsWhatAnImportTakes() throws Exception {
        String file = """
                plate,class,exempt,zones,validFrom,validTo\r
                XP001RT,RESIDENT,,auto:69y7p auto:69y7q,2026-03-01T00:00:00Z,\r
                XP002RT,,true,,,2027-01-01T00:00:00Z\r
                """;
        assertThat(csv(file).statusCode()).isEqualTo(202);
        HttpResponse<String> exported = kept(request("/v1/vehicles?plate=XP00", "analyst")
                .header("Accept", "text/csv")
                .GET());
        assertThat(exported.body()).isEqualTo(file);
        assertThat(body(csv(exported.body())).at("/unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void importsAllRowsOrNone() throws Exception {
        HttpResponse<String> refused = csv("""
                plate,class,exempt,zones,validFrom,validTo
                IM001AA,RESIDENT,,,,
                IM002AA,two words,maybe,nowhere,soon,
                im-001-aa,RESIDENT,,,,
                IM003AA,RESIDENT
                ?,RESIDENT,,,,""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactly(
                        "lines[3].class malformed_name",
                        "lines[3].exempt unknown_word",
                        "lines[3].zones[0] unknown_zone",
                        "lines[3].validFrom malformed_instant",
                        "lines[4].plate repeated_plate",
                        "lines[5] uneven_row",
                        "lines[6].plate malformed_plate");
        assertThat(get("/v1/vehicles/IM001AA").statusCode()).isEqualTo(404);

        assertThat(faults(csv("plate,colour\nAB123CD,red\n"))).containsExactly("lines[1].colour unknown_column");
        assertThat(faults(csv("class\nRESIDENT\n"))).containsExactly("lines[1].plate missing");
        assertThat(faults(csv(""))).containsExactly("lines[1].plate missing");
        assertThat(faults(csv("plate\n"))).containsExactly(" no_rows");
        assertThat(faults(csv("plate\n\"AB123CD\n"))).containsExactly(" malformed_csv");

        HttpResponse<String> taken =
                csv("\uFEFFplate,class,zones\r\nIM001AA,RESIDENT,auto:69y7p auto:69y7n\r\nIM002AA,,\r\n");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(body(get("/v1/vehicles/IM001AA")).at("/zones").size()).isEqualTo(2);
        HttpResponse<String> again = csv("plate,class,zones\nIM001AA,RESIDENT,auto:69y7p auto:69y7n\nIM002AA,TAXI,\n");
        assertThat(again.body()).isEqualTo("{\"rows\":2,\"published\":1,\"unchanged\":1}");
        assertThat(body(get("/v1/vehicles/IM002AA")).at("/version").asInt()).isEqualTo(2);
        assertThat(csv("plate,class\nIM002AA,TAXI\n").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhatAnImportWouldPublishAndPublishesNothing() throws Exception {
        csv("plate,class\nDR001AA,RESIDENT\n");
        String file = "plate,class,validTo\nDR001AA,RESIDENT,\nDR002AA,TAXI,\nDR003AA,,2030-01-01T00:00:00Z\n";
        HttpResponse<String> dry = csv("?dryRun=true", file);
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(body(dry).at("/rows").asInt()).isEqualTo(3);
        assertThat(body(dry).at("/published").asInt()).isEqualTo(2);
        assertThat(body(dry).at("/unchanged").asInt()).isEqualTo(1);
        assertThat(body(dry).at("/first").findValuesAsString("plate")).containsExactly("DR002AA", "DR003AA");
        assertThat(body(dry).at("/first/0/class").asString()).isEqualTo("TAXI");
        assertThat(get("/v1/vehicles/DR002AA").statusCode()).isEqualTo(404);
        assertThat(faults(csv("?dryRun=true", "plate\n-\n"))).containsExactly("lines[2].plate malformed_plate");
        assertThat(faults(csv("?dryRun=perhaps", file))).containsExactly("dryRun dry_run_malformed");

        HttpResponse<String> published = csv(file);
        assertThat(published.statusCode()).isEqualTo(202);
        assertThat(body(published).at("/published").asInt()).isEqualTo(2);
        assertThat(body(published).has("first")).isFalse();
        assertThat(body(csv("?dryRun=true", file)).at("/published").asInt()).isZero();
    }

    @Test
    void letsAdministratorsAloneImport() throws Exception {
        HttpRequest.Builder byOperator = request("/v1/vehicles", "operator")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("plate\nAA111AA"));
        assertThat(kept(byOperator).statusCode()).isEqualTo(403);
    }

    @Test
    void importsTenThousandAndListsThemPageByPage() throws Exception {
        StringBuilder rows = new StringBuilder("plate,class\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append("TH%04dX,RESIDENT\n".formatted(i));
        }
        long begun = System.nanoTime();
        HttpResponse<String> answer = csv(rows.toString());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        System.out.println("10,000 vehicles imported in " + took);
        assertThat(took).isLessThan(Duration.ofSeconds(20));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = body(get("/v1/vehicles?plate=th-&limit=500&cursor=" + cursor));
            page.at("/items").forEach(v -> seen.add(v.at("/plate").asString()));
            cursor = page.at("/nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(10_000).doesNotHaveDuplicates().isSorted();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM edition WHERE kind = 'vehicle' AND sent_at IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private HttpResponse<String> csv(String csv) throws Exception {
        return csv("", csv);
    }

    private HttpResponse<String> csv(String query, String csv) throws Exception {
        return kept(request("/v1/vehicles" + query, "admin")
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(csv)));
    }
}
