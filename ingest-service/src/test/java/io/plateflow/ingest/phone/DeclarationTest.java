package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sender says of a plate stands beside what was read, and never in its place. */
class DeclarationTest {
    private static final Instant LATER = Readings.NOON.plusSeconds(90);
    private static final Capture CAPTURE = Readings.capture(UUID.randomUUID(), "ana", null);
    private static final Declaration SAID = new Declaration(new Plate("AB123CD"), LATER);

    @ParameterizedTest
    @CsvSource({
        "AB123CD, false, false",
        "AB123CD, true,  true",
        "AB123CO, false, true",
        "AB123CO, true,  true",
    })
    void aPersonLooksAtWhatIsContradictedAndAtWhatWasInDoubtAlready(String read, boolean doubtful, boolean review) {
        PlateRead before = Readings.read(CAPTURE, read, doubtful);

        PlateRead after = (PlateRead) SAID.beside(before);

        assertThat(after.needsReview()).isEqualTo(review);
        assertThat(after.plate()).isEqualTo(before.plate());
        assertThat(after.engine()).isEqualTo(before.engine());
        assertThat(after.at()).isEqualTo(LATER);
        assertThat(after.capture().declaredPlate()).isEqualTo("AB123CD");
        assertThat(after.capture().as(1).place()).isEqualTo(CAPTURE.place());
    }

    @Test
    void itIsTheNextAttemptOfTheSameEnd() {
        assertThat(SAID.beside(Readings.read(CAPTURE.as(4), "AB123CD", false)).attempt())
                .isEqualTo(5);
        assertThat(SAID.beside(Readings.unreadable(CAPTURE))).isInstanceOfSatisfying(PlateUnreadable.class, none -> {
            assertThat(none.attempt()).isEqualTo(2);
            assertThat(none.reason()).isEqualTo("too-small");
            assertThat(none.capture()).isEqualTo(CAPTURE.declaring(SAID.plate()).as(2));
        });
        assertThat(SAID.beside(Readings.rejected(CAPTURE.id(), CAPTURE)))
                .isInstanceOfSatisfying(PlateRejected.class, rejected -> {
                    assertThat(rejected.attempt()).isEqualTo(2);
                    assertThat(rejected.cause()).isEqualTo("malformed-image");
                    assertThat(rejected.capture())
                            .isEqualTo(CAPTURE.declaring(SAID.plate()).as(2));
                });
    }

    @Test
    void aCorrectionIsNoEndToStandBeside() {
        assertThatThrownBy(() -> SAID.beside(Readings.corrected(CAPTURE, "AB123CD")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
