package io.plateflow.local.bench.ingest;

import io.plateflow.contracts.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Topics that forget soon: hundreds of thousands of photos go through them, and the disk is not to fill. */
public final class ShortTopics {
    public static final String BARE = "plateflow.bench.bare";

    /** Bytes of a partition: about 2 GB for both topics, with what waits to be deleted. */
    private static final Map<String, String> SHORT =
            Map.of("retention.bytes", "67108864", "segment.bytes", "33554432", "file.delete.delay.ms", "1000");

    private ShortTopics() {}

    /** Makes a topic for the bare gateway as that of captures is, and lets both forget. */
    public static void make(String kafka) throws ExecutionException, InterruptedException {
        Map<String, String> config = new HashMap<>(Topics.CAPTURES.config());
        config.putAll(SHORT);
        Collection<AlterConfigOp> changes = new ArrayList<>();
        SHORT.forEach((name, value) ->
                changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(BARE, Topics.CAPTURES.partitions(), (short) 1).configs(config)))
                    .all()
                    .get();
            admin.incrementalAlterConfigs(
                            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, Topics.CAPTURES.name()), changes))
                    .all()
                    .get();
        }
    }
}
