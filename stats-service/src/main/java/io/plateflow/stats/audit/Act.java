package io.plateflow.stats.audit;

import io.plateflow.domain.plate.Plate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person does.
 *
 * @param kind of the subject, such as {@code stay}; null when there is none but perhaps plates
 * @param subject id of what it is done to; never a plate
 * @param plates that it is about, in clear and in normal form; rows have them hashed
 * @param detail in words of the program; never what a person wrote
 * @param request what comes twice under one is one act; null: each time another
 */
public record Act(
        Action action,
        @Nullable String kind,
        @Nullable String subject,
        List<String> plates,
        @Nullable String detail,
        @Nullable UUID request) {

    public Act {
        plates = plates.stream()
                .map(Plate::normalise)
                .filter(plate -> !plate.isEmpty())
                .distinct()
                .toList();
    }

    public static Act of(Action action) {
        return new Act(action, null, null, List.of(), null, null);
    }

    public static Act of(Action action, String kind, Object subject) {
        return new Act(action, kind, subject.toString(), List.of(), null, null);
    }

    public Act plate(@Nullable String plate) {
        return plate == null ? this : plates(List.of(plate));
    }

    public Act plates(Collection<String> more) {
        return new Act(action, kind, subject, List.copyOf(more), detail, request);
    }

    public Act detail(@Nullable String words) {
        return new Act(action, kind, subject, plates, words, request);
    }

    public Act request(UUID id) {
        return new Act(action, kind, subject, plates, detail, id);
    }

    @Override
    public String toString() {
        return action + " " + kind + " " + subject;
    }
}
