package org.muster.compare;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.interval.Interval;

/**
 * Estimates span a range and bounds only limit it: the one rule by which several ranges for a count become one.
 *
 * <p>The closed ranges span a hull. A bound that excludes none of them cuts it; any other is in conflict, and stretches
 * the hull to its stated end where that lies outside. The bounds that cut are applied together, and if nothing would be
 * left, none of them is. Bounds alone give their intersection or, where that is empty, the hull of their stated ends.
 *
 * <p>An accumulator: of closed ranges it keeps four ends, of bounds each once that may still count, and in whatever order ranges are added and
 * estimates merged, the result is the same.
 */
final class Estimates {

    private static final int MOST_BOUNDS = 4;

    private double least = Double.POSITIVE_INFINITY; // of the closed ranges, as are the next three
    private double greatest = Double.NEGATIVE_INFINITY;
    private double greatestLow = Double.NEGATIVE_INFINITY;
    private double leastHigh = Double.POSITIVE_INFINITY;
    private boolean firm;
    private Set<Interval> bounds = Set.of();
    private int mostBounds = MOST_BOUNDS; // before those are dropped that cannot count any more

    void add(Interval range, Firmness firmness) {
        if (firmness == Firmness.BOUND) {
            addBounds(Collections.singleton(range));
        } else {
            addClosed(range.inf(), range.sup(), firmness);
        }
    }

    /** Adds a range of an estimate, no bound. */
    void addClosed(double low, double high, Firmness firmness) {
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
        greatestLow = Math.max(greatestLow, low);
        leastHigh = Math.min(leastHigh, high);
        firm |= firmness == Firmness.FIRM;
    }

    private void addBounds(Set<Interval> more) {
        if (!more.isEmpty()) {
            bounds = bounds.isEmpty() ? new LinkedHashSet<>() : bounds; // seldom needed
            bounds.addAll(more);
            if (bounds.size() > mostBounds) {
                dropOutdone();
                mostBounds = 2 * Math.max(MOST_BOUNDS, bounds.size());
            }
        }
    }

    /**
     * Drops bounds that cannot count any more. Beside a closed range, "at least" more than the least high end cannot cut
     * whatever is added, and of several such only the greatest may stretch the hull; likewise "at most".
     */
    private void dropOutdone() {
        if (!hasClosed()) {
            return;
        }
        double greatestAtLeast = Double.NEGATIVE_INFINITY;
        double leastAtMost = Double.POSITIVE_INFINITY;
        for (Interval bound : bounds) {
            if (bound.sup() == Double.POSITIVE_INFINITY) {
                greatestAtLeast = Math.max(greatestAtLeast, bound.inf());
            } else if (bound.inf() == 0) {
                leastAtMost = Math.min(leastAtMost, bound.sup());
            }
        }
        double kept = greatestAtLeast;
        double keptAtMost = leastAtMost;
        bounds.removeIf(bound -> bound.sup() == Double.POSITIVE_INFINITY
                ? bound.inf() > leastHigh && bound.inf() < kept
                : bound.inf() == 0 && bound.sup() < greatestLow && bound.sup() > keptAtMost);
    }

    /** Adds all that others hold. */
    void merge(Estimates others) {
        least = Math.min(least, others.least);
        greatest = Math.max(greatest, others.greatest);
        greatestLow = Math.max(greatestLow, others.greatestLow);
        leastHigh = Math.min(leastHigh, others.leastHigh);
        firm |= others.firm;
        addBounds(others.bounds);
    }

    /** From the least to the greatest number of the closed ranges. */
    private Interval hull() {
        return least > greatest ? Interval.EMPTY : Interval.of(least, greatest);
    }

    /** Whether a range here and one of others have no number in common. */
    boolean isApartFrom(Estimates others) {
        return greatestLowOfAll() > others.leastHighOfAll() || others.greatestLowOfAll() > leastHighOfAll();
    }

    private double greatestLowOfAll() {
        double low = greatestLow;
        for (Interval bound : bounds) {
            low = Math.max(low, bound.inf());
        }
        return low;
    }

    private double leastHighOfAll() {
        double high = leastHigh;
        for (Interval bound : bounds) {
            high = Math.min(high, bound.sup());
        }
        return high;
    }

    boolean isEmpty() {
        return !hasClosed() && bounds.isEmpty();
    }

    /** Whether a closed range was added. */
    boolean hasClosed() {
        return least <= greatest;
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
            for (Interval bound : bounds) {
                common = common.intersection(bound);
                stated = stated.convexHull(statedEnds(bound));
            }
            return bounds.isEmpty() || common.isEmpty() ? stated : common;
        }
        Interval cut = hull;
        Interval outside = Interval.EMPTY;
        for (Interval bound : bounds) {
            if (bound.inf() <= leastHigh && bound.sup() >= greatestLow) { // it meets every closed range
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
