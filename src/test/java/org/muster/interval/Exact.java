package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The oracle of the arithmetic tests: an extended real number as a fraction of whole numbers, computed without
 * rounding. A denominator of 0 means infinity.
 */
record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {
    static final Exact ZERO = of(0);
    static final Exact INFINITY = new Exact(BigInteger.ONE, BigInteger.ZERO);
    static final Exact MINUS_INFINITY = INFINITY.negate();

    static Exact of(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITY : MINUS_INFINITY;
        }
        return of(new BigDecimal(value));
    }

    static Exact of(BigDecimal value) {
        return value.scale() > 0
                ? new Exact(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Exact(value.toBigIntegerExact(), BigInteger.ONE);
    }

    boolean isInfinite() {
        return denominator.signum() == 0;
    }

    int signum() {
        return numerator.signum();
    }

    Exact negate() {
        return new Exact(numerator.negate(), denominator);
    }

    Exact abs() {
        return new Exact(numerator.abs(), denominator);
    }

    /** The caller never adds infinities of opposite sign. */
    Exact add(Exact that) {
        if (isInfinite()) {
            return this;
        }
        if (that.isInfinite()) {
            return that;
        }
        return new Exact(
                numerator.multiply(that.denominator).add(that.numerator.multiply(denominator)),
                denominator.multiply(that.denominator));
    }

    /** Zero times infinity is zero: the limit of 0 · y as y grows. */
    Exact multiply(Exact that) {
        if (signum() == 0 || that.signum() == 0) {
            return ZERO;
        }
        return isInfinite() || that.isInfinite()
                ? new Exact(BigInteger.valueOf((long) signum() * that.signum()), BigInteger.ZERO)
                : new Exact(numerator.multiply(that.numerator), denominator.multiply(that.denominator));
    }

    /** Of a number other than 0; that of infinity is 0. */
    Exact reciprocal() {
        return isInfinite() ? ZERO : new Exact(denominator.multiply(BigInteger.valueOf(signum())), numerator.abs());
    }

    Exact pow(int n) {
        return new Exact(numerator.pow(n), denominator.pow(n));
    }

    @Override
    public int compareTo(Exact that) {
        if (isInfinite() || that.isInfinite()) {
            return Integer.compare(isInfinite() ? signum() : 0, that.isInfinite() ? that.signum() : 0);
        }
        return numerator.multiply(that.denominator).compareTo(that.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Exact that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return signum();
    }

    /** A set of extended reals between two exact ends; null stands for the empty set. */
    record Range(Exact low, Exact high) {
        static Range of(Interval interval) {
            return interval.isEmpty() ? null : new Range(Exact.of(interval.inf()), Exact.of(interval.sup()));
        }

        Range add(Range that) {
            return new Range(low.add(that.low), high.add(that.high));
        }

        Range negate() {
            return new Range(high.negate(), low.negate());
        }

        Range multiply(Range that) {
            return hull(List.of(
                    low.multiply(that.low),
                    low.multiply(that.high),
                    high.multiply(that.low),
                    high.multiply(that.high)));
        }

        /** The product with the reciprocals of the negative and of the positive part of the divisor, joined. */
        Range divide(Range that) {
            List<Exact> ends = new ArrayList<>();
            if (that.low.signum() < 0) {
                Exact nearZero = that.high.signum() < 0 ? that.high.reciprocal() : MINUS_INFINITY;
                Range part = multiply(new Range(nearZero, that.low.reciprocal()));
                ends.add(part.low);
                ends.add(part.high);
            }
            if (that.high.signum() > 0) {
                Exact nearZero = that.low.signum() > 0 ? that.low.reciprocal() : INFINITY;
                Range part = multiply(new Range(that.high.reciprocal(), nearZero));
                ends.add(part.low);
                ends.add(part.high);
            }
            return ends.isEmpty() ? null : hull(ends);
        }

        Range pow(int n) {
            if (n < 0) {
                return new Range(Exact.of(1), Exact.of(1)).divide(pow(-n));
            }
            List<Exact> ends = new ArrayList<>(List.of(low.pow(n), high.pow(n)));
            if (low.signum() < 0 && high.signum() > 0) {
                ends.add(ZERO.pow(n));
            }
            return hull(ends);
        }

        static Range hull(List<Exact> ends) {
            return new Range(
                    ends.stream().min(Comparator.naturalOrder()).orElseThrow(),
                    ends.stream().max(Comparator.naturalOrder()).orElseThrow());
        }
    }

    /** Asserts that an interval encloses a range, and that with the next double as an end it no longer would. */
    static void assertTightest(Range expected, Interval actual) {
        if (expected == null) {
            assertEquals(Interval.EMPTY, actual);
            return;
        }
        assertFalse(actual.isEmpty(), "empty");
        assertLargestBelow(expected.low, actual.inf());
        assertLargestBelow(expected.high.negate(), 0.0 - actual.sup());
        assertFalse(isNegativeZero(actual.inf()) || isNegativeZero(actual.sup()), "negative zero");
    }

    private static void assertLargestBelow(Exact exact, double actual) {
        assertTrue(Exact.of(actual).compareTo(exact) <= 0, () -> actual + " does not bound " + exact);
        if (exact.isInfinite()) {
            return;
        }
        double next = Math.nextUp(actual);
        assertTrue(Exact.of(next).compareTo(exact) > 0, () -> actual + " is not the tightest, " + next + " would do");
    }

    static boolean isNegativeZero(double value) {
        return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(-0.0);
    }
}
