package io.plateflow.stats.keys;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.domain.tariff.DraftReader;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.stats.editions.Written;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A warden or client as its JSON has it; whoever sends back what was answered means no harm.
 *
 * @param name for people
 * @param scopes of a client, what it may do; absent: send captures
 */
@JsonIgnoreProperties({"revoked", "previousUntil"})
record WrittenKey(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<@Nullable String> scopes) {

    /** @throws org.springframework.web.ErrorResponseException 422 that names all that is wrong with it */
    static ApiKey read(String id, ApiKey.Kind kind, Written<WrittenKey> written) {
        DraftReader read = new DraftReader();
        WrittenKey draft = written.draft();
        KeyLint.id(read, id, draft.id);
        String name = KeyLint.name(read, draft.name);
        List<Scope> scopes =
                read.list("scopes", draft.scopes, (at, text) -> read.word(at, text, List.of(Scope.values())));
        List<Fault> faults = written.and(read.faults());
        if (!faults.isEmpty()) {
            throw Written.refusal(faults);
        }
        Set<Scope> may = kind == ApiKey.Kind.WARDEN
                ? Set.of(Scope.CAPTURES, Scope.RESULTS)
                : scopes.isEmpty() ? Set.of(Scope.CAPTURES) : Set.copyOf(scopes);
        return new ApiKey(
                id, "", Objects.requireNonNull(name), null, null, null, null, null, false, kind, may, null, null);
    }
}
