package org.muster.interval;

import java.math.BigInteger;

/**
 * A sum of finite doubles without any rounding: a fixed-point number in units of the least double, 2^-1074, in digits of
 * 32 bits whose carries are put off (R. M. Neal, Fast exact summation using small and large superaccumulators, 2015).
 */
final class ExactSum {
    private static final int DIGIT = 32;

    /** Bits of the greatest double, carries of 2^31 summands, and what a shifted significand overhangs. */
    private static final int DIGITS = (2098 + 31) / DIGIT + 3;

    private static final long LOW = 0xffff_ffffL;

    /** Each summand adds less than 2^33 to a digit. */
    private static final int BEFORE_CARRY = 1 << 29;

    private final long[] digits = new long[DIGITS];
    private int uncarried;

    void add(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        long significand = bits & 0xf_ffff_ffff_ffffL;
        if (exponent != 0) {
            significand |= 1L << 52;
            exponent--;
        }
        int at = exponent / DIGIT;
        int shift = exponent % DIGIT;
        long low = (significand & LOW) << shift;
        long high = (significand >>> DIGIT) << shift;
        long sign = bits >> 63;
        // (d ^ sign) - sign is d or its opposite.
        digits[at] += ((low & LOW) ^ sign) - sign;
        digits[at + 1] += (((low >>> DIGIT) + (high & LOW)) ^ sign) - sign;
        digits[at + 2] += ((high >>> DIGIT) ^ sign) - sign;
        uncarried++;
        if (uncarried == BEFORE_CARRY) {
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < DIGITS - 1; i++) {
            digits[i + 1] += digits[i] >> DIGIT;
            digits[i] &= LOW;
        }
        uncarried = 0;
    }

    /** The sum in units of 2^-1074. */
    private BigInteger units() {
        carry();
        byte[] bytes = new byte[DIGITS * 4 + 4];
        long top = digits[DIGITS - 1];
        for (int i = 0; i < DIGITS; i++) {
            for (int b = 0; b < 4; b++) {
                bytes[bytes.length - 1 - 4 * i - b] = (byte) (digits[i] >> (8 * b));
            }
        }
        for (int b = 0; b < 4; b++) {
            bytes[3 - b] = (byte) (top >> (DIGIT + 8 * b));
        }
        return new BigInteger(bytes);
    }

    /** The largest double that is not above the sum over the divisor: the grid of units holds every double. */
    double down(int divisor) {
        return down(units(), BigInteger.valueOf(divisor));
    }

    /** The smallest double that is not below the sum over the divisor. */
    double up(int divisor) {
        return 0.0 - down(units().negate(), BigInteger.valueOf(divisor));
    }

    private static double down(BigInteger units, BigInteger divisor) {
        BigInteger[] parts = units.divideAndRemainder(divisor);
        if (units.signum() >= 0) {
            return parts[0].signum() == 0 ? 0 : Rounding.down(parts[0], -1074);
        }
        BigInteger magnitude = parts[0].negate();
        return 0.0 - Rounding.up(parts[1].signum() == 0 ? magnitude : magnitude.add(BigInteger.ONE), -1074);
    }
}
