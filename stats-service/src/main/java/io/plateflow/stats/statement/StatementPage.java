package io.plateflow.stats.statement;

import static io.plateflow.stats.storage.Columns.bytes;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.trace.Trace;
import io.plateflow.stats.trace.Traces;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** The <i>Constancia de cobro</i>: what was charged and why, to print or to hand over. It shows no other person's plate. */
@Controller
class StatementPage {
    private final ChargesById charges;
    private final Traces traces;
    private final JdbcClient jdbc;
    private final StatsProperties properties;
    private final Audit audit;

    StatementPage(ChargesById charges, Traces traces, JdbcClient jdbc, StatsProperties properties, Audit audit) {
        this.charges = charges;
        this.traces = traces;
        this.jdbc = jdbc;
        this.properties = properties;
        this.audit = audit;
    }

    /** A photo that the charge rests on; {@code sha256} of its bytes as they were sent. */
    record Evidence(CaptureAnswer capture, String at, String timeSource, String sha256) {}

    /** A payment with its time as the site's clocks show it. */
    record Payment(Trace.Settled settled, String at, String amount) {}

    /** A line of the price; {@code reckoning} is empty but for a step. */
    record Line(String kind, String reckoning, String amount) {}

    @GetMapping(path = "/v1/charges/{id}/statement", produces = MediaType.TEXT_HTML_VALUE)
    String show(@PathVariable String id, Model model, Locale language) {
        ChargeAnswer charge =
                charges.ask(List.of(Ids.parse(id))).stream().findFirst().orElseThrow(() -> Refusals.notFound("charge"));
        audit.looks(Act.of(Action.STATEMENT, "charge", charge.id()).plate(charge.plate()));
        Trace trace = traces.of(charge);
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(language)
                .withZone(properties.timeZone());
        List<CaptureAnswer> captures = trace.captures();
        Stream<CaptureAnswer> firstAndLast =
                captures.size() < 2 ? captures.stream() : Stream.of(captures.get(0), captures.get(captures.size() - 1));
        model.addAttribute("charge", charge);
        model.addAttribute("erased", Aliases.isAlias(charge.plate()));
        model.addAttribute("from", times.format(charge.from()));
        model.addAttribute("to", times.format(charge.to()));
        model.addAttribute("amount", money(charge.amount(), language));
        model.addAttribute("balance", money(charge.balance(), language));
        model.addAttribute(
                "lines",
                charge.lines().valueStream().map(line -> line(line, language)).toList());
        model.addAttribute("evidence", firstAndLast.map(c -> evidence(c, times)).toList());
        model.addAttribute(
                "payments",
                trace.settlements().stream()
                        .map(s -> new Payment(s, times.format(s.at()), money(s.amount(), language)))
                        .toList());
        model.addAttribute("printedAt", times.format(Instant.now()));
        model.addAttribute("styles", List.of("/css/tokens.css", "/css/base.css", "/css/statement.css"));
        return "statement";
    }

    private static Line line(JsonNode line, Locale language) {
        String kind = line.path("kind").asString();
        String reckoning =
                kind.equals("STEP") ? line.path("units").asString() + " × " + money(line.path("price"), language) : "";
        return new Line(kind, reckoning, money(line.path("amount"), language));
    }

    private static String money(JsonNode money, Locale language) {
        return money(
                new Amount(
                        money.path("amount").asString(), money.path("currency").asString()),
                language);
    }

    /** As people write it where the language is spoken; the amount keeps all its digits. */
    private static String money(Amount money, Locale language) {
        Locale region = language.getLanguage().equals("es") ? Locale.forLanguageTag("es-AR") : Locale.US;
        NumberFormat format = NumberFormat.getCurrencyInstance(region);
        format.setCurrency(Currency.getInstance(money.currency()));
        BigDecimal amount = new BigDecimal(money.amount());
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    private Evidence evidence(CaptureAnswer capture, DateTimeFormatter times) {
        return jdbc.sql("SELECT sha256, time_source FROM capture WHERE id = :id")
                .param("id", bytes(capture.id()))
                .query((row, n) -> new Evidence(
                        capture,
                        capture.capturedAt() == null ? "" : times.format(capture.capturedAt()),
                        String.valueOf(row.getString("time_source")),
                        String.valueOf(row.getString("sha256"))))
                .single();
    }
}
