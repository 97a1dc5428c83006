package org.muster.interval;

import java.math.BigInteger;

/**
 * A sum of doubles and of products of two doubles without any rounding, as long as all of them are finite.
 *
 * <p>The sum is a fixed-point number wide enough for every product of two doubles, in digits of 32 bits (U. W. Kulisch,
 * Computer Arithmetic and Validity, 2008). Each digit has a long of its own and carries are propagated only
 * occasionally, so that adding a number touches at most five digits.
 */
final class ExactSum {
    /** The last bit of the least product: 2^-1074 · 2^-1074. */
    private static final int LAST_BIT = -2148;

    /** From {@link #LAST_BIT} to 2^2048 and the carries of 2^63 summands. */
    private static final int DIGITS = (2148 + 2048 + 64) / 32 + 3;

    private static final long DIGIT = 0xFFFF_FFFFL;

    /** A digit receives summands below 2^32, so a long could hold a thousand times as many. */
    private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 20;

    /** Enough for a quotient by any int to have more bits than a double. */
    private static final int MORE_BITS = 128;

    private final long[] digits = new long[DIGITS];
    private int additions;

    void add(double value) {
        addProduct(value, 1);
    }

    void addProduct(double x, double y) {
        if (x == 0 || y == 0) {
            return;
        }
        long a = significand(x);
        long b = significand(y);
        int position = Math.addExact(lastBit(x), lastBit(y)) - LAST_BIT;
        boolean negative = (x < 0) != (y < 0);
        int digit = position >> 5;
        int shift = position & 31;
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        // The product has at most 106 bits in four parts of 32, each of which falls across two digits.
        put(digit, low & DIGIT, shift, negative);
        put(digit + 1, low >>> 32, shift, negative);
        put(digit + 2, high & DIGIT, shift, negative);
        put(digit + 3, high >>> 32, shift, negative);
        additions += 2;
        if (additions >= ADDITIONS_BETWEEN_CARRIES) {
            carry();
        }
    }

    private void put(int digit, long part, int shift, boolean negative) {
        long shifted = part << shift;
        digits[digit] += negative ? -(shifted & DIGIT) : shifted & DIGIT;
        digits[digit + 1] += negative ? -(shifted >>> 32) : shifted >>> 32;
    }

    private static long significand(double value) {
        long bits = Double.doubleToRawLongBits(value) & 0xF_FFFF_FFFF_FFFFL;
        return Math.getExponent(value) < Double.MIN_EXPONENT ? bits : bits | 1L << 52;
    }

    private static int lastBit(double value) {
        return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    }

    /** Propagates carries, so that every digit but the first is from 0 to 2^32 − 1; the first carries the sign. */
    private void carry() {
        for (int i = 0; i < DIGITS - 1; i++) {
            digits[i + 1] += digits[i] >> 32;
            digits[i] &= DIGIT;
        }
        additions = 0;
    }

    private BigInteger total() {
        carry();
        BigInteger total = BigInteger.valueOf(digits[DIGITS - 1]);
        byte[] bytes = new byte[1 + 4 * (DIGITS - 1)];
        for (int i = 0; i < DIGITS - 1; i++) {
            for (int j = 0; j < 4; j++) {
                bytes[bytes.length - 1 - 4 * i - j] = (byte) (digits[i] >> 8 * j);
            }
        }
        return total.shiftLeft(32 * (DIGITS - 1)).add(new BigInteger(bytes));
    }

    /** Returns the sum rounded to nearest; +0 if it is 0. */
    double nearest() {
        BigInteger total = total();
        return switch (total.signum()) {
            case 0 -> 0;
            case 1 -> Rounding.nearest(total, LAST_BIT);
            default -> -Rounding.nearest(total.negate(), LAST_BIT);
        };
    }

    double down() {
        return down(1);
    }

    double up() {
        return up(1);
    }

    /** Returns the sum divided by a positive number and rounded down. */
    double down(int divisor) {
        return quotient(divisor).round(false);
    }

    /** Returns the sum divided by a positive number and rounded up. */
    double up(int divisor) {
        return quotient(divisor).round(true);
    }

    /**
     * Returns the quotient or, if it does not terminate, a number between the same two doubles: a last bit represents
     * the rest.
     */
    private Binary quotient(int divisor) {
        if (divisor == 1) {
            return new Binary(total(), LAST_BIT);
        }
        BigInteger[] quotient = total().shiftLeft(MORE_BITS).divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger twice = quotient[0].shiftLeft(1).add(BigInteger.valueOf(quotient[1].signum()));
        return new Binary(twice, LAST_BIT - MORE_BITS - 1);
    }
}
