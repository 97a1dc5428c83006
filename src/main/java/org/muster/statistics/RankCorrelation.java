package org.muster.statistics;

import java.util.Arrays;
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
        double[][] ends = {x.lows(), x.highs(), y.lows(), y.highs()};
        int n = x.size();
        double low = 0;
        double high = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double leastX = Math.signum(ends[0][i] - ends[1][j]);
                double greatestX = Math.signum(ends[1][i] - ends[0][j]);
                double leastY = Math.signum(ends[2][i] - ends[3][j]);
                double greatestY = Math.signum(ends[3][i] - ends[2][j]);
                low += Math.min(
                        Math.min(leastX * leastY, greatestX * greatestY),
                        Math.min(leastX * greatestY, greatestX * leastY));
                high += Math.max(
                        Math.max(leastX * leastY, greatestX * greatestY),
                        Math.max(leastX * greatestY, greatestX * leastY));
            }
        }
        Interval range = Interval.of(low, high).divide(Interval.of(n * (n - 1.0) / 2));
        return bracket(range, x, y, RankCorrelation::kendall);
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
            throw new IllegalArgumentException("spearman: all values of x, or all of y, are equal whatever they are");
        }
        return bracket(range, x, y, RankCorrelation::spearman);
    }

    private static Interval[] ranks(Sample x) {
        double[] lows = x.lows();
        double[] highs = x.highs();
        double[] least = ranks(lows, highs);
        double[] greatest = ranks(highs, lows);
        Interval[] ranks = new Interval[lows.length];
        Arrays.setAll(ranks, i -> Interval.of(least[i], greatest[i]));
        return ranks;
    }

    /**
     * Returns the ranks of numbers among others, each without the other of the same index, with the mean rank for equal
     * ones: the mean of those from one more than the others below it to one more than the others not above it.
     */
    private static double[] ranks(double[] numbers, double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[numbers.length];
        for (int i = 0; i < ranks.length; i++) {
            double below =
                    EmpiricalDistribution.upTo(sorted, Math.nextDown(numbers[i])) - (others[i] < numbers[i] ? 1 : 0);
            double notAbove = EmpiricalDistribution.upTo(sorted, numbers[i]) - (others[i] <= numbers[i] ? 1 : 0);
            ranks[i] = 1 + (below + notAbove) / 2;
        }
        return ranks;
    }

    private static double spearman(double[] x, double[] y) {
        double[] first = ranks(x, x);
        double[] second = ranks(y, y);
        double mean = (x.length + 1) / 2.0;
        double products = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < x.length; i++) {
            double a = first[i] - mean;
            double b = second[i] - mean;
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
