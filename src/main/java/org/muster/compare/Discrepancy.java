package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.interval.Overlap;

/**
 * How two statements about one quantity differ, as written: nothing is widened. The lower statement stands first, of equal
 * ranges the firm one, then that of the lesser date as written: the order of the claims does not matter.
 *
 * @param a the lower statement
 * @param b the higher statement
 * @param relation how the range of {@code a} relates to that of {@code b}: such as {@code before}
 * @param difference {@code b − a}, tightest; exact up to 2^53
 * @param ratio {@code b / a}, exact; [0, Infinity] where {@code a} is 0, since no ratio is ruled out then
 * @param gap the distance between the ranges, 0 when they touch
 * @param overlap the share of the whole numbers in either range that are in both, from 0 to 1; empty where an end is
 *     open
 */
public record Discrepancy(
        Statement a,
        Statement b,
        Overlap relation,
        Interval difference,
        RationalRange ratio,
        double gap,
        OptionalDouble overlap) {

    /** Statements that may be of one date before those of different dates, then the widest disagreement first. */
    static final Comparator<Discrepancy> WIDEST_FIRST =
            Comparator.comparing(Discrepancy::isOfDifferentDates).thenComparing(Discrepancy::compareSeparation);

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
     * Compares two statements.
     *
     * @param one a statement
     * @param other another about the same quantity
     * @return how they differ, the lower one first
     * @throws IllegalArgumentException if the quantities differ
     */
    public static Discrepancy of(Statement one, Statement other) {
        if (!one.quantity().equals(other.quantity())) {
            throw new IllegalArgumentException("one is about " + one.quantity() + ", other about " + other.quantity()
                    + "; expected two statements about the same quantity");
        }
        boolean inOrder = Statement.BY_RANGE.compare(one, other) <= 0;
        Statement a = inOrder ? one : other;
        Statement b = inOrder ? other : one;
        return new Discrepancy(
                a,
                b,
                a.range().overlap(b.range()),
                b.range().subtract(a.range()),
                RationalRange.quotient(List.of(b.range()), List.of(a.range())),
                a.range().distance(b.range()),
                a.range().wholeNumberOverlap(b.range()));
    }

    /**
     * Returns what the statements are about.
     *
     * @return the quantity of both
     */
    public Quantity quantity() {
        return a.quantity();
    }

    /**
     * Returns whether the statements are of different dates, so that both may be true.
     *
     * @return whether both dates are given and have no day in common
     */
    public boolean isOfDifferentDates() {
        return a.asOf().isDifferentFrom(b.asOf());
    }

    /**
     * Returns the ratio between the nearer ends: how many times as great the higher statement is as the lower one, at
     * the least.
     *
     * @return 1 or more, to nearest; 1 where the statements have a number in common, infinite where one is 0 and the
     *     other is not
     */
    public double separation() {
        return isApart() ? b.range().inf() / a.range().sup() : 1;
    }

    /** Whether no number fits both; the lower statement stands first. */
    private boolean isApart() {
        return a.range().sup() < b.range().inf();
    }

    /** The greater separation first, compared exactly: division may round two that differ to one double. */
    private int compareSeparation(Discrepancy other) {
        double mine = separation();
        double its = other.separation();
        if (mine != its || mine == Double.POSITIVE_INFINITY || !isApart() && !other.isApart()) {
            return Double.compare(its, mine);
        }
        return other.nearerHigh().multiply(nearerLow()).compareTo(nearerHigh().multiply(other.nearerLow()));
    }

    private BigDecimal nearerLow() {
        return isApart() ? new BigDecimal(a.range().sup()) : BigDecimal.ONE;
    }

    private BigDecimal nearerHigh() {
        return isApart() ? new BigDecimal(b.range().inf()) : BigDecimal.ONE;
    }

    /**
     * Returns both statements and how they differ: {@code Japan: killed: 21,389 killed (Japan) against 83,737 killed
     * (Soviet Union), ratio 3.91495 to 3.91496, difference 62348}.
     */
    @Override
    public String toString() {
        return quantity().label() + ": " + a + " against " + b + ", ratio " + ratio.inWords() + ", difference "
                + Decimals.inWords(difference, DIGITS) + (a.soft() || b.soft() ? ", soft" : "");
    }
}
