package io.plateflow.billing;

import static io.plateflow.billing.Ends.HERE;
import static io.plateflow.billing.Ends.PLATE;
import static io.plateflow.billing.Ends.at;
import static io.plateflow.billing.Ends.capture;
import static io.plateflow.billing.Ends.read;
import static io.plateflow.billing.Ends.unreadable;
import static io.plateflow.billing.People.correct;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person's reading of a photo does to stays and charges. */
class CorrectionsTest {
    private static final Plate RIGHT = new Plate("AB999ZZ");
    private static final PlateRead IN = read(1, "10:00", Direction.ENTRY);
    private static final PlateRead OUT = read(2, "11:30", Direction.EXIT);
    private final Bench bench = new Bench();

    @BeforeEach
    void open() {
        bench.tell(Garage.zone(Mode.GATED), Garage.tariff(1, null));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theRightPlateIsChargedOnceBothPhotosAreCorrected() {
        bench.tell(IN, OUT, correct(IN, 1, RIGHT), correct(OUT, 1, RIGHT));

        assertThat(Said.charges(bench))
                .containsExactly("1200.00 AC123BD hourly@1", "voided: recomputed", "1200.00 AB999ZZ hourly@1");
    }

    @Test
    void anUnreadablePhotoIsReadByAPerson() {
        bench.tell(unreadable(1, 1, "10:00"), OUT, correct(IN, 1, PLATE));

        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED EXIT 10:00–11:30");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aPlateThatAPersonCannotReadIsTakenOut() {
        bench.tell(IN, OUT, correct(OUT, 1, null), correct(IN, 1, null));

        assertThat(Said.stays(bench)).containsSubsequence("CLOSED EXIT 10:00–11:30", "OPEN 10:00–", "CANCELLED 10:00–");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1", "voided: recomputed");
    }

    @Test
    void theHighestNumberWinsInWhateverOrder() {
        bench.tell(IN, OUT, correct(IN, 2, PLATE), correct(IN, 1, RIGHT), correct(IN, 2, PLATE));

        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aCorrectionStandsAboveEveryEndEvenALaterAttempt() {
        bench.tell(correct(IN, 1, PLATE), OUT);
        bench.tell(read(capture(1), 7, RIGHT, at("10:00"), Direction.ENTRY, HERE, false));

        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aPersonsWordConfirmsADoubtfulReading() {
        PlateRead doubtful = read(capture(1), 1, PLATE, at("10:00"), Direction.ENTRY, HERE, true);
        bench.tell(doubtful, OUT);
        assertThat(Said.charges(bench)).isEmpty();

        bench.tell(correct(doubtful, 1, PLATE));
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void whereEveryReadingIsToBeConfirmedNoneBillsBefore() {
        bench.tell(Garage.zone(2, Mode.GATED, Instant.parse("2026-01-02T00:00:00Z"), Confirm.ALL));
        bench.tell(IN, OUT);
        assertThat(Said.stays(bench)).isEmpty();

        bench.tell(correct(IN, 1, PLATE), correct(OUT, 1, PLATE));
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }
}
