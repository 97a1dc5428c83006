package org.muster.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/** Counts, ranges and ratios as people write them: {@code 9,780–12,031}, {@code 300 or more}, {@code 3.9 times}. */
public final class NumberText {

    private static final int DIGITS = 6;
    private static final int RATIO_DIGITS = 3;
    private static final int TIMES_DIGITS = 2;

    private NumberText() {}

    /**
     * Writes a range of counts, rounded outward where an end is no whole number.
     *
     * @param range a range that is not empty
     * @return such as {@code 1,171}, {@code 9,780–12,031}, {@code 300 or more}, {@code up to 3,500}, {@code any number}
     */
    public static String range(Interval range) {
        String low = grouped(Decimals.down(range.inf(), DIGITS));
        String high = grouped(Decimals.up(range.sup(), DIGITS));
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return range.inf() <= 0 ? "any number" : low + " or more";
        }
        return low.equals(high) ? low : low + "–" + high;
    }

    /**
     * Writes a range of counts and how firmly it is stated.
     *
     * @param range a range that is not empty
     * @param firmness what kind of claims it rests on
     * @return as {@link #range(Interval)}; with {@code about} in front where it is soft, and {@code up to 3,500} of a bound
     */
    public static String range(Interval range, Firmness firmness) {
        if (firmness == Firmness.SOFT) {
            return "about " + range(range);
        }
        boolean upTo = firmness == Firmness.BOUND && range.inf() == 0 && range.sup() < Double.POSITIVE_INFINITY;
        return upTo ? "up to " + grouped(Decimals.up(range.sup(), DIGITS)) : range(range);
    }

    /**
     * Writes by how much one range is at least and at most above another.
     *
     * @param difference a range from 0 up
     * @return such as {@code 19}, {@code at least 489}, {@code 100 to 250}
     */
    public static String difference(Interval difference) {
        String low = grouped(Decimals.down(difference.inf(), DIGITS));
        if (difference.sup() == Double.POSITIVE_INFINITY) {
            return "at least " + low;
        }
        String high = grouped(Decimals.up(difference.sup(), DIGITS));
        return low.equals(high) ? low : low + " to " + high;
    }

    /**
     * Writes how many times one number is another.
     *
     * @param quotient the exact quotient, above 0
     * @return two figures, to nearest: {@code 3.9}, {@code 12}, {@code 1,200}
     */
    static String times(Rational quotient) {
        return grouped(nearest(quotient, TIMES_DIGITS, false));
    }

    /**
     * Writes a force or exchange ratio with three figures.
     *
     * @param ratio the ratio
     * @return a range rounded outward, {@code 1.27–1.32}; a single number to nearest, {@code 2.87}
     */
    public static String ratio(RationalRange ratio) {
        Optional<Rational> high = ratio.high();
        if (high.isEmpty()) {
            return ratio.low().signum() == 0
                    ? "any ratio"
                    : figures(ratio.low(), RATIO_DIGITS, RoundingMode.FLOOR) + " or more";
        }
        if (high.get().compareTo(ratio.low()) == 0) {
            return grouped(nearest(ratio.low(), RATIO_DIGITS, true));
        }
        String low = figures(ratio.low(), RATIO_DIGITS, RoundingMode.FLOOR);
        String top = figures(high.get(), RATIO_DIGITS, RoundingMode.CEILING);
        return low.equals(top) ? low : low + "–" + top;
    }

    /** A whole number of thousands is written out whatever its digits: 1,234 is not rounded to 1,230. */
    private static String figures(Rational value, int digits, RoundingMode mode) {
        return grouped(value.toDecimal(digits, mode));
    }

    private static String nearest(Rational value, int digits, boolean wholeAsItIs) {
        String text = value.toDecimal(3 * DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal decimal = new BigDecimal(text);
        if (wholeAsItIs && decimal.stripTrailingZeros().scale() <= 0) {
            return text;
        }
        BigDecimal rounded = decimal.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int decimals = Math.max(0, digits - (rounded.precision() - rounded.scale()));
        return rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Thousands separators in the whole part of a decimal text. */
    private static String grouped(String number) {
        int point = number.indexOf('.');
        StringBuilder text = new StringBuilder(number);
        for (int i = (point < 0 ? number.length() : point) - 3; i > (number.startsWith("-") ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
