package org.muster.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.muster.interval.IntervalArray;
import org.muster.statistics.QuantileType;
import org.muster.statistics.RangeEnclosure;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Statistics of large samples: nanoseconds for the whole sample. The peer of {@code mean} and {@code quantile} is the
 * same on both arrays of ends as plain doubles; of {@code leastVariance} the sorting of both arrays; of {@code
 * greatestVariance}, which is both ends of the variance of 10,000 ranges, the low end alone; of {@code giniOfPoints}, the
 * index of 100,000 known values, sorting them and two sums in doubles.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms5g", "-Xmx5g", "-Xmn2500m", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class StatisticsBenchmark {
    private static final int LARGE = 10_000_000;
    private static final int MEDIUM = 1_000_000;
    private static final int SMALL = 10_000;
    private static final int POINTS = 100_000;

    private PlainArray plain = new PlainArray(new double[0], new double[0]);
    private PlainArray plainMedium = plain;
    private Sample large = Sample.ofPoints(1);
    private Sample medium = large;
    private Sample small = large;
    private double[] numbers = {1};
    private Sample points = large;

    @Setup
    public void setUp() {
        plain = Operands.make("reals", 1, LARGE);
        large = Sample.of(IntervalArray.of(plain.lo, plain.hi));
        plainMedium = casualties(MEDIUM);
        medium = Sample.of(IntervalArray.of(plainMedium.lo, plainMedium.hi));
        PlainArray few = casualties(SMALL);
        small = Sample.of(IntervalArray.of(few.lo, few.hi));
        SplittableRandom random = new SplittableRandom(31);
        numbers = new double[POINTS];
        Arrays.setAll(
                numbers, i -> Math.exp(4 * (random.nextDouble() + random.nextDouble() + random.nextDouble())));
        points = Sample.ofPoints(numbers);
        if (!Spread.GINI.bracket(points, 1).settled()) {
            throw new IllegalStateException("the Gini index of known values is not settled");
        }
    }

    /** Whole numbers over four orders of magnitude, up to 20% to both sides of their middle, as figures of battles are. */
    private static PlainArray casualties(int size) {
        SplittableRandom random = new SplittableRandom(5);
        PlainArray ranges = new PlainArray(new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            double middle = Math.exp(2 + 9 * random.nextDouble());
            double radius = 0.2 * middle * random.nextDouble();
            ranges.lo[i] = Math.rint(middle - radius);
            ranges.hi[i] = Math.rint(middle + radius);
        }
        return ranges;
    }

    @Benchmark
    public Object mean() {
        return large.mean();
    }

    @Benchmark
    public Object meanPlain() {
        PlainRange sum = plain.sum();
        return new PlainRange(sum.lo / LARGE, sum.hi / LARGE);
    }

    @Benchmark
    public Object quantile() {
        return large.quantile(0.25, QuantileType.R7);
    }

    @Benchmark
    public double quantilePlain() {
        Percentile percentile = new Percentile(25).withEstimationType(EstimationType.R_7);
        return percentile.evaluate(plain.lo) + percentile.evaluate(plain.hi);
    }

    @Benchmark
    public Object leastVariance() {
        return Spread.POPULATION_VARIANCE.low(medium);
    }

    @Benchmark
    public Object leastVariancePlain() {
        double[] lows = plainMedium.lo.clone();
        double[] highs = plainMedium.hi.clone();
        Arrays.sort(lows);
        Arrays.sort(highs);
        return new PlainArray(lows, highs);
    }

    @Benchmark
    public Object greatestVariance() {
        return Spread.POPULATION_VARIANCE.of(small);
    }

    @Benchmark
    public Object greatestVariancePlain() {
        return Spread.POPULATION_VARIANCE.low(small);
    }

    /** Known values, which leave nothing to search for. */
    @Benchmark
    public Object giniOfPoints() {
        return Spread.GINI.bracket(points, RangeEnclosure.NODES);
    }

    @Benchmark
    public Object giniOfPointsPlain() {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighted += (2.0 * i + 1 - sorted.length) * sorted[i];
        }
        return weighted / (sorted.length * sum);
    }
}
