package io.plateflow.stats.commands;

import io.plateflow.contracts.ChargeDisputed;
import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.ChargeVoidAsked;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.DisputeResolved;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.StayResolved;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.delivery.Delivery;
import io.plateflow.stats.delivery.NotDelivered;
import io.plateflow.stats.query.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts commands on their topic, in one partition per zone; first there is a row that says who asked for it. */
@Component
public class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String SOURCE = "/plateflow/stats-service";

    private final Delivery delivery;
    private final Audit audit;

    Commands(Delivery delivery, Audit audit) {
        this.delivery = delivery;
        this.audit = audit;
    }

    /** Does {@code act} by one command: the request's own id is the command's. */
    public void publish(Command command, Act act) {
        publish(List.of(command), act.request(command.requestId()));
    }

    /**
     * Returns once all in-sync replicas have them; without that it is a 503, and the same request may be sent again.
     *
     * @param act what they do together; it names the request
     */
    public void publish(List<Command> commands, Act act) {
        UUID row = audit.asks(act);
        commands.forEach(this::send);
        audit.accepted(row);
    }

    private void send(Command command) {
        // As a Command, so that its type is written.
        byte[] json = Json.MAPPER.writerFor(Command.class).writeValueAsBytes(command);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.COMMANDS.name(), command.zone(), json);
        CloudEvents.write(
                message.headers(),
                command.requestId().toString(),
                "io.plateflow." + type(command),
                SOURCE,
                Instant.now(),
                "application/json");
        try {
            delivery.send(message);
        } catch (NotDelivered e) {
            LOG.warn("command {} was not accepted by the broker", command.requestId(), e);
            throw Refusals.brokerAway();
        }
    }

    private static String type(Command command) {
        if (command instanceof StayCheckedOut) {
            return StayCheckedOut.TYPE;
        }
        if (command instanceof StayResolved) {
            return StayResolved.TYPE;
        }
        if (command instanceof ChargeVoidAsked) {
            return ChargeVoidAsked.TYPE;
        }
        if (command instanceof ChargeDisputed) {
            return ChargeDisputed.TYPE;
        }
        return command instanceof DisputeResolved ? DisputeResolved.TYPE : ChargeSettled.TYPE;
    }
}
