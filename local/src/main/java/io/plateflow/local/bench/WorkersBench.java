package io.plateflow.local.bench;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How many photos the readers of one instance end in a second; the photos go straight into their topic. */
public final class WorkersBench implements AutoCloseable {
    private static final Coordinates SEA = new Coordinates(-50, -40);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    /** A reader has compiled what a reading does after about as many. */
    private static final int WARM_UP = 40;

    private final String kafka;
    private final List<ProcessHandle> readers;
    private final List<byte[]> photos;
    private final KafkaConsumer<String, byte[]> ends;

    /**
     * @param kafka bootstrap servers of an instance that nothing else is sent to
     * @param photos sent one after the other, again and again
     */
    public WorkersBench(String kafka, List<ProcessHandle> readers, List<byte[]> photos) {
        this.kafka = kafka;
        this.readers = List.copyOf(readers);
        this.photos = List.copyOf(photos);
        this.ends = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        ends.assign(IntStream.range(0, Topics.READINGS.partitions())
                .mapToObj(p -> new TopicPartition(Topics.READINGS.name(), p))
                .toList());
    }

    /**
     * What the readers did.
     *
     * @param perSecond photos ended
     * @param elsewhere part of the readers' processor time that no step of a reading took: Kafka, JSON, the JVM; means
     *     nothing where readers wait for each other's cores
     */
    public record Rate(double perSecond, double elsewhere) {}

    /** Measures on {@code captures} photos, once the readers are warm. */
    public Rate run(int captures) {
        endAll(WARM_UP * readers.size());
        Duration before = processorTime();
        long since = System.nanoTime();
        double reading = endAll(captures);
        double seconds = (System.nanoTime() - since) / 1e9;
        double spent = processorTime().minus(before).toMillis();
        return new Rate(captures / seconds, 1 - reading / spent);
    }

    /** Milliseconds that all steps of {@code captures} readings took, once each has its end. */
    private double endAll(int captures) {
        Map<String, Double> millis = new HashMap<>();
        List<ProducerRecord<String, byte[]>> sent = IntStream.range(0, captures)
                .mapToObj(n -> Events.photo(capture(), photos.get(n % photos.size())))
                .toList();
        Events.send(kafka, sent.stream().map(List::of));
        List<String> ids = sent.stream().map(ProducerRecord::key).toList();
        long heard = System.nanoTime();
        while (!millis.keySet().containsAll(ids)) {
            for (ConsumerRecord<String, byte[]> end : ends.poll(POLL)) {
                millis.put(end.key(), millis(Json.MAPPER.readValue(end.value(), Reading.class)));
                heard = System.nanoTime();
            }
            if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                throw new IllegalStateException("no photo ended in " + LONGEST_SILENCE);
            }
        }
        return ids.stream().mapToDouble(id -> millis.getOrDefault(id, 0.0)).sum();
    }

    private static Capture capture() {
        return Events.capture(UUID.randomUUID(), Instant.now(), SEA, "bench", Direction.PASS);
    }

    private static double millis(Reading end) {
        Map<String, Double> steps = end instanceof PlateRead read
                ? read.millis()
                : end instanceof PlateUnreadable unreadable ? unreadable.millis() : Map.of();
        return steps.values().stream().mapToDouble(ms -> ms).sum();
    }

    private Duration processorTime() {
        return readers.stream()
                .map(reader -> reader.info().totalCpuDuration().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        ends.close();
    }
}
