package org.muster.statistics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.muster.interval.Interval;

/**
 * Spreads of few ranges by trying all choices that can be extreme, in whole numbers without rounding. The greatest are
 * among those at the ends. The least are among those in which values are fixed at ends and the others share a number,
 * which the conditions of Karush, Kuhn and Tucker leave; where differences of values change their signs, the number is an
 * end as well.
 */
final class BruteForce {

    /** A fraction that is not reduced, with a denominator above 0. */
    record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

        /** Returns the fraction of a double, with as few bits as it needs. */
        static Fraction of(double value) {
            return new Whole(value).fractions(value)[0];
        }

        Fraction times(Fraction that) {
            return new Fraction(over.multiply(that.over), under.multiply(that.under));
        }

        Fraction times(long by) {
            return new Fraction(over.multiply(BigInteger.valueOf(by)), under);
        }

        Fraction over(long by) {
            return new Fraction(over, under.multiply(BigInteger.valueOf(by)));
        }

        Fraction minus(long number) {
            return new Fraction(over.subtract(under.multiply(BigInteger.valueOf(number))), under);
        }

        @Override
        public int compareTo(Fraction that) {
            return over.multiply(that.under).compareTo(that.over.multiply(under));
        }
    }

    /** Doubles as whole multiples of the greatest power of two of which all of them are multiples. */
    static final class Whole {
        private final int zeros;

        Whole(double... values) {
            zeros = Arrays.stream(values)
                    .mapToObj(Whole::multiple)
                    .filter(multiple -> multiple.signum() != 0)
                    .mapToInt(BigInteger::getLowestSetBit)
                    .min()
                    .orElse(LEAST);
        }

        /** Returns a double as a multiple of the least one. */
        private static BigInteger multiple(double value) {
            long bits = Double.doubleToLongBits(Math.abs(value));
            long exponent = bits >>> 52;
            long mantissa = exponent == 0 ? bits : bits & (1L << 52) - 1 | 1L << 52;
            BigInteger multiple = BigInteger.valueOf(mantissa).shiftLeft((int) Math.max(0, exponent - 1));
            return value < 0 ? multiple.negate() : multiple;
        }

        BigInteger[] multiples(double... values) {
            return Arrays.stream(values)
                    .mapToObj(value -> multiple(value).shiftRight(Math.min(zeros, LEAST)))
                    .toArray(BigInteger[]::new);
        }

        /** Returns the reciprocal of the power of two. */
        BigInteger parts() {
            return BigInteger.ONE.shiftLeft(LEAST - Math.min(zeros, LEAST));
        }

        Fraction[] fractions(double... values) {
            return Arrays.stream(multiples(values))
                    .map(multiple -> new Fraction(multiple, parts()))
                    .toArray(Fraction[]::new);
        }
    }

    /** The power of two that is the least double is 2 to minus this. */
    private static final int LEAST = 1074;

    private final int n;
    private final BigInteger[] lows;
    private final BigInteger[] highs;
    private final BigInteger parts;

    BruteForce(Sample sample) {
        Whole whole = of(sample);
        n = sample.size();
        lows = whole.multiples(sample.lows());
        highs = whole.multiples(sample.highs());
        parts = whole.parts();
    }

    /** Returns the form of the ends of a sample as whole numbers. */
    static Whole of(Sample sample) {
        return new Whole(DoubleStream.concat(Arrays.stream(sample.lows()), Arrays.stream(sample.highs()))
                .toArray());
    }

    // Statistics of whole numbers.

    private static BigInteger sum(BigInteger[] x) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger value : x) {
            sum = sum.add(value);
        }
        return sum;
    }

    private static BigInteger sumOfSquares(BigInteger[] x) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger value : x) {
            sum = sum.add(value.multiply(value));
        }
        return sum;
    }

    /** Returns nΣx² − (Σx)², which is n times the sum of squares about the mean. */
    private static Fraction squares(BigInteger[] x) {
        return new Fraction(
                sumOfSquares(x).multiply(BigInteger.valueOf(x.length)).subtract(sum(x).pow(2)), BigInteger.ONE);
    }

    private static Fraction herfindahl(BigInteger[] x) {
        return new Fraction(sumOfSquares(x), sum(x).pow(2));
    }

    private static Fraction gini(BigInteger[] x) {
        BigInteger differences = BigInteger.ZERO;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                differences = differences.add(x[i].subtract(x[j]).abs());
            }
        }
        return new Fraction(differences, sum(x).multiply(BigInteger.valueOf(x.length)));
    }

    /** Returns nΣ|x − mean|. */
    private static Fraction absolute(BigInteger[] x) {
        BigInteger sum = sum(x);
        BigInteger absolute = BigInteger.ZERO;
        for (BigInteger value : x) {
            absolute = absolute.add(
                    value.multiply(BigInteger.valueOf(x.length)).subtract(sum).abs());
        }
        return new Fraction(absolute, BigInteger.ONE);
    }

    // Ranges of statistics.

    /** The least and the greatest of a statistic over all choices. */
    record Extremes(Fraction low, Fraction high) {
        Extremes map(Function<Fraction, Fraction> function) {
            return new Extremes(function.apply(low), function.apply(high));
        }
    }

    /** Returns nΣ(x − mean)². */
    Extremes squares() {
        return extremes(
                2,
                BruteForce::squares,
                fixed -> fixed.length == 0 ? null : new Fraction(sum(fixed), BigInteger.valueOf(fixed.length)));
    }

    Extremes herfindahl() {
        return extremes(
                0,
                BruteForce::herfindahl,
                fixed -> sum(fixed).signum() == 0 ? null : new Fraction(sumOfSquares(fixed), sum(fixed)));
    }

    Extremes gini() {
        return extremes(0, BruteForce::gini, fixed -> null);
    }

    /** Returns nΣ|x − mean|. */
    Extremes absolute() {
        return extremes(
                1,
                BruteForce::absolute,
                fixed -> fixed.length == 0 ? null : new Fraction(sum(fixed), BigInteger.valueOf(fixed.length)));
    }

    /**
     * Returns the extremes of a statistic.
     *
     * @param degree how many factors the statistic takes from its values: 0 for those of shares, which need a sum
     * @param shared the number that all values share which are not fixed; null for any number that they can share
     */
    private Extremes extremes(
            int degree, Function<BigInteger[], Fraction> statistic, Function<BigInteger[], Fraction> shared) {
        List<Fraction> found = new ArrayList<>();
        for (int code = 0; code < Math.pow(3, n); code++) {
            BigInteger[] x = new BigInteger[n];
            BigInteger from = BigInteger.ZERO;
            BigInteger to = null;
            int rest = code;
            for (int i = 0; i < n; i++, rest /= 3) {
                if (rest % 3 == 2) {
                    from = from.max(lows[i]);
                    to = to == null ? highs[i] : to.min(highs[i]);
                } else {
                    x[i] = rest % 3 == 0 ? lows[i] : highs[i];
                }
            }
            if (to == null) {
                to = from;
            }
            BigInteger[] fixed = Arrays.stream(x).filter(Objects::nonNull).toArray(BigInteger[]::new);
            Fraction c = shared.apply(fixed);
            for (Fraction number : c != null ? List.of(c) : List.of(whole(from), whole(to))) {
                BigInteger[] values = Arrays.stream(x)
                        .map(value -> value == null ? number.over : value.multiply(number.under))
                        .toArray(BigInteger[]::new);
                boolean isChoice =
                        fixed.length == n || number.compareTo(whole(from)) >= 0 && number.compareTo(whole(to)) <= 0;
                if (isChoice && (degree > 0 || sum(values).signum() > 0)) {
                    Fraction value = statistic.apply(values);
                    found.add(new Fraction(
                            value.over,
                            value.under.multiply(number.under.multiply(parts).pow(degree))));
                }
            }
        }
        return new Extremes(Collections.min(found), Collections.max(found));
    }

    private static Fraction whole(BigInteger number) {
        return new Fraction(number, BigInteger.ONE);
    }

    // Comparison with ends in doubles.

    /** Returns whether an enclosure contains an exact number and both of its ends are less than so many units off. */
    static boolean isAt(Interval enclosure, Fraction exact, int units, boolean isRoot) {
        return isLow(enclosure.inf(), exact, units, isRoot) && isHigh(enclosure.sup(), exact, units, isRoot);
    }

    /** Returns whether an end is not above an exact number, or the square root of one, and less than so many units off. */
    static boolean isLow(double end, Fraction exact, int units, boolean isRoot) {
        double near = end;
        for (int i = 0; i < units; i++) {
            near = Math.nextUp(near);
        }
        return compare(end, exact, isRoot) <= 0 && compare(near, exact, isRoot) > 0;
    }

    static boolean isHigh(double end, Fraction exact, int units, boolean isRoot) {
        double near = end;
        for (int i = 0; i < units; i++) {
            near = Math.nextDown(near);
        }
        return compare(end, exact, isRoot) >= 0 && compare(near, exact, isRoot) < 0;
    }

    private static int compare(double end, Fraction exact, boolean isRoot) {
        if (Double.isInfinite(end) || end < 0) {
            return end < 0 ? -1 : 1;
        }
        Fraction number = Fraction.of(end);
        return (isRoot ? number.times(number) : number).compareTo(exact);
    }
}
