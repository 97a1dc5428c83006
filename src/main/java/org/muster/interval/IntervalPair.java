package org.muster.interval;

import java.util.Objects;

/**
 * Two intervals that together are the result of a division, see {@link Interval#mulRevToPair(Interval)}.
 *
 * @param first the only piece of the result, or the lower one; empty if there is no result
 * @param second the higher piece; empty if there is only one
 */
public record IntervalPair(Interval first, Interval second) {
    /**
     * Creates a pair of intervals in order.
     *
     * @param first the first piece
     * @param second the second piece
     */
    public IntervalPair {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }
}
