package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.stay.StayFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manual says is what the engine does, in both languages. */
class BillingDocumentTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern TARIFF = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile(
            "^\\| `([^`]+)` \\| (20[^ ]+) \\| ([^ |]*) ?\\| ([^ |]*) ?\\| ([A-Z]{3}) ([0-9.]+) \\|.*$",
            Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`(?:bands\\[\\]\\.)?([A-Za-z_0-9]+)`");

    /** A worked example as the manual tells it; empty where a cell is. */
    record Example(
            Map<String, Tariff> tariffs,
            String tariff,
            String entry,
            String exit,
            String vehicleClass,
            String currency,
            String amount) {
        @Override
        public String toString() {
            return String.join(" ", tariff, entry, exit, vehicleClass, currency, amount);
        }
    }

    static Stream<Example> examples() throws IOException {
        return Stream.concat(examples("billing.md").stream(), examples("billing.es.md").stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void pricesItsExamplesAsItSays(Example example) {
        Tariff tariff = Objects.requireNonNull(example.tariffs.get(example.tariff), example.tariff);

        Price price = tariff.price(
                OffsetDateTime.parse(example.entry).toInstant(),
                example.exit.isEmpty()
                        ? null
                        : OffsetDateTime.parse(example.exit).toInstant(),
                example.vehicleClass.isEmpty() ? null : example.vehicleClass,
                false);

        assertThat(price.amount()).isEqualTo(Money.of(example.amount, example.currency));
    }

    @Test
    void tellsTheSameExamplesInBothLanguages() throws IOException {
        assertThat(examples("billing.md"))
                .hasSizeGreaterThanOrEqualTo(20)
                .map(Example::toString)
                .isEqualTo(examples("billing.es.md").stream()
                        .map(Example::toString)
                        .toList());
        assertThat(tariffs("billing.md")).hasSize(6).isEqualTo(tariffs("billing.es.md"));
    }

    @Test
    void showsTheBuiltInTariffAsItIs() throws IOException {
        assertThat(tariffs("billing.md").get("original")).isEqualTo(Tariff.ORIGINAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing.md", "billing.es.md"})
    void explainsEveryWordFlagFaultAndWarning(String document) throws IOException {
        TreeSet<String> explained = new TreeSet<>();
        WORD.matcher(read(document)).results().map(m -> m.group(1)).forEach(explained::add);

        assertThat(explained)
                .containsAll(Arrays.stream(TariffDraft.class.getRecordComponents())
                        .map(c -> c.getName())
                        .toList())
                .containsAll(Arrays.stream(StayFlag.values()).map(Enum::name).toList())
                .containsAll(codes());
    }

    /** Those that the table of faults and warnings proves. */
    private static List<String> codes() throws IOException {
        String rows = Files.readString(Path.of("src/test/resources/tariff/lint.csv"));
        List<String> codes = Pattern.compile("[a-zA-Z0-9\\[\\].]+ ([a-z_0-9]*_[a-z_0-9]+|missing|unused)(?=[;\",])")
                .matcher(rows)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();
        assertThat(codes).hasSizeGreaterThan(40);
        return codes;
    }

    private static List<Example> examples(String document) throws IOException {
        Map<String, Tariff> tariffs = tariffs(document);
        return EXAMPLE.matcher(read(document))
                .results()
                .map(m -> example(tariffs, m))
                .toList();
    }

    private static Example example(Map<String, Tariff> tariffs, MatchResult m) {
        return new Example(tariffs, m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6));
    }

    private static Map<String, Tariff> tariffs(String document) throws IOException {
        Map<String, Tariff> tariffs = new TreeMap<>();
        TARIFF.matcher(read(document))
                .results()
                .map(m -> TariffFile.accepted(TariffFile.JSON.readValue(m.group(1), TariffDraft.class)))
                .forEach(t -> tariffs.put(t.id(), t));
        return tariffs;
    }

    private static String read(String document) throws IOException {
        return Files.readString(DOCS.resolve(document));
    }
}
