package io.plateflow.local.bench;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import io.plateflow.contracts.Capture;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/**
 * How fast readings become charges that the statistics show: vehicles that came and left go straight into the topic of
 * readings, past gateway and reader, in a zone that no run had before.
 */
public final class BillingRate {
    private static final Duration STAYED = Duration.ofMinutes(90);
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10));

    private final String kafka;
    private final PlateflowClient client;
    private final PrintStream out;

    /** @param kafka bootstrap servers of the instance */
    public BillingRate(String kafka, PlateflowClient client, PrintStream out) {
        this.kafka = kafka;
        this.client = client;
        this.out = out;
    }

    /** Prints how many of {@code vehicles} were charged in a second. */
    public void run(int vehicles) {
        Coordinates sea = new Coordinates(
                ThreadLocalRandom.current().nextDouble(-55, -45),
                ThreadLocalRandom.current().nextDouble(-45, -35));
        Instant left = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        String issued = "/v1/stats/timeseries?measure=issued&bucket=day&zone=%s&from=%s"
                .formatted(Zones.zoneOf(sea), left.minus(STAYED).minus(STAYED));
        long since = System.nanoTime();
        Events.send(kafka, IntStream.range(0, vehicles).mapToObj(n -> visit(n, sea, left)));
        PATIENCE.until(charges -> count(charges) == vehicles, () -> client.get(issued));
        double seconds = (System.nanoTime() - since) / 1e9;
        out.printf(
                "%d vehicles came, left and were charged in %.1f s: %.0f events/s; load average %.1f%n",
                vehicles,
                seconds,
                2 * vehicles / seconds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static List<ProducerRecord<String, byte[]>> visit(int n, Coordinates place, Instant left) {
        Plate plate = History.plate(n);
        Capture entry = Events.capture(UUID.randomUUID(), left.minus(STAYED), place, "bench-in", Direction.ENTRY);
        Capture exit = Events.capture(UUID.randomUUID(), left, place, "bench-out", Direction.EXIT);
        return List.of(Events.reading(entry, plate, 0.99), Events.reading(exit, plate, 0.99));
    }

    private static int count(JsonNode series) {
        return series.at("/points")
                .valueStream()
                .mapToInt(point -> point.path("count").asInt())
                .sum();
    }
}
