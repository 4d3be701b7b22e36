package io.plateflow.stats.browser;

import static io.plateflow.domain.stay.Direction.ENTRY;
import static io.plateflow.domain.stay.Direction.EXIT;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in both languages, light and dark, on a phone and on a wall: each of these once, or, when everything is tested,
 * in all eight ways. The pictures are kept for people to look at.
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
    @MethodSource("pages")
    void isThereForEveryoneOnEveryScreen(String name, String path, String shown) throws Exception {
        look(name, path, shown, List.of(new Way("es", "light", WALL), new Way("en", "dark", PHONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @Tag("full")
    void isThereInEveryWay(String name, String path, String shown) throws Exception {
        List<Way> all = Stream.of("es", "en")
                .flatMap(language -> Stream.of("light", "dark")
                        .flatMap(colours -> Stream.of(WALL, PHONE).map(width -> new Way(language, colours, width))))
                .toList();
        look(name, path, shown, all);
    }

    @Test
    void aPictureWithoutWordsWouldBeFound() {
        screen.open("/password");
        screen.the("form");
        screen.driver.executeScript("document.querySelector('main').append(new Image(20, 20))");
        assertThat(new Look(screen).faults()).singleElement().asString().startsWith("image-alt: ");
    }

    private void look(String name, String path, String shown, List<Way> ways) throws Exception {
        String filled = path.replace("ID", charged.chargeId().toString())
                .replace("TODAY", Instant.now().toString().substring(0, 7));
        if (name.equals("login")) {
            screen.forget();
        }
        SoftAssertions all = new SoftAssertions();
        Look look = new Look(screen);
        String language = "";
        for (Way way : ways) {
            if (!way.language().equals(language)) {
                language = way.language();
                screen.open(filled + (path.contains("?") ? "&" : "?") + "lang=" + language);
                screen.the(shown);
            }
            look.become(way.width(), way.colours());
            String seen = String.join("-", name, language, way.colours(), "" + way.width());
            look.keep(seen);
            all.assertThat(look.surplus()).as(seen).isZero();
            all.assertThat(look.sideways()).as(seen).isEmpty();
            all.assertThat(look.faults()).as(seen).isEmpty();
        }
        if (name.equals("login")) {
            screen.signIn("admin");
        }
        all.assertAll();
    }

    /** What each is called, where it is, and what shows that it is filled. */
    static List<Arguments> pages() {
        return List.of(
                Arguments.of("login", "/login", "[name=username]"),
                Arguments.of("now", "/", "#live-rows .row"),
                Arguments.of("exit", "/exit?camera=l-out", "#car[data-state=DUE]"),
                Arguments.of("exit-without-entry", "/exit?camera=l-lone", "#car .candidate"),
                Arguments.of("captures", "/captures?tab=", "#rows tr"),
                Arguments.of("review", "/captures?tab=review&camera=l-desk", "#right"),
                Arguments.of("stays", "/stays?tab=review", "#rows tr"),
                Arguments.of("charges", "/charges?plate=BL", "#rows tr"),
                Arguments.of("charge", "/charges?charge=ID", "#charge[open]"),
                Arguments.of("statement", "/v1/charges/ID/statement", "h1"),
                Arguments.of("reports", "/reports?period=TODAY", "#rows tr"),
                Arguments.of("zones", "/settings/zones", "body:not(.loading)"),
                Arguments.of("tariffs", "/settings/tariffs", "body:not(.loading)"),
                Arguments.of("vehicles", "/settings/vehicles", "body:not(.loading)"),
                Arguments.of("cameras", "/settings/cameras", "body:not(.loading)"),
                Arguments.of("keys", "/settings/keys", "body:not(.loading)"),
                Arguments.of("users", "/settings/users", "#rows tr"),
                Arguments.of("audit", "/settings/audit", "body:not(.loading)"),
                Arguments.of("system", "/system", "#verdict:not([class='verdict card'])"),
                Arguments.of("password", "/password", "form"));
    }

    private record Way(String language, String colours, int width) {}

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
