package io.plateflow.stats.system;

import io.plateflow.stats.system.BrokerAnswer.Room;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The broker's fullest disk, and for how long it will do. */
@Component
class Disk {
    private final BrokerWatch broker;
    private final Growth growth = new Growth();

    Disk(BrokerWatch broker) {
        this.broker = broker;
    }

    /**
     * As it is answered.
     *
     * @param daysLeft absent while that is not known, and when nothing grows
     */
    record Answer(long freeBytes, long totalBytes, @Nullable Double daysLeft) {}

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void note() {
        Room room = broker.ask().room();
        if (room != null) {
            growth.note(Instant.now(), room.freeBytes());
        }
    }

    Answer answer(Room room) {
        return new Answer(room.freeBytes(), room.totalBytes(), growth.daysLeft(Instant.now(), room.freeBytes()));
    }
}
