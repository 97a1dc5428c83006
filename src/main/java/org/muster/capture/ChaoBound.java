package org.muster.capture;

import java.util.Optional;
import org.muster.exact.Rational;
import org.muster.interval.Interval;

/**
 * Chao's lower bound of the number of victims: it needs only how many were seen, how many of these on exactly one list and
 * how many on exactly two, and allows that some people are more likely than others to be listed at all. All three counts
 * may be ranges, each of which contains one true whole number.
 *
 * <p>A. Chao, Estimating the population size for capture-recapture data with unequal catchability, Biometrics 43, 1987; the
 * factor (t − 1)/t for t lists, without which the bound is for many lists, and the form without bias: A. Chao, Estimating
 * population size for sparse data in capture-recapture experiments, Biometrics 45, 1989.
 *
 * @param seen S, the number of different people on all lists
 * @param once f₁, the number on exactly one list
 * @param twice f₂, the number on exactly two lists
 */
public record ChaoBound(Interval seen, Interval once, Interval twice) {

    /**
     * Checks the counts and reduces them to whole numbers.
     *
     * @throws IllegalArgumentException if a range has no whole number from 0 up or an end beyond 2⁵³, or if those on one
     *     and on two lists are together more than those seen, whatever the numbers are
     */
    public ChaoBound {
        seen = Whole.require(seen, "seen");
        once = Whole.require(once, "once");
        twice = Whole.require(twice, "twice");
        if (once.inf() + twice.inf() > seen.sup()) {
            throw new IllegalArgumentException(
                    "seen: " + seen + " is less than those seen once, " + once + ", and twice, " + twice);
        }
    }

    /**
     * Returns the bound for many lists, S + f₁²/(2f₂) (Chao 1987).
     *
     * @return the tightest interval over all choices of whole numbers with f₁ + f₂ ≤ S. Choices with f₁ above 0 and f₂ = 0
     *     have no bound: if there are such choices the upper end is Infinity, and if there are no others the interval is empty
     */
    public Interval forManyLists() {
        return range(Rational.ONE, Rational.ZERO, Rational.ZERO);
    }

    /**
     * Returns the bound for a number of lists, S + ((t − 1)/t) f₁²/(2f₂) (Chao 1989).
     *
     * @param lists t, at least 2
     * @return the tightest interval, as for {@link #forManyLists}
     * @throws IllegalArgumentException if there are fewer than two lists
     */
    public Interval forLists(int lists) {
        if (lists < 2) {
            throw new IllegalArgumentException("lists: " + lists + " is less than 2");
        }
        return range(Rational.of(lists - 1, lists), Rational.ZERO, Rational.ZERO);
    }

    /**
     * Returns the bound without bias, S + f₁(f₁ − 1)/(2(f₂ + 1)), which exists also where nobody is on two lists.
     *
     * @return the tightest interval over all choices of whole numbers with f₁ + f₂ ≤ S
     */
    public Interval biasCorrected() {
        return range(Rational.ONE, Rational.ONE, Rational.ONE);
    }

    /** Returns the range of S + factor · f₁(f₁ − less)/(2(f₂ + more)). */
    private Interval range(Rational factor, Rational less, Rational more) {
        double fewest = once.inf();
        boolean divides = more.signum() > 0 || fewest == 0;
        double from = divides ? twice.inf() : Math.max(1, twice.inf());
        // Beyond this, the bound rises with f₂ alone.
        double most = Math.max(from, Math.max(seen.inf(), fewest) + 1);
        double to = Math.min(Math.min(twice.sup(), seen.sup() - fewest), most);
        if (from > to) {
            return Interval.EMPTY;
        }
        // The bound is convex in f₂: the first difference that is not below 0 is at its least value.
        while (from < to) {
            double middle = Math.floor(from + (to - from) / 2);
            if (least(fewest, middle + 1, factor, less, more).compareTo(least(fewest, middle, factor, less, more))
                    >= 0) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return Whole.tightest(least(fewest, from, factor, less, more), greatest(factor, less, more));
    }

    private Rational least(double f1, double f2, Rational factor, Rational less, Rational more) {
        return Rational.of(Math.max(seen.inf(), f1 + f2)).add(unseen(f1, f2, factor, less, more));
    }

    private Optional<Rational> greatest(Rational factor, Rational less, Rational more) {
        double f2 = twice.inf();
        double f1 = Math.min(once.sup(), seen.sup() - f2);
        boolean isOpen = seen.sup() == Double.POSITIVE_INFINITY || more.signum() == 0 && f2 == 0 && f1 > 0;
        return isOpen ? Optional.empty() : Optional.of(Rational.of(seen.sup()).add(unseen(f1, f2, factor, less, more)));
    }

    private static Rational unseen(double f1, double f2, Rational factor, Rational less, Rational more) {
        if (f1 == 0) {
            return Rational.ZERO;
        }
        Rational n = Rational.of(f1);
        return factor.multiply(n)
                .multiply(n.subtract(less))
                .divide(Rational.of(f2).add(more).multiply(Rational.of(2)));
    }
}
