package org.muster.interval;

import java.util.Objects;

/**
 * Two intervals that together are the answer of a division, see {@link Interval#mulRevToPair(Interval)}.
 *
 * @param first the only piece of the answer or the one that lies lower; empty if there is no answer
 * @param second the piece that lies higher; empty if there is only one
 */
public record IntervalPair(Interval first, Interval second) {
    /**
     * Takes two intervals in their order.
     *
     * @param first the first piece
     * @param second the second piece
     */
    public IntervalPair {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }
}
