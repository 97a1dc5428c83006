package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.assertClose;
import static org.muster.statistics.Samples.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/** Associations of pairs: Commons Math on known numbers, brute force over ends and grids on ranges. */
class AssociationTest {

    @Provide
    Arbitrary<Sample> threes() {
        return Samples.ranges(-8, 8, 1).list().ofSize(3).map(Sample::of);
    }

    @Provide
    Arbitrary<Sample> fours() {
        return Samples.ranges(-8, 8, 1).list().ofSize(4).map(Sample::of);
    }

    @Test
    void pointsAreThoseOfCommonsMath() {
        SplittableRandom random = new SplittableRandom(31);
        double[] x = random.doubles(60, 0, 100).toArray();
        double[] y = new double[60];
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] + random.nextDouble(100);
            line.addData(x[i], y[i]);
        }
        assertPoint(new Covariance().covariance(x, y), Association.COVARIANCE, x, y);
        assertPoint(new PearsonsCorrelation().correlation(x, y), Association.CORRELATION, x, y);
        assertPoint(line.getSlope(), Association.SLOPE, x, y);
        assertPoint(new KendallsCorrelation().correlation(x, y), Association.KENDALL, x, y);
        assertPoint(new SpearmansCorrelation().correlation(x, y), Association.SPEARMAN, x, y);
    }

    private static void assertPoint(double expected, Association association, double[] x, double[] y) {
        RangeEnclosure bracket = association.bracket(Sample.ofPoints(x), Sample.ofPoints(y), 10);
        assertTrue(bracket.settled(), association.name());
        assertClose(expected, bracket.range().mid(), 1e-12);
        assertTrue(bracket.range().wid() < 1e-12 * Math.abs(expected), association + " " + bracket);
    }

    /** Spearman with ties, as in Commons Math, which takes the mean of ranks too. */
    @Test
    void tiedRanks() {
        double[] x = {1, 2, 2, 5, 7, 7, 7};
        double[] y = {3, 1, 4, 4, 9, 2, 6};
        assertPoint(new SpearmansCorrelation().correlation(x, y), Association.SPEARMAN, x, y);
    }

    @Property
    void covarianceIsTakenAtEnds(@ForAll("fours") Sample x, @ForAll("fours") Sample y) {
        RangeEnclosure bracket = Association.COVARIANCE.bracket(x, y, 20_000);
        double[] ends = extremes(x, y, 1, (a, b) -> new Covariance().covariance(a, b));
        assertTrue(bracket.settled());
        assertEquals(ends[0], bracket.range().inf(), 1e-7);
        assertEquals(ends[1], bracket.range().sup(), 1e-7);
        assertTrue(bracket.range().inf() <= ends[0] + 1e-12 && bracket.range().sup() >= ends[1] - 1e-12);
    }

    @Property(tries = 10)
    void correlationAndSlopeEnclose(@ForAll("threes") Sample x, @ForAll("threes") Sample y) {
        correlationAndSlopeEncloseOften(x, y);
    }

    @Property(tries = 60)
    @Tag("slow")
    void correlationAndSlopeEncloseOften(@ForAll("threes") Sample x, @ForAll("threes") Sample y) {
        assertEncloses(Association.CORRELATION, x, y, (a, b) -> new PearsonsCorrelation().correlation(a, b));
        assertEncloses(Association.SLOPE, x, y, AssociationTest::slope);
    }

    @Property
    void rankCorrelationsEnclose(@ForAll("threes") Sample x, @ForAll("threes") Sample y) {
        assertEncloses(Association.KENDALL, x, y, AssociationTest::kendall);
        assertEncloses(Association.SPEARMAN, x, y, (a, b) -> new SpearmansCorrelation().correlation(a, b));
    }

    /** What is taken on a grid lies in the range, and what the search claims to be taken does not lie beyond it. */
    private static void assertEncloses(
            Association association, Sample x, Sample y, ToDoubleBiFunction<double[], double[]> statistic) {
        double[] grid = extremes(x, y, 3, statistic);
        if (grid[0] > grid[1]) {
            return;
        }
        RangeEnclosure bracket = association.bracket(x, y, 100);
        double slack = 1e-12 * (1 + Math.abs(grid[0]) + Math.abs(grid[1]));
        assertTrue(bracket.range().inf() <= grid[0] + slack, () -> bracket + " against " + grid[0]);
        assertTrue(bracket.range().sup() >= grid[1] - slack, () -> bracket + " against " + grid[1]);
    }

    private static double slope(double[] x, double[] y) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            line.addData(x[i], y[i]);
        }
        return line.getSlope();
    }

    private static double kendall(double[] x, double[] y) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                sum += Double.compare(x[i], x[j]) * Double.compare(y[i], y[j]);
            }
        }
        return 2.0 * sum / (x.length * (x.length - 1));
    }

    private static double[] extremes(Sample x, Sample y, int steps, ToDoubleBiFunction<double[], double[]> statistic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<double[]> others = Samples.choices(y, steps);
        for (double[] first : Samples.choices(x, steps)) {
            for (double[] second : others) {
                double value = statistic.applyAsDouble(first, second);
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return new double[] {low, high};
    }

    /** Narrow ranges, as of well-known battles, are decided within the default number of nodes. */
    @Test
    void narrowRangesSettle() {
        SplittableRandom random = new SplittableRandom(37);
        List<Interval> x = new ArrayList<>();
        List<Interval> y = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double strength = 1000 * (i + 1);
            double losses = 80 * (i + 1) + random.nextInt(300);
            x.add(Interval.of(strength - 20, strength + 20));
            y.add(Interval.of(losses - 3, losses + 3));
        }
        for (Association association : List.of(Association.COVARIANCE, Association.CORRELATION, Association.SLOPE)) {
            RangeEnclosure bracket = association.bracket(Sample.of(x), Sample.of(y), RangeEnclosure.NODES);
            assertTrue(bracket.settled(), association + " " + bracket);
            assertTrue(bracket.range().wid() < 0.2 * bracket.range().mag(), association + " " + bracket);
        }
    }

    @Test
    void wideRangesSayThatTheyAreOpen() {
        List<Interval> x = new ArrayList<>();
        List<Interval> y = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            x.add(Interval.of(i, i + 20));
            y.add(Interval.of(-i, 25 - i));
        }
        RangeEnclosure bracket = Association.CORRELATION.bracket(Sample.of(x), Sample.of(y), 50);
        assertFalse(bracket.settled());
        assertTrue(bracket.range().isSubset(Interval.of(-1, 1)));
        assertTrue(bracket.high().inf() > 0.5 && bracket.low().sup() < -0.5, bracket::toString);
    }

    @Test
    void badInput() {
        Sample two = Sample.ofPoints(1, 2);
        assertRefused(
                "covariance: 2 ranges of x, 3 of y", () -> Association.COVARIANCE.of(two, Sample.ofPoints(1, 2, 3)));
        assertRefused(
                "slope: needs at least 2 ranges, has 1",
                () -> Association.SLOPE.of(Sample.ofPoints(1), Sample.ofPoints(1)));
        assertRefused("nodes: 0 is less than 1", () -> Association.SLOPE.bracket(two, two, 0));
        assertRefused(
                "kendall: the range [1, Infinity] at index 1 has no end",
                () -> Association.KENDALL.of(two, Sample.of(Interval.of(1), Interval.of(1, Double.POSITIVE_INFINITY))));
        for (Association association : List.of(Association.CORRELATION, Association.SLOPE, Association.SPEARMAN)) {
            assertRefused(
                    association.name().toLowerCase(Locale.ROOT)
                            + ": all values of x, or all of y, are equal whatever they are",
                    () -> association.of(Sample.ofPoints(3, 3, 3), Sample.ofPoints(1, 2, 3)));
        }
    }
}
