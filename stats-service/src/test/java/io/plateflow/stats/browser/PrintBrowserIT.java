package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is dark on white whatever the screen's colours are, on as few sheets as it takes; the files are kept. */
class PrintBrowserIT extends InChromium {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");
    private final YearMonth month = YearMonth.now(SITE).minusMonths(14);
    private static final Duration STAY = Duration.ofMinutes(200);

    @AfterEach
    void daylight() {
        screen.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"light", "dark"})
    void aMonthsReportAndAStatementAreOneSheetEach(String colours) throws Exception {
        Instant noon = month.atDay(colours.length()).atTime(12, 0).atZone(SITE).toInstant();
        Story story = Story.of("PB%d00AA".formatted(colours.length()), Duration.between(noon, Instant.now()));
        Story.send(TestKafka.bootstrap(), Photo.in(story.open(), story.plate().text()));
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(STAY)));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        awaitAllInRows();
        screen.signIn("admin");
        screen.driver.executeScript("localStorage.setItem('theme', arguments[0])", colours);

        screen.open("/reports?period=" + month);
        screen.the("#rows tr");
        screen.the("#chart canvas");
        assertThat(print("print-report-" + colours)).isEqualTo(1);
        assertThat(hidden(".rail, .top, .filters, .tabs, .buttons, #data-line")).isTrue();

        screen.open("/v1/charges/" + story.chargeId() + "/statement");
        screen.the(".evidence img");
        assertThat(print("print-statement-" + colours)).isEqualTo(1);
        screen.open("/");
        screen.driver.executeScript("localStorage.removeItem('theme')");
    }

    /** Keeps the page as PDF and, as it is on paper, as a picture; tells how many sheets it takes. */
    private long print(String name) throws IOException {
        String pdf = String.valueOf(screen.driver
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data"));
        byte[] file = Base64.getDecoder().decode(pdf);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".pdf"), file);
        screen.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(brightness("backgroundColor")).as("paper").isGreaterThan(240);
        assertThat(brightness("color")).as("ink").isLessThan(80);
        return SHEET.matcher(new String(file, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** Of the body's colour, from 0 to 255; what is transparent is white. */
    private double brightness(String property) {
        return ((Number) Objects.requireNonNull(screen.driver.executeScript("""
                const [r, g, b, a = 1] = getComputedStyle(document.body)[arguments[0]].match(/[\\d.]+/g).map(Number);
                return a === 0 ? 255 : (r + g + b) / 3;""", property))).doubleValue();
    }

    private boolean hidden(String css) {
        return Boolean.TRUE.equals(screen.driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].every((one) => !one.checkVisibility())", css));
    }
}
