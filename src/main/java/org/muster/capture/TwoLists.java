package org.muster.capture;

import java.util.Optional;
import org.muster.exact.Rational;
import org.muster.interval.Interval;

/**
 * Two lists of victims, of which some stand on both. The sizes of the lists and of the overlap may be ranges, each of
 * which contains one true whole number; a range without an upper end is allowed. Estimates are the exact ranges over all
 * choices of whole numbers in which the overlap is not greater than either list.
 *
 * <p>The estimates assume that whether a victim is on one list has nothing to do with whether he is on the other. If
 * the same people tend to be on both, they are too low. An estimate rises with the size of each list and falls with the
 * overlap, so its ends are attained at ends, where the overlap may be.
 *
 * @param first the size of the first list
 * @param second the size of the second list
 * @param both the number of those on both lists
 */
public record TwoLists(Interval first, Interval second, Interval both) {

    /**
     * Checks the counts and reduces them to whole numbers.
     *
     * @throws IllegalArgumentException if a range has no whole number from 0 up or an end beyond 2⁵³, or if the overlap
     *     cannot be as small as both lists
     */
    public TwoLists {
        first = Whole.require(first, "first");
        second = Whole.require(second, "second");
        both = Whole.require(both, "both");
        if (both.inf() > Math.min(first.sup(), second.sup())) {
            throw new IllegalArgumentException(
                    "both: " + both + " is more than the lists, " + first + " and " + second);
        }
    }

    /**
     * Returns the estimate of Lincoln and Petersen: n₁n₂/m for lists of n₁ and n₂ with m in both. C. G. J. Petersen, Report
     * of the Danish Biological Station 6, 1896; F. C. Lincoln, U. S. Department of Agriculture Circular 118, 1930.
     *
     * @return the tightest interval of all estimates; the upper end is Infinity if perhaps nobody is on both lists, and
     *     the interval is empty if certainly nobody is, for then there is no estimate
     */
    public Interval lincolnPetersen() {
        if (most() < 1) {
            return Interval.EMPTY;
        }
        double m = least(Math.max(1, both.inf()));
        Rational low = count(Math.max(first.inf(), m))
                .multiply(count(Math.max(second.inf(), m)))
                .divide(count(m));
        Optional<Rational> high = both.inf() < 1 || isOpen()
                ? Optional.empty()
                : Optional.of(count(first.sup()).multiply(count(second.sup())).divide(count(both.inf())));
        return Whole.tightest(low, high);
    }

    /**
     * Returns Chapman's estimate (n₁ + 1)(n₂ + 1)/(m + 1) − 1, which exists also where nobody is on both lists and is
     * less biased. D. G. Chapman, Some properties of the hypergeometric distribution with applications to zoological sample
     * censuses, University of California Publications in Statistics 1, 1951.
     *
     * @return the tightest interval of all estimates
     */
    public Interval chapman() {
        double m = least(both.inf());
        Optional<Rational> high =
                isOpen() ? Optional.empty() : Optional.of(chapman(first.sup(), second.sup(), both.inf()));
        return Whole.tightest(chapman(Math.max(first.inf(), m), Math.max(second.inf(), m), m), high);
    }

    private static Rational chapman(double n1, double n2, double m) {
        return count(n1 + 1).multiply(count(n2 + 1)).divide(count(m + 1)).subtract(Rational.ONE);
    }

    /**
     * Returns the standard error of Chapman's estimate, √((n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m)/((m + 1)²(m + 2))). G. A. F.
     * Seber, The effects of trap response on tag recapture estimates, Biometrics 26, 1970.
     *
     * @return an interval of all standard errors, each end off by at most two units in the last place
     */
    public Interval chapmanError() {
        double m = least(both.inf());
        Optional<Rational> high =
                isOpen() ? Optional.empty() : Optional.of(variance(first.sup(), second.sup(), both.inf()));
        return Whole.tightest(variance(Math.max(first.inf(), m), Math.max(second.inf(), m), m), high)
                .sqrt();
    }

    private static Rational variance(double n1, double n2, double m) {
        Rational above =
                count(n1 + 1).multiply(count(n2 + 1)).multiply(count(n1 - m)).multiply(count(n2 - m));
        return above.divide(count(m + 1).multiply(count(m + 1)).multiply(count(m + 2)));
    }

    private static Rational count(double whole) {
        return Rational.of(whole);
    }

    private boolean isOpen() {
        return first.sup() == Double.POSITIVE_INFINITY || second.sup() == Double.POSITIVE_INFINITY;
    }

    /** Returns the greatest possible overlap. */
    private double most() {
        return Math.min(both.sup(), Math.min(first.sup(), second.sup()));
    }

    /**
     * Returns the overlap at which an estimate is least. An overlap above a list's least size makes the list grow with it;
     * once both grow, so does the estimate.
     */
    private double least(double atLeast) {
        return Math.max(atLeast, Math.min(most(), Math.max(first.inf(), second.inf())));
    }
}
