package org.muster.statistics;

import java.util.Arrays;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** Theil's T = (1/n) Σ (x/x̄) ln(x/x̄), where 0 ln 0 is 0. */
final class TheilIndex implements VertexProblem {
    private final int n;

    /** A number among the values. Logarithms are taken relative to it, so that no digits are lost. */
    private final double unit;

    private TheilIndex(int n, double unit) {
        this.n = n;
        this.unit = unit;
    }

    static RangeEnclosure of(Sample sample, int nodes) {
        int n = sample.size();
        Interval low = least(SharesOfTotal.path(sample), n);
        if (nodes == 0) {
            return RangeEnclosure.lowOnly(low);
        }
        if (!sample.isBounded()) {
            return new RangeEnclosure(low, Sums.log(n), true);
        }
        TheilIndex problem = new TheilIndex(n, Math.max(sample.mean().mid(), Double.MIN_NORMAL));
        VertexSearch.Result high = VertexSearch.greatest(problem, sample.lows(), sample.highs(), nodes);
        return new RangeEnclosure(low, high.value(), high.settled());
    }

    /**
     * Returns the minimum, where ln c = Σ x ln x / Σx. Signs of the slope may be in doubt here; the values in between
     * count as free, and with the sums A and B of x and of x ln x over the fixed ones, ln c = B / A and T = ln(nc / (A
     * + kc)).
     */
    private static Interval least(ClipPath path, int n) {
        if (path.canMeet()) {
            return Sums.logRatio(n, path.n);
        }
        path.settle((c, below, above) -> {
            double sum = 0;
            double magnitudes = 0;
            for (int i = 0; i < below; i++) {
                double term = path.hi[i] * log(c, path.hi[i]);
                sum += term;
                magnitudes += Math.abs(term);
            }
            for (int i = path.n - above; i < path.n; i++) {
                double term = path.lo[i] * log(c, path.lo[i]);
                sum += term;
                magnitudes += Math.abs(term);
            }
            return Sums.certainSign(sum, 4 * magnitudes, below + above);
        });
        double[] fixed = path.fixed();
        if (fixed.length == 0) {
            // The values are so near to each other that every sign is in doubt.
            double unit = path.lo[path.n - 1];
            Interval attained = new TheilIndex(n, unit).value(path.clipped(unit));
            return Interval.of(Sums.logRatio(n, path.n).inf(), attained.sup());
        }
        double by = Sums.enlargement(fixed[fixed.length - 1]);
        double[] large = Arrays.stream(fixed).map(x -> x * by).toArray();
        double unit = Reductions.sum(large) / large.length;
        Interval a = Reductions.enclosedSum(large);
        Interval log = logSum(large, unit).divide(a);
        Interval c = log.exp();
        Interval mean = a.divide(Interval.of(unit))
                .add(c.multiply(Interval.of(path.free())))
                .divide(Interval.of(n));
        Interval bound = log.subtract(
                Interval.of(Sums.log(mean.inf()).inf(), Sums.log(mean.sup()).sup()));
        TheilIndex index = new TheilIndex(n, unit);
        double attained = index.value(path.clipped(c.mid() * unit / by)).sup();
        double low = Math.max(0, bound.inf());
        return Interval.of(low, Math.max(low, attained));
    }

    /** Returns Σ x ln(x/unit). */
    private static Interval logSum(double[] values, double unit) {
        double[] low = new double[values.length];
        double[] high = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                Interval log = Sums.logRatio(values[i], unit);
                low[i] = log.inf();
                high[i] = log.sup();
            }
        }
        return Interval.of(
                Reductions.enclosedDot(values, low).inf(),
                Reductions.enclosedDot(values, high).sup());
    }

    /** Returns ln(x / unit), off by a few units in the last place also for numbers next to each other. */
    private static double log(double x, double unit) {
        double ratio = x / unit;
        if (ratio > 0.5 && ratio < 2) {
            return StrictMath.log1p((x - unit) / unit);
        }
        return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                ? StrictMath.log(ratio)
                : StrictMath.log(Math.max(x, Double.MIN_VALUE)) - StrictMath.log(unit);
    }

    private double log(double x) {
        return log(x, unit);
    }

    @Override
    public double first(double x) {
        return x;
    }

    @Override
    public double second(double x) {
        return x == 0 ? 0 : x * log(x);
    }

    @Override
    public double key(double low, double high) {
        double q = (high - low) / low;
        return high == 0 ? Double.NEGATIVE_INFINITY : log(high) + (low == 0 ? 0 : q == 0 ? 1 : StrictMath.log1p(q) / q);
    }

    /** Returns the slope of the chord of x ln x. */
    @Override
    public Interval exactKey(double low, double high) {
        if (high == 0) {
            return Interval.ENTIRE;
        }
        Interval log = Sums.logRatio(high, unit);
        if (low == 0) {
            return log;
        }
        Interval q = Interval.of(high).subtract(Interval.of(low)).divide(Interval.of(low));
        if (q.inf() == 0 || q.sup() == Double.POSITIVE_INFINITY) {
            return log.add(Interval.of(0, 1));
        }
        Interval part = Interval.of(Math.nextDown(StrictMath.log1p(q.inf())), Math.nextUp(StrictMath.log1p(q.sup())));
        return log.add(part.divide(q));
    }

    @Override
    public double excess(double c, double s1, double s2) {
        return (c - 1) * s1 - s2;
    }

    @Override
    public double value(double s1, double s2) {
        return s1 > 0 ? s2 / s1 - log(s1 / n) : 0;
    }

    /** Returns the index, with logarithms relative to the mean of these values; certain zeros may have been left out. */
    @Override
    public Interval value(double[] values) {
        double[] large = Sums.enlarged(values);
        Interval sum = Reductions.enclosedSum(large);
        if (sum.sup() == 0) {
            return Interval.of(0);
        }
        double near = sum.mid() / large.length;
        Interval mean = sum.divide(Interval.of(near)).divide(Interval.of(n));
        return logSum(large, near)
                .divide(sum)
                .subtract(Interval.of(
                        Sums.log(mean.inf()).inf(), Sums.log(mean.sup()).sup()));
    }

    @Override
    public Interval threshold(double[] values) {
        Interval sum = Reductions.enclosedSum(values);
        return sum.sup() == 0
                ? Interval.ENTIRE
                : logSum(values, unit).divide(sum).add(Interval.of(1));
    }

    /**
     * Returns a bound: T ≤ κ − 1 − ln(W/n) for every κ with W = Σx(κ − ln x) > 0, as s ln s is above its tangent at W.
     */
    @Override
    public Bound bound(double s1, double s2) {
        double kappa = s1 > 0 ? s2 / s1 + 1 : 0;
        return new Bound() {
            @Override
            public double term(double x) {
                return x == 0 ? 0 : x * (log(x) - kappa);
            }

            @Override
            public double magnitude(double x) {
                return x == 0 ? 0 : x * (Math.abs(log(x)) + Math.abs(kappa) + 1);
            }

            @Override
            public double bound(double sum) {
                if (!(sum < 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                Interval ratio = Interval.of(-sum).divide(Interval.of(n).multiply(Interval.of(unit)));
                return Interval.of(kappa)
                        .subtract(Interval.of(1))
                        .subtract(Sums.log(ratio.inf()))
                        .sup();
            }
        };
    }
}
