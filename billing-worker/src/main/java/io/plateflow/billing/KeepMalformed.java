package io.plateflow.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.slf4j.MDC;

/** A value that is no event goes to {@code billing.dlq} in the same transaction, and the flow goes on. */
public final class KeepMalformed extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
        MDC.put("captureId", record.key() == null ? null : new String(record.key(), UTF_8));
        try {
            return super.handleError(context, record, cause);
        } finally {
            MDC.remove("captureId");
        }
    }
}
