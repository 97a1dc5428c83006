package org.muster.interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Converts a double to decimal text, rounded in a given direction, so that a printed bound is still a bound.
 *
 * <p>A whole number is written with all its digits and no decimal point, whatever number of digits is asked for: a
 * count of men is never rounded. Any other number has at most the significant digits asked for, no exponent and no
 * trailing zeros. An infinite number is {@code Infinity} or {@code -Infinity}; negative zero is {@code 0}. The text
 * does not depend on the locale.
 *
 * <p>For example the quotient 83737 / 21389 is written {@code 3.91495} down and {@code 3.91496} up at six digits.
 */
public final class Decimals {
    /** Every double has a decimal of 17 digits within one ulp on either side. */
    private static final int DIGITS_OF_A_DOUBLE = 17;

    /** Numbers of this size and more, and below the small one, are written with an exponent where that is allowed. */
    private static final double LARGE = 1e21;

    private static final double SMALL = 1e-6;

    private Decimals() {}

    /**
     * Returns a number as text, rounded down, towards negative infinity.
     *
     * @param value the number, not NaN
     * @param significantDigits the greatest number of significant digits for a number that is not whole, at least 1
     * @return decimal text of a number that is not above the value
     * @throws IllegalArgumentException if the value is NaN or the digits are below 1
     */
    public static String down(double value, int significantDigits) {
        return write(value, significantDigits, RoundingMode.FLOOR);
    }

    /**
     * Returns a number as text, rounded up, towards positive infinity.
     *
     * @param value the number, not NaN
     * @param significantDigits the greatest number of significant digits for a number that is not whole, at least 1
     * @return decimal text of a number that is not below the value
     * @throws IllegalArgumentException if the value is NaN or the digits are below 1
     */
    public static String up(double value, int significantDigits) {
        return write(value, significantDigits, RoundingMode.CEILING);
    }

    /**
     * Returns a number as text, rounded to the nearest decimal. The exact binary value is rounded; of two decimals that
     * are equally near, the one with an even last digit is taken.
     *
     * @param value the number, not NaN
     * @param significantDigits the greatest number of significant digits for a number that is not whole, at least 1
     * @return decimal text of the nearest number
     * @throws IllegalArgumentException if the value is NaN or the digits are below 1
     */
    public static String nearest(double value, int significantDigits) {
        return write(value, significantDigits, RoundingMode.HALF_EVEN);
    }

    private static String write(double value, int significantDigits, RoundingMode mode) {
        if (significantDigits < 1) {
            throw new IllegalArgumentException("significantDigits: " + significantDigits + " is below 1");
        }
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value: NaN is not a number and has no decimal text");
        }
        return isWholeOrInfinite(value)
                ? whole(value)
                : plain(new BigDecimal(value).round(new MathContext(significantDigits, mode)));
    }

    /**
     * Returns the shortest decimal that is not above the value and above the double below it; from 1e21 on, and below 1e-6,
     * with an exponent.
     */
    static String shortestDown(double value) {
        return shortest(value, RoundingMode.FLOOR, Math.nextDown(value));
    }

    /** Returns the shortest decimal that is not below the value and below the double above it, likewise. */
    static String shortestUp(double value) {
        return shortest(value, RoundingMode.CEILING, Math.nextUp(value));
    }

    private static String shortest(double value, RoundingMode mode, double neighbour) {
        if (isWholeOrInfinite(value) && Math.abs(value) < LARGE || Double.isInfinite(neighbour)) {
            return whole(value);
        }
        BigDecimal limit = new BigDecimal(neighbour);
        // Rounding twice in one direction is rounding once, so the long expansion is cut only once.
        BigDecimal longest = new BigDecimal(value).round(new MathContext(DIGITS_OF_A_DOUBLE, mode));
        int side = longest.compareTo(limit);
        int digits = 1;
        BigDecimal shorter = longest.round(new MathContext(digits, mode));
        while (shorter.compareTo(limit) != side) {
            digits++;
            shorter = longest.round(new MathContext(digits, mode));
        }
        double size = Math.abs(value);
        return size < LARGE && size >= SMALL
                ? plain(shorter)
                : shorter.stripTrailingZeros().round(new MathContext(digits)).toString();
    }

    /** Returns all digits of the exact binary value. */
    static String exact(double value) {
        return isWholeOrInfinite(value) ? whole(value) : plain(new BigDecimal(value));
    }

    private static boolean isWholeOrInfinite(double value) {
        return value == Math.rint(value);
    }

    private static String whole(double value) {
        if (Math.abs(value) <= 0x1p53) {
            return Long.toString((long) value);
        }
        return Double.isInfinite(value)
                ? Double.toString(value)
                : new BigDecimal(value).toBigIntegerExact().toString();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /**
     * Returns a range in words: {@code 1171}, {@code 9780 to 12031}, {@code at least 300}, {@code at most 5}.
     *
     * @param low the lower end as text
     * @param high the upper end as text
     * @return one number if the ends are equal, otherwise both, or the one that is finite
     */
    public static String inWords(String low, String high) {
        if (low.equals(high)) {
            return low;
        }
        if (high.equals("Infinity")) {
            return low.equals("-Infinity") ? "anything" : "at least " + low;
        }
        return low.equals("-Infinity") ? "at most " + high : low + " to " + high;
    }

    /**
     * Returns a range in words, rounded outward.
     *
     * @param range a range that is not empty
     * @param significantDigits the most significant digits of an end that is not whole
     * @return the words
     */
    public static String inWords(Interval range, int significantDigits) {
        return inWords(down(range.inf(), significantDigits), up(range.sup(), significantDigits));
    }
}
