package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What each draft lacks and what is odd about it, a row each: a sound draft and one change. */
class TariffLintTest {
    private static final JsonMapper JSON = TariffFile.JSON
            .rebuild()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private static final Map<String, String> DRAFTS = Map.of(
            "time",
            """
            {'id':'time','kind':'TIME','currency':'UYU','timeZone':'America/Montevideo','per':'STAY','steps':[
              {'from':'PT0S','to':'PT1H','increment':'PT1H','price':'100.00'},
              {'from':'PT1H','increment':'PT5M','price':'8.00'}]}""",
            "banded",
            """
            {'id':'banded','kind':'TIME','currency':'UYU','timeZone':'America/Montevideo','per':'BAND',
             'bands':[{'days':['MONDAY'],'from':'08:00','to':'20:00','cap':'50.00'}],
             'steps':[{'from':'PT0S','increment':'PT1H','price':'10.00'}]}""",
            "passage",
            "{'id':'passage','kind':'PASSAGE','currency':'UYU','timeZone':'America/Montevideo','price':'90.00'}");

    @ParameterizedTest(name = "{4}")
    @CsvFileSource(resources = "/tariff/lint.csv", numLinesToSkip = 1, maxCharsPerColumn = 2_000)
    void tellsWhatIsWrongAndWhatIsOdd(
            String draft, String change, String outcome, @Nullable String found, String note) {
        Checked checked = TariffLint.check(changed(draft, change), TariffFile.NOW);

        assertThat(told(checked)).as(note).isEqualTo(outcome + ": " + Objects.requireNonNullElse(found, ""));
        assertThat(messages(checked)).as(note).allMatch(m -> m.matches("[A-Z].*\\.( .*\\.)?|[A-Z].*\\(.*\\)\\."));
    }

    @Test
    void refusesMoreThanAnybodyCouldMean() {
        TariffDraft many =
                changed("time", "{'holidays':" + JSON.writeValueAsString(Collections.nCopies(501, "2026-05-25")) + "}");

        assertThat(told(TariffLint.check(many, TariffFile.NOW))).isEqualTo("refused: holidays too_many");
    }

    @Test
    void takesNumbersDigitByDigit() {
        TariffDraft numbers = JSON.readValue("""
                {'id':'numbers','version':7,'kind':'TIME','currency':'UYU','timeZone':'America/Montevideo','cap':100,
                 'steps':[{'from':'PT0S','increment':'PT1H','price':12.30}]}""", TariffDraft.class);

        Tariff tariff = TariffFile.accepted(numbers);

        assertThat(tariff.steps().get(0).price()).isEqualTo("12.30");
        assertThat(tariff.cap()).isEqualTo("100");
        assertThat(tariff.reference()).isEqualTo("numbers@7");
    }

    private static String told(Checked checked) {
        return checked instanceof Checked.Refused refused
                ? "refused: " + list(refused.faults().stream().map(f -> f.field() + " " + f.code()))
                : "accepted: "
                        + list(((Checked.Accepted) checked).warnings().stream().map(w -> w.field() + " " + w.code()));
    }

    private static List<String> messages(Checked checked) {
        return checked instanceof Checked.Refused refused
                ? refused.faults().stream().map(Fault::message).toList()
                : ((Checked.Accepted) checked)
                        .warnings().stream().map(Warning::message).toList();
    }

    private static String list(Stream<String> found) {
        return found.collect(Collectors.joining("; "));
    }

    private static TariffDraft changed(String draft, String change) {
        ObjectNode node = (ObjectNode) JSON.readTree(Objects.requireNonNull(DRAFTS.get(draft), draft));
        node.setAll((ObjectNode) JSON.readTree(change));
        return JSON.treeToValue(node, TariffDraft.class);
    }
}
