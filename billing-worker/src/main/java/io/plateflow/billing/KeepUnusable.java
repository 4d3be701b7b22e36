package io.plateflow.billing;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * An event that lacks what billing needs goes to {@code billing.dlq}, and the flow goes on.
 *
 * <p>Trouble of the ledger's own, or of Kafka's (a full disk, a bug), is no fault of the event: the transaction aborts and is tried again.
 */
public final class KeepUnusable implements ProcessingExceptionHandler {
    private final LogAndContinueProcessingExceptionHandler keep = new LogAndContinueProcessingExceptionHandler();

    @Override
    public void configure(Map<String, ?> settings) {
        keep.configure(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception cause) {
        return Ledger.NAME.equals(context.processorNodeId()) || cause instanceof KafkaException
                ? Response.fail()
                : keep.handleError(context, record, cause);
    }
}
