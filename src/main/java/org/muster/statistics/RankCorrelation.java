package org.muster.statistics;

import java.util.function.ToDoubleBiFunction;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** Rank correlations: enclosed by treating pairs or ranks as independent, and evaluated at some choices. */
final class RankCorrelation {
    /** The number of times every value is moved to where the correlation is greatest. */
    private static final int SWEEPS = 3;

    /** Beyond this many pairs, moving the values would take too long, and only the middles are tried. */
    private static final int CLIMBED = 200;

    private RankCorrelation() {}

    static RangeEnclosure kendall(Sample x, Sample y) {
        int n = x.size();
        double low = 0;
        double high = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                Interval sign = sign(x, i, j).multiply(sign(y, i, j));
                low += sign.inf();
                high += sign.sup();
            }
        }
        Interval range = Interval.of(low, high).divide(Interval.of(n * (n - 1.0) / 2));
        return bracket(range, x, y, RankCorrelation::kendall);
    }

    private static Interval sign(Sample x, int i, int j) {
        return x.ranges().get(i).subtract(x.ranges().get(j)).sign();
    }

    private static double kendall(double[] x, double[] y) {
        int n = x.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
            }
        }
        return sum / (n * (n - 1.0) / 2);
    }

    static RangeEnclosure spearman(Sample x, Sample y) {
        int n = x.size();
        Interval[] first = ranks(x);
        Interval[] second = ranks(y);
        Interval most = Interval.of(n * (n * (double) n - 1) / 12);
        Interval squares = Squares.enclose(Sample.of(first)).min(most);
        Interval others = Squares.enclose(Sample.of(second)).min(most);
        Interval unit = Interval.of(-1, 1);
        Interval mean = Interval.of((n + 1) / 2.0);
        for (int i = 0; i < n; i++) {
            first[i] = first[i].subtract(mean);
            second[i] = second[i].subtract(mean);
        }
        Interval range = Reductions.dot(first, second)
                .divide(squares.multiply(others).sqrt())
                .intersection(unit);
        if (range.isEmpty()) {
            throw new IllegalArgumentException("the values of one sample are all equal, whatever they are");
        }
        return bracket(range, x, y, RankCorrelation::spearman);
    }

    /**
     * Returns ranks, with the mean rank for equal values: half the number of values not above and half of those not
     * below.
     */
    private static Interval[] ranks(Sample x) {
        int n = x.size();
        Interval[] ranks = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval rank = Interval.of((n + 1) / 2.0);
            for (int j = 0; j < n; j++) {
                rank = j == i ? rank : rank.add(sign(x, i, j).multiply(Interval.of(0.5)));
            }
            ranks[i] = rank;
        }
        return ranks;
    }

    private static double spearman(double[] x, double[] y) {
        int n = x.length;
        double products = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < n; i++) {
            double a = 0;
            double b = 0;
            for (int j = 0; j < n; j++) {
                a += Math.signum(x[i] - x[j]) / 2;
                b += Math.signum(y[i] - y[j]) / 2;
            }
            products += a * b;
            squares += a * a;
            others += b * b;
        }
        return squares == 0 || others == 0 ? Double.NaN : products / Math.sqrt(squares * others);
    }

    private static RangeEnclosure bracket(
            Interval range, Sample x, Sample y, ToDoubleBiFunction<double[], double[]> correlation) {
        double high = climb(x, y, correlation);
        double low = -climb(x, y, (a, b) -> -correlation.applyAsDouble(a, b));
        // The values tried are rounded, by less than this.
        double error = 0x1p-46;
        double least = Math.max(range.inf(), Math.min(range.sup(), low + error));
        double greatest = Math.min(range.sup(), Math.max(range.inf(), high - error));
        boolean settled = least - range.inf() <= 2 * error && range.sup() - greatest <= 2 * error;
        return new RangeEnclosure(Interval.of(range.inf(), least), Interval.of(greatest, range.sup()), settled);
    }

    /**
     * Returns a large value: each value in turn is moved to its low end, its middle or its high end. NaN never wins.
     */
    private static double climb(Sample x, Sample y, ToDoubleBiFunction<double[], double[]> correlation) {
        double[][] values = {middles(x), middles(y)};
        Sample[] samples = {x, y};
        double best = correlation.applyAsDouble(values[0], values[1]);
        best = Double.isNaN(best) ? -1 : best;
        for (int sweep = 0; sweep < SWEEPS && x.size() <= CLIMBED; sweep++) {
            for (int side = 0; side < 2; side++) {
                for (int i = 0; i < x.size(); i++) {
                    Interval range = samples[side].ranges().get(i);
                    double kept = values[side][i];
                    for (double end : new double[] {range.inf(), range.mid(), range.sup()}) {
                        values[side][i] = end;
                        double value = correlation.applyAsDouble(values[0], values[1]);
                        if (value > best) {
                            best = value;
                            kept = end;
                        }
                    }
                    values[side][i] = kept;
                }
            }
        }
        return best;
    }

    private static double[] middles(Sample sample) {
        return sample.ranges().toList().stream().mapToDouble(Interval::mid).toArray();
    }
}
