package io.plateflow.stats.query;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import org.springframework.stereotype.Component;

/** Puts on record who looked for which plate, and who took which list with them. */
@Component
class Searches {
    private final Audit audit;

    Searches(Audit audit) {
        this.audit = audit;
    }

    /** Of a part of a plate that part is kept, and how it was meant. */
    void at(String list, Filter filter) {
        if (filter.plate() != null) {
            audit.looks(Act.of(Action.SEARCH, "list", list)
                    .plate(filter.plate().text())
                    .detail(filter.plate().kind().name()));
        }
    }

    void takes(String list, Filter filter) {
        Act act = Act.of(Action.EXPORT, "list", list).detail(period(filter));
        audit.looks(filter.plate() == null ? act : act.plate(filter.plate().text()));
    }

    private static String period(Filter filter) {
        return (filter.from() == null ? "" : filter.from()) + "/" + (filter.to() == null ? "" : filter.to());
    }
}
