package org.muster.statistics;

import java.util.Arrays;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** The upper limit x̄ + ks with s² = Q / (n − 1) and Q = Σ(x − x̄)², a convex function of the values. */
final class UpperLimit implements VertexProblem {
    private final int n;
    private final double multiple;
    private final double origin;

    private UpperLimit(int n, double multiple, double origin) {
        this.n = n;
        this.multiple = multiple;
        this.origin = origin;
    }

    static RangeEnclosure of(Sample given, double multiple, int nodes) {
        double by = Sums.enlargement(given.magnitude());
        Sample sample = given.times(by);
        UpperLimit problem = new UpperLimit(sample.size(), multiple, Squares.origin(sample));
        if (sample.isCertain()) {
            Interval only = problem.value(sample.lows()).divide(Interval.of(by));
            return new RangeEnclosure(only, only, true);
        }
        VertexSearch.Result high = VertexSearch.greatest(problem, sample.lows(), sample.highs(), nodes);
        Interval low = Interval.of(Math.min(problem.least(sample), high.value().sup()));
        return new RangeEnclosure(low, high.value(), high.settled()).map(limit -> limit.divide(Interval.of(by)));
    }

    /**
     * Returns a lower bound of the least limit. Along the path of even values the slope has the sign of √((n − 1)Q) +
     * kn(c − x̄). With m values fixed, with mean f and sum of squares F about it, and the others free, the least limit
     * is f + √F √(k²/(n − 1) − (n − m)/(nm)).
     */
    private double least(Sample sample) {
        ClipPath path = new ClipPath(sample.lows(), sample.highs());
        path.settle((c, below, above) -> slope(path.clipped(c), c));
        double[] fixed = path.fixed();
        int m = fixed.length;
        if (m > 0) {
            Interval root = Interval.of(multiple)
                    .sqr()
                    .divide(Interval.of(n - 1))
                    .subtract(Interval.of(n - m).divide(Interval.of(n).multiply(Interval.of(m))));
            Interval limit = Reductions.enclosedSum(fixed)
                    .divide(Interval.of(m))
                    .add(Sums.squares(fixed).sqrt().multiply(root.sqrt()));
            if (!limit.isEmpty()) {
                return limit.inf();
            }
        }
        return sample.mean().inf();
    }

    private int slope(double[] values, double c) {
        Interval squares = Sums.squares(values);
        if (squares.sup() == 0) {
            // All values are equal, and fall together with c.
            return 1;
        }
        double[] signs = new double[n + 1];
        double[] all = Arrays.copyOf(values, n + 1);
        Arrays.fill(signs, -1);
        all[n] = c;
        signs[n] = n;
        Interval distance = Reductions.enclosedDot(signs, all).multiply(Interval.of(multiple));
        return Sums.sign(squares.multiply(Interval.of(n - 1)).sqrt().add(distance));
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

    private double squares(double s1, double s2) {
        return Math.max(0, s2 - s1 * s1 / n);
    }

    @Override
    public double excess(double c, double s1, double s2) {
        return c - s1 / n + Math.sqrt(squares(s1, s2) * (n - 1)) / (n * multiple);
    }

    @Override
    public double value(double s1, double s2) {
        return s1 / n + multiple * Math.sqrt(squares(s1, s2) / (n - 1));
    }

    @Override
    public Interval value(double[] values) {
        Interval deviation = Sums.squares(values).divide(Interval.of(n - 1)).sqrt();
        return Reductions.enclosedSum(values).divide(Interval.of(n)).add(deviation.multiply(Interval.of(multiple)));
    }

    @Override
    public Interval threshold(double[] values) {
        Interval root = Sums.squares(values).multiply(Interval.of(n - 1)).sqrt();
        return Reductions.enclosedSum(values)
                .subtract(root.divide(Interval.of(multiple)))
                .multiply(Interval.of(2))
                .divide(Interval.of(n));
    }

    /** Returns a bound: k√(Q/(n − 1)) ≤ aΣ(x − m)² + k²/(4a(n − 1)) for every m and every a > 0, as Q ≤ Σ(x − m)². */
    @Override
    public Bound bound(double s1, double s2) {
        double m = origin + s1 / n;
        double squares = squares(s1, s2);
        double a = multiple / (2 * Math.sqrt((n - 1) * (squares > 0 ? squares : 1)));
        return new Bound() {
            @Override
            public double term(double x) {
                return (x - m) / n + a * ((x - m) * (x - m));
            }

            @Override
            public double magnitude(double x) {
                return Math.abs(x - m) / n + a * ((x - m) * (x - m));
            }

            @Override
            public double bound(double sum) {
                Interval divisor = Interval.of(a).multiply(Interval.of(4)).multiply(Interval.of(n - 1));
                return Interval.of(multiple)
                        .sqr()
                        .divide(divisor)
                        .add(Interval.of(m))
                        .add(Interval.of(sum))
                        .sup();
            }
        };
    }
}
