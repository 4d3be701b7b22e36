package io.plateflow.local;

import java.util.Locale;

/** The services: where each is built and how much heap one process of it may take. */
enum Role {
    INGEST("ingest-service", 256, 9080),
    OCR("ocr-worker", 512, 9082),
    BILLING("billing-worker", 256, 9083),
    STATS("stats-service", 384, 9081);

    final String module;
    /** MiB. */
    final int heap;
    /** Of the first process's health and figures. */
    final int managementPort;

    Role(String module, int heap, int managementPort) {
        this.module = module;
        this.heap = heap;
        this.managementPort = managementPort;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
