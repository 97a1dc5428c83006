package org.muster.interval;

import java.util.Objects;

/**
 * Sums over arrays, rounded once: the reductions of IEEE 1788-2015 and IEEE 754 on doubles, and the same sums of
 * intervals as the tightest enclosure of the exact range.
 *
 * <p>Nothing is rounded, overflows or underflows in between, so the order of the summands does not matter, and large
 * ones that cancel leave the small ones intact: the sum of 10^300, 1 and −10^300 is 1. An array without elements has
 * the sum 0. Nonfinite numbers follow IEEE 754: NaN anywhere gives NaN, as do infinities of both signs and 0 ·
 * infinity; infinities of one sign give that infinity.
 */
public final class Reductions {
    private Reductions() {}

    /**
     * Returns the sum of numbers.
     *
     * @param values the summands
     * @return the exact sum rounded to nearest, to infinity beyond the greatest double; +0 if it is 0; NaN for NaN or
     *     infinities of both signs
     */
    public static double sum(double[] values) {
        Objects.requireNonNull(values, "values");
        double special = 0;
        ExactSum sum = new ExactSum();
        for (double value : values) {
            if (Double.isFinite(value)) {
                sum.add(value);
            } else {
                special += value;
            }
        }
        return special == 0 ? sum.nearest() : special;
    }

    /**
     * Returns the sum of the absolute values of numbers.
     *
     * @param values the numbers
     * @return the exact sum of |x| rounded to nearest; infinity if one is infinite, NaN if one is NaN
     */
    public static double sumAbs(double[] values) {
        Objects.requireNonNull(values, "values");
        double special = 0;
        ExactSum sum = new ExactSum();
        for (double value : values) {
            if (Double.isFinite(value)) {
                sum.add(Math.abs(value));
            } else {
                special += Math.abs(value);
            }
        }
        return special == 0 ? sum.nearest() : special;
    }

    /**
     * Returns the sum of the squares of numbers.
     *
     * @param values the numbers
     * @return the exact sum of x² rounded to nearest; infinity if one is infinite, NaN if one is NaN
     */
    public static double sumSquares(double[] values) {
        Objects.requireNonNull(values, "values");
        return dot(values, values);
    }

