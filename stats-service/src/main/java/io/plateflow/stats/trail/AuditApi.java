package io.plateflow.stats.trail;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Csv.Column;
import io.plateflow.stats.query.Listed;
import io.plateflow.stats.query.LocalTimes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for administrators. Whoever asks for a plate finds who had to do with it, though no row says it. */
@RestController
class AuditApi {
    private final Entries entries;
    private final Audit audit;
    private final LocalTimes local;

    AuditApi(Entries entries, Audit audit, LocalTimes local) {
        this.entries = entries;
        this.audit = audit;
        this.local = local;
    }

    @GetMapping(path = "/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    Listed<Entry> many(@RequestParam Map<String, String> parameters) {
        Question question = Question.of(parameters);
        audit.looks(Act.of(Action.AUDIT_READ).plate(question.plate()).detail(question.criteria()));
        Csv.Page<Entry> page = entries.ask(question);
        return new Listed<>(
                page.items(), page.next() == null ? null : page.next().text(), entries.total(question, page));
    }

    @GetMapping(path = "/v1/audit", produces = Csv.TYPE)
    void all(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Question question = Question.of(parameters);
        audit.looks(
                Act.of(Action.EXPORT, "list", "audit").plate(question.plate()).detail(question.criteria()));
        Csv.write(response, "audit", columns(), question.after(), cursor -> entries.ask(question.next(cursor)));
    }

    private List<Column<Entry>> columns() {
        return List.of(
                new Column<>("id", Entry::id),
                new Column<>("at_utc", Entry::at),
                new Column<>("at_local", e -> local.of(e.at())),
                new Column<>("who", Entry::who),
                new Column<>("address", Entry::address),
                new Column<>("action", Entry::action),
                new Column<>("kind", Entry::kind),
                new Column<>("subject", Entry::subject),
                new Column<>("detail", Entry::detail),
                new Column<>("done", Entry::done));
    }
}
