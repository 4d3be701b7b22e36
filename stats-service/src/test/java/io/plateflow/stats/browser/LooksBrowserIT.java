package io.plateflow.stats.browser;

import static io.plateflow.domain.stay.Direction.ENTRY;
import static io.plateflow.domain.stay.Direction.EXIT;

import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import io.plateflow.stats.gate.AtGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in both languages, light and dark, on a phone and on a wall: every two of these together once. The pictures are
 * kept for people to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksBrowserIT extends InChromium {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-38.90042, -59.35622), Photo::of);
    private static final int PHONE = 360;
    private static final int WALL = 1920;
    private final Story charged = Story.of("BL555AA", Duration.ofHours(5));

    @BeforeAll
    void park() throws Exception {
        UUID entry = GARAGE.read("l-in", ENTRY, ago(137), "BL123AA", false);
        GARAGE.charged("BL123AA", ago(137), ago(1), entry, GARAGE.read("l-out", EXIT, ago(1), "BL123AA", false));
        for (int car = 2; car < 6; car++) {
            UUID seen = GARAGE.read("l-in", ENTRY, ago(20 * car), "BL" + car + "23AA", false);
            GARAGE.stay("BL" + car + "23AA", State.OPEN, ago(20 * car), null, Set.of(), seen);
        }
        UUID lone = GARAGE.read("l-lone", EXIT, ago(2), "BL323AB", false);
        GARAGE.stay("BL323AB", State.NEEDS_REVIEW, ago(2), ago(2), Set.of("MISSING_ENTRY"), lone);
        GARAGE.read("l-desk", ENTRY, ago(3), "BL666AA", true, "BL888AA", "BL666AO");
        GARAGE.unread("l-desk", ago(4));
        Story.send(TestKafka.bootstrap(), Photo.in(charged.open(), "BL555AA"));
        Story.send(TestKafka.bootstrap(), charged.end(charged.seenAt().plus(Duration.ofMinutes(200))));
        awaitAllInRows();
        new Screen(driver, port).signIn("admin");
    }

    @AfterAll
    void leave() {
        Screen last = new Screen(driver, port);
        new Look(last).end();
        last.forget();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "login, /login, form",
        "now, /, #live-rows .row",
        "exit, /exit?camera=l-out, #car[data-state=DUE]",
        "exit-without-entry, /exit?camera=l-lone, #car .candidate",
        "captures, /captures?tab=, #rows tr",
        "review, /captures?tab=review&camera=l-desk, #right",
        "stays, /stays?tab=review, #rows tr",
        "charges, /charges?plate=BL, #rows tr",
        "charge, /charges?charge=ID, #charge[open]",
        "statement, /v1/charges/ID/statement, h1",
        "reports, /reports?period=TODAY, #rows tr",
        "zones, /settings/zones, body:not(.loading)",
        "tariffs, /settings/tariffs, body:not(.loading)",
        "vehicles, /settings/vehicles, body:not(.loading)",
        "cameras, /settings/cameras, body:not(.loading)",
        "users, /settings/users, #rows tr",
        "audit, /settings/audit, body:not(.loading)",
        "system, /system, #verdict:not([class='verdict card'])",
        "password, /password, form"
    })
    void isThereForEveryoneOnEveryScreen(String name, String path, String shown) throws Exception {
        SoftAssertions all = new SoftAssertions();
        Look look = new Look(screen);
        for (String language : List.of("es", "en")) {
            String filled = path.replace("ID", charged.chargeId().toString())
                    .replace("TODAY", Instant.now().toString().substring(0, 7));
            screen.open(filled + (path.contains("?") ? "&" : "?") + "lang=" + language);
            screen.the(shown);
            for (int width : new int[] {WALL, PHONE}) {
                for (String colours : List.of("light", "dark")) {
                    if (language.equals("es") != (colours.equals("light") == (width == WALL))) {
                        continue;
                    }
                    look.become(width, colours);
                    String seen = String.join("-", name, language, colours, "" + width);
                    look.keep(seen);
                    all.assertThat(look.surplus()).as(seen).isZero();
                    if (language.equals("es")) {
                        all.assertThat(look.faults()).as(seen).isEmpty();
                    }
                }
            }
        }
        all.assertAll();
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
