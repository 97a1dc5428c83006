package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;
import org.muster.statistics.BruteForce.Extremes;
import org.muster.statistics.BruteForce.Fraction;

/** Statistics of samples that strain the arithmetic, against {@link BruteForce} without rounding. */
class HardSamplesTest {

    @Test
    @Tag("slow")
    void aFewThousand() {
        assertExact(new HardSamples(41), 2000);
    }

    @Test
    @Tag("slow")
    void aHundredThousand() {
        assertExact(new HardSamples(43), 100_000);
    }

    private static void assertExact(HardSamples samples, int count) {
        for (int i = 0; i < count; i++) {
            Sample sample = samples.next(2, 4);
            assertSpreads(sample);
            assertLocations(sample, samples.next(sample.size(), sample.size()));
            assertLimits(sample);
        }
    }

    private static void assertSpreads(Sample sample) {
        int n = sample.size();
        BruteForce exact = new BruteForce(sample);
        Extremes squares = exact.squares();
        Extremes population = squares.map(q -> q.over((long) n * n));
        assertSpread(sample, Spread.POPULATION_VARIANCE, population, 8, false);
        assertSpread(sample, Spread.POPULATION_DEVIATION, population, 8, true);
        Extremes estimated = squares.map(q -> q.over(n * (n - 1L)));
        assertSpread(sample, Spread.SAMPLE_VARIANCE, estimated, 8, false);
        assertSpread(sample, Spread.SAMPLE_DEVIATION, estimated, 8, true);
        assertSpread(
                sample, Spread.MEAN_ABSOLUTE_DEVIATION, exact.absolute().map(a -> a.over((long) n * n)), 16, false);
        Extremes herfindahl = exact.herfindahl();
        assertSpread(sample, Spread.HERFINDAHL, herfindahl, 16, false);
        // s² / mean² = (nH − 1) n / (n − 1)
        Extremes variation = herfindahl.map(h -> h.times(n).minus(1).times(n).over(n - 1));
        assertSpread(sample, Spread.COEFFICIENT_OF_VARIATION, variation, 16, true);
        assertSpread(sample, Spread.GINI, exact.gini(), 8, false);
        assertTheil(sample);
    }

    private static void assertSpread(Sample sample, Spread spread, Extremes exact, int units, boolean isRoot) {
        RangeEnclosure actual = spread.bracket(sample, RangeEnclosure.NODES);
        assertTrue(actual.settled(), () -> spread + " of " + sample + " is not settled");
        assertTrue(
                BruteForce.isAt(actual.low(), exact.low(), units, isRoot),
                () -> spread + " of " + sample + ": low end " + actual.low());
        assertTrue(
                BruteForce.isAt(actual.high(), exact.high(), units, isRoot),
                () -> spread + " of " + sample + ": high end " + actual.high());
        if (sample.isCertain()) {
            assertEquals(actual.low(), actual.high());
        }
    }

