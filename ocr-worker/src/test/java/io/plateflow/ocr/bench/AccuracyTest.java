package io.plateflow.ocr.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of many readings at once. */
class AccuracyTest {
    private final Accuracy five = new Accuracy(List.of(
            read("AB123CD", "AB123CD", 0.95, false),
            read("ABO123", "AB0123", 0.6, false),
            read("AC274KM", "AC274KN", 0.7, false),
            read("KVT482", "KVT482", 0.3, false),
            read("XYZ987", "", 0, true)));

    @Test
    void eachPhotoCountsWhereItBelongs() {
        assertThat(five.exact()).isEqualTo(2 / 5.0);
        assertThat(five.alike()).isEqualTo(3 / 5.0);
        assertThat(five.wronglyRead()).isEqualTo(1 / 5.0);
        assertThat(five.toPerson()).isEqualTo(2 / 5.0);
        assertThat(five.surelyExact()).isEqualTo(1 / 5.0);
        assertThat(five.surelyAlike()).isEqualTo(2 / 5.0);
        assertThat(five.characters()).isEqualTo(1 - 8 / 32.0, within(1e-9));
    }

    @Test
    void aHigherThresholdSendsTheWrongOneToAPersonToo() {
        assertThat(five.wronglyRead(0.7)).isEqualTo(1 / 5.0);
        assertThat(five.wronglyRead(0.71)).isZero();
        assertThat(five.toPerson(0.71)).isEqualTo(4 / 5.0);
    }

    @Test
    void whatIsOfUnknownFormatGoesToAPersonHoweverSure() {
        Judged foreign = new Judged(
                new Labelled(Path.of("a.jpg"), "8XKZ415", null), "8XKZ414", 0.99, false, true, List.of(), null, COST);
        Accuracy one = new Accuracy(List.of(foreign));
        assertThat(one.wronglyRead()).isZero();
        assertThat(one.toPerson()).isEqualTo(1);
        assertThat(one.toPerson(0.1)).isEqualTo(1);
    }

    @Test
    void confidenceIsTakenFromItsLowerEndToBelowItsUpperOne() {
        assertThat(five.between(0.6, 0.7).photos()).extracting(Judged::read).containsExactly("AB0123");
    }

    @Test
    void confidencesThatStateTheirOddsHaveOffsetZeroAndSlopeOne() {
        Trust trust = Trust.in(Stream.of(0.1, 0.5, 0.8, 0.9)
                .flatMap(confidence -> rightInAHundred(confidence, (int) Math.round(100 * confidence)))
                .toList());
        assertThat(trust.offset()).isEqualTo(0, within(0.05));
        assertThat(trust.slope()).isEqualTo(1, within(0.05));
    }

    @Test
    void tooCautiousConfidencesHaveAPositiveOffset() {
        Trust trust = Trust.in(Stream.concat(rightInAHundred(0.5, 88), rightInAHundred(0.8, 97))
                .toList());
        assertThat(trust.offset()).isEqualTo(2, within(0.3));
    }

    private static Stream<Judged> rightInAHundred(double confidence, int right) {
        return IntStream.range(0, 100)
                .mapToObj(i -> read("AC274KM", i < right ? "AC274KM" : "AC274KN", confidence, false));
    }

    @ParameterizedTest
    @CsvSource({"AB123CD, AB123CD, 0", "AB123CD, AB128CD, 1", "AB123CD, B123CD, 1", "AB1, XAB12, 2", "AB, CDEFGH, 2"})
    void wrongCharactersAreThoseToPutInTakeOutOrExchange(String plate, String read, int wrong) {
        assertThat(read(plate, read, 1, false).wrongCharacters()).isEqualTo(wrong);
    }

    private static final Cost COST = new Cost(Map.of(), 0, 0, 0);

    private static Judged read(String plate, String read, double confidence, boolean nothing) {
        return new Judged(
                new Labelled(Path.of(plate + ".jpg"), plate, null),
                read,
                confidence,
                nothing || confidence < 0.5,
                false,
                List.of(),
                null,
                COST);
    }
}
