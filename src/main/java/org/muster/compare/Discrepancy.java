package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import org.muster.dossier.Claim;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.interval.Overlap;

/**
 * How two claims about one quantity differ. The claims stand in dossier order, as written: nothing is widened.
 *
 * @param a the earlier claim; its figure has a number
 * @param b the later claim; its figure has a number
 * @param relation how the range of {@code a} lies to that of {@code b}: such as {@code before}
 * @param difference {@code b − a}, tightest; exact up to 2^53
 * @param ratio {@code b / a}, exact; [0, Infinity] where {@code a} is 0, since no ratio is ruled out then
 * @param gap the distance between the ranges, 0 when they touch
 * @param overlap the shared part of their union by whole numbers, from 0 to 1; empty where an end is open
 */
public record Discrepancy(
        Claim a,
        Claim b,
        Overlap relation,
        Interval difference,
        RationalRange ratio,
        double gap,
        OptionalDouble overlap) {

    private static final int DIGITS = 6;

    /** Checks that nothing is null. */
    public Discrepancy {
        requireNonNull(a, "a");
        requireNonNull(b, "b");
        requireNonNull(relation, "relation");
        requireNonNull(difference, "difference");
        requireNonNull(ratio, "ratio");
        requireNonNull(overlap, "overlap");
    }

    /**
     * Compares two claims.
     *
     * @param a a claim whose figure has a number
     * @param b another about the same quantity
     * @return how they differ
     * @throws IllegalArgumentException if a figure has no number, or the quantities differ
     */
    public static Discrepancy of(Claim a, Claim b) {
        if (!a.quantity().equals(b.quantity())) {
            throw new IllegalArgumentException("b is about " + b.quantity() + ", a about " + a.quantity()
                    + ": different quantities do not differ");
        }
        Interval first = range("a", a);
        Interval second = range("b", b);
        return new Discrepancy(
                a,
                b,
                first.overlap(second),
                second.subtract(first),
                RationalRange.quotient(List.of(second), List.of(first)),
                first.distance(second),
                first.wholeNumberOverlap(second));
    }

    private static Interval range(String name, Claim claim) {
        return claim.figure()
                .range()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no number: " + claim));
    }

    /**
     * Returns the ratio between the nearer ends: how many times the lower claim the higher one is at the least.
     *
     * @return 1 or more; 1 where the claims have a number in common, infinite where one is 0 and the other is not
     */
    public double separation() {
        Interval first = range("a", a);
        Interval second = range("b", b);
        if (!first.isDisjoint(second)) {
            return 1;
        }
        double low = Math.min(first.sup(), second.sup());
        double high = Math.max(first.inf(), second.inf());
        return high / low;
    }

    /**
     * Returns both figures and how they differ: {@code Japan: killed: 21,389 killed (Japan) against 83,737 killed (Soviet
     * Union), ratio 3.91495 to 3.91496, difference 62348}.
     */
    @Override
    public String toString() {
        return a.quantity().label() + ": " + claimed(a) + " against " + claimed(b) + ", ratio " + ratio.inWords()
                + ", difference " + Decimals.inWords(difference, DIGITS)
                + (a.figure().isSoft() || b.figure().isSoft() ? ", soft" : "");
    }

    private static String claimed(Claim claim) {
        String voice = claim.claimant().isEmpty() ? String.join("; ", claim.sources()) : claim.claimant();
        return claim.figure().text() + " (" + voice + ")";
    }
}
