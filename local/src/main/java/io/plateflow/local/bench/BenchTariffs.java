package io.plateflow.local.bench;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** The tariffs of the cases, from a file beside this class. */
final class BenchTariffs {
    private BenchTariffs() {}

    static JsonNode named(String name) {
        try (InputStream in = BenchTariffs.class.getResourceAsStream("tariffs.json")) {
            return Json.MAPPER.readTree(in).required(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
