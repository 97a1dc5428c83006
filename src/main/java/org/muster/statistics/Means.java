package org.muster.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.interval.Reductions;

/** Means that are not linear, and the range, computed end by end. */
final class Means {
    /** Below this, a product may have lost digits to underflow. */
    private static final double TINY = 0x1p-400;

    private static final double ROOT_OF_HALF = Math.sqrt(0.5);

    private Means() {}

    static Interval geometric(double[] lo, double[] hi) {
        return Interval.of(geometric(lo).inf(), geometric(hi).sup());
    }

    /**
     * Encloses the geometric mean of numbers from 0 up. A zero takes precedence over an infinite value. The powers of
     * two are multiplied without rounding, so that only logarithms near 0 remain, which have small errors.
     */
    private static Interval geometric(double[] x) {
        int n = x.length;
        double[] below = new double[n];
        double[] above = new double[n];
        long powers = 0;
        boolean infinite = false;
        for (int i = 0; i < n; i++) {
            if (x[i] == 0) {
                return Interval.of(0);
            }
            infinite |= x[i] == Double.POSITIVE_INFINITY;
            boolean subnormal = x[i] < Double.MIN_NORMAL;
            double normal = subnormal ? x[i] * 0x1p60 : x[i];
            int power = infinite ? 0 : Math.getExponent(normal / ROOT_OF_HALF);
            powers += subnormal ? power - 60 : power;
            Interval log = infinite ? Interval.of(0) : Sums.log(Math.scalb(normal, -power));
            below[i] = log.inf();
            above[i] = log.sup();
        }
        if (infinite) {
            return Interval.of(0, Double.POSITIVE_INFINITY);
        }
        Interval logs = Interval.of(
                Reductions.enclosedSum(below).inf(),
                Reductions.enclosedSum(above).sup());
        long whole = Math.floorDiv(powers, (long) n);
        Interval rest = Interval.of(2).log().multiply(Interval.of((double) Math.floorMod(powers, (long) n)));
        Interval mean = logs.add(rest).divide(Interval.of(n)).exp();
        // In two steps, as a power of two beyond the doubles can still make one.
        int half = (int) (whole / 2);
        return mean.multiply(Interval.of(Math.scalb(1.0, half)))
                .multiply(Interval.of(Math.scalb(1.0, (int) whole - half)));
    }

    static Interval harmonic(double[] lo, double[] hi) {
        return Interval.of(harmonic(lo).inf(), harmonic(hi).sup());
    }

    private static Interval harmonic(double[] x) {
        double least = Arrays.stream(x).min().orElseThrow();
        if (least == 0) {
            return Interval.of(0);
        }
        if (least == Double.POSITIVE_INFINITY) {
            return Interval.of(0, Double.POSITIVE_INFINITY);
        }
        // Reciprocals relative to a power of two next to the least value, which neither overflow nor underflow.
        Interval unit = Interval.of(Math.scalb(1.0, Math.max(Math.getExponent(least), Double.MIN_EXPONENT)));
        Interval[] reciprocals = new Interval[x.length];
        for (int i = 0; i < x.length; i++) {
            reciprocals[i] = x[i] == Double.POSITIVE_INFINITY ? Interval.of(0) : unit.divide(Interval.of(x[i]));
        }
        return Interval.of(x.length).divide(Reductions.sum(reciprocals)).multiply(unit);
    }

    static Interval weighted(double[] lo, double[] hi, double[] lowWeights, double[] highWeights) {
        double[] x = lo.clone();
        double[] y = hi.clone();
        boolean some = false;
        for (int i = 0; i < x.length; i++) {
            if (highWeights[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("weights: the weight at index " + i + " has no end");
            }
            if (highWeights[i] == 0) {
                x[i] = 0;
                y[i] = 0;
            } else if (Double.isInfinite(x[i]) || Double.isInfinite(y[i])) {
                throw new IllegalArgumentException("weighted mean: the range at index " + i + " has no end");
            }
            some |= highWeights[i] > 0;
        }
        if (!some) {
            throw new IllegalArgumentException("weights: none can be above 0");
        }
        double low = leastWeighted(x, lowWeights, highWeights);
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.0 - y[i];
        }
        return Interval.of(low, 0.0 - leastWeighted(y, lowWeights, highWeights));
    }

