package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.SKINNY;
import static org.muster.statistics.Samples.assertClose;
import static org.muster.statistics.Samples.assertRefused;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;

/** Statistics of location on data with published values, and on input that has none. */
class SampleTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Sample TWO = Sample.of(Interval.of(1, 2), Interval.of(3, 5));

    /** The data of Ferson et al. 2007 (SAND2007-0939); the means and quantiles of both ends are sums by hand. */
    @Test
    void skinnyData() {
        assertClose(3203 / 600.0, SKINNY.mean().inf(), 1e-15);
        assertClose(3509 / 600.0, SKINNY.mean().sup(), 1e-15);
        assertClose(5.59, SKINNY.median().inf(), 1e-15);
        assertClose(6.125, SKINNY.median().sup(), 1e-15);
        Interval first = SKINNY.quantile(0.25, QuantileType.R7);
        assertClose(2.925, first.inf(), 1e-15);
        assertClose(3.38, first.sup(), 1e-15);
        Interval third = SKINNY.quantile(0.75, QuantileType.R7);
        assertClose(7.6775, third.inf(), 1e-15);
        assertClose(8.18, third.sup(), 1e-15);
    }

    /** Commons Math computes the same nine types on numbers that are known. */
    @ParameterizedTest
    @EnumSource(QuantileType.class)
    void quantilesOfPointsAreThoseOfCommonsMath(QuantileType type) {
        EstimationType theirs = EstimationType.valueOf("R_" + type.name().substring(1));
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 1; n <= 40; n++) {
            double[] values = random.doubles(n, -100, 100).toArray();
            Sample sample = Sample.ofPoints(values);
            // Odd, so that no place falls on a step, where Commons Math is at the mercy of rounding.
            for (double p : new double[] {0.0137, 0.2519, 0.4993, 0.7331, 0.9871}) {
                double expected =
                        new Percentile(100 * p).withEstimationType(theirs).evaluate(values);
                Interval actual = sample.quantile(p, type);
                assertEquals(expected, actual.mid(), 1e-11);
                assertTrue(actual.wid() <= 1e-13, actual.toString());
            }
        }
    }

    /** quantile(1:10, p, type = t) of R 4.2.2, where p falls on steps. */
    @Test
    void quantilesOnSteps() {
        Sample ten = Sample.ofPoints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        double[] tenths = {1, 1.5, 1, 1, 1.5, 1.1, 1.9, 1.3666666666666667, 1.4};
        double[] quarters = {3, 3, 2, 2.5, 3, 2.75, 3.25, 2.9166666666666665, 2.9375};
        for (QuantileType type : QuantileType.values()) {
            assertClose(tenths[type.ordinal()], ten.quantile(0.1, type).mid(), 1e-15);
            assertClose(quarters[type.ordinal()], ten.quantile(0.25, type).mid(), 1e-15);
            assertEquals(Interval.of(1), ten.quantile(0, type));
            assertEquals(Interval.of(10), ten.quantile(1, type));
        }
    }

    @Test
    void meansOfPointsAreThoseOfCommonsMath() {
        double[] values = new SplittableRandom(3).doubles(1000, 1, 1_000_000).toArray();
        Sample sample = Sample.ofPoints(values);
        assertClose(StatUtils.sum(values), sample.sum().mid(), 1e-14);
        assertClose(StatUtils.mean(values), sample.mean().mid(), 1e-14);
        assertClose(StatUtils.geometricMean(values), sample.geometricMean().mid(), 1e-13);
        double reciprocals = 0;
        for (double value : values) {
            reciprocals += 1 / value;
        }
        assertClose(1000 / reciprocals, sample.harmonicMean().mid(), 1e-13);
        assertTrue(sample.geometricMean().wid() < 2e-14 * sample.geometricMean().mid());
        assertTrue(sample.harmonicMean().wid() < 2e-15 * sample.harmonicMean().mid());
    }

    @Test
    void meansOfRanges() {
        Sample sample = Sample.of(Interval.of(2, 4), Interval.of(8, 16));
        assertClose(4, sample.geometricMean().inf(), 1e-14);
        assertClose(8, sample.geometricMean().sup(), 1e-14);
        assertClose(3.2, sample.harmonicMean().inf(), 1e-15);
        assertClose(6.4, sample.harmonicMean().sup(), 1e-15);
        Sample zero = Sample.of(Interval.of(0, 4), Interval.of(4));
        assertEquals(0, zero.geometricMean().inf());
        assertClose(4, zero.geometricMean().sup(), 1e-15);
        assertEquals(Interval.of(0, 4), zero.harmonicMean());
        Sample open = Sample.of(Interval.of(2, INFINITY), Interval.of(2));
        assertEquals(
                Interval.of(2, INFINITY), Sample.of(Interval.of(2, INFINITY)).harmonicMean());
        assertEquals(Interval.of(2, 4), open.harmonicMean());
        assertEquals(INFINITY, open.geometricMean().sup());
        assertEquals(
                Interval.of(0),
                Sample.of(Interval.of(0), Interval.of(1, INFINITY)).geometricMean());
        assertRefused(
                "geometric mean: the range [-1, 1] at index 0 extends below 0",
                () -> Sample.of(Interval.of(-1, 1)).geometricMean());
        assertRefused(
                "harmonic mean: the range [-2, -1] at index 1 extends below 0",
                () -> Sample.of(Interval.of(1), Interval.of(-2, -1)).harmonicMean());
    }

    @Test
    void weights() {
        Sample weights = Sample.of(Interval.of(1, 3), Interval.of(1));
        assertEquals(Interval.of(1.5, 3.5), TWO.weightedMean(weights));
        assertEquals(TWO.mean(), TWO.weightedMean(Sample.ofPoints(5, 5)));
        assertEquals(Interval.of(3, 5), TWO.weightedMean(Sample.of(Interval.of(0), Interval.of(0, 1))));
        assertEquals(Interval.of(1, 5), TWO.weightedMean(Sample.of(Interval.of(0, 2), Interval.of(0, 1))));
        Sample open = Sample.of(Interval.of(1), Interval.ENTIRE);
        assertEquals(Interval.of(1), open.weightedMean(Sample.ofPoints(1, 0)));
        Interval huge = Sample.ofPoints(-1e308, -1e308).weightedMean(Sample.ofPoints(1e10, 1e10));
        assertTrue(huge.contains(-1e308), huge::toString);
        assertRefused("weights: 1 for 2 ranges", () -> TWO.weightedMean(Sample.ofPoints(1)));
        assertRefused("weights: none can be above 0", () -> TWO.weightedMean(Sample.ofPoints(0, 0)));
        assertRefused(
                "weights: the range [-1, 0] at index 0 extends below 0",
                () -> TWO.weightedMean(Sample.of(Interval.of(-1, 0), Interval.of(1))));
        assertRefused(
                "weights: the weight at index 1 has no end",
                () -> TWO.weightedMean(Sample.of(Interval.of(1), Interval.of(1, INFINITY))));
        assertRefused("weighted mean: the range at index 1 has no end", () -> open.weightedMean(Sample.ofPoints(1, 1)));
    }

    @Test
    void orderAndCounts() {
        Sample sample = Sample.of(Interval.of(3, 9), Interval.of(1, 2), Interval.of(4, 6), Interval.of(5));
        assertEquals(Interval.of(1, 2), sample.minimum());
        assertEquals(Interval.of(5, 9), sample.maximum());
        assertEquals(Interval.of(1, 2), sample.order(1));
        assertEquals(Interval.of(4, 6), sample.order(3));
        assertEquals(Interval.of(3.5, 5.5), sample.median());
        assertEquals(Interval.of(3, 8), sample.range());
        assertEquals(Interval.of(0, 2), sample.countAbove(5));
        assertEquals(Interval.of(1, 3), sample.countAtLeast(5));
        assertEquals(Interval.of(0, 0.5), sample.shareAbove(5));
        assertEquals(Interval.of(0.25, 0.75), sample.shareAtLeast(5));
        assertRefused("rank: 0 is not from 1 to 4", () -> sample.order(0));
        assertRefused("rank: 5 is not from 1 to 4", () -> sample.order(5));
        assertRefused("line: NaN is not a number", () -> sample.countAbove(Double.NaN));
        assertRefused("line: NaN is not a number", () -> sample.shareAtLeast(Double.NaN));
        assertRefused("probability: NaN is not from 0 to 1", () -> sample.quantile(Double.NaN, QuantileType.R1));
        assertRefused("probability: 1.5 is not from 0 to 1", () -> sample.quantile(1.5, QuantileType.R1));
    }

    @Test
    void oneRange() {
        Sample one = Sample.of(Interval.of(3, 7));
        for (Interval same : List.of(
                one.sum(),
                one.mean(),
                one.minimum(),
                one.maximum(),
                one.median(),
                one.order(1),
                one.quantile(0.9, QuantileType.R6),
                one.weightedMean(Sample.ofPoints(2)))) {
            assertEquals(Interval.of(3, 7), same);
        }
        assertEquals(Interval.of(0), one.range());
    }

    @Test
    void rangesWithoutAnEnd() {
        Sample open = Sample.of(Interval.of(300, INFINITY), Interval.of(1, 2), Interval.of(-INFINITY, 4));
        assertEquals(Interval.ENTIRE, open.sum());
        assertEquals(Interval.ENTIRE, open.mean());
        assertEquals(Interval.of(1, 4), open.median());
        assertEquals(Interval.of(300, INFINITY), open.maximum());
        assertEquals(Interval.of(298, INFINITY), open.range());
        assertEquals(Interval.of(-INFINITY, 2), open.quantile(0.25, QuantileType.R6));
        assertEquals(Interval.of(150.5, INFINITY), open.quantile(0.75, QuantileType.R7));
        assertEquals(Interval.of(1, 1), open.countAbove(250));
        assertEquals(Interval.of(1, 2), open.countAbove(3));
        assertEquals(
                Interval.of(0, INFINITY),
                Sample.of(Interval.ENTIRE, Interval.of(1)).range());
    }

    @Test
    void noSample() {
        assertRefused("sample: has no ranges, at least one is needed", () -> Sample.of(List.of()));
        assertRefused("sample: has no ranges, at least one is needed", () -> Sample.of(IntervalArray.points()));
        assertRefused(
                "sample: the range at index 1 is empty: it contains no value",
                () -> Sample.of(Interval.of(1), Interval.EMPTY));
        assertRefused("at index 0, point: NaN is not a real number", () -> Sample.ofPoints(Double.NaN));
    }

    @Test
    void samplesAreValues() {
        assertEquals(TWO, Sample.of(List.of(Interval.of(1, 2), Interval.of(3, 5))));
        assertEquals(TWO.hashCode(), Sample.of(TWO.ranges()).hashCode());
        assertNotEquals(TWO, Sample.of(Interval.of(3, 5), Interval.of(1, 2)));
        assertEquals("[[1, 2], [3, 5]]", TWO.toString());
        assertEquals(2, TWO.size());
    }

    /** Every index of long columns in every order that a selection may meet. */
    @Test
    void selectionFindsWhatSortingFinds() {
        SplittableRandom random = new SplittableRandom(11);
        for (int n : new int[] {1, 2, 3, 599, 601, 5000}) {
            double[] values = random.doubles(n).map(x -> Math.rint(x * n)).toArray();
            double[] sorted = values.clone();
            java.util.Arrays.sort(sorted);
            for (double[] order : List.of(values, sorted, new double[n])) {
                double[] expected = order.clone();
                java.util.Arrays.sort(expected);
                for (int k = 0; k < n; k += 1 + n / 50) {
                    double[] x = order.clone();
                    assertEquals(expected[k], OrderStatistics.select(x, k));
                    assertEquals(k + 1 < n ? expected[k + 1] : INFINITY, OrderStatistics.next(x, k));
                }
            }
        }
    }
}