    /** In doubles, as the promise is one of 10⁻¹³; each term u ln u − u + 1 ≥ 0 is off by some units of |u − 1|. */
    private static void assertTheil(Sample given) {
        RangeEnclosure actual = Spread.THEIL.bracket(given, RangeEnclosure.NODES);
        // The index of multiples is the same, and theirs have all digits.
        Sample sample =
                given.maximum().sup() < 0x1p-500 ? Sample.of(given.ranges().scale(0x1p900)) : given;
        assertTrue(actual.settled(), () -> "Theil of " + sample + " is not settled");
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double[] choice : Samples.choices(sample, 1)) {
            if (Arrays.stream(choice).sum() > 0) {
                high = Math.max(high, theil(choice));
            }
        }
        double[] ends = Arrays.stream(new double[][] {sample.lows(), sample.highs()})
                .flatMapToDouble(Arrays::stream)
                .filter(end -> end > 0)
                .sorted()
                .toArray();
        for (int i = 0; i < ends.length; i++) {
            double from = ends[i];
            double to = ends[Math.min(i + 1, ends.length - 1)];
            // Halving logarithms first, as the ends may differ by hundreds of powers of ten.
            for (int round = 0; round < 60; round++) {
                double middle = to > 2 * from ? Math.sqrt(from) * Math.sqrt(to) : from + (to - from) / 2;
                double next = middle * (1 + 1e-7);
                double left = theil(SpreadPropertiesTest.clipped(sample, middle));
                double right = theil(SpreadPropertiesTest.clipped(sample, next));
                low = Math.min(low, Math.min(left, right));
                from = left > right ? middle : from;
                to = left > right ? to : middle;
            }
            low = Math.min(low, theil(SpreadPropertiesTest.clipped(sample, ends[i])));
        }
        assertEnd(low, actual.low(), sample);
        assertEnd(high, actual.high(), sample);
    }

    private static void assertEnd(double expected, Interval actual, Sample sample) {
        assertTrue(
                actual.inf() <= expected + 4e-15 && actual.sup() >= expected - 4e-15 && actual.wid() < 1e-13,
                () -> "Theil of " + sample + ": " + expected + " and " + actual);
        assertEquals(expected, actual.mid(), 1e-13, () -> "Theil of " + sample);
    }

    private static double theil(double[] x) {
        double greatest = Arrays.stream(x).max().orElseThrow();
        double[] scaled = Arrays.stream(x)
                .map(value -> Math.scalb(value, Math.min(1000, -Math.getExponent(greatest))))
                .toArray();
        double mean = Arrays.stream(scaled).average().orElseThrow();
        double sum = 0;
        for (double value : scaled) {
            double d = (value - mean) / mean;
            sum += value == 0 ? 1 : (1 + d) * (d < -0.5 ? Math.log(value / mean) : Math.log1p(d)) - d;
        }
        return sum / x.length;
    }

    /** In doubles relative to the greatest magnitude, as the promise is. The inner end is not above any choice. */
    private static void assertLimits(Sample sample) {
        Limits actual = Limits.outlier(sample, 3);
        assertTrue(actual.settled(), () -> "limits of " + sample + " are not settled");
        double unit = sample.magnitude();
        double digits = Math.max(1e-13, 4 * Double.MIN_VALUE / unit);
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (double[] choice : Samples.choices(sample, 2)) {
            double[] shares = Arrays.stream(choice).map(x -> x / unit).toArray();
            double limit = StatUtils.mean(shares) + 3 * Math.sqrt(StatUtils.variance(shares));
            greatest = Math.max(greatest, limit);
            least = Math.min(least, limit);
        }
        assertEquals(greatest, actual.high().sup() / unit, digits, () -> "upper limit of " + sample);
        assertTrue(actual.high().inf() / unit <= least + digits / 100, () -> "upper limit of " + sample);
        if (sample.isCertain()) {
            assertEquals(least, actual.high().inf() / unit, digits, () -> "upper limit of " + sample);
        }
    }

    private static void assertLocations(Sample sample, Sample weights) {
        int n = sample.size();
        BruteForce.Whole whole = BruteForce.of(sample);
        Fraction[] lows = whole.fractions(sample.lows());
        Fraction[] highs = whole.fractions(sample.highs());
        assertAt(sample, "sum", sum(lows), sum(highs), sample.sum(), 1);
        assertAt(sample, "mean", sum(lows).over(n), sum(highs).over(n), sample.mean(), 1);
        assertAt(sample, "median", median(lows), median(highs), sample.median(), 1);
        assertAt(sample, "harmonic mean", harmonic(lows), harmonic(highs), sample.harmonicMean(), 5);
        assertGeometric(sample, lows, highs);
        Fraction low = null;
        Fraction high = null;
        BruteForce.Whole wholeWeights = BruteForce.of(weights);
        for (double[] weight : Samples.choices(weights, 1)) {
            if (Arrays.stream(weight).anyMatch(w -> w > 0)) {
                BigInteger[] w = wholeWeights.multiples(weight);
                Fraction below = weighted(w, lows);
                Fraction above = weighted(w, highs);
                low = low == null || below.compareTo(low) < 0 ? below : low;
                high = high == null || above.compareTo(high) > 0 ? above : high;
            }
        }
        assertAt(sample, "mean weighted by " + weights, low, high, sample.weightedMean(weights), 5);
    }

    private static void assertAt(
            Sample sample, String statistic, Fraction low, Fraction high, Interval actual, int units) {
        assertTrue(
                BruteForce.isLow(actual.inf(), low, units, false)
                        && BruteForce.isHigh(actual.sup(), high, units, false),
                () -> statistic + " of " + sample + ": " + actual);
    }

    /** The n-th powers of both ends are compared with the products. */
    private static void assertGeometric(Sample sample, Fraction[] lows, Fraction[] highs) {
        Interval actual = sample.geometricMean();
        boolean encloses = power(actual.inf(), lows.length).compareTo(product(lows)) <= 0
                && power(actual.sup(), highs.length).compareTo(product(highs)) >= 0;
        assertTrue(encloses, () -> "geometric mean of " + sample + ": " + actual);
        double near = actual.inf() + Math.max(actual.inf() * 1e-15, 3 * Double.MIN_VALUE);
        double next = actual.sup() - Math.max(actual.sup() * 1e-15, 3 * Double.MIN_VALUE);
        boolean isNear = power(near, lows.length).compareTo(product(lows)) > 0
                && (next < 0 || power(next, highs.length).compareTo(product(highs)) < 0);
        assertTrue(isNear, () -> "geometric mean of " + sample + ": " + actual + " is too wide");
    }

    private static Fraction power(double base, int exponent) {
        Fraction number = Fraction.of(base);
        return new Fraction(number.over().pow(exponent), number.under().pow(exponent));
    }

    private static Fraction product(Fraction[] x) {
        return Arrays.stream(x).reduce(new Fraction(BigInteger.ONE, BigInteger.ONE), Fraction::times);
    }

    /** The sum of fractions with one denominator. */
    private static Fraction sum(Fraction[] x) {
        BigInteger sum = Arrays.stream(x).map(Fraction::over).reduce(BigInteger.ZERO, BigInteger::add);
        return new Fraction(sum, x[0].under());
    }

    private static Fraction median(Fraction[] x) {
        Fraction[] sorted = x.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return sum(new Fraction[] {sorted[(n - 1) / 2], sorted[n / 2]}).over(2);
    }

    private static Fraction harmonic(Fraction[] x) {
        BigInteger unit = x[0].under();
        BigInteger product = Arrays.stream(x).map(Fraction::over).reduce(BigInteger.ONE, BigInteger::multiply);
        if (product.signum() == 0) {
            return new Fraction(BigInteger.ZERO, unit);
        }
        BigInteger others =
                Arrays.stream(x).map(value -> product.divide(value.over())).reduce(BigInteger.ZERO, BigInteger::add);
        return new Fraction(product.multiply(BigInteger.valueOf(x.length)), others.multiply(unit));
    }

    private static Fraction weighted(BigInteger[] weights, Fraction[] x) {
        BigInteger over = BigInteger.ZERO;
        BigInteger under = BigInteger.ZERO;
        for (int i = 0; i < x.length; i++) {
            over = over.add(weights[i].multiply(x[i].over()));
            under = under.add(weights[i]);
        }
        return new Fraction(over, under.multiply(x[0].under()));
    }
}
