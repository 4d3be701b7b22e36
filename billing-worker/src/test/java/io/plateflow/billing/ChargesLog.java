package io.plateflow.billing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.stay.Charge;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed of charges while it is written: what is in force, and how long nothing came. */
final class ChargesLog implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final InForce inForce = new InForce();
    /** When the charges of each gantry were seen. */
    private final Map<String, TreeSet<Instant>> seen = new HashMap<>();

    private final Thread reader = new Thread(this::read, "charges");
    private volatile boolean closed;
    private @Nullable Throwable fault;
    private int issued;

    ChargesLog(String kafka) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CHARGES.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader.setDaemon(true);
        reader.start();
    }

    synchronized int issued() {
        check();
        return issued;
    }

    /** Those of gantries aside. */
    synchronized Set<Charge> inForce() {
        check();
        return inForce.charges().stream().filter(charge -> !isPass(charge)).collect(toUnmodifiableSet());
    }

    /** How many charges of gantries there are; those are in force for good. */
    synchronized int passes() {
        return (int) inForce.charges().stream().filter(ChargesLog::isPass).count();
    }

    /** Whether every gantry has charged after {@code time}. */
    synchronized boolean allChargedSince(Instant time) {
        check();
        return seen.size() == ByZone.PARTITIONS
                && seen.values().stream().allMatch(times -> times.last().isAfter(time));
    }

    /** The longest time, after {@code from} and before {@code to}, in which some gantry charged nothing. */
    synchronized Duration longestPause(Instant from, Instant to) {
        Duration longest = Duration.ZERO;
        for (TreeSet<Instant> times : seen.values()) {
            Instant before = from;
            TreeSet<Instant> within = new TreeSet<>(times.subSet(from, to));
            within.add(to);
            for (Instant time : within) {
                Duration pause = Duration.between(before, time);
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                before = time;
            }
        }
        return longest;
    }

    private void read() {
        try {
            while (!closed) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::hear);
            }
        } catch (RuntimeException | AssertionError e) {
            synchronized (this) {
                fault = e;
            }
        } finally {
            consumer.close();
        }
    }

    private synchronized void hear(ConsumerRecord<String, byte[]> record) {
        ChargeEvent event = Json.MAPPER.readValue(record.value(), ChargeEvent.class);
        inForce.hear(event);
        if (event instanceof ChargeIssued charge) {
            issued++;
            if (isPass(Changes.money(charge))) {
                seen.computeIfAbsent(charge.zone(), zone -> new TreeSet<>()).add(Instant.now());
            }
        }
    }

    private static boolean isPass(Charge charge) {
        return charge.zone().startsWith(Gantries.NAMED);
    }

    private void check() {
        if (fault != null) {
            throw new AssertionError("the log of charges is not as it must be", fault);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
