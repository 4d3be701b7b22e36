package io.plateflow.billing.simulation;

import io.plateflow.contracts.ChargeEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What the broker keeps of one partition: all that outlives a worker. */
final class Partition {
    final int number;
    final List<byte[]> entries = new ArrayList<>();
    final List<Change> changelog = new ArrayList<>();
    final List<ChargeEvent> charges = new ArrayList<>();
    /** Of the first entry that no transaction has read. */
    int offset;
    /** Of the worker that was given the partition last; the transactions of others are refused. */
    int epoch;

    Partition(int number) {
        this.number = number;
    }

    /** A write to a store; a null value deletes. */
    record Change(String store, String key, @Nullable Bytes value) {}
}
