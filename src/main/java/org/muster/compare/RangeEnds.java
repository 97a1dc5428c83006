package org.muster.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.muster.interval.Interval;

/**
 * The four ends that decide what ranges say together: the least and the greatest of all, the greatest low and the least high
 * one. In whatever order ranges are added and merged, the ends are the same.
 *
 * <p>It is mutable, and no two threads may use it at a time.
 */
public class RangeEnds {

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double leastHigh = Double.POSITIVE_INFINITY;
    private double greatestLow = Double.NEGATIVE_INFINITY;

    /** Makes ends of no ranges. */
    public RangeEnds() {
        // nothing yet
    }

    /**
     * Adds a range.
     *
     * @param low its low end
     * @param high its high end
     */
    public final void add(double low, double high) {
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
        leastHigh = Math.min(leastHigh, high);
        greatestLow = Math.max(greatestLow, low);
    }

    /** Adds all ranges that were added to others. */
    final void addAll(RangeEnds others) {
        least = Math.min(least, others.least);
        greatest = Math.max(greatest, others.greatest);
        leastHigh = Math.min(leastHigh, others.leastHigh);
        greatestLow = Math.max(greatestLow, others.greatestLow);
    }

    /** Writes the ends. */
    final void writeEnds(DataOutputStream out) throws IOException {
        out.writeDouble(least);
        out.writeDouble(greatest);
        out.writeDouble(greatestLow);
        out.writeDouble(leastHigh);
    }

    /** Reads ends that were written. */
    static RangeEnds readEnds(DataInputStream in) throws IOException {
        RangeEnds ends = new RangeEnds();
        ends.least = in.readDouble();
        ends.greatest = in.readDouble();
        ends.greatestLow = in.readDouble();
        ends.leastHigh = in.readDouble();
        return ends;
    }

    /** Whether no range was added. */
    final boolean hasNone() {
        return least > greatest;
    }

    /** From the least to the greatest number of the ranges. */
    final Interval hull() {
        return hasNone() ? Interval.EMPTY : Interval.of(least, greatest);
    }

    /**
     * Returns the least low end.
     *
     * @return infinity without a range
     */
    public final double least() {
        return least;
    }

    /**
     * Returns the greatest high end.
     *
     * @return negative infinity without a range
     */
    public final double greatest() {
        return greatest;
    }

    /**
     * Returns the least high end.
     *
     * @return infinity without a range
     */
    public final double leastHigh() {
        return leastHigh;
    }

    /**
     * Returns the greatest low end.
     *
     * @return negative infinity without a range
     */
    public final double greatestLow() {
        return greatestLow;
    }
}
