package io.plateflow.contracts;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it must be.
 *
 * @param name with the prefix {@code plateflow.}
 * @param partitions its count, fixed for life: keys are placed by it
 * @param config topic-level settings, by Kafka's names
 */
public record Topic(String name, int partitions, Map<String, String> config) {

    public Topic {
        config = Map.copyOf(config);
    }

    /** The request that creates it with {@code replicas} copies. */
    NewTopic toNewTopic(short replicas) {
        return new NewTopic(name, partitions, replicas).configs(config);
    }
}
