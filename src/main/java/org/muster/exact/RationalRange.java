package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/**
 * A range of ratios with exact ends, from 0 up and possibly without an upper end. Ratios of counts are seldom doubles;
 * exact ends can be written as tightly as the digits allow: 3704/400 is 9.26, not the double below it.
 *
 * @param low the lower end
 * @param high the upper end; empty if there is none
 */
public record RationalRange(Rational low, Optional<Rational> high) {

    /** All ratios from 0 up: nothing is known. */
    public static final RationalRange ANY = new RationalRange(Rational.ZERO, Optional.empty());

    private static final int DIGITS = 6;

    /** Checks the order of the ends. */
    public RationalRange {
        requireNonNull(low, "low");
        if (low.signum() < 0 || high.isPresent() && low.compareTo(high.get()) > 0) {
            throw new IllegalArgumentException("low " + low + " is below 0 or above high " + high);
        }
    }

    /**
     * Returns the exact range of a product of counts divided by another product, in which each count occurs once. A
     * divisor of exactly 0 gives {@link #ANY}.
     *
     * @param numerators ranges from 0 up, not empty
     * @param denominators ranges from 0 up, not empty
     * @return the least and the greatest ratio of numbers in the ranges
     * @throws IllegalArgumentException if a range is empty or extends below 0
     */
    public static RationalRange quotient(List<Interval> numerators, List<Interval> denominators) {
        requireNonNull(numerators, "numerators");
        requireNonNull(denominators, "denominators");
        requireCounts(numerators);
        requireCounts(denominators);
        Optional<Rational> most = product(denominators, true);
        if (most.isPresent() && most.get().signum() == 0) {
            return ANY;
        }
        if (areSingle(numerators) && areSingle(denominators)) {
            Rational only = product(numerators, false).orElseThrow().divide(most.orElseThrow());
            return new RationalRange(only, Optional.of(only));
        }
        Rational least = product(denominators, false).orElseThrow();
        Rational low = product(numerators, false).orElseThrow();
        Optional<Rational> high = product(numerators, true);
        boolean vanishes = high.isPresent() && high.get().signum() == 0;
        return new RationalRange(
                most.isPresent() ? low.divide(most.get()) : Rational.ZERO,
                vanishes
                        ? high
                        : high.isEmpty() || least.signum() == 0
                                ? Optional.empty()
                                : Optional.of(high.get().divide(least)));
    }

    private static void requireCounts(List<Interval> ranges) {
        for (Interval range : ranges) {
            if (range.isEmpty() || range.inf() < 0) {
                throw new IllegalArgumentException("range " + range + " is not a range of counts");
            }
        }
    }

    private static boolean areSingle(List<Interval> ranges) {
        for (Interval range : ranges) {
            if (!range.isSingleton()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the product of the lower or upper ends; empty if it is unbounded. 0 times anything is 0. */
    private static Optional<Rational> product(List<Interval> ranges, boolean upper) {
        Rational product = Rational.of(1);
        boolean open = false;
        for (Interval range : ranges) {
            double end = upper ? range.sup() : range.inf();
            if (end == 0) {
                return Optional.of(Rational.ZERO);
            }
            if (Double.isInfinite(end)) {
                open = true;
            } else {
                product = product.multiply(Rational.of(end));
            }
        }
        return open ? Optional.empty() : Optional.of(product);
    }

    /**
     * Returns the smallest range that contains both.
     *
     * @param other a range
     * @return from the lower of the low ends to the higher of the high ends
     */
    public RationalRange convexHull(RationalRange other) {
        return new RationalRange(
                low.compareTo(other.low) <= 0 ? low : other.low,
                high.isEmpty() || other.high.isEmpty()
                        ? Optional.empty()
                        : high.get().compareTo(other.high.get()) >= 0 ? high : other.high);
    }

    /**
     * Returns the tightest interval of doubles around this range.
     *
     * @return an interval that contains this range
     */
    public Interval toInterval() {
        return Interval.of(
                low.around().inf(), high.isPresent() ? high.get().around().sup() : Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the lower end as text, rounded down.
     *
     * @param significantDigits the most significant digits of an end that is not whole
     * @return the text
     */
    public String lowText(int significantDigits) {
        return low.toDecimal(significantDigits, RoundingMode.FLOOR);
    }

    /**
     * Returns the upper end as text, rounded up.
     *
     * @param significantDigits the most significant digits of an end that is not whole
     * @return the text, {@code Infinity} if there is no upper end
     */
    public String highText(int significantDigits) {
        return high.isPresent() ? high.get().toDecimal(significantDigits, RoundingMode.CEILING) : "Infinity";
    }

    /**
     * Returns the range in words, rounded outward: {@code 3.91495 to 3.91496}, {@code at least 2}.
     *
     * @return the words, with six significant digits
     */
    public String inWords() {
        return Decimals.inWords(lowText(DIGITS), highText(DIGITS));
    }

    /** Returns the range with six significant digits, rounded outward: {@code [3.91495, 3.91496]}. */
    @Override
    public String toString() {
        return "[" + lowText(DIGITS) + ", " + highText(DIGITS) + "]";
    }
}
