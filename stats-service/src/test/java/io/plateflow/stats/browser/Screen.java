package io.plateflow.stats.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person sees and does; whatever is looked for is waited for. */
final class Screen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    final ChromeDriver driver;
    private final String address;

    Screen(ChromeDriver driver, int port) {
        this.driver = driver;
        this.address = "http://localhost:" + port;
    }

    void open(String path) {
        driver.get(address + path);
    }

    /** The path that is open, its question included. */
    String path() {
        String url = String.valueOf(driver.getCurrentUrl());
        return url.startsWith(address) ? url.substring(address.length()) : url;
    }

    /** Signs in anew, whoever was signed in, and ends on the first page. */
    void signIn(String user) {
        forget();
        open("/login");
        enter(user, user + "-word");
        until("signed in as " + user, screen -> screen.path().equals("/"));
    }

    /** Fills in the login and sends it. */
    void enter(String user, String password) {
        the("[name=username]").clear();
        the("[name=username]").sendKeys(user);
        the("[name=password]").sendKeys(password + Keys.ENTER);
    }

    /** Leaves every page and forgets who was signed in, and in which language. */
    void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** The first visible thing at {@code css}. */
    WebElement the(String css) {
        return until(
                css,
                screen -> all(css).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** All things at {@code css} now, perhaps none. */
    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The texts at {@code css} now, as they are in the page. */
    List<String> texts(String css) {
        Object found = driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent.trim())", css);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    void click(String css) {
        the(css).click();
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void awaitText(String css, String text) {
        until(css + " says " + text, screen -> texts(css).stream().anyMatch(one -> one.contains(text)));
    }

    <T> T until(String what, Function<Screen, T> condition) {
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
}
