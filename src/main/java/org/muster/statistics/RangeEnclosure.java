package org.muster.statistics;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.muster.interval.Interval;

/**
 * The range of a statistic whose ends are not both known to the last digit: for each end, the interval in which it
 * certainly lies.
 *
 * <p>Some extremes, such as the greatest variance, can take exponential time to find. A search that has to stop still
 * knows a value that is attained and a bound that is not exceeded; this record holds both.
 *
 * @param low the interval of the exact low end
 * @param high the interval of the exact high end
 * @param settled true if the search ended by itself; false if it was stopped, so that an end may be far from exact
 */
public record RangeEnclosure(Interval low, Interval high, boolean settled) {

    /** The number of nodes, parts of the box of all choices, that a search examines by default. */
    public static final int NODES = 2000;

    /** Checks that the ends make a range. */
    public RangeEnclosure {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.isEmpty() || high.isEmpty() || low.inf() > high.sup()) {
            throw new IllegalArgumentException("low: " + low + " and high: " + high + " are not the ends of a range");
        }
    }

    /**
     * Returns the interval that encloses every value of the statistic.
     *
     * @return from the least possible low end to the greatest possible high end
     */
    public Interval range() {
        return Interval.of(low.inf(), high.sup());
    }

    /** Returns what is known before the search for the high end. */
    static RangeEnclosure lowOnly(Interval low) {
        return new RangeEnclosure(low, Interval.of(low.inf(), Double.POSITIVE_INFINITY), false);
    }

    /**
     * Returns the enclosure of an increasing function of the statistic; the operation encloses the function at both
     * ends.
     */
    RangeEnclosure map(UnaryOperator<Interval> operation) {
        return new RangeEnclosure(operation.apply(low), operation.apply(high), settled);
    }

    /** Returns the range and, if the search was stopped, what is still open. */
    @Override
    public String toString() {
        return settled
                ? range().toString()
                : range() + ", stopped with the low end in " + low + ", the high end in " + high;
    }
}
