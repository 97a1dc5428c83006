package org.muster.interval;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Arithmetic on doubles rounded down or up: the largest double that is not above the exact result, or the smallest that
 * is not below it.
 *
 * <p>The JVM only rounds to nearest. Every method here rounds to nearest, finds the sign of the residual exactly and
 * steps to the next double if the rounding went the wrong way. In the common case the step is added to the bits,
 * without a branch: branch prediction cannot foresee which results are exact. No rounding mode is changed, so neither
 * threads nor compilers can interfere.
 *
 * <p>No method returns a negative zero for operands that are free of it.
 */
final class Rounding {
    /**
     * From here up, the residual of a product, quotient or square root cannot underflow: two factors of 53 bits leave
     * at most 106 bits, and 2^-968 is 106 bits above the smallest double.
     */
    private static final double SAFE = 0x1p-968;

    /** A whole number of so many decimal digits is a double: 10^15 is below 2^53. */
    private static final int WHOLE_DIGITS = 15;

    private Rounding() {}

    /**
     * Returns x + y rounded down. Of the two differences, the one with the summand of greater magnitude is exact (T. J.
     * Dekker, A floating-point technique for extending the available precision, 1971); the other can only err towards
     * "no step". Operands must be free of negative zero, whose sign would be mistaken for a residual.
     */
    static double addDown(double x, double y) {
        double sum = x + y;
        if (Math.abs(sum) <= Double.MAX_VALUE) {
            return stepDown(sum, Double.doubleToRawLongBits(y - (sum - x)) | Double.doubleToRawLongBits(x - (sum - y)));
        }
        return sum == Double.POSITIVE_INFINITY && Math.max(x, y) < sum ? Double.MAX_VALUE : sum;
    }

    static double addUp(double x, double y) {
        double sum = x + y;
        if (Math.abs(sum) <= Double.MAX_VALUE) {
            return stepUp(sum, Double.doubleToRawLongBits(sum - x - y) | Double.doubleToRawLongBits(sum - y - x));
        }
        return sum == Double.NEGATIVE_INFINITY && Math.min(x, y) > sum ? -Double.MAX_VALUE : sum;
    }

    static double subtractDown(double x, double y) {
        return addDown(x, 0.0 - y);
    }

    static double subtractUp(double x, double y) {
        return addUp(x, 0.0 - y);
    }

    /** Returns the next double below if the first bit of {@code sign} is set, else the number itself. */
    private static double stepDown(double nearest, long sign) {
        long bits = Double.doubleToRawLongBits(nearest);
        return Double.longBitsToDouble(bits - (sign >> 63 & (bits >> 63 | 1)));
    }

    private static double stepUp(double nearest, long sign) {
        long bits = Double.doubleToRawLongBits(nearest);
        return Double.longBitsToDouble(bits + (sign >> 63 & (bits >> 63 | 1)));
    }

    /**
     * Returns x·y rounded down. Zero times infinity is zero: an infinite end is not a number of the interval, only the
     * lack of a bound.
     */
    static double multiplyDown(double x, double y) {
        double product = x * y;
        double magnitude = Math.abs(product);
        if (magnitude >= SAFE && magnitude <= Double.MAX_VALUE) {
            return stepDown(product, Double.doubleToRawLongBits(Math.fma(x, y, -product)));
        }
        if (x == 0 || y == 0) {
            return 0;
        }
        if (magnitude >= SAFE) {
            return Math.fma(x, y, -product) < 0 ? Double.MAX_VALUE : product;
        }
        return tinyProductResidual(x, y, product) < 0 ? Math.nextDown(product) : product;
    }

    static double multiplyUp(double x, double y) {
        return 0.0 - multiplyDown(-x, y);
    }

    /**
     * Returns the sign of x·y − product for a product below {@link #SAFE}: scaled by 2^1074, even two subnormal numbers
     * leave a residual that a double can represent. No factor can be large, since the product is not.
     */
    private static double tinyProductResidual(double x, double y, double product) {
        return Math.fma(x * 0x1p537, y * 0x1p537, -(product * 0x1p537 * 0x1p537));
    }

