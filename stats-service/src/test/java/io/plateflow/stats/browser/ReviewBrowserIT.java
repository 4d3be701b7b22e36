package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import io.plateflow.stats.gate.AtGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A person says what a plate is, and sees what becomes of the money. */
class ReviewBrowserIT extends InChromium {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-38.70042, -59.15622), Photo::of);

    @Test
    void decidesTheWholeQueueWithTheKeyboardAlone() throws Exception {
        UUID confirmed = waiting(1, "BV111AA", "BV777AA");
        UUID chosen = waiting(2, "BV222AA", "BV888AA", "BV999AA");
        UUID typed = waiting(3, "BV333AA");
        UUID sameCar = waiting(4, "BV333AA");
        UUID unread = waiting(5, "BV444AA");
        GARAGE.stay("BV333AA", State.OPEN, ago(4), null, Set.of(), sameCar, typed);
        awaitAllInRows();
        screen.signIn("operator");

        ReviewPage queue = ReviewPage.open(screen, "b-desk");
        queue.decide("BV111AA", Keys.ARROW_DOWN);
        queue.decide("BV222AA", Keys.ARROW_UP);
        queue.decide("BV111AA", Keys.ENTER);
        queue.decide("BV222AA", "2");
        queue.decide("BV333AA", "bv334aa", Keys.ENTER);
        queue.decide("BV444AA", "i");
        queue.awaitNothingLeft();

        awaitJson("/v1/captures/" + unread, "/plate/corrections", "1");
        awaitAllInRows();
        assertThat(effective(confirmed)).isEqualTo("BV111AA");
        assertThat(effective(chosen)).isEqualTo("BV999AA");
        assertThat(effective(typed)).isEqualTo("BV334AA");
        assertThat(effective(sameCar)).as("the other photo of the same stay").isEqualTo("BV334AA");
        assertThat(effective(unread)).isEmpty();
        ReviewPage.open(screen, "b-desk").awaitNothingLeft();
    }

    @Test
    void showsThatACorrectedPlateIsChargedAnewAndTheOldChargeVoided() throws Exception {
        Story read = Story.of("BW111AA", Duration.ofMinutes(90));
        Instant end = read.seenAt().plus(Duration.ofMinutes(61));
        Story.send(TestKafka.bootstrap(), Photo.in(read.open(), "BW112AA"));
        Story.send(TestKafka.bootstrap(), read.end(end));
        awaitJson("/v1/charges/" + read.chargeId(), "/state", "ISSUED");
        awaitJson("/v1/captures/" + read.captureId(), "/status", "READ");
        screen.signIn("operator");

        ReviewPage review = ReviewPage.open(screen, read.captureId());
        screen.awaitText("#view-money", "1.000,00: si cambia la patente se anula y se emite de nuevo.");
        review.decide("BW111AA", "BW112AA", Keys.ENTER);
        screen.awaitText("#toast", "BW 112 AA");

        Story right = new Story(read.captureId(), read.stayId(), read.chargeId(), new Plate("BW112AA"), read.seenAt());
        Story.send(TestKafka.bootstrap(), read.voided(1, "plate corrected"));
        Story.send(TestKafka.bootstrap(), right.charged(2, end));
        awaitJson("/v1/charges/" + read.chargeOf(1), "/state", "VOIDED");
        awaitJson("/v1/charges/" + right.chargeOf(2), "/state", "ISSUED");

        ListPage charges = ListPage.open(screen, "/charges?tab=all&plate=BW11");
        assertThat(charges.await(2))
                .extracting(row -> row.get(0) + " · " + row.get(6))
                .containsExactlyInAnyOrder("BW 111 AA · Cobro anulado", "BW 112 AA · Cobro emitido");
        screen.open("/charges?charge=" + right.chargeOf(2));
        screen.awaitText("#charge-title", "BW 112 AA");
        assertThat(screen.texts("#charge-body .steps li"))
                .anyMatch(step -> step.contains("operator corrigió a BW 112 AA"))
                .anyMatch(step -> step.matches(".*Anulado .*1\\.000,00 a BW 111 AA"))
                .anyMatch(step -> step.matches(".*Emitido .*1\\.000,00 a BW 112 AA"));
    }

    private UUID waiting(int minutes, String plate, String... others) throws Exception {
        return GARAGE.read("b-desk", Direction.ENTRY, ago(minutes), plate, true, others);
    }

    private String effective(UUID capture) throws Exception {
        return json("/v1/captures/" + capture).at("/plate/effective").asString("");
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