    /**
     * Returns the sum of the products of the numbers at the same indices of two arrays.
     *
     * @param first the first factors
     * @param second the second factors, equally many
     * @return the exact sum of x · y rounded to nearest; NaN for NaN, 0 · infinity or infinities of both signs
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static double dot(double[] first, double[] second) {
        requireSameLength(first.length, second.length);
        double special = 0;
        ExactSum sum = new ExactSum();
        for (int i = 0; i < first.length; i++) {
            if (Double.isFinite(first[i]) && Double.isFinite(second[i])) {
                sum.addProduct(first[i], second[i]);
            } else {
                special += first[i] * second[i];
            }
        }
        return special == 0 ? sum.nearest() : special;
    }

    /**
     * Returns the tightest interval that encloses the exact sum of numbers.
     *
     * @param values the summands, all finite
     * @return the sum, a single number if it is a double
     * @throws IllegalArgumentException if a summand is NaN or infinite
     */
    public static Interval enclosedSum(double[] values) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < values.length; i++) {
            sum.add(requireReal(values[i], "values", i));
        }
        return new Interval(sum.down(), sum.up());
    }

    /**
     * Returns the tightest interval that encloses the exact sum of products of numbers.
     *
     * @param first the first factors, all finite
     * @param second the second factors, equally many, all finite
     * @return the sum of x · y, a single number if it is a double
     * @throws IllegalArgumentException if the arrays differ in length, or a factor is NaN or infinite
     */
    public static Interval enclosedDot(double[] first, double[] second) {
        requireSameLength(first.length, second.length);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < first.length; i++) {
            sum.addProduct(requireReal(first[i], "first", i), requireReal(second[i], "second", i));
        }
        return new Interval(sum.down(), sum.up());
    }

    /**
     * Returns the sum of intervals: every sum of numbers, one taken from each. Unlike a chain of
     * {@link Interval#add(Interval)}, it rounds only once.
     *
     * @param values the summands
     * @return the tightest interval that contains all sums; empty if a summand is
     */
    public static Interval sum(Interval[] values) {
        Objects.requireNonNull(values, "values");
        Ends ends = new Ends();
        for (Interval value : values) {
            ends.add(value.inf(), 1, value.sup(), 1, value.isEmpty());
        }
        return ends.range();
    }

    /**
     * Returns the sum of the absolute values of intervals.
     *
     * @param values the intervals
     * @return the tightest interval that contains all sums of |x|; empty if one is
     */
    public static Interval sumAbs(Interval[] values) {
        Objects.requireNonNull(values, "values");
        Ends ends = new Ends();
        for (Interval value : values) {
            ends.add(value.mig(), 1, value.mag(), 1, value.isEmpty());
        }
        return ends.range();
    }

    /**
     * Returns the sum of the squares of intervals.
     *
     * @param values the intervals
     * @return the tightest interval that contains all sums of x²; empty if one is
     */
    public static Interval sumSquares(Interval[] values) {
        Objects.requireNonNull(values, "values");
        Ends ends = new Ends();
        for (Interval value : values) {
            ends.add(value.mig(), value.mig(), value.mag(), value.mag(), value.isEmpty());
        }
        return ends.range();
    }

    /**
     * Returns the sum of the products of the intervals at the same indices of two arrays.
     *
     * @param first the first factors
     * @param second the second factors, equally many
     * @return the tightest interval that contains all sums of x · y; empty if a factor is
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static Interval dot(Interval[] first, Interval[] second) {
        requireSameLength(first.length, second.length);
        Ends ends = new Ends();
        for (int i = 0; i < first.length; i++) {
            ends.addProduct(first[i], second[i]);
        }
        return ends.range();
    }

    private static void requireSameLength(int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException("second: its length " + second + " is not that of first, " + first);
        }
    }

    private static double requireReal(double value, String name, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " at index " + index + " is not a real number");
        }
        return value;
    }

    /** The two ends of a sum of intervals. */
    private static final class Ends {
        private final ExactSum low = new ExactSum();
        private final ExactSum high = new ExactSum();
        private boolean empty;
        private boolean unboundedBelow;
        private boolean unboundedAbove;

        /** Adds the range from lowX · lowY to highX · highY. */
        void add(double lowX, double lowY, double highX, double highY, boolean isEmpty) {
            empty |= isEmpty;
            if (empty) {
                return;
            }
            if (isInfiniteProduct(lowX, lowY)) {
                unboundedBelow = true;
            } else {
                low.addProduct(lowX, lowY);
            }
            if (isInfiniteProduct(highX, highY)) {
                unboundedAbove = true;
            } else {
                high.addProduct(highX, highY);
            }
        }

        /** Returns whether a product is infinite; zero times infinity is zero. */
        private static boolean isInfiniteProduct(double x, double y) {
            return x != 0 && y != 0 && (Double.isInfinite(x) || Double.isInfinite(y));
        }

        void addProduct(Interval x, Interval y) {
            if (x.isEmpty() || y.isEmpty()) {
                empty = true;
                return;
            }
            double[][] corners = {
                {x.inf(), y.inf()}, {x.inf(), y.sup()}, {x.sup(), y.inf()}, {x.sup(), y.sup()},
            };
            double[] least = corners[0];
            double[] greatest = corners[0];
            for (double[] corner : corners) {
                if (compareProducts(corner, least) < 0) {
                    least = corner;
                }
                if (compareProducts(corner, greatest) > 0) {
                    greatest = corner;
                }
            }
            add(least[0], least[1], greatest[0], greatest[1], false);
        }

        /** Compares two products. Rounding keeps their order except where it makes them equal, for example infinite. */
        private static int compareProducts(double[] first, double[] second) {
            double x = product(first);
            double y = product(second);
            boolean infinite = isInfiniteProduct(first[0], first[1]);
            boolean otherInfinite = isInfiniteProduct(second[0], second[1]);
            if (x != y || (infinite && otherInfinite)) {
                return Double.compare(x, y);
            }
            if (infinite || otherInfinite) {
                return infinite == x > 0 ? 1 : -1;
            }
            return Binary.product(first[0], first[1])
                    .add(Binary.product(second[0], second[1]).negate())
                    .mantissa()
                    .signum();
        }

        private static double product(double[] factors) {
            return factors[0] == 0 || factors[1] == 0 ? 0 : factors[0] * factors[1];
        }

        Interval range() {
            if (empty) {
                return Interval.EMPTY;
            }
            return new Interval(
                    unboundedBelow ? Double.NEGATIVE_INFINITY : low.down(),
                    unboundedAbove ? Double.POSITIVE_INFINITY : high.up());
        }
    }
}
