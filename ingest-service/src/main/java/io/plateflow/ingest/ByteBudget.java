package io.plateflow.ingest;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The bytes that all unanswered requests may hold together, so that no number of senders fills the heap. */
final class ByteBudget {
    private final Semaphore free;
    private final int total;

    ByteBudget(int total) {
        this.total = total;
        this.free = new Semaphore(total);
    }

    int inUse() {
        return total - free.availablePermits();
    }

    Lease lease() {
        return new Lease();
    }

    /** What one request holds; closing it twice gives it back once. */
    final class Lease implements AutoCloseable {
        private final AtomicInteger held = new AtomicInteger();

        /** Whether {@code bytes} more are granted; never waits. */
        boolean grow(int bytes) {
            boolean granted = free.tryAcquire(bytes);
            if (granted) {
                held.addAndGet(bytes);
            }
            return granted;
        }

        @Override
        public void close() {
            free.release(held.getAndSet(0));
        }
    }
}