    /**
     * Returns x / y rounded down, for y above 0. A quotient of real figures is hardly ever exact, so the step is added
     * to the bits instead of taken by an unpredictable branch. A quotient that is stepped down is above the exact one,
     * so it is never the zero of a positive dividend.
     */
    static double divideDown(double x, double y) {
        double quotient = x / y;
        if (Math.abs(x) >= SAFE) {
            long step = x > 0 ? -1 : 1;
            return Double.longBitsToDouble(
                            Double.doubleToRawLongBits(quotient) + (Math.fma(quotient, y, -x) > 0 ? step : 0))
                    + 0.0;
        }
        return tinyQuotientResidual(x, y, quotient) > 0 ? Math.nextDown(quotient) : quotient + 0.0;
    }

    /** Returns x / y rounded up, for y above 0. */
    static double divideUp(double x, double y) {
        double quotient = x / y;
        if (Math.abs(x) >= SAFE) {
            long step = x > 0 ? 1 : -1;
            return Double.longBitsToDouble(
                            Double.doubleToRawLongBits(quotient) + (Math.fma(quotient, y, -x) < 0 ? step : 0))
                    + 0.0;
        }
        return (tinyQuotientResidual(x, y, quotient) < 0 ? Math.nextUp(quotient) : quotient) + 0.0;
    }

    /**
     * Returns the sign of quotient·y − x for a dividend below {@link #SAFE}. For a nonzero quotient the divisor is
     * below 2^107, so scaling both by 2^600 neither overflows nor underflows.
     */
    private static double tinyQuotientResidual(double x, double y, double quotient) {
        if (quotient == 0) {
            return y == Double.POSITIVE_INFINITY ? 0 : -x;
        }
        return Math.fma(quotient, y * 0x1p600, -(x * 0x1p600));
    }

    /** Returns the rounded square root of a number that is not negative. */
    static double sqrtDown(double x) {
        double root = Math.sqrt(x);
        return rootResidual(x, root) > 0 ? Math.nextDown(root) : root;
    }

    /** Returns the rounded square root of a number that is not negative. */
    static double sqrtUp(double x) {
        double root = Math.sqrt(x);
        return rootResidual(x, root) < 0 ? Math.nextUp(root) : root;
    }

    /** Returns the sign of root² − x. */
    private static double rootResidual(double x, double root) {
        if (x >= SAFE) {
            return Math.fma(root, root, -x);
        }
        return Math.fma(root * 0x1p300, root * 0x1p300, -(x * 0x1p600));
    }

