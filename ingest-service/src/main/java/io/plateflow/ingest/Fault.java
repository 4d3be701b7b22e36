package io.plateflow.ingest;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field the parameter, part or header at fault; null when it is the request as a whole
 * @param detail what would be right; never the value that was sent
 */
public record Fault(FaultCode code, @Nullable String field, String detail) {}
