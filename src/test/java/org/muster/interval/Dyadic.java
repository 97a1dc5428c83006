package org.muster.interval;

import java.math.BigInteger;

/**
 * A quick oracle for many cases: the exact number mantissa · 2^exponent, or an infinity. Sums, products and comparisons
 * of doubles need nothing else, and shifts are far cheaper than fractions.
 */
record Dyadic(BigInteger mantissa, int exponent, boolean infinite) implements Comparable<Dyadic> {
    static Dyadic of(double value) {
        if (Double.isInfinite(value)) {
            return new Dyadic(BigInteger.valueOf((long) Math.signum(value)), 0, true);
        }
        int unit = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        // In two steps, since 2^1074 is no double; both are exact.
        return new Dyadic(
                BigInteger.valueOf((long) Math.scalb(Math.scalb(value, -(unit / 2)), unit / 2 - unit)), unit, false);
    }

    int signum() {
        return mantissa.signum();
    }

    Dyadic negate() {
        return new Dyadic(mantissa.negate(), exponent, infinite);
    }

    /** Zero times infinity is zero. */
    Dyadic multiply(Dyadic that) {
        if (signum() == 0 || that.signum() == 0) {
            return of(0);
        }
        return infinite || that.infinite
                ? new Dyadic(BigInteger.valueOf((long) signum() * that.signum()), 0, true)
                : new Dyadic(mantissa.multiply(that.mantissa), exponent + that.exponent, false);
    }

    /** The caller never adds infinities of opposite sign. */
    Dyadic add(Dyadic that) {
        if (infinite || that.infinite) {
            return infinite ? this : that;
        }
        int unit = Math.min(exponent, that.exponent);
        return new Dyadic(at(unit).add(that.at(unit)), unit, false);
    }

    private BigInteger at(int unit) {
        return mantissa.shiftLeft(exponent - unit);
    }

    @Override
    public int compareTo(Dyadic that) {
        if (infinite || that.infinite) {
            return Integer.compare(infinite ? signum() : 0, that.infinite ? that.signum() : 0);
        }
        if (signum() != that.signum()) {
            return Integer.compare(signum(), that.signum());
        }
        int unit = Math.min(exponent, that.exponent);
        return at(unit).compareTo(that.at(unit));
    }
}
