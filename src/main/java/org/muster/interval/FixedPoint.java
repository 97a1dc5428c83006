package org.muster.interval;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * A real number that is known to lie between low · 2^-precision and high · 2^-precision: the working numbers of
 * {@link Elementary}.
 *
 * <p>Every bound on an error is counted in units of 2^-precision, is proved next to the loop that it belongs to, and is
 * then taken several times larger. A number too wide to be rounded requires another round with more bits.
 */
record FixedPoint(BigInteger low, BigInteger high, int precision) {
    /** The extra bits of a constant over what it is used for. */
    private static final int SPARE = 64;

    private static final FixedPoint LN_2 = logOfRatio(BigInteger.TWO, BigInteger.ONE, 512 + SPARE);

    /** Returns the natural logarithm of 2, wrong by at most two units. */
    private static FixedPoint ln2(int precision) {
        return (precision + SPARE <= LN_2.precision
                        ? LN_2
                        : logOfRatio(BigInteger.TWO, BigInteger.ONE, precision + SPARE))
                .cut(precision);
    }

    /** Returns the natural logarithm of 10 = 2³ · 5/4. */
    private static FixedPoint ln10(int precision) {
        return ln2(precision)
                .multiply(BigInteger.valueOf(3), 0)
                .add(logOfRatio(BigInteger.valueOf(5), BigInteger.valueOf(4), precision));
    }

    /** Returns the natural logarithm of x = f · 2^e with f from 1/√2 to √2, as ln f + e · ln 2. */
    static FixedPoint log(Binary x, int precision) {
        BigInteger mantissa = x.mantissa();
        // 2 · mantissa² against 2^(2 · length): below, the next smaller power of two is the nearer one.
        int length = mantissa.bitLength();
        BigInteger square = mantissa.multiply(mantissa).shiftLeft(1);
        int scale = square.bitLength() <= 2 * length ? length - 1 : length;
        return logOfRatio(mantissa, BigInteger.ONE.shiftLeft(scale), precision)
                .add(ln2(precision).multiply(BigInteger.valueOf(x.exponent() + scale), 0));
    }

    static FixedPoint log2(Binary x, int precision) {
        return log(x, precision).divide(ln2(precision));
    }

    static FixedPoint log10(Binary x, int precision) {
        return log(x, precision).divide(ln10(precision));
    }

    /**
     * Returns the natural logarithm of a ratio from 1/2 to 2: ln(a/b) = 2 · artanh t = 2 (t + t³/3 + t⁵/5 + …) with t =
     * (a − b) / (a + b), |t| ≤ 1/3.
     *
     * <p>Errors in units: t has 1, t² has 2. The error of a power of t then stays below 1/9 · 2 + 1/3 · 2 + 1 &lt; 2,
     * that of a term below 3, and the omitted terms together below 3. A term contributes more than three bits, so that
     * there are fewer than precision / 3 + 2 of them: less than 8 · precision in all.
     */
    private static FixedPoint logOfRatio(BigInteger a, BigInteger b, int precision) {
        BigInteger t = a.subtract(b).shiftLeft(precision).divide(a.add(b));
        BigInteger square = t.multiply(t).shiftRight(precision);
        BigInteger power = t;
        BigInteger sum = t;
        for (long n = 3; power.bitLength() > 1; n += 2) {
            power = power.multiply(square).shiftRight(precision);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        BigInteger error = BigInteger.valueOf(8L * precision);
        BigInteger log = sum.shiftLeft(1);
        return new FixedPoint(log.subtract(error), log.add(error), precision);
    }

    /** Encloses a double. */
    static FixedPoint of(double x, int precision) {
        Binary binary = Binary.product(x, 1);
        BigInteger one = BigInteger.ONE.shiftLeft(precision);
        return new FixedPoint(one, one, precision).multiply(binary.mantissa(), (int) binary.exponent());
    }

    private FixedPoint add(FixedPoint that) {
        return new FixedPoint(low.add(that.low), high.add(that.high), precision);
    }

    /** Multiplies by factor · 2^exponent. */
    FixedPoint multiply(BigInteger factor, int exponent) {
        BigInteger first = low.multiply(factor);
        BigInteger second = high.multiply(factor);
        return new FixedPoint(shift(first.min(second), exponent), ceilingShift(first.max(second), exponent), precision);
    }

    /** Divides by a positive number. */
    private FixedPoint divide(FixedPoint that) {
        return new FixedPoint(
                floorDivide(low.shiftLeft(precision), low.signum() < 0 ? that.low : that.high),
                floorDivide(high.shiftLeft(precision), high.signum() < 0 ? that.high : that.low)
                        .add(BigInteger.ONE),
                precision);
    }

    private FixedPoint cut(int shorter) {
        return new FixedPoint(shift(low, shorter - precision), ceilingShift(high, shorter - precision), shorter);
    }

    private static BigInteger shift(BigInteger value, int bits) {
        return bits >= 0 ? value.shiftLeft(bits) : value.shiftRight(-bits);
    }

    private static BigInteger ceilingShift(BigInteger value, int bits) {
        return shift(value.negate(), bits).negate();
    }

    private static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
        BigInteger[] quotient = dividend.divideAndRemainder(divisor);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /** Returns this number rounded, if both ends round to the same double. */
    OptionalDouble round(boolean up) {
        return agreed(new Binary(low, -precision).round(up), new Binary(high, -precision).round(up));
    }

    /**
     * Returns e to the power of this number rounded, if both ends round to the same double. This number must lie within
     * ±1000.
     */
    OptionalDouble roundedExp(boolean up) {
        return agreed(roundedExp(low, false, up), roundedExp(high, true, up));
    }

    /**
     * Returns e^z = 2^k · e^r with r = z − k · ln 2 from 0 to ln 2, and e^r = 1 + r + r²/2 + r³/6 + ….
     *
     * <p>Errors in units: r has 2 · |k| &lt; 3000, and its power twice that. A term has less than 3, the omitted terms
     * together less than 4, and there are fewer terms than bits: less than 8192 + 8 · precision in all.
     */
    private double roundedExp(BigInteger z, boolean above, boolean up) {
        BigInteger ln2 = ln2(precision).low;
        BigInteger k = floorDivide(z, ln2);
        BigInteger r = z.subtract(k.multiply(ln2));
        BigInteger term = BigInteger.ONE.shiftLeft(precision);
        BigInteger sum = term;
        for (long n = 1; term.signum() != 0; n++) {
            term = term.multiply(r).shiftRight(precision).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        BigInteger error = BigInteger.valueOf(8192 + 8L * precision);
        BigInteger mantissa = above ? sum.add(error) : sum.subtract(error);
        return new Binary(mantissa, k.longValueExact() - precision).round(up);
    }

    private static OptionalDouble agreed(double first, double second) {
        return first == second ? OptionalDouble.of(first) : OptionalDouble.empty();
    }
}
