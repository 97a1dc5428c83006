package org.muster.interval;

import java.math.BigInteger;

/**
 * Whole powers of doubles rounded down or up.
 *
 * <p>The exact power of a double can have 10^11 bits, so it is enclosed between two numbers of bounded length, and the
 * length is doubled until both round to the same double (A. Ziv, Fast evaluation of elementary mathematical functions
 * with correctly rounded last bit, 1991). This terminates: with x = m · 2^e, m odd, a power is a double only if m = 1
 * or if m^n has at most 53 bits, and then nothing is cut off.
 */
final class IntegerPower {
    /**
     * Enough for a small exponent: 53 bits of the result and 27 to distinguish it from the next double. Every squaring
     * may double the error, so a large exponent takes another round.
     */
    private static final int FIRST_PRECISION = 80;

    private IntegerPower() {}

    /**
     * Returns the largest double that is not above x^n, for n other than 0, x not negative if n is even, not 0 if n is
     * negative.
     */
    static double down(double x, int n) {
        return x < 0 ? 0.0 - magnitude(-x, n, true) : magnitude(x, n, false);
    }

    /**
     * Returns the smallest double that is not below x^n, for n other than 0, x not negative if n is even, not 0 if n is
     * negative.
     */
    static double up(double x, int n) {
        return x < 0 ? 0.0 - magnitude(-x, n, false) : magnitude(x, n, true);
    }

    private static double magnitude(double x, int n, boolean up) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return n > 0 ? x : 0;
        }
        Binary base = Binary.of(x);
        if (base.mantissa().equals(BigInteger.ONE)) {
            return new Binary(BigInteger.ONE, base.exponent() * n).round(up);
        }
        for (int precision = FIRST_PRECISION; ; precision *= 2) {
            Binary low = base.pow(Math.abs((long) n), precision, false);
            Binary high = base.pow(Math.abs((long) n), precision, true);
            double first = (n > 0 ? low : high.reciprocal(precision, false)).round(up);
            double second = (n > 0 ? high : low.reciprocal(precision, true)).round(up);
            if (first == second) {
                return first;
            }
        }
    }
}
