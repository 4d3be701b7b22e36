package io.plateflow.stats.overdue;

import static io.plateflow.stats.storage.Columns.bytes;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.delivery.Delivery;
import io.plateflow.stats.delivery.NotDelivered;
import io.plateflow.stats.storage.Blobs;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/** Puts a capture on its topic again, as the gateway put it there but for the trace. */
@Component
public class Copies {
    /** The gateway's: it is the same event again. */
    private static final String SOURCE = "/plateflow/ingest";

    private final Blobs blobs;
    private final Delivery delivery;

    Copies(Blobs blobs, Delivery delivery) {
        this.blobs = blobs;
        this.delivery = delivery;
    }

    /** False when its photo is gone: then nothing is sent. */
    public boolean send(Capture capture) throws NotDelivered {
        List<byte[]> image = blobs.jdbc()
                .queryForList(
                        "SELECT image FROM capture_image WHERE capture_id = ?", byte[].class, bytes(capture.id()));
        if (image.isEmpty()) {
            return false;
        }
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(topicOf(capture).name(), capture.id().toString(), image.get(0));
        CaptureHeaders.write(capture, SOURCE, copy.headers());
        delivery.send(copy);
        return true;
    }

    static Topic topicOf(Capture capture) {
        return capture.priority() == Capture.Priority.BULK ? Topics.CAPTURES_BULK : Topics.CAPTURES;
    }
}
