package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.SKINNY;
import static org.muster.statistics.Samples.assertClose;
import static org.muster.statistics.Samples.assertRefused;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.muster.interval.Interval;

/** Limits of the mean and of outliers: published values on known numbers, brute force on ranges. */
@Domain(Samples.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class LimitsTest {

    @Provide
    Arbitrary<Sample> reals() {
        return Samples.reals(2, 5);
    }

    /**
     * The ten differences of R's data set sleep (A. R. Cushny and A. R. Peebles 1905, in Student 1908; manual of R,
     * ?sleep). The limits are those of t.test in R 4.2.2 and of ttest_1samp in SciPy 1.17: 0.70011424 and 2.45988576.
     */
    @Test
    void studentsSleepData() {
        Sample sleep = Sample.ofPoints(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);
        Limits limits = Limits.ofMean(sleep, 0.95);
        assertEquals(0.7001142, limits.low().mid(), 5e-8);
        assertEquals(2.4598858, limits.high().mid(), 5e-8);
        assertTrue(limits.low().wid() < 1e-14 && limits.high().wid() < 1e-14 && limits.settled());
        assertEquals(limits.low().inf(), limits.outer().inf());
        assertEquals(limits.high().sup(), limits.outer().sup());
    }

    /** With one degree of freedom the distribution is Cauchy's, whose quantiles are tan(π (p − ½)); with nine, qt of R 4.2.2. */
    @Test
    void criticalValuesOfStudent() {
        assertClose(new TDistribution(9).inverseCumulativeProbability(0.975), Tail.student(9, 0.95), 1e-8);
        assertClose(Math.tan(Math.PI * 0.475), Tail.student(1, 0.95), 1e-14);
        assertEquals(2.2621571628, Tail.student(9, 0.95), 1e-9);
    }

    @Property
    void outlierLimits(@ForAll Sample sample, @ForAll @DoubleRange(min = 0.05, max = 5) double multiple) {
        if (sample.size() > 1) {
            assertLimits(sample, multiple);
        }
    }

    @Property
    void outlierLimitsOfReals(
            @ForAll("reals") Sample sample, @ForAll @DoubleRange(min = 0.05, max = 5) double multiple) {
        assertLimits(sample, multiple);
    }

    private static void assertLimits(Sample sample, double multiple) {
        Limits limits = Limits.outlier(sample, multiple);
        assertTrue(limits.settled());
        double scale = Math.max(1, sample.maximum().mag() + sample.minimum().mag());
        assertUpper(sample, multiple, limits.high(), scale);
        assertUpper(sample.negate(), multiple, limits.low().negate(), scale);
    }

    private static void assertUpper(Sample sample, double multiple, Interval actual, double scale) {
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (double[] x : Samples.choices(sample, 3)) {
            double limit = upper(x, multiple);
            greatest = Math.max(greatest, limit);
            least = Math.min(least, limit);
        }
        assertTrue(actual.sup() >= greatest - 1e-14 * scale);
        assertTrue(actual.inf() <= least + 1e-14 * scale, () -> actual + " of " + sample);
        assertEquals(greatest, actual.sup(), 1e-12 * scale);
        // The low end is taken somewhere on the way of even values, between two ends.
        double[] ends = Arrays.stream(new double[][] {sample.lows(), sample.highs()})
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double lowest = least;
        for (int i = 0; i + 1 < ends.length; i++) {
            double from = ends[i];
            double to = ends[i + 1];
            for (int round = 0; round < 100; round++) {
                double third = (to - from) / 3;
                double left = upper(SpreadPropertiesTest.clipped(sample, from + third), multiple);
                double right = upper(SpreadPropertiesTest.clipped(sample, to - third), multiple);
                lowest = Math.min(lowest, Math.min(left, right));
                from = left > right ? from + third : from;
                to = left > right ? to : to - third;
            }
        }
        assertEquals(lowest, actual.inf(), 1e-12 * scale);
    }

    private static double upper(double[] x, double multiple) {
        return StatUtils.mean(x) + multiple * Math.sqrt(StatUtils.variance(x));
    }

    @Test
    void badInput() {
        assertRefused("limits: needs at least 2 ranges, has 1", () -> Limits.outlier(Sample.ofPoints(1), 3));
        assertRefused(
                "limits of the mean: needs at least 2 ranges, has 1", () -> Limits.ofMean(Sample.ofPoints(1), 0.9));
        assertRefused("multiple: 0.0 is not a number above 0", () -> Limits.outlier(SKINNY, 0));
        assertRefused("multiple: NaN is not a number above 0", () -> Limits.outlier(SKINNY, Double.NaN));
        assertRefused("confidence: 1.0 is not above 0 and below 1", () -> Limits.ofMean(SKINNY, 1));
        assertRefused("confidence: NaN is not above 0 and below 1", () -> Limits.ofMean(SKINNY, Double.NaN));
        assertRefused(
                "limits: the range [1, Infinity] at index 0 has no end",
                () -> Limits.outlier(Sample.of(Interval.of(1, Double.POSITIVE_INFINITY), Interval.of(1)), 3));
        assertRefused(
                "low: [empty] and high: [1, 1] must not be empty",
                () -> new Limits(Interval.EMPTY, Interval.of(1), true));
    }

    // Proportions and rare events.

    /**
     * The examples of R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
     * methods, Statistics in Medicine 17, 1998, 857–872, table I. R 4.2.2, prop.test(k, n, correct = FALSE) and
     * binom.test(k, n), gives the same, and so does SciPy 1.17, binomtest(k, n).proportion_ci.
     */
    @Test
    void newcombesExamples() {
        assertBinomial(BinomialLimits.WILSON, 81, 263, 0.2553, 0.3662);
        assertBinomial(BinomialLimits.WILSON, 15, 148, 0.0624, 0.1605);
        assertBinomial(BinomialLimits.WILSON, 0, 20, 0, 0.1611);
        assertBinomial(BinomialLimits.WILSON, 1, 29, 0.0061, 0.1718);
        assertBinomial(BinomialLimits.CLOPPER_PEARSON, 81, 263, 0.2527, 0.3676);
        assertBinomial(BinomialLimits.CLOPPER_PEARSON, 15, 148, 0.0578, 0.1617);
        assertBinomial(BinomialLimits.CLOPPER_PEARSON, 0, 20, 0, 0.1684);
        assertBinomial(BinomialLimits.CLOPPER_PEARSON, 1, 29, 0.0009, 0.1776);
        assertBinomial(BinomialLimits.WILSON, 20, 20, 1 - 0.1611, 1);
        assertBinomial(BinomialLimits.CLOPPER_PEARSON, 20, 20, 1 - 0.1684, 1);
    }

    private static void assertBinomial(BinomialLimits method, int k, int n, double low, double high) {
        Limits limits = method.of(Interval.of(k), Interval.of(n), 0.95);
        assertEquals(low, limits.low().mid(), 5.01e-5, method + " low");
        assertEquals(high, limits.high().mid(), 5.01e-5, method + " high");
    }

    /** The example of binom.test in the manual of R; R 4.2.2 and SciPy 1.17 give 0.70766826 and 0.76540656. */
    @Test
    void clopperPearsonAsInR() {
        Limits limits = BinomialLimits.CLOPPER_PEARSON.of(Interval.of(682), Interval.of(925), 0.95);
        assertEquals(0.7076683, limits.low().inf(), 5e-8);
        assertEquals(0.7654066, limits.high().sup(), 5e-8);
    }

    /**
     * The numbers of limits.csv, found by bisection of the tails' definitions with mpmath 1.3 in 50 digits, for the
     * confidence as a double: common and extreme ones, and 7 of two thousand million.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "/org/muster/statistics/limits.csv", numLinesToSkip = 1)
    void allDigits(String method, Integer count, Integer trials, double confidence, double low, double high) {
        Limits limits = switch (method) {
            case "NORMAL" -> known(Tail.normal(confidence));
            case "STUDENT" -> known(Tail.student(count, confidence));
            case "GARWOOD" -> PoissonLimits.GARWOOD.of(Interval.of(count), confidence);
            default -> BinomialLimits.valueOf(method).of(Interval.of(count), Interval.of(trials), confidence);
        };
        assertClose(low, limits.low().mid(), 1e-12);
        assertClose(high, limits.high().mid(), 1e-12);
    }

    private static Limits known(double value) {
        return new Limits(Interval.of(value), Interval.of(value), true);
    }

    @Test
    void rangedCountsGiveTheHullOfTheLimits() {
        SplittableRandom random = new SplittableRandom(29);
        for (BinomialLimits method : BinomialLimits.values()) {
            for (int round = 0; round < 100; round++) {
                int k = random.nextInt(6);
                int mostK = k + random.nextInt(6);
                int n = 1 + k + random.nextInt(6);
                int mostN = n + random.nextInt(6);
                Interval low = Interval.EMPTY;
                Interval high = Interval.EMPTY;
                for (int i = k; i <= mostK; i++) {
                    for (int j = Math.max(i, n); j <= mostN; j++) {
                        Interval limits = method.limits(i, j, 0.9);
                        low = low.convexHull(Interval.of(limits.inf()));
                        high = high.convexHull(Interval.of(limits.sup()));
                    }
                }
                Limits actual = method.of(Interval.of(k, mostK), Interval.of(n, mostN), 0.9);
                assertEquals(low.inf(), actual.low().inf(), 1e-12);
                assertEquals(low.sup(), actual.low().sup(), 1e-12);
                assertEquals(high.inf(), actual.high().inf(), 1e-12);
                assertEquals(high.sup(), actual.high().sup(), 1e-12);
            }
        }
    }

    /**
     * poisson.test of R 4.2.2, and half of quantiles of χ² by SciPy 1.17: no event 0 to 3.6889, ten events 4.7954 to
     * 18.3904; a hundred 81.36 to 121.63.
     */
    @Test
    void limitsOfGarwood() {
        Limits none = PoissonLimits.GARWOOD.of(Interval.of(0), 0.95);
        assertEquals(Interval.of(0), none.low());
        assertClose(-Math.log(0.025), none.high().mid(), 1e-10);
        Limits ten = PoissonLimits.GARWOOD.of(Interval.of(10), 0.95);
        assertEquals(4.7954, ten.low().mid(), 5e-5);
        assertEquals(18.3904, ten.high().mid(), 5e-5);
        Limits ranged = PoissonLimits.GARWOOD.of(Interval.of(9.5, 100.5), 0.95);
        assertEquals(ten.low().inf(), ranged.low().inf());
        assertEquals(81.36, ranged.low().sup(), 5e-3);
        assertEquals(121.63, ranged.high().sup(), 5e-3);
    }

    @Test
    void badCounts() {
        assertRefused(
                "successes: [-1, 2] is not a range of counts from 0 to 2147483646",
                () -> BinomialLimits.WILSON.of(Interval.of(-1, 2), Interval.of(3), 0.95));
        assertRefused(
                "successes: [empty] is not a range of counts from 0 to 2147483646",
                () -> BinomialLimits.WILSON.of(Interval.EMPTY, Interval.of(3), 0.95));
        assertRefused(
                "trials: [3, Infinity] is not a range of counts from 0 to 2147483646",
                () -> BinomialLimits.WILSON.of(Interval.of(1), Interval.of(3, Double.POSITIVE_INFINITY), 0.95));
        assertRefused(
                "trials: [0, 3] may be 0", () -> BinomialLimits.WILSON.of(Interval.of(0), Interval.of(0, 3), 0.95));
        assertRefused(
                "successes: [5, 6] are above the trials: [3, 4]",
                () -> BinomialLimits.WILSON.of(Interval.of(5, 6), Interval.of(3, 4), 0.95));
        assertRefused(
                "confidence: 0.0 is not above 0 and below 1",
                () -> BinomialLimits.WILSON.of(Interval.of(1), Interval.of(3), 0));
        assertRefused(
                "count: [0.25, 0.75] is not a range of counts from 0 to 2147483646",
                () -> PoissonLimits.GARWOOD.of(Interval.of(0.25, 0.75), 0.95));
    }
}
