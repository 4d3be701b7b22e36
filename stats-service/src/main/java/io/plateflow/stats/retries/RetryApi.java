package io.plateflow.stats.retries;

import io.plateflow.contracts.Capture;
import io.plateflow.domain.Uuids;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.delivery.NotDelivered;
import io.plateflow.stats.overdue.Copies;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Has a rejected photo read again, under the same id as the next attempt, whose end overrides the rejection. Who asks twice
 * sends the same attempt twice, and its first end counts.
 */
@RestController
class RetryApi {
    private static final Logger LOG = LoggerFactory.getLogger(RetryApi.class);

    private final Rejected rejected;
    private final Copies copies;
    private final Audit audit;

    RetryApi(Rejected rejected, Copies copies, Audit audit) {
        this.rejected = rejected;
        this.copies = copies;
        this.audit = audit;
    }

    /** What was accepted: the attempt whose end is awaited. */
    record Accepted(UUID id, int attempt) {}

    @PostMapping("/v1/captures/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.PHOTO_RETRIED)
    Accepted retry(@PathVariable String id) {
        Capture capture = rejected.next(Ids.parse(id));
        String attempt = Integer.toString(capture.attempt());
        UUID row = audit.asks(Act.of(Action.PHOTO_RETRIED, "capture", capture.id())
                .detail("attempt " + attempt)
                .request(Uuids.v5("retry", capture.id().toString(), attempt)));
        try {
            if (!copies.send(capture)) {
                throw Refusals.notFound("photo");
            }
        } catch (NotDelivered e) {
            LOG.warn("attempt {} of capture {} was not accepted by the broker", attempt, capture.id(), e);
            throw Refusals.brokerAway();
        }
        audit.accepted(row);
        return new Accepted(capture.id(), capture.attempt());
    }
}