    /**
     * Returns a lower bound of the least Σwx / Σw: small values have large weights and large values small ones. The
     * line between them is where the mean stops falling: at the greatest value that no choice of weights brings it
     * below.
     */
    private static double leastWeighted(double[] x, double[] lowWeights, double[] highWeights) {
        int[] order = IntStream.range(0, x.length)
                .filter(i -> highWeights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        int n = order.length;
        int heavy = 1;
        for (int to = n; heavy < to; ) {
            int middle = (heavy + to) >>> 1;
            if (isBelowAll(x[order[middle]], x, order, lowWeights, highWeights)) {
                heavy = middle + 1;
            } else {
                to = middle;
            }
        }
        double[] weights = new double[n];
        double[] values = new double[n];
        double greatest = 0;
        for (int j = 0; j < n; j++) {
            weights[j] = j < heavy ? highWeights[order[j]] : lowWeights[order[j]];
            values[j] = weights[j] == 0 ? 0 : x[order[j]];
            greatest = Math.max(greatest, Math.abs(values[j]));
        }
        double by = Sums.enlargement(greatest);
        double[] largeWeights = Sums.enlarged(weights);
        double[] largeValues = Arrays.stream(values).map(value -> value * by).toArray();
        Interval sum = Reductions.enclosedSum(largeWeights);
        Interval products = Reductions.enclosedDot(largeWeights, largeValues);
        if (products.mag() < TINY && sum.sup() < 1 / TINY) {
            // Tiny weights of large values: their products have all digits only if they are larger.
            double[] larger = Arrays.stream(largeWeights).map(w -> w * 0x1p600).toArray();
            products = Reductions.enclosedDot(larger, largeValues);
            sum = sum.multiply(Interval.of(0x1p600));
        }
        return products.divide(sum).divide(Interval.of(by)).inf();
    }

    /** Returns whether no choice of weights gives a negative sum of w(x − number). */
    private static boolean isBelowAll(
            double number, double[] x, int[] order, double[] lowWeights, double[] highWeights) {
        int n = order.length;
        double[] first = new double[2 * n];
        double[] second = new double[2 * n];
        for (int j = 0; j < n; j++) {
            int i = order[j];
            first[j] = x[i] < number ? highWeights[i] : lowWeights[i];
            second[j] = x[i];
            first[n + j] = first[j];
            second[n + j] = -number;
        }
        return Sums.signOfDot(first, second) >= 0;
    }

    /** Returns the greatest minus the smallest value. */
    static Interval range(IntervalArray ranges) {
        double apart = Math.max(0, gap(ranges));
        if (ranges.size() == 1) {
            return Interval.of(0);
        }
        double[] highs = new double[ranges.size()];
        double[] lows = new double[ranges.size()];
        for (int i = 0; i < highs.length; i++) {
            highs[i] = ranges.sup(i);
            lows[i] = ranges.inf(i);
        }
        int top = indexOfGreatest(highs, -1);
        int bottom = indexOfLeast(lows, -1);
        double widest = top != bottom
                ? up(highs[top], lows[bottom])
                // A single range has two ends, but only one value.
                : Math.max(
                        up(highs[top], lows[indexOfLeast(lows, top)]),
                        up(highs[indexOfGreatest(highs, bottom)], lows[bottom]));
        return Interval.of(apart, Math.max(apart, widest));
    }

    private static double gap(IntervalArray ranges) {
        double low = ranges.max().inf();
        double high = ranges.min().sup();
        return low > high
                ? Interval.of(Math.max(low, -Double.MAX_VALUE))
                        .subtract(Interval.of(Math.min(high, Double.MAX_VALUE)))
                        .inf()
                : 0;
    }

    private static double up(double high, double low) {
        return Double.isInfinite(high) || Double.isInfinite(low)
                ? Double.POSITIVE_INFINITY
                : Interval.of(high).subtract(Interval.of(low)).sup();
    }

    private static int indexOfGreatest(double[] x, int without) {
        int best = without == 0 ? 1 : 0;
        for (int i = 0; i < x.length; i++) {
            if (i != without && x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }

    private static int indexOfLeast(double[] x, int without) {
        double[] opposite = Arrays.stream(x).map(value -> -value).toArray();
        return indexOfGreatest(opposite, without);
    }
}
