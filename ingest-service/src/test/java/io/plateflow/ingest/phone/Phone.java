package io.plateflow.ingest.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a warden sees and does; whatever is looked for is waited for. */
final class Phone {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int POOR_BYTES_PER_SECOND = 400_000 / 8;
    private static final int POOR_ROUND_TRIP_MILLIS = 400;

    final ChromeDriver driver;
    private final String address;

    Phone(ChromeDriver driver, int port) {
        this.driver = driver;
        this.address = "http://localhost:" + port;
    }

    /** As it comes from the shop: nothing stored, in Buenos Aires, camera and location allowed. */
    void unpack() {
        putAway();
        cdp("Network.enable", Map.of());
        cdp("Storage.clearDataForOrigin", Map.of("origin", address, "storageTypes", "all"));
        cdp("Browser.grantPermissions", Map.of("permissions", List.of("geolocation", "videoCapture")));
        at(-34.6037, -58.3816, 8);
        screen(360, 780);
        errors();
    }

    /** Ends what a test changed of the browser. */
    void putAway() {
        network(false, 0, -1);
        driver.get("about:blank");
    }

    void at(double latitude, double longitude, double accuracyMeters) {
        cdp(
                "Emulation.setGeolocationOverride",
                Map.of("latitude", latitude, "longitude", longitude, "accuracy", accuracyMeters));
    }

    void screen(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void noNetwork() {
        network(true, 0, -1);
    }

    /** 400 kbit/s each way and 400 ms there and back. */
    void poorNetwork() {
        network(false, POOR_ROUND_TRIP_MILLIS, POOR_BYTES_PER_SECOND);
    }

    /** 40 kbit/s: a photo of 190 KB takes longer than the gateway waits. */
    void hopelessNetwork() {
        network(false, POOR_ROUND_TRIP_MILLIS, POOR_BYTES_PER_SECOND / 10);
    }

    void goodNetwork() {
        network(false, 0, -1);
    }

    private void network(boolean offline, int millis, int bytesPerSecond) {
        cdp(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", offline,
                        "latency", millis,
                        "downloadThroughput", bytesPerSecond,
                        "uploadThroughput", bytesPerSecond));
    }

    void open(String path) {
        driver.get(address + path);
    }

    String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** The page keeps itself for when there is no network. */
    void awaitKept() {
        driver.executeAsyncScript("navigator.serviceWorker.ready.then(() => arguments[0]())");
        until("kept", now -> driver.executeScript("return navigator.serviceWorker.controller !== null"), true);
    }

    /** The first visible thing at {@code css}. */
    WebElement the(String css) {
        return until(
                css,
                now -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    List<String> texts(String css) {
        Object found = driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent.trim())", css);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    void press(String css) {
        the(css).click();
    }

    /** Chooses a file of the phone's library. */
    void choose(Path file) {
        driver.findElement(By.id("library-file")).sendKeys(file.toAbsolutePath().toString());
    }

    void awaitText(String css, String text) {
        until(css + " says " + text, now -> texts(css).stream().anyMatch(one -> one.contains(text)), true);
    }

    private void until(String what, Function<Phone, Object> question, Object wanted) {
        until(what, now -> wanted.equals(question.apply(now)) ? wanted : null);
    }

    <T> T until(String what, Function<Phone, T> condition) {
        return new WebDriverWait(driver, PATIENCE, GLANCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; on the page: " + texts("body"))
                .until(any -> condition.apply(this));
    }

    /** What went wrong on pages since this was asked last. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(one -> one.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Expects that requests failed, and that nothing else went wrong. */
    List<String> errorsOtherThanOfRequests() {
        return errors().stream()
                .filter(one -> !one.contains("Failed to load resource"))
                .toList();
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }
}
