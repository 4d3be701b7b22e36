package io.plateflow.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code up} and {@code demo} share. */
final class UpOptions {
    @Option(
            names = "--ocr-workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processes that read plates (default: ${DEFAULT-VALUE}).")
    int ocrWorkers;

    @Option(
            names = "--billing-workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processes that work out charges (default: ${DEFAULT-VALUE}).")
    int billingWorkers;

    @Option(
            names = "--stats-services",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Processes that keep the statistics (default: ${DEFAULT-VALUE}); the first has --stats-port, the others any free port.")
    int statsServices;

    @Option(
            names = "--ingest-port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Port of the gateway (default: ${DEFAULT-VALUE}; 0: any free one).")
    int ingestPort;

    @Option(
            names = "--stats-port",
            paramLabel = "P",
            defaultValue = "8081",
            description = "Port of the API and the dashboard (default: ${DEFAULT-VALUE}; 0: any free one).")
    int statsPort;

    @Option(
            names = "--database-port",
            paramLabel = "P",
            defaultValue = "0",
            description = "Port of the database, on 127.0.0.1 (default: 3306 where that is free, else any free one).")
    int databasePort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address that gateway and dashboard listen on (default: ${DEFAULT-VALUE}).")
    @Nullable
    String bind;

    Options in(Path data, boolean emptied) {
        if (ocrWorkers < 1 || billingWorkers < 1 || statsServices < 1) {
            throw new Refused("each service needs at least one process");
        }
        return new Options(
                data,
                emptied,
                ocrWorkers,
                billingWorkers,
                statsServices,
                ingestPort,
                statsPort,
                databasePort,
                bind == null ? "127.0.0.1" : bind);
    }
}
