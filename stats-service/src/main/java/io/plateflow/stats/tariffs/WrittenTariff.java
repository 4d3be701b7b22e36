package io.plateflow.stats.tariffs;

import io.plateflow.domain.tariff.Checked;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.TariffDraft;
import io.plateflow.domain.tariff.TariffLint;
import io.plateflow.domain.tariff.Warning;
import io.plateflow.stats.editions.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tariff that somebody wrote.
 *
 * @param tariff version 1; null when there are faults
 * @param faults why it is none
 * @param warnings what is odd about it
 */
public record WrittenTariff(@Nullable Tariff tariff, List<Fault> faults, List<Warning> warnings) {
    private static final String ORIGINAL = Tariff.ORIGINAL.id();

    /** Of {@code json}, under {@code id}; another id in it is a fault. */
    public static WrittenTariff named(String id, JsonNode json) {
        return of(id, json, true);
    }

    /** Of {@code json}, under the id that it names, if any; it is not to be published. */
    public static WrittenTariff anonymous(JsonNode json) {
        String id = json.path("id").asString("");
        return of(id.isEmpty() ? "draft" : id, json, false);
    }

    private static WrittenTariff of(String id, JsonNode json, boolean toPublish) {
        Written<TariffDraft> written = Written.read(json, TariffDraft.class);
        TariffDraft draft = written.draft();
        Checked checked = TariffLint.check(draft.named(id), Instant.now());
        List<Fault> more = new ArrayList<>();
        if (draft.id() != null && !draft.id().equals(id)) {
            more.add(new Fault("id", "id_differs", "Leave id out, or write " + id + ", as in the address."));
        }
        if (toPublish && id.equals(ORIGINAL) && "PASSAGE".equals(draft.kind())) {
            more.add(new Fault(
                    "kind", "original_is_time", "Write TIME: original prices stays where no zone is set up."));
        }
        if (checked instanceof Checked.Refused refused) {
            more.addAll(refused.faults());
        }
        List<Fault> faults = written.and(more);
        return checked instanceof Checked.Accepted accepted && faults.isEmpty()
                ? new WrittenTariff(accepted.tariff(), List.of(), accepted.warnings())
                : new WrittenTariff(null, faults, List.of());
    }

    /** @throws org.springframework.web.ErrorResponseException 422 that names every fault */
    public Tariff orRefuse() {
        if (tariff == null) {
            throw Written.refusal(faults);
        }
        return tariff;
    }
}
