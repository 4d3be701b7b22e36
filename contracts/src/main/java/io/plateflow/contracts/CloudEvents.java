package io.plateflow.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 attributes as Kafka headers, in the binary content mode of its Kafka binding. */
public final class CloudEvents {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    /** W3C Trace Context, carried from the request through every stage. */
    public static final String TRACE_PARENT = "traceparent";

    private CloudEvents() {}

    /** Sets the required attributes, {@code time} and the content type. */
    public static void write(Headers to, String id, String type, String source, Instant time, String contentType) {
        set(to, SPEC_VERSION, "1.0");
        set(to, ID, id);
        set(to, TYPE, type);
        set(to, SOURCE, source);
        set(to, TIME, time.toString());
        set(to, CONTENT_TYPE, contentType);
    }

    /** Puts {@code value} under {@code name}, in UTF-8, replacing what was there. */
    public static void set(Headers to, String name, String value) {
        to.remove(name);
        to.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The last value under {@code name}, read as UTF-8. */
    public static Optional<String> get(Headers from, String name) {
        Header header = from.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
