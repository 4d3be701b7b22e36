package io.plateflow.local;

import java.nio.file.Path;

/**
 * What one run is to be.
 *
 * @param data directory that keeps everything
 * @param emptied whether {@code data} is emptied first
 * @param ocrWorkers processes; 0 reads nothing
 * @param billingWorkers processes; 0 charges nothing
 * @param statsServices processes, all but the first on any free port; 0 answers nothing and starts no database
 * @param ingestPort of the gateway; 0 is any free one
 * @param statsPort of the first stats-service; 0 is any free one
 * @param databasePort of the database; 0 is 3306 where that is free, else any
 * @param bind address of the gateway and the stats-services; everything else is on 127.0.0.1
 */
record Options(
        Path data,
        boolean emptied,
        int ocrWorkers,
        int billingWorkers,
        int statsServices,
        int ingestPort,
        int statsPort,
        int databasePort,
        String bind) {

    Options {
        data = data.toAbsolutePath().normalize();
    }

    /** One gateway and one stats-service on free ports, {@code data} emptied first: what is in the topics is only kept. */
    static Options keeping(Path data) {
        return new Options(data, true, 0, 0, 1, 0, 0, 0, "127.0.0.1");
    }

    /** One gateway on a free port and its broker, {@code data} emptied first. */
    static Options gatewayOnly(Path data) {
        return new Options(data, true, 0, 0, 0, 0, 0, 0, "127.0.0.1");
    }

    /** One process of each service on free ports: for tests. */
    static Options onFreePorts(Path data) {
        return new Options(data, false, 1, 1, 1, 0, 0, 0, "127.0.0.1");
    }
}
