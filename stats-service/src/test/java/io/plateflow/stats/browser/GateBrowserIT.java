package io.plateflow.stats.browser;

import static io.plateflow.domain.stay.Direction.ENTRY;
import static io.plateflow.domain.stay.Direction.EXIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.stats.gate.AtGate;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page of one exit, from the photo to the money. */
class GateBrowserIT extends InChromium {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-38.80042, -59.25622), Photo::of);

    @Test
    void collectsWhatAVehicleOwesAndWaitsForTheNext() throws Exception {
        screen.signIn("operator");
        screen.open("/exit?camera=b-out");
        screen.awaitText("#car", "Esperando el próximo vehículo");
        screen.the("#stream[data-state=live]");

        UUID entry = GARAGE.read("b-in", ENTRY, ago(137), "BG123BD", false);
        UUID exit = GARAGE.read("b-out", EXIT, ago(0), "BG123BD", false);
        GARAGE.charged("BG123BD", ago(137), ago(0), entry, exit);
        screen.the("#car[data-state=DUE]");
        assertThat(screen.texts("#car .plate")).containsExactly("BG 123 BD");
        assertThat(screen.texts("#car .sum-large").get(0)).contains("1.500,00");

        screen.press("2");
        screen.the("[data-method=card][aria-pressed=true]");
        pressEnterUntilItIsHeard();
        screen.the("#car[data-state=PAID]");
        screen.awaitText("#car", "Pagado");
        assertThat(json("/v1/exits?camera=b-out").at("/items/0/payment/method").asString())
                .isEqualTo("card");

        screen.awaitText("#car", "Esperando el próximo vehículo");
    }

    /** An Enter right after the amount appeared is not heard, so that a hasty one takes no money; hence again. */
    private void pressEnterUntilItIsHeard() {
        screen.until("paying", now -> {
            boolean heard =
                    !now.all(".busy, #toast:not(:empty), #car[data-state=PAID]").isEmpty();
            if (!heard) {
                now.press(Keys.ENTER);
            }
            return heard;
        });
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
