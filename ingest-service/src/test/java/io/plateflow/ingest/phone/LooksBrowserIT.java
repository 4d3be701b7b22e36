package io.plateflow.ingest.phone;

import static java.util.Objects.requireNonNull;

import com.deque.html.axecore.selenium.AxeBuilder;
import io.plateflow.contracts.Capture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The page in both languages, light and dark, on a phone and on a desk. The pictures are kept for people to look at. */
class LooksBrowserIT extends OnAPhone {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int HEIGHT = 790;

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void isThereForEveryoneOnEveryScreen() throws Exception {
        pair();
        look("empty");
        for (int n = 1; n <= 4; n++) {
            phone.press("#shutter");
            arrived(n);
        }
        List<Capture> sent = sent();
        Readings.send(
                kafka,
                Readings.read(sent.get(3), "AB123CD", false),
                Readings.read(sent.get(2), "AC456EF", true),
                Readings.unreadable(sent.get(1)));
        phone.awaitText(".shot .plate", "AB123CD");
        phone.awaitText(".shot .plate", "AC456EF");
        phone.the("[data-act='shot.type']");
        look("read");
        phone.press("[data-act='shot.wrong']");
        phone.the("#right");
        look("correct");
        phone.press("#correct button");
        phone.press("#forget");
        phone.press("#ask-yes");
        phone.the("#pairing");
        look("pairing");
        all.assertAll();
    }

    private void look(String name) throws IOException {
        for (String language : List.of("es", "en")) {
            phone.driver.executeScript("document.querySelector(`[data-language=${arguments[0]}]`).click()", language);
            phone.until(
                    language,
                    now -> phone.driver.findElements(By.cssSelector("html[lang=" + language + "]")).stream()
                            .findFirst()
                            .orElse(null));
            for (String colours : List.of("light", "dark")) {
                for (int width : List.of(360, 1280)) {
                    see(String.join("-", name, language, colours, "" + width), width, colours);
                }
            }
        }
        phone.screen(360, HEIGHT);
    }

    private void see(String seen, int width, String colours) throws IOException {
        phone.screen(width, HEIGHT);
        phone.cdp(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colours),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        phone.driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
        Object png =
                phone.cdp("Page.captureScreenshot", Map.of("format", "png")).get("data");
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(seen + ".png"), Base64.getDecoder().decode(String.valueOf(png)));
        all.assertThat(phone.driver.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(seen)
                .isEqualTo(0L);
        all.assertThat(faults()).as(seen).isEmpty();
    }

    /** What axe finds wrong, for people who see, hear or point otherwise. */
    private List<String> faults() throws IOException {
        if (!Boolean.TRUE.equals(phone.driver.executeScript("return 'axe' in window"))) {
            try (InputStream script = requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
                phone.driver.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Object faults = phone.driver.executeAsyncScript("""
                axe.run({resultTypes: ['violations']}).then(({violations}) => arguments[0](violations.map((one) =>
                  `${one.id}: ${one.help} ${one.nodes.map((node) => `${node.html} ${node.target}`)}`)))""");
        return ((List<?>) requireNonNull(faults)).stream().map(String::valueOf).toList();
    }
}
