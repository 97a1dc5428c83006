package org.muster.interval;

import java.math.BigInteger;

/** The number mantissa · 2^exponent, positive unless stated otherwise. */
record Binary(BigInteger mantissa, long exponent) {
    /** Returns the exact product of two finite doubles of any sign. */
    static Binary product(double x, double y) {
        if (x == 0 || y == 0) {
            return new Binary(BigInteger.ZERO, 0);
        }
        Binary product = of(Math.abs(x)).multiply(of(Math.abs(y)));
        return (x < 0) == (y < 0) ? product : product.negate();
    }

    /** Returns the negative of this number of any sign. */
    Binary negate() {
        return new Binary(mantissa.negate(), exponent);
    }

    /** Returns the exact sum of numbers of any sign. */
    Binary add(Binary that) {
        long unit = Math.min(exponent, that.exponent);
        return new Binary(at(unit).add(that.at(unit)), unit);
    }

    private BigInteger at(long unit) {
        return mantissa.shiftLeft((int) (exponent - unit));
    }

    static Binary of(double positive) {
        long bits = Double.doubleToRawLongBits(positive) & 0xF_FFFF_FFFF_FFFFL;
        int exponent = Math.getExponent(positive);
        long mantissa = exponent < Double.MIN_EXPONENT ? bits : bits | 1L << 52;
        int trailingZeros = Long.numberOfTrailingZeros(mantissa);
        return new Binary(
                BigInteger.valueOf(mantissa >> trailingZeros),
                Math.max(exponent, Double.MIN_EXPONENT) - 52 + trailingZeros);
    }

    /**
     * Returns a power, computed from the first bit of n down so that no intermediate product is longer than the power
     * itself.
     */
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

    /**
     * Returns the reciprocal. That of an odd mantissa above 1 has no finite expansion, so the next number up is always
     * one more.
     */
    Binary reciprocal(int precision, boolean up) {
        int shift = mantissa.bitLength() + precision;
        BigInteger quotient = BigInteger.ONE.shiftLeft(shift).divide(mantissa);
        return new Binary(up ? quotient.add(BigInteger.ONE) : quotient, -exponent - shift);
    }

    /** Returns this number of any sign, rounded; 0 has no sign. */
    double round(boolean up) {
        if (mantissa.signum() <= 0) {
            return mantissa.signum() == 0 ? 0 : 0.0 - negate().round(!up);
        }
        return up ? Rounding.up(mantissa, exponent) : Rounding.down(mantissa, exponent);
    }
}
