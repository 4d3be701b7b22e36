package io.plateflow.stats.delivery;

/** The broker did not say in time that it has a record; it may have it all the same. */
public final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1;

    NotDelivered(Exception cause) {
        super(cause);
    }
}
