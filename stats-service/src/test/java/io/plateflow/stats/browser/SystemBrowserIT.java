package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.stats.gate.AtGate;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person sees how the system is, and has a rejected photo read again. */
class SystemBrowserIT extends InChromium {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-38.50042, -59.05622), Photo::of);
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e<script>alert(2)</script>";

    @Test
    void hasARejectedPhotoReadAgainAndShowsWhatItsSenderWroteAsText() throws Exception {
        UUID photo = GARAGE.rejected(HOSTILE, Instant.now().minus(Duration.ofMinutes(3)));
        awaitJson("/v1/captures/" + photo, "/status", "REJECTED");
        screen.signIn("operator");
        screen.open("/system?zone=" + GARAGE.zone());

        screen.awaitText(".reject .why", "La imagen está dañada.");
        screen.awaitText(".reject .why", "<img src=x onerror=alert(1)>·<script>alert(2)</script>");
        assertThat(screen.all(".reject img:not([src^='/v1/']), .reject script")).isEmpty();
        screen.awaitText("#verdict", "ningún proceso activo");
        screen.awaitText("#data [data-fact=processes]", "1");
        screen.awaitText("#data-line", "Datos al ");

        screen.click(".reject .act button");
        screen.awaitText(".reject .act", "Se lee de nuevo");
        awaitJson("/v1/captures/" + photo, "/retrying", "true");
        assertThat(screen.all(".reject .act button")).isEmpty();
    }

    @Test
    void saysThatNothingWasRejectedAndOffersAnAnalystNothingToDo() throws Exception {
        GARAGE.rejected("quiet", Instant.now().minus(Duration.ofMinutes(4)));
        awaitAllInRows();
        screen.signIn("analyst");
        screen.open("/system?zone=nobody-is-here");
        screen.awaitText("#rejects-none:not([hidden])", "Sin rechazos.");
        screen.open("/system?lang=en&zone=" + GARAGE.zone());
        screen.awaitText(".reject .why", "The image is damaged.");
        assertThat(screen.all(".reject .act button")).isEmpty();
    }
}
