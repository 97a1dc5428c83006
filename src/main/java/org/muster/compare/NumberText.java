package org.muster.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.figure.Qualifier;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/** Counts, ranges and ratios as people write them: {@code 9,780–12,031}, {@code 300 or more}, {@code 3.9 times}. */
public final class NumberText {

    /** From this ratio upward people say how many times as many, below it how many more. */
    public static final double TELLING_RATIO = 1.1;

    /** From this count upward no fractions are written: half a man in a hundred tells nobody anything. */
    private static final int WHOLE = 100;

    private static final int DIGITS = 6;
    private static final int RATIO_DIGITS = 3;
    private static final int TIMES_DIGITS = 2;

    /** Enough digits that rounding once more hardly ever matters. */
    private static final int WIDE = 30;

    private NumberText() {}

    /**
     * Writes a range of counts, rounded outward where an end is not a whole number: to a whole number from 100 upward, below
     * to three digits unless six say it exactly.
     *
     * @param range a range that is not empty
     * @return such as {@code 1,171}, {@code 9,780–12,031}, {@code 300 or more}, {@code up to 3,500}, {@code any number}
     */
    public static String range(Interval range) {
        String low = grouped(
                range.inf() < WHOLE
                        ? Decimals.down(range.inf(), digits(range.inf()))
                        : Decimals.down(Math.floor(range.inf()), DIGITS));
        String high = grouped(
                range.sup() < WHOLE
                        ? Decimals.up(range.sup(), digits(range.sup()))
                        : Decimals.up(Math.ceil(range.sup()), DIGITS));
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return range.inf() <= 0 ? "any number" : low + " or more";
        }
        return low.equals(high) ? low : low + "–" + high;
    }

    private static int digits(double value) {
        return Decimals.down(value, DIGITS).equals(Decimals.up(value, DIGITS)) ? DIGITS : RATIO_DIGITS;
    }

    /**
     * Writes a range of counts and how firmly it is stated.
     *
     * @param range a range that is not empty
     * @param firmness what kind of claims it rests on
     * @return as {@link #range(Interval)}; preceded by {@code about} where it is soft, and as {@code up to 3,500} for a
     *     bound
     */
    public static String range(Interval range, Firmness firmness) {
        if (firmness == Firmness.SOFT) {
            return "about " + range(range);
        }
        boolean upTo = firmness == Firmness.BOUND && range.inf() == 0 && range.sup() < Double.POSITIVE_INFINITY;
        return upTo ? "up to " + grouped(Decimals.up(range.sup(), DIGITS)) : range(range);
    }

    /**
     * Writes a range of counts and how firmly it is stated, in the words of the claims that it rests on.
     *
     * @param range a range that is not empty
     * @param firmness what kind of claims it rests on
     * @param claims the claims
     * @return as {@link #range(Interval, Firmness)}; but {@code nearly 900} where all claims say nearly, and {@code more than
     *     300,000} or {@code fewer than 100} where none of the claims that state this bound allows the number itself
     */
    public static String range(Interval range, Firmness firmness, List<Claim> claims) {
        boolean isOpen = range.sup() == Double.POSITIVE_INFINITY;
        if (firmness == Firmness.SOFT && range.isSingleton() && areAll(Qualifier.NEARLY, claims)) {
            return "nearly " + range(range);
        }
        if (firmness == Firmness.BOUND && isOpen != range.inf() <= 0) {
            List<Claim> stating = claims.stream()
                    .filter(claim -> claim.figure().range().equals(Optional.of(range)))
                    .toList();
            if (isOpen && areAll(Qualifier.MORE_THAN, stating)) {
                return "more than " + grouped(Decimals.down(range.inf(), DIGITS));
            }
            if (!isOpen && areAll(Qualifier.LESS_THAN, stating)) {
                return "fewer than " + grouped(Decimals.up(range.sup() + 1, DIGITS));
            }
        }
        return range(range, firmness);
    }

    private static boolean areAll(Qualifier qualifier, List<Claim> claims) {
        return !claims.isEmpty()
                && claims.stream().allMatch(claim -> claim.figure().qualifier() == qualifier);
    }

    /**
     * Writes a range as short as tables and pictures need it, and how it is stated.
     *
     * @param range a range that is not empty
     * @param qualifier how it is stated
     * @return such as {@code 9,780–12,031}, {@code c. 400}, {@code nearly 1,000,000}, {@code 300+}, {@code over 900,000},
     *     {@code up to 3,500}, {@code under 100}
     */
    public static String stated(Interval range, Qualifier qualifier) {
        String low = grouped(Decimals.down(range.inf(), DIGITS));
        String high = grouped(Decimals.up(range.sup(), DIGITS));
        boolean isOpen = range.sup() == Double.POSITIVE_INFINITY;
        return switch (qualifier) {
            case MORE_THAN -> isOpen ? "over " + low : low + "–" + high;
            case LESS_THAN ->
                range.inf() <= 0 ? "under " + grouped(Decimals.up(range.sup() + 1, DIGITS)) : range(range);
            case AT_MOST -> range.inf() <= 0 && !isOpen ? "up to " + high : range(range);
            case ABOUT, ROUNDED -> isOpen ? low + "+" : "c. " + range(range);
            case NEARLY -> isOpen ? low + "+" : "nearly " + range(range);
            default -> isOpen ? low + "+" : range(range);
        };
    }

    /**
     * Writes by how much one range exceeds another, at least and at most.
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
     * Writes how many times as great one number is as another.
     *
     * @param quotient the exact quotient, above 0
     * @return two digits, rounded to nearest: {@code 3.9}, {@code 12}, {@code 1,200}
     */
    public static String times(Rational quotient) {
        BigDecimal nearly = new BigDecimal(quotient.toDecimal(WIDE, RoundingMode.HALF_EVEN));
        return grouped(padded(nearly.round(new MathContext(TIMES_DIGITS, RoundingMode.HALF_EVEN)), TIMES_DIGITS));
    }

    /**
     * Writes how far one count is above another.
     *
     * @param low the lesser
     * @param high the greater, finite
     * @return such as {@code 62,348 apart, 3.9 times}; below 1.1 times the distance alone
     */
    public static String apart(double low, double high) {
        String distance = difference(Interval.of(high).subtract(Interval.of(low))) + " apart";
        return low > 0 && high / low >= TELLING_RATIO
                ? distance + ", " + times(Rational.of(high).divide(Rational.of(low))) + " times"
                : distance;
    }

    /**
     * Writes a share in per cent.
     *
     * @param share the share, from 0 up
     * @return two digits, rounded to nearest: {@code 1.6 per cent}
     */
    public static String percent(double share) {
        BigDecimal percent = new BigDecimal(share * 100).round(new MathContext(TIMES_DIGITS, RoundingMode.HALF_EVEN));
        return grouped(percent.signum() == 0 ? "0" : padded(percent, TIMES_DIGITS)) + " per cent";
    }

    /**
     * Writes a share, or a range of shares, in per cent.
     *
     * @param share the share, from 0 up
     * @return three digits, a range rounded outward: {@code 0.619–0.763 %}, {@code 22.3 % or more}; a single number to
     *     nearest
     */
    public static String percent(RationalRange share) {
        if (share.high().isEmpty() && share.low().signum() == 0) {
            return "any share";
        }
        Rational hundred = Rational.of(100);
        if (share.high().isEmpty()) {
            return grouped(figures(share.low().multiply(hundred), RoundingMode.FLOOR)) + " % or more";
        }
        return ratio(new RationalRange(
                        share.low().multiply(hundred), share.high().map(hundred::multiply))) + " %";
    }

    /**
     * Writes how many times as great one number is as another, where they may be close to one another.
     *
     * @param quotient the exact quotient, from 1 up
     * @return two digits; below 1.1 three, such as {@code 1.02}
     */
    public static String ratioOf(Rational quotient) {
        return quotient.compareTo(Rational.of(TELLING_RATIO)) < 0
                ? ratio(new RationalRange(quotient, Optional.of(quotient)))
                : times(quotient);
    }

    /**
     * Writes a force or exchange ratio with three digits.
     *
     * @param ratio the ratio
     * @return a range rounded outward, {@code 1.27–1.32}; a single number rounded to nearest, {@code 2.87}
     */
    public static String ratio(RationalRange ratio) {
        Optional<Rational> high = ratio.high();
        String low = grouped(figures(ratio.low(), RoundingMode.FLOOR));
        if (high.isEmpty()) {
            return ratio.low().signum() == 0 ? "any ratio" : low + " or more";
        }
        if (high.get().compareTo(ratio.low()) == 0) {
            return grouped(figures(ratio.low(), RoundingMode.HALF_EVEN));
        }
        String top = grouped(figures(high.get(), RoundingMode.CEILING));
        return ratio.low().signum() == 0 ? "up to " + top : low.equals(top) ? low : low + "–" + top;
    }

    /** Writes three digits, but whole numbers as they are: 1,234 is not rounded to 1,230, nor is 3 written as 3.00. */
    private static String figures(Rational value, RoundingMode mode) {
        String text = value.toDecimal(RATIO_DIGITS, mode);
        BigDecimal decimal = new BigDecimal(text);
        boolean isWhole = new BigDecimal(value.toDecimal(WIDE, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .scale()
                <= 0;
        return isWhole ? text : padded(decimal, RATIO_DIGITS);
    }

    private static String padded(BigDecimal value, int digits) {
        int decimals = Math.max(0, digits - (value.precision() - value.scale()));
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * Puts thousands separators into the integer part of a decimal text.
     *
     * @param number such as {@code 1234.5}
     * @return such as {@code 1,234.5}
     */
    public static String grouped(String number) {
        int point = number.indexOf('.');
        StringBuilder text = new StringBuilder(number);
        for (int i = (point < 0 ? number.length() : point) - 3; i > (number.startsWith("-") ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
