package io.plateflow.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTest {
    @ParameterizedTest
    @CsvSource({
        "AC274KM, AC274KM, false",
        "AC274KM, ac 274-km, false",
        "AC2740M, AC274OM, false",
        "AB128CD, A8I2BCD, false",
        "AC274KM, AC274KN, true",
        "AC274KM, AC274K, true",
        "AC274KM, AC274KMM, true",
        "AC274KM, ?, false",
    })
    void anotherPlateDoubtsTheReadingAndALookAlikeDoesNot(String read, String declared, boolean doubts) {
        assertThat(Declared.doubts(declaring(declared), new Plate(read))).isEqualTo(doubts);
    }

    @Test
    void nothingDeclaredIsNoDoubt() {
        assertThat(Declared.doubts(declaring(null), new Plate("AC274KM"))).isFalse();
    }

    private static Capture declaring(@Nullable String plate) {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        return new Capture(
                UUID.randomUUID(),
                now,
                now,
                new Coordinates(-34.6037, -58.3816),
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/png", 900, 600, 1, "0".repeat(64)),
                "default",
                null,
                null,
                null,
                null,
                null,
                plate,
                Capture.Priority.LIVE,
                Set.of(),
                1);
    }
}
