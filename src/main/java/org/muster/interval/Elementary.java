package org.muster.interval;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Exponential, logarithms, real powers and the hypotenuse of doubles, rounded down or up without exception.
 *
 * <p>The value is enclosed in {@link FixedPoint} numbers, whose length is doubled until both ends round to the same
 * double (A. Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last bit, 1991). This
 * terminates because the arguments at which a value is itself a double are known beforehand: by Lindemann's theorem,
 * e^x and ln x are transcendental except for x = 0 and x = 1, and the other functions are a matter of prime factors.
 */
final class Elementary {
    /**
     * Enough for all but one argument in millions: 53 bits of the result and some 50 to distinguish it from the next
     * double.
     */
    private static final int FIRST_PRECISION = 128;

    /** Beyond this, e^x is above every finite double; below its negative, below every positive double. */
    private static final double OUT_OF_RANGE = 750;

    /** For smaller x, e^x lies between 1 and the next double. */
    private static final double NEXT_TO_ONE = 0x1p-55;

    /** 10^22 is the last power of ten that is a double. */
    private static final int LAST_POWER_OF_TEN = 22;

    /** 3^n has more bits than a double long before n reaches this number. */
    private static final int BITS_OF_A_DOUBLE = 53;

    private Elementary() {}

    /** Returns e^x, where minus infinity gives 0 and infinity gives infinity. */
    static double exp(double x, boolean up) {
        return x == 0 ? 1 : exp(x, up, precision -> FixedPoint.of(x, precision));
    }

    /** Returns e to the power of a number other than 0, whose approximate size is given as a double. */
    private static double exp(double size, boolean up, IntFunction<FixedPoint> number) {
        if (size > OUT_OF_RANGE) {
            return up ? Double.POSITIVE_INFINITY : Double.MAX_VALUE;
        }
        if (size < -OUT_OF_RANGE) {
            return up ? Double.MIN_VALUE : 0;
        }
        if (Math.abs(size) < NEXT_TO_ONE) {
            return up ? (size > 0 ? Math.nextUp(1.0) : 1) : (size > 0 ? 1 : Math.nextDown(1.0));
        }
        return settle(precision -> number.apply(precision).roundedExp(up));
    }

    /** Returns the natural logarithm of a number that is not negative, where 0 gives minus infinity. */
    static double log(double x, boolean up) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x;
        }
        Binary binary = Binary.of(x);
        return x == 1
                ? 0
                : settle(precision -> FixedPoint.log(binary, precision).round(up));
    }

    static double log2(double x, boolean up) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x;
        }
        Binary binary = Binary.of(x);
        return binary.mantissa().equals(BigInteger.ONE)
                ? binary.exponent()
                : settle(precision -> FixedPoint.log2(binary, precision).round(up));
    }

    static double log10(double x, boolean up) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x;
        }
        double power = 1;
        for (int exponent = 0; exponent <= LAST_POWER_OF_TEN; exponent++) {
            if (x == power) {
                return exponent;
            }
            power *= 10;
        }
        Binary binary = Binary.of(x);
        return settle(precision -> FixedPoint.log10(binary, precision).round(up));
    }

    /**
     * Returns x^y = e^(y · ln x) for x ≥ 0. Where x is 0 or infinite or y is infinite this is the limit 0 or infinity;
     * where y · ln x is 0 · infinity it is 1, as for the numbers next to it.
     */
    static double pow(double x, double y, boolean up) {
        if (x == 1 || y == 0) {
            return 1;
        }
        if (x == 0 || x == Double.POSITIVE_INFINITY || Double.isInfinite(y)) {
            return (x > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
        }
        Binary base = Binary.of(x);
        Binary exponent = Binary.of(Math.abs(y));
        OptionalDouble exact = exactPower(base, exponent, y < 0, up);
        if (exact.isPresent()) {
            return exact.getAsDouble();
        }
        BigInteger factor = y < 0 ? exponent.mantissa().negate() : exponent.mantissa();
        return exp(
                y * StrictMath.log(x),
                up,
                precision -> FixedPoint.log(base, precision).multiply(factor, (int) exponent.exponent()));
    }

    /**
     * Returns the rounded power if it may be a double. With x = m · 2^e, m odd, and y = n / 2^k, n odd, x^y is rational
     * only if x is the 2^k-th power of a rational number r, and r^n with an odd numerator above 1 is a double only if n
     * is positive and small.
     */
    private static OptionalDouble exactPower(Binary base, Binary exponent, boolean negative, boolean up) {
        BigInteger mantissa = base.mantissa();
        long scale = base.exponent();
        long halvings = -exponent.exponent();
        while (halvings > 0 && (scale & 1) == 0) {
            BigInteger[] root = mantissa.sqrtAndRemainder();
            if (root[1].signum() != 0) {
                return OptionalDouble.empty();
            }
            mantissa = root[0];
            scale /= 2;
            halvings--;
        }
        if (halvings > 0) {
            return OptionalDouble.empty();
        }
        // Exact while it matters: beyond 2^53 every power but those of 1 is out of range.
        double n = Math.scalb(exponent.mantissa().doubleValue(), (int) Math.min(-halvings, 1023));
        if (mantissa.equals(BigInteger.ONE)) {
            long power = Math.round(scale * (negative ? -n : n));
            return OptionalDouble.of(new Binary(BigInteger.ONE, Math.max(-5000, Math.min(5000, power))).round(up));
        }
        if (negative || n > BITS_OF_A_DOUBLE) {
            return OptionalDouble.empty();
        }
        double root = Math.scalb(mantissa.doubleValue(), (int) scale);
        return OptionalDouble.of(up ? IntegerPower.up(root, (int) n) : IntegerPower.down(root, (int) n));
    }

    /** Returns the square root of x² + y² for numbers that are not negative. */
    static double hypot(double x, double y, boolean up) {
        double greater = Math.max(x, y);
        double less = Math.min(x, y);
        if (less == 0 || greater == Double.POSITIVE_INFINITY) {
            return greater;
        }
        if (less < greater * 0x1p-60) {
            return up ? Math.nextUp(greater) : greater;
        }
        Binary a = Binary.of(greater);
        Binary b = Binary.of(less);
        long unit = Math.min(a.exponent(), b.exponent());
        BigInteger first = a.mantissa().shiftLeft((int) (a.exponent() - unit));
        BigInteger second = b.mantissa().shiftLeft((int) (b.exponent() - unit));
        // The root of a square of at least 128 bits has more bits than a double; one more bit represents the remainder.
        BigInteger[] root = first.multiply(first)
                .add(second.multiply(second))
                .shiftLeft(128)
                .sqrtAndRemainder();
        BigInteger sticky = root[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        return new Binary(root[0].shiftLeft(1).or(sticky), unit - 65).round(up);
    }

    private static double settle(IntFunction<OptionalDouble> attempt) {
        for (int precision = FIRST_PRECISION; ; precision *= 2) {
            OptionalDouble settled = attempt.apply(precision);
            if (settled.isPresent()) {
                return settled.getAsDouble();
            }
        }
    }
}
