package io.plateflow.stats.cameras;

import io.plateflow.contracts.ApiKey;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.stats.editions.WrittenRows;
import java.util.List;

/** Cameras as rows: {@code id}, and those of the other columns that are needed. */
final class CameraImport {
    private static final WrittenRows.Form<ApiKey> FORM = new WrittenRows.Form<>(
            List.of("id", "name", "make", "latitude", "longitude", "url", "direction", "timeZone", "expectedInterval"),
            "id",
            1_000,
            CameraImport::camera,
            ApiKey::id);

    private CameraImport() {}

    /** @throws org.springframework.web.ErrorResponseException 422 that names every fault, 413 when it is too large */
    static List<ApiKey> read(byte[] csv) {
        return WrittenRows.read(csv, FORM);
    }

    /** Faults by the names of columns: a row has no place but its latitude and longitude. */
    private static Linted<ApiKey> camera(WrittenRows.Row row) {
        WrittenCamera draft = WrittenCamera.of(row);
        Linted<ApiKey> linted = CameraLint.check(draft.id(), draft);
        return new Linted<>(
                linted.value(),
                linted.faults().stream()
                        .map(f -> new Fault(f.field().replaceFirst("^place\\.", ""), f.code(), f.message()))
                        .toList(),
                List.of());
    }
}
