package io.plateflow.ingest;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whether captures can be published. Little storage is a detail, not a fault: the service itself is well. */
final class BrokerHealth extends AbstractHealthIndicator {
    private final BrokerState broker;
    private final KeyFeed keys;
    private final long reserveBytes;

    BrokerHealth(BrokerState broker, KeyFeed keys, IngestProperties settings) {
        this.broker = broker;
        this.keys = keys;
        this.reserveBytes = settings.storageReserve().toBytes();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(broker.isReachable() && keys.isFollowing() ? Status.UP : Status.OUT_OF_SERVICE)
                .withDetail("reachable", broker.isReachable())
                .withDetail("keysFollowed", keys.isFollowing())
                .withDetail("freeBytes", broker.freeBytes())
                .withDetail("storageLow", broker.freeBytes() < reserveBytes);
    }
}
