package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muster.statistics.Samples.assertRefused;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/** Two samples: published tests on known numbers, counting over all ends on ranges. */
@Domain(Samples.class)
class ComparisonTest {
    /** Two samples in the examples of wilcox.test in R; R 4.2.2 and SciPy 1.17, mannwhitneyu: 35, p = 0.25441. */
    private static final Sample TERM = Sample.ofPoints(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);

    private static final Sample WEEKS = Sample.ofPoints(1.15, 0.88, 0.90, 0.74, 1.21);

    @Test
    void publishedRankTest() {
        Comparison comparison = Comparison.of(TERM, WEEKS);
        assertEquals(Interval.of(35).divide(Interval.of(50)), comparison.superiority());
        assertEquals(ComparisonResult.NO_DIFFERENCE, comparison.rankTest(0.95));
        // The normal approximation without correction has p = 0.22067, by wilcox.test(exact = FALSE, correct = FALSE).
        assertEquals(ComparisonResult.GREATER, comparison.rankTest(0.77));
        assertEquals(ComparisonResult.NO_DIFFERENCE, comparison.rankTest(0.79));
        assertEquals(ComparisonResult.LESS, Comparison.of(WEEKS, TERM).rankTest(0.77));
    }

    @Property
    void superiorityIsExact(@ForAll Sample first, @ForAll Sample second) {
        if (first.size() + second.size() > 8) {
            return;
        }
        List<Interval> all = new ArrayList<>(first.ranges().toList());
        all.addAll(second.ranges().toList());
        Sample both = Sample.of(all);
        Samples.assertWithin(
                Samples.least(both, 1, x -> superiority(x, first.size())),
                Samples.greatest(both, 1, x -> superiority(x, first.size())),
                Comparison.of(first, second).superiority(),
                1);
    }

    private static BigFraction superiority(BigFraction[] x, int n) {
        BigFraction wins = BigFraction.ZERO;
        for (int i = 0; i < n; i++) {
            for (int j = n; j < x.length; j++) {
                wins = wins.add(new BigFraction(1 + x[i].compareTo(x[j]), 2));
            }
        }
        return wins.divide(n * (x.length - n));
    }

    /**
     * R's data set sleep as two groups, in the example of t.test in the manual of R: t = −1.8608, 17.8 degrees of freedom
     * and p = 0.0794 by R 4.2.2.
     */
    @Test
    void meansOfPoints() {
        Sample first = Sample.ofPoints(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Sample second = Sample.ofPoints(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
        Comparison comparison = Comparison.of(first, second);
        assertEquals(-1.58, comparison.meanDifference().mid(), 1e-12);
        assertEquals(ComparisonResult.LESS, comparison.means());
        assertEquals(ComparisonResult.NO_DIFFERENCE, comparison.welchTest(0.95));
        // With 9 degrees of freedom |t| = 1.8608 passes the critical value 1.8331 of 90%, qt(0.95, 9) in R.
        assertEquals(ComparisonResult.LESS, comparison.welchTest(0.90));
        assertEquals(ComparisonResult.NO_DIFFERENCE, comparison.welchTest(0.91));
        assertEquals(ComparisonResult.GREATER, Comparison.of(second, first).welchTest(0.90));
    }

    @Test
    void rangesMayLeaveItOpen() {
        Sample low = Sample.of(Interval.of(1, 2), Interval.of(2, 3), Interval.of(1, 3), Interval.of(2));
        Sample high = Sample.of(Interval.of(10, 11), Interval.of(12), Interval.of(11, 12), Interval.of(10, 12));
        Sample wide = Sample.of(Interval.of(0, 20), Interval.of(0, 30), Interval.of(1, 2), Interval.of(5, 9));
        assertEquals(ComparisonResult.LESS, Comparison.of(low, high).means());
        assertEquals(ComparisonResult.LESS, Comparison.of(low, high).welchTest(0.95));
        assertEquals(ComparisonResult.LESS, Comparison.of(low, high).rankTest(0.95));
        assertEquals(ComparisonResult.UNDECIDED, Comparison.of(low, wide).means());
        assertEquals(ComparisonResult.UNDECIDED, Comparison.of(low, wide).rankTest(0.95));
        assertEquals(ComparisonResult.UNDECIDED, Comparison.of(high, low).welchTest(0.9999));
        assertEquals(
                ComparisonResult.NO_DIFFERENCE,
                Comparison.of(Sample.ofPoints(1, 3), Sample.ofPoints(2)).means());
    }

    @Test
    void oneRangeAndRangesWithoutAnEnd() {
        Sample one = Sample.of(Interval.of(3, 5));
        Sample open = Sample.of(Interval.of(9, Double.POSITIVE_INFINITY));
        assertEquals(ComparisonResult.LESS, Comparison.of(one, open).means());
        assertEquals(Interval.of(0), Comparison.of(one, open).superiority());
        assertEquals(Interval.of(0, 1), Comparison.of(one, one).superiority());
        assertRefused(
                "Welch's test: needs at least 2 ranges, has 1",
                () -> Comparison.of(one, TERM).welchTest(0.9));
        assertRefused(
                "Welch's test: the range [9, Infinity] at index 1 has no end",
                () -> Comparison.of(TERM, Sample.of(Interval.of(1), Interval.of(9, Double.POSITIVE_INFINITY)))
                        .welchTest(0.9));
        assertRefused(
                "confidence: 0.0 is not above 0 and below 1",
                () -> Comparison.of(TERM, TERM).rankTest(0));
        assertRefused(
                "difference: [empty], line: 0.0 do not give a result", () -> ComparisonResult.of(Interval.EMPTY, 0));
        assertRefused(
                "difference: [1, 1], line: NaN do not give a result",
                () -> ComparisonResult.of(Interval.of(1), Double.NaN));
    }

    @Test
    void itReadsAsTheDifferenceOfTheMeans() {
        Comparison comparison = Comparison.of(Sample.of(Interval.of(4, 6), Interval.of(8)), Sample.ofPoints(1));
        assertEquals("2 ranges against 1, difference of means [5, 6]", comparison.toString());
    }
}
