package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private final List<Fault> faults = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T18:04:05-03:00, 2026-05-31T21:04:05Z",
        "2026-05-31T18:04:05 03:00, 2026-05-31T15:04:05Z",
        "2026-05-31t18:04:05.5z, 2026-05-31T18:04:05.500Z",
        "2026-05-31 18:04:05Z, 2026-05-31T18:04:05Z",
    })
    void readsTimesAsPeopleSendThem(String sent, Instant time) {
        assertThat(of("capturedAt", sent).capturedAt()).isEqualTo(time);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-34.603722, -34.603722", "+12.5, 12.5", "-90, -90", "90.0, 90", "007, 7"})
    void readsDecimalNumbers(String sent, double latitude) {
        Fields fields = new Fields(Map.of("latitude", sent, "longitude", "0"), faults);
        var place = fields.place();
        assertThat(place).isNotNull();
        assertThat(place.latitude()).isEqualTo(latitude);
    }

    @ParameterizedTest
    @CsvSource({"1e1", "1d", "0x1p3", "Infinity", "90.0000001", "--1", "1_0", "'1,5'", "99999999999999999999"})
    void readsNothingElseAsANumber(String sent) {
        assertThat(new Fields(Map.of("latitude", sent, "longitude", "0"), faults).place())
                .isNull();
        assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.LATITUDE_RANGE);
    }

    @Test
    void normalisesADeclaredPlate() {
        assertThat(of("declaredPlate", "ab-123 cd").declaredPlate()).isEqualTo("AB123CD");
    }

    @Test
    void neverRepeatsWhatWasSent() {
        Fields fields = new Fields(
                Map.of("url", "javascript:alert('secret')", "direction", "secret", "declaredPlate", "s"), faults);
        fields.url();
        fields.direction();
        fields.declaredPlate();

        assertThat(faults).hasSize(3).extracting(Fault::detail).noneMatch(d -> d.contains("secret"));
    }

    private Fields of(String field, String value) {
        return new Fields(Map.of(field, value), faults);
    }
}
