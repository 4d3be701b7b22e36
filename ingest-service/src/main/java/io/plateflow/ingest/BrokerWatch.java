package io.plateflow.ingest;

import static java.util.stream.Collectors.toSet;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks the brokers, every {@code watch-every}, whether they are there and how much of their disks is free. */
final class BrokerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

    private final Admin admin;
    private final BrokerState broker;

    BrokerWatch(Admin admin, BrokerState broker) {
        this.admin = admin;
        this.broker = broker;
    }

    @Scheduled(fixedDelayString = "${plateflow.ingest.watch-every}")
    void look() throws InterruptedException {
        boolean before = broker.isReachable();
        try {
            Set<Integer> ids =
                    admin.describeCluster().nodes().get().stream().map(Node::id).collect(toSet());
            fullestOf(ids).ifPresent(broker::free);
            broker.answered();
            if (!before) {
                LOG.info("the broker answers");
            }
        } catch (ExecutionException e) {
            broker.away();
            if (before) {
                LOG.warn("the broker is away: {}", String.valueOf(e.getCause()));
            }
        }
    }

    private OptionalLong fullestOf(Set<Integer> brokers) throws ExecutionException, InterruptedException {
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(dirs -> dirs.values().stream())
                .map(LogDirDescription::usableBytes)
                .flatMapToLong(OptionalLong::stream)
                .min();
    }
}
