package org.muster.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.interval.Reductions;

/** Means that are not linear, and the range, computed end by end. */
final class Means {
    private Means() {}

    static Interval geometric(double[] lo, double[] hi) {
        return Interval.of(geometric(lo).inf(), geometric(hi).sup());
    }

    /** Encloses the geometric mean of numbers from 0 up. A zero takes precedence over an infinite value. */
    private static Interval geometric(double[] x) {
        double[] below = new double[x.length];
        double[] above = new double[x.length];
        boolean infinite = false;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 0) {
                return Interval.of(0);
            }
            infinite |= x[i] == Double.POSITIVE_INFINITY;
            // The documentation of StrictMath guarantees one unit in the last place.
            double log = infinite ? 0 : StrictMath.log(x[i]);
            below[i] = log == 0 ? 0 : Math.nextDown(log);
            above[i] = log == 0 ? 0 : Math.nextUp(log);
        }
        if (infinite) {
            return Interval.of(0, Double.POSITIVE_INFINITY);
        }
        Interval sum = Interval.of(
                Reductions.enclosedSum(below).inf(),
                Reductions.enclosedSum(above).sup());
        return sum.divide(Interval.of(x.length)).exp();
    }

    static Interval harmonic(double[] lo, double[] hi) {
        return Interval.of(harmonic(lo).inf(), harmonic(hi).sup());
    }

    private static Interval harmonic(double[] x) {
        Interval[] reciprocals = new Interval[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 0) {
                return Interval.of(0);
            }
            reciprocals[i] = x[i] == Double.POSITIVE_INFINITY
                    ? Interval.of(0)
                    : Interval.of(x[i]).reciprocal();
        }
        Interval sum = Reductions.sum(reciprocals);
        return sum.sup() == 0
                ? Interval.of(0, Double.POSITIVE_INFINITY)
                : Interval.of(x.length).divide(sum);
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
     * line between them is where the mean stops falling.
     */
    private static double leastWeighted(double[] x, double[] lowWeights, double[] highWeights) {
        int[] order = IntStream.range(0, x.length)
                .filter(i -> highWeights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        double over = 0;
        double under = 0;
        for (int i : order) {
            over += lowWeights[i] * (x[i] - x[order[0]]);
            under += lowWeights[i];
        }
        int heavy = 0;
        while (heavy < order.length) {
            int i = order[heavy];
            double value = x[i] - x[order[0]];
            if (value * under > over) {
                break;
            }
            over += (highWeights[i] - lowWeights[i]) * value;
            under += highWeights[i] - lowWeights[i];
            heavy++;
        }
        double[] weights = new double[order.length];
        double[] values = new double[order.length];
        for (int j = 0; j < order.length; j++) {
            values[j] = x[order[j]];
            weights[j] = j < heavy ? highWeights[order[j]] : lowWeights[order[j]];
        }
        double low = Reductions.enclosedDot(weights, values)
                .divide(Reductions.enclosedSum(weights))
                .inf();
        // Rounding may have drawn the line next to its true place. A number is a lower bound if no choice of weights
        // gives a negative sum of w(x − number).
        if (Double.isInfinite(low)) {
            return low;
        }
        double step = Math.ulp(low);
        while (!isBelowAll(low, values, order, lowWeights, highWeights)) {
            low -= step;
            step *= 2;
        }
        return low;
    }

    private static boolean isBelowAll(
            double number, double[] values, int[] order, double[] lowWeights, double[] highWeights) {
        int n = values.length;
        double[] first = new double[2 * n];
        double[] second = new double[2 * n];
        for (int j = 0; j < n; j++) {
            double weight = values[j] < number ? highWeights[order[j]] : lowWeights[order[j]];
            first[j] = weight;
            second[j] = values[j];
            first[n + j] = weight;
            second[n + j] = -number;
        }
        return Reductions.enclosedDot(first, second).inf() >= 0;
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
