package org.muster.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** Sums of squares and products about the means of pairs of ranges, in the form that {@link BoxSearch} needs. */
final class Pairs implements BoxSearch.Function {
    /** The statistics computed from C = Σ(x − x̄)(y − ȳ), Q = Σ(x − x̄)² and R = Σ(y − ȳ)². */
    enum Kind {
        /** C / (n − 1). */
        COVARIANCE,
        /** C / √(QR). */
        CORRELATION,
        /** C / Q. */
        SLOPE
    }

    private static final Interval UNIT = Interval.of(-1, 1);

    private final Kind kind;
    private final int n;
    private final boolean negated;

    private Pairs(Kind kind, int n, boolean negated) {
        this.kind = kind;
        this.n = n;
        this.negated = negated;
    }

    static RangeEnclosure bracket(Kind kind, Sample x, Sample y, int nodes) {
        int n = x.size();
        Interval[] box = new Interval[2 * n];
        for (int i = 0; i < n; i++) {
            box[i] = x.ranges().get(i);
            box[n + i] = y.ranges().get(i);
        }
        VertexSearch.Result high = BoxSearch.greatest(new Pairs(kind, n, false), box, nodes);
        VertexSearch.Result low = BoxSearch.greatest(new Pairs(kind, n, true), box, nodes);
        if (high.value().isEmpty() || low.value().isEmpty()) {
            throw new IllegalArgumentException(kind.name().toLowerCase(Locale.ROOT)
                    + ": all values of x, or all of y, are equal whatever they are");
        }
        return new RangeEnclosure(low.value().negate(), high.value(), low.settled() && high.settled());
    }

    @Override
    public boolean isMultilinear() {
        return kind == Kind.COVARIANCE;
    }

    @Override
    public Interval at(Interval[] box) {
        Interval value = value(box, differences(first(box)), differences(second(box)));
        return negated ? value.negate() : value;
    }

    private Interval value(Interval[] box, Interval[] dx, Interval[] dy) {
        Interval products = Reductions.dot(dx, dy);
        return switch (kind) {
            case COVARIANCE -> products.divide(Interval.of(n - 1));
            case CORRELATION ->
                products.divide(squares(box, 0).multiply(squares(box, n)).sqrt())
                        .intersection(UNIT);
            case SLOPE -> products.divide(squares(box, 0));
        };
    }

    @Override
    public Interval[] slopes(Interval[] box) {
        Interval[] dx = differences(first(box));
        Interval[] dy = differences(second(box));
        Interval[] slopes = new Interval[2 * n];
        Interval value = value(box, dx, dy);
        Interval q = kind == Kind.COVARIANCE ? Interval.of(n - 1) : squares(box, 0);
        Interval r = kind == Kind.CORRELATION ? squares(box, n) : Interval.of(1);
        for (int i = 0; i < n; i++) {
            Interval byX = dy[i];
            Interval byY = dx[i];
            switch (kind) {
                case COVARIANCE -> {
                    byX = byX.divide(q);
                    byY = byY.divide(q);
                }
                case CORRELATION -> {
                    Interval root = q.multiply(r).sqrt();
                    byX = byX.divide(root).subtract(value.multiply(dx[i]).divide(q));
                    byY = byY.divide(root).subtract(value.multiply(dy[i]).divide(r));
                }
                case SLOPE -> {
                    byX = byX.subtract(value.multiply(dx[i]).multiply(Interval.of(2)))
                            .divide(q);
                    byY = byY.divide(q);
                }
            }
            slopes[i] = orEntire(negated ? byX.negate() : byX);
            slopes[n + i] = orEntire(negated ? byY.negate() : byY);
        }
        return slopes;
    }

    private static Interval orEntire(Interval slope) {
        return slope.isEmpty() ? Interval.ENTIRE : slope;
    }

    /** Returns the differences x − x̄ = ((n − 1)x − the others) / n, in which each value occurs once. */
    static Interval[] differences(Interval[] values) {
        int n = values.length;
        Interval sum = Reductions.sum(values);
        Interval[] differences = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval others = sum.cancelMinus(values[i]);
            differences[i] =
                    values[i].multiply(Interval.of(n - 1)).subtract(others).divide(Interval.of(n));
        }
        return differences;
    }

    private Interval[] first(Interval[] box) {
        return Arrays.copyOf(box, n);
    }

    private Interval[] second(Interval[] box) {
        return Arrays.copyOfRange(box, n, 2 * n);
    }

    private Interval squares(Interval[] box, int from) {
        return Squares.enclose(Sample.of(Arrays.copyOfRange(box, from, from + n)));
    }
}