    /**
     * Returns x·y + z rounded down. Zero times infinity is zero, and an infinite z takes precedence over an infinite
     * product: the caller wants that end.
     */
    static double fmaDown(double x, double y, double z) {
        if (x == 0 || y == 0 || Double.isInfinite(z)) {
            return z;
        }
        double sum = Math.fma(x, y, z);
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return sum;
        }
        double product = x * y;
        if (isSafe(product) && (z == 0 || isSafe(z))) {
            return fmaResidual(x, y, z, product, sum) > 0 ? Math.nextDown(sum) : sum + 0.0;
        }
        return Binary.product(x, y).add(Binary.product(z, 1)).round(false);
    }

    static double fmaUp(double x, double y, double z) {
        return 0.0 - fmaDown(-x, y, -z);
    }

    /** Returns whether no residual underflows and no sum of two overflows. */
    private static boolean isSafe(double value) {
        double magnitude = Math.abs(value);
        return magnitude >= 0x1p-800 && magnitude <= 0x1p1000;
    }

    /**
     * Returns the sign of sum − (x·y + z) for the nearest sum: its error is exactly a sum of two doubles (S. Boldo,
     * J.-M. Muller, Exact and approximated error of the FMA, 2011).
     */
    private static double fmaResidual(double x, double y, double z, double product, double sum) {
        double productError = Math.fma(x, y, -product);
        double low = z + productError;
        double lowError = sumError(z, productError, low);
        double high = product + low;
        double highError = sumError(product, low, high);
        return -(((high - sum) + highError) + lowError);
    }

    /** Returns the error of a nearest sum (D. E. Knuth, The Art of Computer Programming 2, 4.2.2, theorem B). */
    private static double sumError(double x, double y, double sum) {
        double part = sum - x;
        return (x - (sum - part)) + (y - part);
    }

    /** Returns a number rounded to the nearest whole number, halves away from zero. */
    static double wholeTiesToAway(double x) {
        double floor = Math.floor(Math.abs(x));
        double magnitude = Math.abs(x) - floor >= 0.5 ? floor + 1 : floor;
        return (x < 0 ? -magnitude : magnitude) + 0.0;
    }

    /** Returns a number rounded towards zero. */
    static double wholeTowardsZero(double x) {
        return (x < 0 ? Math.ceil(x) : Math.floor(x)) + 0.0;
    }

    static double down(BigDecimal value) {
        if (value.scale() == 0 && value.precision() <= WHOLE_DIGITS) {
            return value.longValue();
        }
        double nearest = nearest(value);
        if (nearest == Double.POSITIVE_INFINITY) {
            return Double.MAX_VALUE;
        }
        if (nearest == Double.NEGATIVE_INFINITY) {
            return nearest;
        }
        return new BigDecimal(nearest).compareTo(value) > 0 ? Math.nextDown(nearest) : nearest;
    }

    static double up(BigDecimal value) {
        return 0.0 - down(value.negate());
    }

    /** Returns a decimal exponent that no double comes near is settled here, before a million zeros are written out. */
    private static double nearest(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        long exponent = (long) value.precision() - value.scale();
        if (exponent > 400) {
            return value.signum() * Double.POSITIVE_INFINITY;
        }
        return exponent < -400 ? 0 : value.doubleValue();
    }

    /** Returns the largest double that is not above mantissa · 2^exponent, for a positive mantissa. */
    static double down(BigInteger mantissa, long exponent) {
        long top = mantissa.bitLength() + exponent;
        if (top > 1024) {
            return Double.MAX_VALUE;
        }
        if (top <= -1074) {
            return 0;
        }
        int unit = unit(top);
        // The shift leaves at most 53 bits, which a double represents exactly.
        return Math.scalb((double) mantissa.shiftRight((int) (unit - exponent)).longValue(), unit);
    }

    /** Returns the smallest double that is not below mantissa · 2^exponent, for a positive mantissa. */
    static double up(BigInteger mantissa, long exponent) {
        long top = mantissa.bitLength() + exponent;
        if (top > 1024) {
            return Double.POSITIVE_INFINITY;
        }
        double down = down(mantissa, exponent);
        return mantissa.getLowestSetBit() + exponent >= unit(top) ? down : Math.nextUp(down);
    }

    /**
     * Returns the double nearest to mantissa · 2^exponent for a positive mantissa, of two the one with an even last
     * bit.
     */
    static double nearest(BigInteger mantissa, long exponent) {
        long top = mantissa.bitLength() + exponent;
        if (top > 1024) {
            return Double.POSITIVE_INFINITY;
        }
        double down = down(mantissa, exponent);
        int half = (int) Math.max(unit(top) - exponent - 1, -1);
        if (half < 0 || !mantissa.testBit(half)) {
            return down;
        }
        boolean tie = mantissa.getLowestSetBit() == half;
        return tie && (Double.doubleToRawLongBits(down) & 1) == 0 ? down : Math.nextUp(down);
    }

    /** Returns the largest double that is not above a fraction with a positive denominator. */
    static double down(BigInteger numerator, BigInteger denominator) {
        return fraction(numerator, denominator).round(false);
    }

    /** Returns the smallest double that is not below a fraction with a positive denominator. */
    static double up(BigInteger numerator, BigInteger denominator) {
        return fraction(numerator, denominator).round(true);
    }

    /** Returns a fraction with more bits than a double, the last of which represents all those cut off. */
    private static Binary fraction(BigInteger numerator, BigInteger denominator) {
        int shift = Math.max(0, 64 + denominator.bitLength() - numerator.bitLength());
        BigInteger[] quotient = numerator.shiftLeft(shift).divideAndRemainder(denominator);
        BigInteger sticky = BigInteger.valueOf(quotient[1].signum());
        return new Binary(quotient[0].shiftLeft(1).add(sticky), -shift - 1L);
    }

    /** Returns the exponent of the last bit of doubles from 2^(top - 1) to 2^top. */
    private static int unit(long top) {
        return (int) Math.max(top - 53, -1074);
    }
}
