package org.muster.statistics;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.muster.interval.Interval;

/**
 * A statistic whose ends are not both known to the last digit: each end as the interval in which it certainly lies.
 *
 * <p>The greatest variance that ranges allow, among others, can take exponential time to find. A search that has to stop
 * still knows a value that is taken and a bound that is not passed, and this says so.
 *
 * @param low where the exact low end lies
 * @param high where the exact high end lies
 * @param settled true if the search ended by itself; false if it was stopped, so that an end may be far from exact
 */
public record RangeEnclosure(Interval low, Interval high, boolean settled) {

    /** The number of nodes, parts of the box of all choices, that a search looks at if nothing else is asked for. */
    public static final int NODES = 2000;

    /** Checks that there is something between the ends. */
    public RangeEnclosure {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.isEmpty() || high.isEmpty() || low.inf() > high.sup()) {
            throw new IllegalArgumentException("low: " + low + " and high: " + high + " are the ends of no range");
        }
    }

    /**
     * Returns the interval that encloses every value of the statistic.
     *
     * @return from the least that the low end can be to the greatest that the high end can be
     */
    public Interval range() {
        return Interval.of(low.inf(), high.sup());
    }

    /** Returns what is known before the high end is looked for. */
    static RangeEnclosure lowOnly(Interval low) {
        return new RangeEnclosure(low, Interval.of(low.inf(), Double.POSITIVE_INFINITY), false);
    }

    /** Returns the bracket of a rising function of the statistic, both ends of which are enclosed by the operation. */
    RangeEnclosure map(UnaryOperator<Interval> operation) {
        return new RangeEnclosure(operation.apply(low), operation.apply(high), settled);
    }

    /** Returns the range, and where the search was stopped what is open. */
    @Override
    public String toString() {
        return settled
                ? range().toString()
                : range() + ", stopped with the low end in " + low + ", the high end in " + high;
    }
}
