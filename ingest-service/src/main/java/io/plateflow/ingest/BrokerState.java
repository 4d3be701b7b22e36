package io.plateflow.ingest;

/** What this replica knows of the broker: written by the watch and the publisher, asked before each request. */
final class BrokerState {
    private volatile boolean reachable;
    private volatile long freeBytes = Long.MAX_VALUE;

    boolean isReachable() {
        return reachable;
    }

    /** Of the fullest log directory of all brokers; {@link Long#MAX_VALUE} until one has said so. */
    long freeBytes() {
        return freeBytes;
    }

    void answered() {
        reachable = true;
    }

    void away() {
        reachable = false;
    }

    void free(long bytes) {
        freeBytes = bytes;
    }
}
