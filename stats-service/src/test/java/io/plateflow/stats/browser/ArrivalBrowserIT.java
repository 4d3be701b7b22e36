package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever may come in sees what comes in. */
class ArrivalBrowserIT extends InChromium {

    @Test
    void letsInWhoeverKnowsThePasswordAndSaysSoToOthers() {
        screen.forget();
        screen.open("/");
        screen.enter("operator", "not-the-word");
        screen.awaitText(".notice", "Usuario o contraseña incorrectos.");
        screen.enter("operator", "operator-word");
        screen.awaitText("h1", "Ahora");

        screen.click("details.who summary");
        screen.click("form[action='/logout'] button");
        screen.awaitText(".notice", "Cerraste la sesión.");
        screen.open("/");
        assertThat(screen.path()).isEqualTo("/login");
    }

    @Test
    void showsACaptureTheMomentItArrivesWithoutAReload() throws Exception {
        screen.signIn("analyst");
        screen.the("#stream[data-state=live]");
        screen.the("body:not(.loading)");
        long before = captures();
        screen.driver.executeScript("window.sameAsBefore = true");

        Story story = Story.of("BR111AA", Duration.ZERO);
        Story.send(TestKafka.bootstrap(), Photo.in(story.open(), "BR111AA"));

        screen.awaitText("#live-rows .plate", "BR 111 AA");
        screen.until("one more", now -> captures() > before);
        assertThat(screen.driver.executeScript("return window.sameAsBefore")).isEqualTo(true);

        screen.click("#live-rows .shot[aria-label*='BR 111 AA']");
        screen.awaitText("#photo-title", "BR 111 AA");
        screen.until(
                "the photo",
                now -> Boolean.TRUE.equals(screen.driver.executeScript(
                        "return document.querySelector('#photo-body img')?.naturalWidth === 640")));
    }

    private long captures() {
        return Long.parseLong(screen.texts("#captures-value").get(0).replaceAll("\\D", ""));
    }
}
