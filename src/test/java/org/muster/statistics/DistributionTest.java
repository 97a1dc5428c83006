package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.SKINNY;
import static org.muster.statistics.Samples.assertRefused;
import static org.muster.statistics.Samples.assertWithin;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/** Empirical distributions and histograms against counting over all choices of ends. */
@Domain(Samples.class)
class DistributionTest {

    @Property
    void cumulativeIsExact(@ForAll Sample sample) {
        EmpiricalDistribution distribution = EmpiricalDistribution.of(sample);
        for (double number = -9; number <= 9; number += 0.5) {
            double at = number;
            BigFraction low = Samples.least(sample, 1, x -> share(x, at));
            BigFraction high = Samples.greatest(sample, 1, x -> share(x, at));
            assertWithin(low, high, distribution.cumulative(at), 1);
        }
    }

    private static BigFraction share(BigFraction[] x, double number) {
        return new BigFraction(
                (int) Arrays.stream(x)
                        .filter(value -> value.doubleValue() <= number)
                        .count(),
                x.length);
    }

    @Test
    void bandIsCutToShares() {
        EmpiricalDistribution distribution = EmpiricalDistribution.of(SKINNY);
        double d = EmpiricalDistribution.criticalDistance(6, 0.95);
        assertEquals(Interval.of(0, d), distribution.band(0, 0.95));
        assertEquals(
                Interval.of(1).subtract(Interval.of(d)).inf(),
                distribution.band(20, 0.95).inf());
        assertEquals(1, distribution.band(20, 0.95).sup());
        // Between 7.52 and 7.67 three or four of six values are reached.
        assertEquals(0.5 - d < 0 ? 0 : 0.5 - d, distribution.band(7.6, 0.95).inf(), 1e-15);
        assertTrue(distribution.cumulative(7.6).contains(0.6));
        assertEquals(
                "distribution of 1 ranges in [2, 5]",
                EmpiricalDistribution.of(Sample.of(Interval.of(2, 5))).toString());
    }

    /**
     * Quantiles of SciPy 1.10 and 1.17, kstwo.ppf and kstwobign.ppf; those for 1 to 20 values at 0.95 stand in printed tables
     * of the Kolmogorov–Smirnov test as well.
     */
    @Test
    void criticalDistances() {
        assertEquals(0.975, EmpiricalDistribution.criticalDistance(1, 0.95), 1e-10);
        assertEquals(0.56328, EmpiricalDistribution.criticalDistance(5, 0.95), 5e-6);
        assertEquals(0.40925, EmpiricalDistribution.criticalDistance(10, 0.95), 5e-6);
        assertEquals(0.29408, EmpiricalDistribution.criticalDistance(20, 0.95), 5e-6);
        assertEquals(0.13403, EmpiricalDistribution.criticalDistance(100, 0.95), 5e-6);
        assertEquals(0.48893, EmpiricalDistribution.criticalDistance(10, 0.99), 5e-6);
        // Kolmogorov's limit for many values.
        assertEquals(1.35810, EmpiricalDistribution.criticalDistance(1_000_000, 0.95) * 1000, 5e-4);
    }

    @Test
    void bins() {
        Sample sample = Sample.of(
                Interval.of(1, 2),
                Interval.of(2),
                Interval.of(0, 4),
                Interval.of(4),
                Interval.of(-1),
                Interval.of(3, Double.POSITIVE_INFINITY));
        Histogram histogram = Histogram.of(sample, 0, 2, 4);
        assertEquals(
                List.of(new Histogram.Bin(0, 2, Interval.of(0, 2)), new Histogram.Bin(2, 4, Interval.of(2, 5))),
                histogram.bins());
        assertEquals(Interval.of(1), histogram.below());
        assertEquals(Interval.of(0, 1), histogram.above());
    }

    @Property
    void countsAreExact(@ForAll Sample sample) {
        double[] edges = {-4, -1, 0, 3};
        Histogram histogram = Histogram.of(sample, edges);
        // A step of half or a sixteenth of a width is fine enough to fall between whole edges.
        List<double[]> choices = sample.size() > 3 ? List.of() : Samples.choices(sample, 16);
        for (int bin = 0; bin < 3 && !choices.isEmpty(); bin++) {
            double from = edges[bin];
            double to = bin == 2 ? Math.nextUp(3.0) : edges[bin + 1];
            long[] counts = choices.stream()
                    .mapToLong(x -> Arrays.stream(x)
                            .filter(value -> value >= from && value < to)
                            .count())
                    .toArray();
            Interval actual = histogram.bins().get(bin).count();
            assertEquals(Arrays.stream(counts).max().orElseThrow(), actual.sup());
            assertEquals(Arrays.stream(counts).min().orElseThrow(), actual.inf());
        }
    }

    @Test
    void badInput() {
        assertRefused(
                "number: NaN is not a number",
                () -> EmpiricalDistribution.of(SKINNY).cumulative(Double.NaN));
        assertRefused(
                "confidence: 1.0 is not above 0 and below 1",
                () -> EmpiricalDistribution.of(SKINNY).band(1, 1));
        assertRefused("size: 0 is less than 1", () -> EmpiricalDistribution.criticalDistance(0, 0.9));
        assertRefused("edges: 1 given, at least two are needed", () -> Histogram.of(SKINNY, 1));
        assertRefused(
                "edges: 1.0 at index 1 is not a number above the one before", () -> Histogram.of(SKINNY, 1, 1, 2));
        assertRefused(
                "edges: NaN at index 0 is not a number above the one before",
                () -> Histogram.of(SKINNY, Double.NaN, 1));
    }

    /** Of [1, 3], 4 and [6, 9], the first may be on either side of 2, and only the last is beyond 5. */
    @Test
    void theyReadAsText() {
        Sample three = Sample.of(Interval.of(1, 3), Interval.of(4), Interval.of(6, 9));
        assertEquals(
                "below: [0, 0], 0.0 to 2.0: [0, 1], 2.0 to 5.0: [1, 2], above: [1, 1]",
                Histogram.of(three, 0, 2, 5).toString());
        assertEquals(
                "up to 9.0: [1, 1]",
                EmpiricalDistribution.of(three).steps().get(4).toString());
    }
}
