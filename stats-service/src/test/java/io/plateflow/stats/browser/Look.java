package io.plateflow.stats.browser;

import static java.util.Objects.requireNonNull;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How the page that is open looks on a screen of some width, by day or by night. */
record Look(Screen screen) {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String AXE = axe();
    private static final Map<Integer, Integer> HEIGHTS = Map.of(360, 780, 1440, 900, 1920, 1080);

    /** Makes the screen {@code width} wide, and the system's colours {@code light} or {@code dark}; nothing moves. */
    void become(int width, String colours) {
        screen.driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHTS.get(width), "deviceScaleFactor", 1, "mobile", false));
        screen.driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colours),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        screen.driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    }

    /** Gives the screen back as it was. */
    void end() {
        screen.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        screen.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    /** Keeps a picture among what the build leaves. */
    void keep(String name) throws IOException {
        Object png = screen.driver
                .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "optimizeForSpeed", true))
                .get("data");
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(png)));
    }

    /** By how many pixels the page is wider than the screen, so that reading it needs scrolling sideways. */
    long surplus() {
        return ((Number) screen.driver.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /** Lists that are wider than their place, so that reading a row needs scrolling sideways. */
    List<String> sideways() {
        Object wide = screen.driver.executeScript("""
                return [...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth)
                  .map((one) => `${one.getAttribute('aria-label')}: ${one.scrollWidth} in ${one.clientWidth}`)""");
        return ((List<?>) requireNonNull(wide)).stream().map(String::valueOf).toList();
    }

    /** What axe finds wrong, for people who see, hear or point otherwise. Its own Java client opens a window for each look. */
    List<String> faults() {
        if (!Boolean.TRUE.equals(screen.driver.executeScript("return 'axe' in window"))) {
            screen.driver.executeScript(AXE);
        }
        Object faults = screen.driver.executeAsyncScript("""
                axe.run({resultTypes: ['violations']}).then(({violations}) => arguments[0](violations.map((one) =>
                  `${one.id}: ${one.help} ${one.nodes.map((node) => `${node.html} ${node.target}`)}`)))""");
        return ((List<?>) requireNonNull(faults)).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
