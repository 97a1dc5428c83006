package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.interval.Interval;

/**
 * Estimates span a range and bounds only limit it: the one rule by which several ranges for a count become one.
 *
 * <p>The closed ranges span a hull. A bound that excludes none of them cuts it; any other is in conflict, and stretches
 * the hull to its stated end where that lies outside. The bounds that cut are applied together, and if nothing would be
 * left, none of them is. Bounds alone give their intersection or, where that is empty, the hull of their stated ends.
 */
final class Estimates {

    private final List<Interval> bounds = new ArrayList<>();
    private final Set<Claim> claims = new LinkedHashSet<>();
    private final Set<Claim> claimsOfBounds = new LinkedHashSet<>();
    private Interval hull = Interval.EMPTY; // of the closed ranges, as are the next two
    private double greatestLow = Double.NEGATIVE_INFINITY;
    private double leastHigh = Double.POSITIVE_INFINITY;
    private boolean firm;

    void add(Interval range, Firmness firmness, List<Claim> from) {
        if (firmness == Firmness.BOUND) {
            bounds.add(range);
            claimsOfBounds.addAll(from);
        } else {
            addClosed(range, range.inf(), range.sup());
            claims.addAll(from);
            firm |= firmness == Firmness.FIRM;
        }
    }

    private void addClosed(Interval range, double low, double high) {
        hull = hull.convexHull(range);
        greatestLow = Math.max(greatestLow, low);
        leastHigh = Math.min(leastHigh, high);
    }

    /** Adds the ranges of others, without the claims that they come from. */
    void addRanges(Estimates others) {
        addClosed(others.hull, others.greatestLow, others.leastHigh);
        bounds.addAll(others.bounds);
        firm |= others.firm;
    }

    /** Whether a range here and one of others have no number in common. */
    boolean isApartFrom(Estimates others) {
        return greatestLowOfAll() > others.leastHighOfAll() || others.greatestLowOfAll() > leastHighOfAll();
    }

    private double greatestLowOfAll() {
        double greatest = greatestLow;
        for (Interval bound : bounds) {
            greatest = Math.max(greatest, bound.inf());
        }
        return greatest;
    }

    private double leastHighOfAll() {
        double least = leastHigh;
        for (Interval bound : bounds) {
            least = Math.min(least, bound.sup());
        }
        return least;
    }

    boolean isEmpty() {
        return hull.isEmpty() && bounds.isEmpty();
    }

    boolean isFirm() {
        return firm;
    }

    Firmness firmness() {
        return isEmpty() ? Firmness.NONE : hull.isEmpty() ? Firmness.BOUND : firm ? Firmness.FIRM : Firmness.SOFT;
    }

    /** The claims used, those of bounds last. */
    List<Claim> claims() {
        Set<Claim> all = new LinkedHashSet<>(claims);
        all.addAll(claimsOfBounds);
        return List.copyOf(all);
    }

    /** The range, which is empty where nothing was added. */
    Interval range() {
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
