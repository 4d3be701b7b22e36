package io.plateflow.domain.stay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules and cases of {@code charges.md}, row by row. */
class ChargeTest {

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cases")
    void chargesWhatTheCaseSays(String rule, String zone, String facts, String charges) {
        Tale tale = new Tale(zone, facts);

        assertThat(tale.stays().stream().map(stay -> told(tale, stay)).collect(joining("; ")))
                .as("%s | %s", rule, facts)
                .isEqualTo(charges);
    }

    static Stream<Arguments> cases() {
        return Table.rows("charges.md");
    }

    private static String told(Tale tale, Stay stay) {
        List<String> words = new ArrayList<>();
        words.add(stay.captureIds().stream()
                .map(id -> String.valueOf(id.getLeastSignificantBits()))
                .collect(joining("+")));
        Terms terms = Terms.of(stay, tale.tariffs, tale.vehicles);
        Charge.of(stay, tale.tariffs, tale.vehicles)
                .ifPresentOrElse(charge -> words.add(told(charge)), () -> words.add(soFar(tale, stay, terms)));
        return String.join(" ", words);
    }

    private static String told(Charge charge) {
        Set<String> flags = new TreeSet<>(charge.flags());
        return "%s %s–%s %s %s %s"
                .formatted(
                        charge.plate(),
                        Words.told(charge.from()),
                        Words.told(charge.to()),
                        charge.amount().amount(),
                        charge.tariff(),
                        String.join(" ", flags))
                .trim();
    }

    private static String soFar(Tale tale, Stay stay, Terms terms) {
        String amount = terms.provisional(stay, tale.now)
                .map(price -> "so far " + price.amount().amount())
                .orElse("no amount");
        return terms.flags(stay).contains(StayFlag.NO_TARIFF.name()) ? amount + " " + StayFlag.NO_TARIFF : amount;
    }
}
