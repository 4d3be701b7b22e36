package io.plateflow.stats.browser;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opens over a page fits the screen and is there for everyone, on a phone and on a desk, by day and by night. */
class DialogsBrowserIT extends InChromium {
    private final YearMonth month =
            YearMonth.now(ZoneId.of("America/Argentina/Buenos_Aires")).minusMonths(16);
    private final SoftAssertions all = new SoftAssertions();

    @AfterEach
    void leave() {
        new Look(screen).end();
        screen.forget();
    }

    @Test
    void closingAMonth() throws Exception {
        Instant noon = month.atDay(5).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Story story = Story.of("DG111AA", Duration.between(noon, Instant.now()));
        Story.send(TestKafka.bootstrap(), Photo.in(story.open(), "DG111AA"));
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        awaitAllInRows();
        screen.signIn("admin");
        for (String language : new String[] {"es", "en"}) {
            screen.open("/reports?period=" + month + "&lang=" + language);
            screen.click("#close-month");
            screen.awaitText("#closing-month", month.toString());
            look("closing-" + language, "#closing");
        }
        all.assertAll();
    }

    @Test
    void addingAUserAndChangingOne() throws Exception {
        screen.signIn("admin");
        for (String language : new String[] {"es", "en"}) {
            String user = "dialog-" + language;
            screen.open("/settings/users?lang=" + language);
            screen.the("#rows tr");
            screen.click("#add");
            screen.the("#user-form [name=name]").sendKeys(user);
            look("user-" + language, "#user");
            screen.click("#user-form footer .primary");
            screen.the("#secret[open] code:not(:empty)");
            look("secret-" + language, "#secret");
            screen.click("#secret footer .primary");
            screen.awaitText("#rows", user);
            screen.click("#rows tr:nth-child(3) .row-acts button:first-child");
            look("sure-" + language, "#sure");
            screen.click("#sure [data-close]");
        }
        all.assertAll();
    }

    @Test
    void changingTheOwnPassword() throws Exception {
        screen.signIn("operator");
        for (String language : new String[] {"es", "en"}) {
            screen.open("/password?lang=" + language);
            screen.the("form#password [name=current]").sendKeys("the present one");
            screen.the("form#password [name=password]").sendKeys("correcta bateria");
            screen.the("form#password [name=again]").sendKeys("correcta baterie");
            screen.click("form#password .primary");
            screen.the("#notice:not(:empty)");
            look("password-" + language, "#password");
        }
        all.assertAll();
    }

    private void look(String name, String css) throws Exception {
        Look look = new Look(screen);
        for (int width : new int[] {360, 1440}) {
            String colours = name.endsWith("en") == (width == 360) ? "dark" : "light";
            look.become(width, colours);
            screen.the(css);
            String seen = String.join("-", "dialog", name, colours, "" + width);
            look.keep(seen);
            all.assertThat(look.surplus()).as(seen).isZero();
            all.assertThat(look.faults()).as(seen).isEmpty();
            all.assertThat(cut(css)).as(seen + " is cut off").isEqualTo(false);
        }
        look.end();
    }

    /** Whether a part of it lies outside the screen or needs scrolling sideways. */
    private Object cut(String css) {
        return screen.driver.executeScript("""
                const box = document.querySelector(arguments[0]).getBoundingClientRect();
                const one = document.querySelector(arguments[0]);
                return box.left < 0 || box.right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1;""", css);
    }
}
