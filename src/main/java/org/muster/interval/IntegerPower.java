package org.muster.interval;

import java.math.BigInteger;

/**
 * Whole powers of doubles rounded down or up.
 *
 * <p>The exact power of a double can have 10^11 bits, so it is enclosed between two numbers of bounded length, and the
 * length is doubled until both round to the same double (A. Ziv, Fast evaluation of elementary mathematical
 * functions with correctly rounded last bit, 1991). That ends: with x = m · 2^e, m odd, a power is a double only if m =
 * 1 or if m^n has at most 53 bits, and then nothing is cut off.
 */
final class IntegerPower {
    /**
     * Enough for a small exponent: 53 bits of the answer and 27 to tell it from the next double. Every squaring may
     * double what was cut off, so a large exponent takes another round.
     */
    private static final int FIRST_PRECISION = 80;

    private IntegerPower() {}

    /**
     * The largest double that is not above x^n, for n other than 0, x not negative if n is even, not 0 if n is
     * negative.
     */
    static double down(double x, int n) {
        return x < 0 ? 0.0 - magnitude(-x, n, true) : magnitude(x, n, false);
    }

    /**
     * The smallest double that is not below x^n, for n other than 0, x not negative if n is even, not 0 if n is
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
        if (base.mantissa.equals(BigInteger.ONE)) {
            return new Binary(BigInteger.ONE, base.exponent * n).round(up);
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

    /** The positive number mantissa · 2^exponent. */
    private record Binary(BigInteger mantissa, long exponent) {
        static Binary of(double positive) {
            long bits = Double.doubleToRawLongBits(positive) & 0xF_FFFF_FFFF_FFFFL;
            int exponent = Math.getExponent(positive);
            long mantissa = exponent < Double.MIN_EXPONENT ? bits : bits | 1L << 52;
            int trailingZeros = Long.numberOfTrailingZeros(mantissa);
            return new Binary(
                    BigInteger.valueOf(mantissa >> trailingZeros),
                    Math.max(exponent, Double.MIN_EXPONENT) - 52 + trailingZeros);
        }

        /** From the first bit of n down, so that no intermediate product is longer than the power itself. */
        Binary pow(long n, int precision, boolean up) {
            Binary power = this;
            for (long bit = Long.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
                power = power.multiply(power).cut(precision, up);
                if ((n & bit) != 0) {
                    power = power.multiply(this).cut(precision, up);
                }
            }
            return power;
        }

        private Binary multiply(Binary that) {
            return new Binary(mantissa.multiply(that.mantissa), exponent + that.exponent);
        }

        private Binary cut(int precision, boolean up) {
            int excess = mantissa.bitLength() - precision;
            if (excess <= 0) {
                return this;
            }
            BigInteger kept = mantissa.shiftRight(excess);
            boolean exact = mantissa.getLowestSetBit() >= excess;
            return new Binary(up && !exact ? kept.add(BigInteger.ONE) : kept, exponent + excess);
        }

        /** Of an odd mantissa above 1 the reciprocal never ends, so the next number up is always one more. */
        Binary reciprocal(int precision, boolean up) {
            int shift = mantissa.bitLength() + precision;
            BigInteger quotient = BigInteger.ONE.shiftLeft(shift).divide(mantissa);
            return new Binary(up ? quotient.add(BigInteger.ONE) : quotient, -exponent - shift);
        }

        double round(boolean up) {
            return up ? Rounding.up(mantissa, exponent) : Rounding.down(mantissa, exponent);
        }
    }
}
