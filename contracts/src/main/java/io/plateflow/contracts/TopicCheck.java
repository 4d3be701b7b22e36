package io.plateflow.contracts;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether the broker's topics are as {@link Topics} says; a service that finds others must not start. */
public final class TopicCheck {
    private TopicCheck() {}

    /**
     * Every difference, one sentence each; none when all is well.
     *
     * @throws ExecutionException when the broker cannot be asked
     */
    public static List<String> faults(Admin admin, Collection<Topic> wanted)
            throws ExecutionException, InterruptedException {
        List<String> faults = new ArrayList<>();
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(wanted.stream().map(Topic::name).toList()).topicNameValues();
        for (Topic topic : wanted) {
            try {
                int partitions = requireNonNull(found.get(topic.name()))
                        .get()
                        .partitions()
                        .size();
                if (partitions != topic.partitions()) {
                    faults.add("topic %s has %d partitions, not %d: create it anew"
                            .formatted(topic.name(), partitions, topic.partitions()));
                }
                String cleanup = requireNonNull(config(admin, topic).get("cleanup.policy"))
                        .value();
                if (!cleanup.equals(topic.config().get("cleanup.policy"))) {
                    faults.add("topic %s has cleanup.policy %s, not %s: alter it"
                            .formatted(topic.name(), cleanup, topic.config().get("cleanup.policy")));
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                faults.add("topic %s is missing: run CreateTopics".formatted(topic.name()));
            }
        }
        return faults;
    }

    private static Config config(Admin admin, Topic topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
    }
}
