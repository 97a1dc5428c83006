package org.muster.statistics;

import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** The sum of squares about the mean, Q = Σ(x − x̄)², from which variance and standard deviation are computed. */
final class Squares implements VertexProblem {
    private final int n;

    /** A number among the values, relative to which the search computes, so that no digits are lost. */
    private final double origin;

    Squares(int n, double origin) {
        this.n = n;
        this.origin = origin;
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
        VertexSearch.Result high =
                VertexSearch.greatest(new Squares(sample.size(), origin(sample)), sample.lows(), sample.highs(), nodes);
        return new RangeEnclosure(low, high.value(), high.settled());
    }

    /** Returns an enclosure of the sums of squares of a sample without infinite ends, without a search. */
    static Interval enclose(Sample sample) {
        Interval low = least(new ClipPath(sample.lows(), sample.highs()));
        Interval m = Interval.of(origin(sample));
        Interval high = Interval.of(0);
        for (int i = 0; i < sample.size(); i++) {
            high = high.add(sample.ranges().get(i).subtract(m).sqr());
        }
        return low.convexHull(Interval.of(high.sup()));
    }

    static double origin(Sample sample) {
        double mid = sample.mean().mid();
        return Math.abs(mid) <= 0x1p1000 ? mid : 0;
    }

    /**
     * Returns the least sum of squares: c is the mean, so it is the sum over the fixed values alone, whose mean is c as
     * well. It is as exact as {@link Sums#squares}.
     */
    private static Interval least(ClipPath path) {
        return Sums.squares(fixed(path));
    }

    /** Returns the values that are fixed at the minimum, none if all values can be equal. */
    private static double[] fixed(ClipPath path) {
        if (path.canMeet()) {
            return new double[0];
        }
        path.settle(towardsMean(path));
        return path.fixed();
    }

    /** Returns the range of √(Q / divisor). The squares of tiny values would underflow, so these are enlarged. */
    static RangeEnclosure deviation(Sample sample, int divisor, int nodes) {
        Interval low = Sums.deviation(fixed(new ClipPath(sample.lows(), sample.highs())), divisor);
        if (nodes == 0) {
            return RangeEnclosure.lowOnly(low);
        }
        double by = Sums.enlargement(sample.magnitude());
        RangeEnclosure squares = of(sample.times(by), nodes);
        Interval high = squares.high().divide(Interval.of(divisor)).sqrt().divide(Interval.of(by));
        return new RangeEnclosure(low, high, squares.settled());
    }

    /**
     * Returns the slope of any statistic whose minimum has c as its mean: the sign of Σ(c − x). It is never in doubt.
     */
    static ClipPath.Slope towardsMean(ClipPath path) {
        return (c, below, above) -> {
            double sum = 0;
            double magnitudes = 0;
            for (int i = 0; i < below; i++) {
                double term = c - path.hi[i];
                sum += term;
                magnitudes += Math.abs(term);
            }
            for (int i = path.n - above; i < path.n; i++) {
                double term = c - path.lo[i];
                sum += term;
                magnitudes += Math.abs(term);
            }
            int sign = Sums.certainSign(sum, magnitudes, below + above);
            return sign != 0 ? sign : exactSign(path.fixed(below, above), c);
        };
    }

    private static int exactSign(double[] fixed, double c) {
        int m = fixed.length;
        double[] first = new double[m + 1];
        double[] second = new double[m + 1];
        for (int i = 0; i < m; i++) {
            first[i] = fixed[i];
            second[i] = -1;
        }
        first[m] = c;
        second[m] = m;
        return Sums.signOfDot(first, second);
    }

    @Override
    public double first(double x) {
        return x - origin;
    }

    @Override
    public double second(double x) {
        return (x - origin) * (x - origin);
    }

    @Override
    public double key(double low, double high) {
        return (low - origin) / 2 + (high - origin) / 2;
    }

    @Override
    public Interval exactKey(double low, double high) {
        return Interval.of(low).add(Interval.of(high));
    }

    @Override
    public double excess(double c, double s1, double s2) {
        return c - s1 / n;
    }

    @Override
    public double value(double s1, double s2) {
        return s2 - s1 * s1 / n;
    }

    @Override
    public Interval value(double[] values) {
        return Sums.squares(values);
    }

    @Override
    public Interval threshold(double[] values) {
        return Reductions.enclosedSum(values).multiply(Interval.of(2)).divide(Interval.of(n));
    }

    /** Returns a bound: Q = min Σ(x − m)² over m, so any m bounds it. */
    @Override
    public Bound bound(double s1, double s2) {
        double m = origin + s1 / n;
        return new Bound() {
            @Override
            public double term(double x) {
                return (x - m) * (x - m);
            }

            @Override
            public double magnitude(double x) {
                return term(x);
            }

            @Override
            public double bound(double sum) {
                return sum;
            }
        };
    }
}
