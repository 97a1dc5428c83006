package org.muster.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/**
 * The mean absolute deviation from the mean, (1/n) Σ|x − x̄|. If p values are above the mean, it is (2/n²)((n − p) ·
 * their sum − p · the sum of the others), and no other choice of p values makes this greater.
 */
final class AbsoluteDeviation {
    private final int n;
    private final double[] lo;
    private final double[] hi;

    private double attained;
    private double bound;

    private AbsoluteDeviation(Sample sample) {
        n = sample.size();
        lo = sample.lows();
        hi = sample.highs();
    }

    static RangeEnclosure of(Sample sample, int nodes) {
        Interval low = least(new ClipPath(sample.lows(), sample.highs()));
        if (nodes == 0) {
            return RangeEnclosure.lowOnly(low);
        }
        if (sample.size() == 1) {
            return new RangeEnclosure(low, low, true);
        }
        if (!sample.isBounded()) {
            return new RangeEnclosure(low, Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY), true);
        }
        return new AbsoluteDeviation(sample).greatest(low, nodes);
    }

    /** Returns the least one: c is the mean, which is that of the a + b fixed values, and the free ones add nothing. */
    private static Interval least(ClipPath path) {
        if (path.canMeet()) {
            return Interval.of(0);
        }
        path.settle(Squares.towardsMean(path));
        double[] fixed = path.fixed();
        double[] weights = new double[fixed.length];
        Arrays.fill(weights, 0, path.below, -path.above);
        Arrays.fill(weights, path.below, fixed.length, path.below);
        Interval sum = Reductions.enclosedDot(weights, fixed);
        Interval divisor = Interval.of(fixed.length).multiply(Interval.of(path.n));
        return sum.multiply(Interval.of(2)).divide(divisor);
    }

    /**
     * Tries every number p of values above the mean, those with the greatest bound first: the p greatest high ends
     * against the n − p smallest low ends.
     */
    private RangeEnclosure greatest(Interval low, int nodes) {
        double[] bounds = bounds();
        int[] order = IntStream.range(1, n)
                .boxed()
                .sorted((p, q) -> Double.compare(bounds[q], bounds[p]))
                .mapToInt(p -> p)
                .toArray();
        attained = low.inf();
        bound = low.sup();
        for (int i = 0; i < order.length && bounds[order[i]] > attained; i++) {
            if (i == nodes) {
                bound = Math.max(bound, bounds[order[i]]);
                return new RangeEnclosure(low, Interval.of(attained, bound), false);
            }
            visit(order[i]);
        }
        return new RangeEnclosure(low, Interval.of(Math.min(attained, bound), bound), true);
    }

    private double[] bounds() {
        double[] lows = lo.clone();
        double[] highs = hi.clone();
        Arrays.sort(lows);
        Arrays.sort(highs);
        // Relative to a number among the values, so that little cancels.
        double origin = lows[n / 2];
        double[] bounds = new double[n];
        double[] top = new double[n + 1];
        double[] bottom = new double[n + 1];
        double magnitudes = 0;
        for (int i = 0; i < n; i++) {
            top[i + 1] = top[i] + (highs[n - 1 - i] - origin);
            bottom[i + 1] = bottom[i] + (lows[i] - origin);
            magnitudes += Math.abs(highs[i] - origin) + Math.abs(lows[i] - origin);
        }
        for (int p = 1; p < n; p++) {
            double sum = (n - p) * top[p] - p * bottom[n - p];
            bounds[p] = Sums.upperBound(2 * sum / n / n, 2 * magnitudes / n, 2 * n);
        }
        return bounds;
    }

    /** Evaluates the best choice with p values above the mean: those for which (n − p) · high + p · low is greatest. */
    private void visit(int p) {
        double[] gains = new double[n];
        double origin = lo[0];
        double greatest = 0;
        for (int i = 0; i < n; i++) {
            gains[i] = (n - p) * (hi[i] - origin) + p * (lo[i] - origin);
            greatest = Math.max(greatest, (n - p) * Math.abs(hi[i] - origin) + p * Math.abs(lo[i] - origin));
        }
        double[] sorted = gains.clone();
        double lesser = OrderStatistics.select(sorted, n - p - 1);
        double line = lesser / 2 + OrderStatistics.next(sorted, n - p - 1) / 2;
        // For any line, p times the line plus the excess of the gains over it is a bound. A gain as near to the line as
        // this may have been put on the wrong side by rounding.
        double doubt = greatest * 0x1p-49;
        double wrong = 0;
        int equal = p;
        for (double gain : gains) {
            equal -= gain > line ? 1 : 0;
        }
        double[] weights = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            boolean above = gains[i] > line || gains[i] == line && equal-- > 0;
            weights[i] = above ? n - p : -p;
            values[i] = above ? hi[i] : lo[i];
            if (Math.abs(gains[i] - line) <= doubt) {
                Interval excess = excess(i, p, line, origin);
                wrong += Math.max(0, above ? 0.0 - excess.inf() : excess.sup());
            }
        }
        Interval value = Reductions.enclosedDot(weights, values);
        Interval limit = value.add(Interval.of(0, wrong * (1 + 0x1p-20)));
        Interval scale = Interval.of(2).divide(Interval.of(n).sqr());
        // Any p values taken as those above the mean give no more than the true ones, so this is attained.
        attained = Math.max(attained, value.multiply(scale).inf());
        bound = Math.max(bound, limit.multiply(scale).sup());
    }

    /** Returns the excess of a gain over a line, rounded once. */
    private Interval excess(int i, int p, double line, double origin) {
        return Reductions.enclosedDot(new double[] {n - p, p, -n, -1}, new double[] {hi[i], lo[i], origin, line});
    }
}
