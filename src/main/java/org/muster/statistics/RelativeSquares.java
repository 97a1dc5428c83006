package org.muster.statistics;

import java.util.Arrays;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/**
 * The squared coefficient of variation nQ / (Σx)² with Q = Σ(x − x̄)², which also gives the Herfindahl index, since Σx²
 * / (Σx)² is 1/n plus an n-th of it.
 */
final class RelativeSquares implements VertexProblem {
    private final int n;

    private RelativeSquares(int n) {
        this.n = n;
    }

    static RangeEnclosure of(Sample sample, int nodes) {
        int n = sample.size();
        Interval low = least(SharesOfTotal.path(sample), n);
        if (nodes == 0) {
            return RangeEnclosure.lowOnly(low);
        }
        if (!sample.isBounded()) {
            // One value grows beyond all others.
            return new RangeEnclosure(low, Interval.of(n - 1), true);
        }
        VertexSearch.Result high = VertexSearch.greatest(new RelativeSquares(n), sample.lows(), sample.highs(), nodes);
        return new RangeEnclosure(low, high.value(), high.settled());
    }

    /**
     * Returns the minimum, where c = Σx² / Σx. With A and B the sums of the fixed values and of their squares, c = B /
     * A, and with k free values and z certain zeros the ratio is (mQ + zB) / (A² + kB), where Q is taken over the m
     * fixed ones.
     */
    private static Interval least(ClipPath path, int n) {
        int zeros = n - path.n;
        if (path.canMeet()) {
            return Interval.of(zeros).divide(Interval.of(path.n));
        }
        path.settle((c, below, above) -> {
            double sum = 0;
            double magnitudes = 0;
            for (int i = 0; i < below; i++) {
                double term = path.hi[i] * (c - path.hi[i]);
                sum += term;
                magnitudes += Math.abs(term);
            }
            for (int i = path.n - above; i < path.n; i++) {
                double term = path.lo[i] * (c - path.lo[i]);
                sum += term;
                magnitudes += Math.abs(term);
            }
            int sign = Sums.certainSign(sum, magnitudes, below + above);
            return sign != 0 ? sign : exactSign(path.fixed(below, above), c);
        });
        double[] fixed = Sums.enlarged(path.fixed());
        Interval a = Reductions.enclosedSum(fixed);
        Interval b = Reductions.enclosedDot(fixed, fixed);
        Interval over = Sums.squares(fixed).multiply(Interval.of(fixed.length)).add(b.multiply(Interval.of(zeros)));
        return over.divide(a.sqr().add(b.multiply(Interval.of(path.free()))));
    }

    /** Returns the sign of Σx(c − x). */
    private static int exactSign(double[] fixed, double c) {
        int m = fixed.length;
        double[] first = Arrays.copyOf(fixed, 2 * m);
        double[] second = new double[2 * m];
        for (int i = 0; i < m; i++) {
            second[i] = c;
            first[m + i] = fixed[i];
            second[m + i] = -fixed[i];
        }
        return Sums.signOfDot(first, second);
    }

    @Override
    public double first(double x) {
        return x;
    }

    @Override
    public double second(double x) {
        return x * x;
    }

    @Override
    public double key(double low, double high) {
        return low / 2 + high / 2;
    }

    @Override
    public Interval exactKey(double low, double high) {
        return Interval.of(low).add(Interval.of(high));
    }

    @Override
    public double excess(double c, double s1, double s2) {
        return c * s1 - s2;
    }

    @Override
    public double value(double s1, double s2) {
        return s1 > 0 ? n * s2 / (s1 * s1) - 1 : 0;
    }

    @Override
    public Interval value(double[] values) {
        double[] large = Sums.enlarged(values);
        Interval sum = Reductions.enclosedSum(large);
        return sum.sup() == 0
                ? Interval.of(0)
                : Sums.squares(large).multiply(Interval.of(n)).divide(sum.sqr());
    }

    @Override
    public Interval threshold(double[] values) {
        Interval sum = Reductions.enclosedSum(values);
        return sum.sup() == 0
                ? Interval.ENTIRE
                : Reductions.enclosedDot(values, values)
                        .multiply(Interval.of(2))
                        .divide(sum);
    }

    /** Returns a bound: Σx² / (Σx)² ≤ m² / Σx(2m − x) for every m that makes this sum positive, as (mΣx − Σx²)² ≥ 0. */
    @Override
    public Bound bound(double s1, double s2) {
        double m = s1 > 0 ? s2 / s1 : 0;
        return new Bound() {
            @Override
            public double term(double x) {
                return x * (x - 2 * m);
            }

            @Override
            public double magnitude(double x) {
                return x * (x + 2 * m);
            }

            @Override
            public double bound(double sum) {
                return sum < 0
                        ? Interval.of(n)
                                .multiply(Interval.of(m).sqr())
                                .divide(Interval.of(-sum))
                                .subtract(Interval.of(1))
                                .sup()
                        : Double.POSITIVE_INFINITY;
            }
        };
    }
}
