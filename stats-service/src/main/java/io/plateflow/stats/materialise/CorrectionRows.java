package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;

import io.plateflow.contracts.PlateCorrected;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The part of a capture's row that a person's correction writes; it comes after the ends of the same batch. */
@Component
class CorrectionRows {
    private final JdbcTemplate jdbc;

    CorrectionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows exist and are locked. */
    void write(Collection<PlateCorrected> corrections) {
        if (!corrections.isEmpty()) {
            jdbc.batchUpdate(
                    "UPDATE capture SET plate = ?, correction = ?, to_review = FALSE WHERE id = ?",
                    corrections.stream().map(CorrectionRows::row).toList());
        }
    }

    private static Object[] row(PlateCorrected c) {
        return new @Nullable Object[] {c.plate() == null ? null : c.plate().text(), c.n(), bytes(c.captureId())};
    }
}
