package io.plateflow.billing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.oracle.Oracle;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.stay.Charge;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Many small worlds at once, told to a broker in any order, some of it twice, at a steady rate. */
final class Load implements AutoCloseable {
    private static final int WORLDS_AT_ONCE = 20;

    private final List<Facts> facts;
    private final List<List<Object>> events = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Thread sender = new Thread(this::send, "load");
    private final Duration interval;
    private volatile boolean finishing;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile @Nullable Exception fault;

    /** Its zones are known at once; the rest comes with {@link #start}. */
    Load(String kafka, List<World> worlds, int eventsPerSecond, Random random) {
        facts = Moved.apart(worlds);
        producer = new KafkaProducer<>(
                // Of several in flight a topic just made may take the second and refuse the first for good.
                Map.of("bootstrap.servers", kafka, "max.in.flight.requests.per.connection", "1"),
                new StringSerializer(),
                new ByteArraySerializer());
        interval = Duration.ofSeconds(1).dividedBy(eventsPerSecond);
        for (int n = 0; n < facts.size(); n += WORLDS_AT_ONCE) {
            events.add(told(facts.subList(n, Math.min(n + WORLDS_AT_ONCE, facts.size())), random));
        }
        producer.flush();
        sender.setDaemon(true);
    }

    private List<Object> told(List<Facts> together, Random random) {
        List<Object> told = new ArrayList<>();
        for (Facts own : together) {
            Telling telling = Telling.of(own, random);
            telling.zones().forEach(this::send);
            told.addAll(telling.events());
        }
        List.copyOf(told).stream().filter(e -> random.nextInt(4) == 0).forEach(told::add);
        Collections.shuffle(told, random);
        return told;
    }

    void start() {
        sender.start();
    }

    boolean isOver() {
        return !sender.isAlive();
    }

    /** Goes on to the end of what it has begun. */
    void finish() throws InterruptedException {
        finishing = true;
        sender.join();
        assertThat(fault).isNull();
    }

    /** The oracle's word on all that was sent, at {@code now}. */
    Set<Charge> charges(Instant now) {
        return facts.stream()
                .limit((long) sent.get() * WORLDS_AT_ONCE)
                .flatMap(own -> Oracle.chargesInForce(own, now).stream())
                .collect(toUnmodifiableSet());
    }

    private void send() {
        while (!finishing && sent.get() < events.size()) {
            for (Object event : events.get(sent.get())) {
                send(event);
                LockSupport.parkNanos(interval.toNanos());
            }
            sent.incrementAndGet();
        }
        producer.flush();
    }

    private void send(Object event) {
        if (event instanceof Reading reading) {
            send(Topics.READINGS, reading.captureId().toString(), Reading.class, reading);
        } else if (event instanceof Command command) {
            send(Topics.COMMANDS, requireNonNull(command.zone()), Command.class, command);
        } else if (event instanceof Zone zone) {
            send(Topics.ZONES, zone.id() + "@" + zone.version(), Zone.class, zone);
        } else if (event instanceof TariffVersion version) {
            send(Topics.TARIFFS, version.tariff().reference(), TariffVersion.class, version);
        } else {
            Vehicle vehicle = (Vehicle) event;
            send(Topics.VEHICLES, vehicle.plate() + "@" + vehicle.version(), Vehicle.class, vehicle);
        }
    }

    private <T> void send(Topic topic, String key, Class<T> type, T event) {
        byte[] value = Json.serde(type).serializer().serialize("", event);
        Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic.name(), key, value), (kept, e) -> {
            if (e != null) {
                fault = e;
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
