package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tariffs as people write them. */
final class TariffFile {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Before every date that the tests write, so that nothing of theirs is past. */
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private TariffFile() {}

    /** The project's own, by id. */
    static Map<String, Tariff> own() {
        try (InputStream in =
                Objects.requireNonNull(TariffFile.class.getResourceAsStream("/tariff/tariffs.json"), "no tariffs")) {
            return accepted(JSON.readValue(in, TariffDraft[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a file that lies elsewhere, by id. */
    static Map<String, Tariff> at(Path path) {
        try {
            return accepted(JSON.readValue(Files.readString(path), TariffDraft[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tariff accepted(TariffDraft draft) {
        Checked checked = TariffLint.check(draft, NOW);
        assertThat(checked).as(String.valueOf(draft.id())).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).tariff();
    }

    private static Map<String, Tariff> accepted(TariffDraft[] drafts) {
        return Arrays.stream(drafts)
                .map(TariffFile::accepted)
                .collect(Collectors.toMap(Tariff::id, Function.identity()));
    }
}
