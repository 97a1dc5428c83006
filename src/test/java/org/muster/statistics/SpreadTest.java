package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.SKINNY;
import static org.muster.statistics.Samples.assertClose;
import static org.muster.statistics.Samples.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.interval.Interval;

/** Statistics of spread on data with published values, on known numbers, and on input that has none. */
class SpreadTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /**
     * The data of Ferson et al. 2007 (SAND2007-0939). The ends are those of all choices of low and high ends and, for the
     * low one, of values clipped at one number, in fractions; neither the middles nor all low and all high ends give these.
     */
    @Test
    void skinnyData() {
        Interval variance = Spread.POPULATION_VARIANCE.of(SKINNY);
        assertClose(2850917 / 360000.0, variance.inf(), 1e-15);
        assertClose(774709 / 72000.0, variance.sup(), 1e-15);
        assertTrue(variance.wid() > 2.8);
        Interval deviation = Spread.SAMPLE_DEVIATION.of(SKINNY);
        assertClose(Math.sqrt(2850917 / 300000.0), deviation.inf(), 1e-15);
        assertClose(Math.sqrt(774709 / 60000.0), deviation.sup(), 1e-15);
    }

    @Test
    void pointsAreThoseOfCommonsMathAndTheDefinitions() {
        double[] values = new SplittableRandom(5).doubles(500, 1, 1000).toArray();
        Sample sample = Sample.ofPoints(values);
        DescriptiveStatistics theirs = new DescriptiveStatistics(values);
        double mean = theirs.getMean();
        double gini = 0;
        double theil = 0;
        double squares = 0;
        double absolute = 0;
        for (double x : values) {
            for (double y : values) {
                gini += Math.abs(x - y) / (2 * mean * 500 * 500);
            }
            theil += x / mean * Math.log(x / mean) / 500;
            squares += x * x;
            absolute += Math.abs(x - mean) / 500;
        }
        assertPoint(theirs.getPopulationVariance(), Spread.POPULATION_VARIANCE, sample);
        assertPoint(theirs.getVariance(), Spread.SAMPLE_VARIANCE, sample);
        assertPoint(Math.sqrt(theirs.getPopulationVariance()), Spread.POPULATION_DEVIATION, sample);
        assertPoint(theirs.getStandardDeviation(), Spread.SAMPLE_DEVIATION, sample);
        assertPoint(theirs.getStandardDeviation() / mean, Spread.COEFFICIENT_OF_VARIATION, sample);
        assertPoint(squares / (500 * mean * 500 * mean), Spread.HERFINDAHL, sample);
        assertPoint(gini, Spread.GINI, sample);
        assertPoint(theil, Spread.THEIL, sample);
        assertPoint(absolute, Spread.MEAN_ABSOLUTE_DEVIATION, sample);
    }

    @Test
    void theLowEndAloneIsThatOfTheBracket() {
        for (Spread spread : Spread.values()) {
            assertEquals(spread.bracket(SKINNY, 1).low(), spread.low(SKINNY));
        }
    }

    private static void assertPoint(double expected, Spread spread, Sample sample) {
        RangeEnclosure bracket = spread.bracket(sample, RangeEnclosure.NODES);
        assertTrue(bracket.settled());
        assertClose(expected, bracket.range().mid(), 1e-12);
        assertTrue(
                bracket.range().wid() < 1e-14 * expected + 1e-14, () -> spread + " " + bracket.low() + bracket.high());
    }

    /**
     * NumAcc4 of the Statistical Reference Datasets of NIST, as Commons Math has it among its tests: 1,001 values about 10⁷,
     * 0.2 apart, with the mean 10000000.2 and the standard deviation 0.1, both exact.
     */
    @Test
    void nothingCancels() {
        List<Interval> values = new ArrayList<>(List.of(Interval.parse("10000000.2")));
        for (int i = 0; i < 500; i++) {
            values.add(Interval.parse("10000000.1"));
            values.add(Interval.parse("10000000.3"));
        }
        Interval deviation = Spread.SAMPLE_DEVIATION.of(Sample.of(values));
        assertTrue(deviation.contains(0.1), deviation::toString);
        assertTrue(deviation.wid() < 3e-9, deviation::toString);
        // The same numbers as doubles, whose own errors weigh 10^-9; Commons Math computes with two passes.
        double[] points = values.stream().mapToDouble(Interval::mid).toArray();
        Interval ofPoints = Spread.SAMPLE_DEVIATION.of(Sample.ofPoints(points));
        assertClose(new DescriptiveStatistics(points).getStandardDeviation(), ofPoints.mid(), 1e-9);
        assertTrue(ofPoints.wid() < 1e-15);
        assertClose(new Mean().evaluate(points), 10000000.2, 1e-15);
    }

    /** Half the battles at [0, 1] each: the most uneven choice is found at once because equal ranges count as one. */
    @Test
    void manyEqualRangesAreOneGroup() {
        for (int n : new int[] {2, 3, 10, 101}) {
            List<Interval> ranges = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                ranges.add(Interval.of(0, 1));
            }
            RangeEnclosure variance = Spread.POPULATION_VARIANCE.bracket(Sample.of(ranges), 20);
            assertTrue(variance.settled());
            assertEquals(0, variance.range().inf());
            assertClose((n / 2) * (n - n / 2) / (double) n / n, variance.range().sup(), 1e-15);
        }
    }

    /** Figures about 10% wide of battles that differ by a factor of a thousand, as real ones do. */
    @Test
    void casualtyLikeDataNeedFewNodes() {
        SplittableRandom random = new SplittableRandom(17);
        for (int n : new int[] {10, 300, 3000}) {
            Sample sample = casualties(random, n);
            for (Spread spread : List.of(
                    Spread.POPULATION_VARIANCE,
                    Spread.COEFFICIENT_OF_VARIATION,
                    Spread.HERFINDAHL,
                    Spread.THEIL,
                    Spread.GINI,
                    Spread.MEAN_ABSOLUTE_DEVIATION)) {
                RangeEnclosure bracket = spread.bracket(sample, 100);
                assertTrue(bracket.settled(), spread + " of " + n);
                assertTrue(bracket.high().wid() < 1e-13 * bracket.high().sup() + 1e-14, spread + ": " + bracket.high());
            }
        }
    }

    static Sample casualties(SplittableRandom random, int n) {
        List<Interval> ranges = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double middle = Math.exp(random.nextDouble() * 7 + 2);
            double width = middle * random.nextDouble() * 0.2;
            ranges.add(Interval.of(Math.rint(middle - width), Math.rint(middle + width)));
        }
        return Sample.of(ranges);
    }

    /** Concentric ranges make it a subset sum problem. */
    @Test
    void aSearchThatIsStoppedSaysSo() {
        SplittableRandom random = new SplittableRandom(23);
        List<Interval> ranges = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double radius = random.nextDouble(1, 100);
            ranges.add(Interval.of(1000 - radius, 1000 + radius));
        }
        Sample sample = Sample.of(ranges);
        for (Spread spread : Spread.values()) {
            RangeEnclosure bracket = spread.bracket(sample, 1);
            assertEquals(bracket.low().inf(), bracket.range().inf());
            if (!bracket.settled()) {
                assertTrue(bracket.toString().contains("stopped"));
                RangeEnclosure longer = spread.bracket(sample, 500);
                assertTrue(longer.high().isSubset(bracket.high()), spread + ": " + bracket + longer);
            }
        }
        assertFalse(Spread.POPULATION_VARIANCE.bracket(sample, 1).settled());
    }

    /** Numbers that differ by rounding alone, such as 0.07 · 100 and 7. */
    @Test
    void noise() {
        assertTrue(Spread.THEIL.of(Sample.ofPoints(100 * 0.07, 7)).sup() < 1e-15);
        for (double base = 100; base < 1e12; base *= 10) {
            assertTrue(Spread.THEIL
                            .of(Sample.ofPoints(base, Math.nextUp(base), base))
                            .sup()
                    < 1e-15);
        }
        Sample ranges = Sample.of(Interval.of(1e13 + 1, 1e13 + 2), Interval.of(1e13));
        assertTrue(Spread.THEIL.of(ranges).sup() < 1e-15);
    }

    /** Shares do not depend on the unit; 2⁻⁶⁶⁴ is about 10⁻²⁰⁰. */
    @Test
    void tinyValuesHaveTheSharesOfTheirMultiples() {
        Sample tiny = Sample.of(SKINNY.ranges().scale(0x1p-664));
        for (Spread spread : List.of(Spread.COEFFICIENT_OF_VARIATION, Spread.HERFINDAHL, Spread.GINI, Spread.THEIL)) {
            assertClose(spread.of(SKINNY).inf(), spread.of(tiny).inf(), 1e-14);
            assertClose(spread.of(SKINNY).sup(), spread.of(tiny).sup(), 1e-14);
        }
        Interval deviation = Spread.SAMPLE_DEVIATION.of(tiny);
        assertClose(Spread.SAMPLE_DEVIATION.of(SKINNY).inf() * 0x1p-664, deviation.inf(), 1e-14);
        assertClose(Spread.SAMPLE_DEVIATION.of(SKINNY).sup() * 0x1p-664, deviation.sup(), 1e-14);
    }

    /** The whole numbers from a to b have the index (m² − 1) / (3m(a + b)) for m = b − a + 1. */
    @Test
    void knownValuesLeaveNothingToSearchFor() {
        double[] thousand = IntStream.range(1000, 2000).asDoubleStream().toArray();
        assertSettled(999_999 / (3000 * 2999.0), Spread.GINI, thousand);
        double[] manyValues = IntStream.rangeClosed(1, 100_000).asDoubleStream().toArray();
        assertSettled((1e10 - 1) / (3e5 * 100_001), Spread.GINI, manyValues);
        SplittableRandom random = new SplittableRandom(31);
        double[] logNormal = IntStream.range(0, 3000)
                .mapToDouble(i -> Math.exp(4 * (random.nextDouble() + random.nextDouble() + random.nextDouble())))
                .toArray();
        for (Spread spread : Spread.values()) {
            RangeEnclosure bracket = spread.bracket(Sample.ofPoints(logNormal), 1);
            assertTrue(bracket.settled(), spread::toString);
            assertEquals(bracket.low(), bracket.high());
        }
    }

    private static void assertSettled(double expected, Spread spread, double[] values) {
        RangeEnclosure bracket = spread.bracket(Sample.ofPoints(values), 1);
        assertTrue(bracket.settled());
        assertClose(expected, bracket.range().mid(), 1e-15);
        assertTrue(bracket.range().wid() < 1e-15);
    }

    @Test
    void oneRange() {
        Sample one = Sample.of(Interval.of(3, 7));
        assertEquals(Interval.of(0), Spread.POPULATION_VARIANCE.of(one));
        assertEquals(Interval.of(0), Spread.POPULATION_DEVIATION.of(one));
        assertEquals(Interval.of(0), Spread.MEAN_ABSOLUTE_DEVIATION.of(one));
        assertEquals(Interval.of(0), Spread.GINI.of(one));
        assertEquals(Interval.of(1), Spread.HERFINDAHL.of(one));
        assertTrue(Spread.THEIL.of(one).contains(0));
        assertTrue(Spread.THEIL.of(one).wid() < 1e-14);
        assertRefused("sample variance: needs at least 2 ranges, has 1", () -> Spread.SAMPLE_VARIANCE.of(one));
        assertRefused("sample deviation: needs at least 2 ranges, has 1", () -> Spread.SAMPLE_DEVIATION.of(one));
        assertRefused(
                "coefficient of variation: needs at least 2 ranges, has 1",
                () -> Spread.COEFFICIENT_OF_VARIATION.of(one));
    }

    @Test
    void rangesWithoutAnEnd() {
        Sample open = Sample.of(Interval.of(300, INFINITY), Interval.of(100, 200), Interval.of(10));
        Interval variance = Spread.SAMPLE_VARIANCE.of(open);
        assertEquals(Spread.SAMPLE_VARIANCE.of(Sample.ofPoints(300, 155, 10)).inf(), variance.inf(), 1e-10);
        assertEquals(INFINITY, variance.sup());
        assertEquals(INFINITY, Spread.MEAN_ABSOLUTE_DEVIATION.of(open).sup());
        assertEquals(1, Spread.HERFINDAHL.of(open).sup());
        assertClose(2 / 3.0, Spread.GINI.of(open).sup(), 1e-15);
        assertClose(Math.log(3), Spread.THEIL.of(open).sup(), 1e-15);
        assertClose(Math.sqrt(3), Spread.COEFFICIENT_OF_VARIATION.of(open).sup(), 1e-15);
        assertEquals(Interval.of(0, INFINITY), Spread.SAMPLE_VARIANCE.of(Sample.of(Interval.ENTIRE, Interval.of(1))));
    }

    /** Two certain zeros of four: what is left may be shared evenly. */
    @Test
    void certainZeros() {
        Sample sample = Sample.of(Interval.of(0), Interval.of(5, 9), Interval.of(0), Interval.of(2, 6));
        assertEquals(0.5, Spread.HERFINDAHL.of(sample).inf());
        assertEquals(0.5, Spread.GINI.of(sample).inf());
        assertClose(Math.log(2), Spread.THEIL.of(sample).inf(), 1e-15);
        Sample maybe = Sample.of(Interval.of(0, 1), Interval.of(0, 1));
        assertEquals(Interval.of(0, 0.5), Spread.GINI.of(maybe));
        assertEquals(Interval.of(0.5, 1), Spread.HERFINDAHL.of(maybe));
    }

    @ParameterizedTest
    @EnumSource(
            value = Spread.class,
            names = {"COEFFICIENT_OF_VARIATION", "HERFINDAHL", "GINI", "THEIL"})
    void sharesNeedSomethingToShare(Spread spread) {
        String words = spread.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        assertRefused(
                words + ": every value is 0, so there is nothing to share", () -> spread.of(Sample.ofPoints(0, 0)));
        assertRefused(
                words + ": the range [-1, 3] at index 1 extends below 0",
                () -> spread.of(Sample.of(Interval.of(1), Interval.of(-1, 3))));
    }

    @Test
    void badArguments() {
        assertRefused("nodes: 0 is less than 1", () -> Spread.GINI.bracket(SKINNY, 0));
        assertRefused(
                "gini: the range " + Interval.of(0, 0x1p401) + " at index 0 has an end beyond 2^400",
                () -> Spread.GINI.of(Sample.of(Interval.of(0, 0x1p401))));
        assertRefused(
                "low: [empty] and high: [1, 1] are not the ends of a range",
                () -> new RangeEnclosure(Interval.EMPTY, Interval.of(1), true));
    }
}
