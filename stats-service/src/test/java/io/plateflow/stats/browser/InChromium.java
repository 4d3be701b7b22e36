package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.stats.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** The running service on a screen; no page may leave an error on the console. */
@ExtendWith(Chromium.class)
abstract class InChromium extends RunningService {
    /** Given by the extension. */
    @SuppressWarnings("NullAway.Init")
    ChromeDriver driver;

    Screen screen;

    @BeforeEach
    void sitDown() {
        screen = new Screen(driver, port);
    }

    @AfterEach
    void findNoErrorOnTheConsole() {
        assertThat(screen.errors()).isEmpty();
    }
}
