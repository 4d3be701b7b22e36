package io.plateflow.stats.query;

/**
 * How many items a question has in all.
 *
 * @param n counted up to a bound
 * @param more whether there are more than that
 */
public record Total(long n, boolean more) {
    /** Beyond it nobody counts: what is that long is not read to its end. */
    public static final int MOST = 10_000;

    /** @param counted up to one more than the bound */
    public static Total of(long counted) {
        return new Total(Math.min(counted, MOST), counted > MOST);
    }
}
