package io.plateflow.stats.pages;

import static io.plateflow.stats.storage.Columns.bytes;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.trace.Trace;
import io.plateflow.stats.trace.Traces;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The <i>Constancia de cobro</i>: what was charged and why, to print or to hand over. It shows no other person's plate. */
@Controller
class StatementPage {
    private final ChargesById charges;
    private final Traces traces;
    private final JdbcClient jdbc;
    private final StatsProperties properties;

    StatementPage(ChargesById charges, Traces traces, JdbcClient jdbc, StatsProperties properties) {
        this.charges = charges;
        this.traces = traces;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** A photo that the charge rests on; {@code sha256} of its bytes as they were sent. */
    record Evidence(CaptureAnswer capture, String at, String timeSource, String sha256) {}

    /** A payment with its time as the site's clocks show it. */
    record Payment(Trace.Settled settled, String at) {}

    @GetMapping(path = "/v1/charges/{id}/statement", produces = MediaType.TEXT_HTML_VALUE)
    String show(@PathVariable String id, Model model, Locale language) {
        ChargeAnswer charge =
                charges.ask(List.of(Ids.parse(id))).stream().findFirst().orElseThrow(() -> Refusals.notFound("charge"));
        Trace trace = traces.of(charge);
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(language)
                .withZone(properties.timeZone());
        List<CaptureAnswer> captures = trace.captures();
        Stream<CaptureAnswer> firstAndLast =
                captures.size() < 2 ? captures.stream() : Stream.of(captures.get(0), captures.get(captures.size() - 1));
        model.addAttribute("charge", charge);
        model.addAttribute("from", times.format(charge.from()));
        model.addAttribute("to", times.format(charge.to()));
        model.addAttribute("lines", charge.lines());
        model.addAttribute("evidence", firstAndLast.map(c -> evidence(c, times)).toList());
        model.addAttribute(
                "payments",
                trace.settlements().stream()
                        .map(s -> new Payment(s, times.format(s.at())))
                        .toList());
        model.addAttribute("printedAt", times.format(Instant.now()));
        model.addAttribute("styles", List.of("/css/tokens.css", "/css/base.css", "/css/statement.css"));
        return "statement";
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
