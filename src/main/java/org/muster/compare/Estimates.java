package org.muster.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.interval.Interval;

/**
 * Estimates span a range and bounds only limit it: the one rule by which several ranges for a count become one.
 *
 * <p>The closed ranges span a hull. A bound that excludes none of them cuts it; any other is in conflict, and stretches
 * the hull to its stated end where that lies outside. The bounds that cut are applied together, and if nothing would be
 * left, none of them is. Bounds alone give their intersection or, where that is empty, the hull of their stated ends.
 *
 * <p>An accumulator: of closed ranges it keeps the four ends, of bounds those that may still count, and in whatever order
 * ranges are added and estimates merged, the result is the same.
 */
class Estimates extends RangeEnds {

    private static final int FIRST_BOUNDS = 4;
    private static final Interval[] NO_BOUNDS = {};
    private static final Comparator<Interval> BY_ENDS =
            Comparator.comparingDouble(Interval::inf).thenComparingDouble(Interval::sup);

    private boolean firm;
    private Interval[] bounds = NO_BOUNDS;
    private int count; // of the bounds

    void add(Interval range, Firmness firmness) {
        if (firmness == Firmness.BOUND) {
            addBound(range);
        } else {
            addClosed(range.inf(), range.sup(), firmness);
        }
    }

    /** Adds a range of an estimate, no bound. */
    void addClosed(double low, double high, Firmness firmness) {
        add(low, high);
        firm |= firmness == Firmness.FIRM;
    }

    /** Adds ranges of estimates, no bounds. */
    void addClosed(RangeEnds closed, Firmness firmness) {
        addAll(closed);
        firm |= firmness == Firmness.FIRM;
    }

    private void addBound(Interval bound) {
        if (count == bounds.length) {
            if (count > 0) {
                dropOutdone();
            }
            if (2 * count >= bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(FIRST_BOUNDS, 2 * count));
            }
        }
        bounds[count++] = bound;
    }

    /**
     * Drops bounds that cannot count any more: those held twice and, beside a closed range, "at least" more than the least
     * high end. That cannot cut whatever is added, and of several such only the greatest may stretch the hull; likewise "at
     * most".
     */
    private void dropOutdone() {
        Arrays.sort(bounds, 0, count, BY_ENDS);
        double greatestAtLeast = Double.NEGATIVE_INFINITY;
        double leastAtMost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            Interval bound = bounds[i];
            if (bound.sup() == Double.POSITIVE_INFINITY) {
                greatestAtLeast = Math.max(greatestAtLeast, bound.inf());
            } else if (bound.inf() == 0) {
                leastAtMost = Math.min(leastAtMost, bound.sup());
            }
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Interval bound = bounds[i];
            boolean outdone = hasClosed()
                    && (bound.sup() == Double.POSITIVE_INFINITY
                            ? bound.inf() > leastHigh() && bound.inf() < greatestAtLeast
                            : bound.inf() == 0 && bound.sup() < greatestLow() && bound.sup() > leastAtMost);
            if (!outdone && (kept == 0 || !bound.equals(bounds[kept - 1]))) {
                bounds[kept++] = bound;
            }
        }
        Arrays.fill(bounds, kept, count, null);
        count = kept;
    }

    /** Adds all that others hold. */
    void merge(Estimates others) {
        addAll(others);
        firm |= others.firm;
        for (int i = 0; i < others.count; i++) {
            addBound(others.bounds[i]);
        }
    }

    /** Writes all that is held. */
    void write(DataOutputStream out) throws IOException {
        dropOutdone();
        writeEnds(out);
        out.writeBoolean(firm);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeDouble(bounds[i].inf());
            out.writeDouble(bounds[i].sup());
        }
    }

    /** Adds all that others have written. */
    void merge(DataInputStream others) throws IOException {
        addAll(readEnds(others));
        firm |= others.readBoolean();
        for (int left = others.readInt(); left > 0; left--) {
            addBound(Interval.of(others.readDouble(), others.readDouble()));
        }
    }

    /** Whether a range here and one of others have no number in common. */
    boolean isApartFrom(Estimates others) {
        return greatestLowOfAll() > others.leastHighOfAll() || others.greatestLowOfAll() > leastHighOfAll();
    }

    private double greatestLowOfAll() {
        double low = greatestLow();
        for (int i = 0; i < count; i++) {
            low = Math.max(low, bounds[i].inf());
        }
        return low;
    }

    private double leastHighOfAll() {
        double high = leastHigh();
        for (int i = 0; i < count; i++) {
            high = Math.min(high, bounds[i].sup());
        }
        return high;
    }

    boolean isEmpty() {
        return !hasClosed() && count == 0;
    }

    /** Whether a closed range was added. */
    boolean hasClosed() {
        return !hasNone();
    }

    boolean isFirm() {
        return firm;
    }

    Firmness firmness() {
        return isEmpty() ? Firmness.NONE : !hasClosed() ? Firmness.BOUND : firm ? Firmness.FIRM : Firmness.SOFT;
    }

    /** The range, which is empty where nothing was added. */
    Interval range() {
        Interval hull = hull();
        if (hull.isEmpty()) {
            Interval common = Interval.ENTIRE;
            Interval stated = Interval.EMPTY;
            for (int i = 0; i < count; i++) {
                Interval bound = bounds[i];
                common = common.intersection(bound);
                stated = stated.convexHull(statedEnds(bound));
            }
            return count == 0 || common.isEmpty() ? stated : common;
        }
        Interval cut = hull;
        Interval outside = Interval.EMPTY;
        for (int i = 0; i < count; i++) {
            Interval bound = bounds[i];
            if (bound.inf() <= leastHigh() && bound.sup() >= greatestLow()) { // it meets every closed range
                cut = cut.intersection(bound);
            } else {
                Interval ends = statedEnds(bound);
                outside = outside.convexHull(ends.inf() < hull.inf() ? Interval.of(ends.inf()) : Interval.EMPTY)
                        .convexHull(ends.sup() > hull.sup() ? Interval.of(ends.sup()) : Interval.EMPTY);
            }
        }
        // Stretching begins where cutting ends: an end inside the hull stretches nothing.
        return (cut.isEmpty() ? hull : cut).convexHull(outside);
    }

    /** The numbers that a bound names: 900,000 in "more than 900,000"; the 0 from which "up to" counts is not named. */
    private static Interval statedEnds(Interval bound) {
        if (bound.sup() == Double.POSITIVE_INFINITY) {
            return Interval.of(bound.inf());
        }
        return bound.inf() == 0 ? Interval.of(bound.sup()) : bound;
    }
}
