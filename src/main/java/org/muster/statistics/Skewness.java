package org.muster.statistics;

import java.util.Arrays;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** The skewness g = m₃ / m₂^(3/2) with mₖ = (1/n) Σ(x − x̄)^k, in the form that {@link BoxSearch} needs. */
final class Skewness implements BoxSearch.Function {
    private final int n;
    private final boolean negated;

    private Skewness(int n, boolean negated) {
        this.n = n;
        this.negated = negated;
    }

    static RangeEnclosure of(Sample sample, int nodes) {
        double by = Sums.enlargement(sample.magnitude());
        Interval[] box = sample.times(by).ranges().toList().toArray(Interval[]::new);
        VertexSearch.Result high = BoxSearch.greatest(new Skewness(box.length, false), box, nodes);
        VertexSearch.Result low = BoxSearch.greatest(new Skewness(box.length, true), box, nodes);
        if (high.value().isEmpty() || low.value().isEmpty()) {
            throw new IllegalArgumentException("skewness: the values are all equal, whatever they are");
        }
        return new RangeEnclosure(low.value().negate(), high.value(), low.settled() && high.settled());
    }

    @Override
    public boolean isMultilinear() {
        return false;
    }

    @Override
    public Interval at(Interval[] box) {
        Interval value = value(Pairs.differences(box), deviation(box));
        return negated ? value.negate() : value;
    }

    private Interval deviation(Interval[] box) {
        return Squares.enclose(Sample.of(box)).divide(Interval.of(n)).sqrt();
    }

    /** Returns m₃ / s³, within the bound |g| ≤ (n − 2) / √(n − 1) of J. E. Wilkins, A note on skewness and kurtosis, 1944. */
    private Interval value(Interval[] differences, Interval deviation) {
        Interval[] cubes = Arrays.stream(differences).map(d -> d.pow(3)).toArray(Interval[]::new);
        double most = Interval.of(n - 2).divide(Interval.of(n - 1).sqrt()).sup();
        return Reductions.sum(cubes)
                .divide(Interval.of(n))
                .divide(deviation.pow(3))
                .intersection(Interval.of(-most, most));
    }

    /** Returns ∂g/∂x = 3 (d² − m₂ − gsd) / (ns³) for each x with d = x − x̄. */
    @Override
    public Interval[] slopes(Interval[] box) {
        Interval[] differences = Pairs.differences(box);
        Interval deviation = deviation(box);
        Interval value = value(differences, deviation);
        Interval factor = Interval.of(3).divide(Interval.of(n).multiply(deviation.pow(3)));
        Interval[] slopes = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval d = differences[i];
            Interval slope = d.sqr()
                    .subtract(deviation.sqr())
                    .subtract(value.multiply(deviation).multiply(d))
                    .multiply(factor);
            slope = slope.isEmpty() ? Interval.ENTIRE : slope;
            slopes[i] = negated ? slope.negate() : slope;
        }
        return slopes;
    }
}
