package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What the pages say of money is what their files say, and a closed month stays what it was. */
class BooksBrowserIT extends InChromium {
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");

    @Test
    void exportsTheChargesThatAreOnTheScreenAndNoOthers() throws Exception {
        charged("BX111AA", ago(200));
        Story voided = charged("BX222AA", ago(300));
        charged("BX333AA", ago(400));
        charged("BY111AA", ago(250));
        Story.send(TestKafka.bootstrap(), voided.voided(1, "seen twice"));
        awaitJson("/v1/charges/" + voided.chargeId(), "/state", "VOIDED");
        screen.signIn("analyst");

        ListPage charges = ListPage.open(screen, "/charges?tab=all&plate=BX");
        List<List<String>> shown = charges.await(3);
        List<CSVRecord> file = ListPage.lines(charges.export());

        assertThat(file)
                .extracting(line -> List.of(
                        line.get("plate"),
                        line.get("amount"),
                        line.get("paid"),
                        line.get("balance"),
                        line.get("state")))
                .isEqualTo(shown.stream()
                        .map(row -> List.of(
                                row.get(0).replace(" ", ""),
                                ListPage.number(row.get(3)).toPlainString(),
                                ListPage.number(row.get(4)).toPlainString(),
                                ListPage.number(row.get(5)).toPlainString(),
                                row.get(6).equals("Cobro anulado") ? "VOIDED" : "ISSUED"))
                        .toList());

        screen.click(".tongues [lang=en]");
        screen.awaitText("h1", "Charges");
        assertThat(charges.await(3))
                .as("the same question in English")
                .extracting(row -> row.get(0))
                .isEqualTo(shown.stream().map(row -> row.get(0)).toList());
    }

    @Test
    void keepsAClosedMonthAndShowsWhatComesLaterAsAnAdjustmentOfTheNext() throws Exception {
        YearMonth month = YearMonth.now(SITE).minusMonths(13);
        charged("BC111AA", noon(month, 5));
        awaitAllInRows();
        screen.signIn("admin");

        ListPage report = ListPage.open(screen, "/reports?period=" + month);
        report.await(2);
        screen.click("#close-month");
        screen.awaitText("#closing-month", month.toString());
        screen.click("#closing-go");
        screen.awaitText("#foot", "Mes cerrado por admin");
        List<List<String>> closed = report.rows();
        byte[] file = report.export();
        assertThat(ListPage.lines(file))
                .zipSatisfy(
                        closed,
                        (line, row) -> assertThat(Stream.of(1, 4, 6, 8)
                                        .map(cell ->
                                                ListPage.number(row.get(cell)).intValue()))
                                .isEqualTo(Stream.of("captures", "issued", "net", "balance")
                                        .map(name -> ListPage.number(
                                                        line.get(name).replace('.', ','))
                                                .intValue())
                                        .toList()));
        assertThat(screen.texts("#foot code"))
                .containsExactly("SHA-256 "
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));

        charged("BC222AA", noon(month, 6));
        awaitAllInRows();
        assertThat(ListPage.open(screen, "/reports?period=" + month).await(2)).isEqualTo(closed);
        List<List<String>> next =
                ListPage.open(screen, "/reports?period=" + month.plusMonths(1)).await(2);
        assertThat(next.get(1).get(0)).isEqualTo("Ajustes de " + month);
        assertThat(ListPage.number(next.get(1).get(6))).isEqualByComparingTo("1000");
        assertThat(ListPage.number(next.get(0).get(6))).isEqualByComparingTo("1000");
    }

    /** A stay of an hour and a minute: 1,000.00. */
    private Story charged(String plate, Instant from) throws Exception {
        Story story = Story.of(plate, Duration.between(from, Instant.now()));
        Story.send(TestKafka.bootstrap(), Photo.in(story.open(), plate));
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        return story;
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private static Instant noon(YearMonth month, int day) {
        return month.atDay(day).atTime(12, 0).atZone(SITE).toInstant();
    }
}
