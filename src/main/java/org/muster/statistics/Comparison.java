package org.muster.statistics;

import java.util.Arrays;
import java.util.Objects;
import org.muster.interval.Interval;

/**
 * The comparison of two samples of ranges: is one greater, whatever the true values are?
 *
 * @param first the first sample
 * @param second the second sample, of any size
 */
public record Comparison(Sample first, Sample second) {
    /** Checks that there are two samples. */
    public Comparison {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /**
     * Returns the comparison of two samples.
     *
     * @param first the first sample
     * @param second the second sample, of any size
     * @return the comparison
     */
    public static Comparison of(Sample first, Sample second) {
        return new Comparison(first, second);
    }

    /**
     * Returns the difference of the means, first minus second. Exact: the ends of the means are rounded once, and their
     * difference once more.
     *
     * @return an interval of all differences
     */
    public Interval meanDifference() {
        return first.mean().subtract(second.mean());
    }

    /**
     * Returns the comparison of the means, without a test.
     *
     * @return NO_DIFFERENCE if the means are equal for every choice of values, and are doubles, so that rounding leaves
     *     no doubt
     */
    public ComparisonResult means() {
        return ComparisonResult.of(meanDifference(), 0);
    }

    /**
     * Returns the probability of superiority: the share of pairs, of one value from each sample, in which the first is
     * greater, with ties counted half. It is the U of Mann and Whitney over the number of pairs. Exact: it rises with
     * the first values and falls with the second, and is rounded once.
     *
     * @return the tightest interval of all shares, in [0, 1]
     */
    public Interval superiority() {
        Interval pairs = Interval.of(first.size()).multiply(Interval.of(second.size()));
        return wins().divide(pairs);
    }

    private Interval wins() {
        return Interval.of(wins(first.lows(), second.highs()), wins(first.highs(), second.lows()));
    }

    /**
     * Returns the number of pairs won, with ties counted half, in O((n + m) log m). Halves of a number below 2^62 are
     * exact up to 2^52.
     */
    private static double wins(double[] values, double[] others) {
        Arrays.sort(others);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int below = 0;
        int upTo = 0;
        double twice = 0;
        for (double value : sorted) {
            while (below < others.length && others[below] < value) {
                below++;
            }
            while (upTo < others.length && others[upTo] <= value) {
                upTo++;
            }
            twice += below + upTo;
        }
        return twice / 2;
    }

    /**
     * Tests whether values of one sample tend to be greater, by the U test of H. B. Mann and D. R. Whitney (1947) with
     * the normal approximation, without correction for continuity. Its σ² = nm(n + m + 1)/12 is that for values without
     * ties, which makes the test slightly conservative if there are ties.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return GREATER or LESS if the test shows it for every choice of values, NO_DIFFERENCE if it shows neither for
     *     any
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public ComparisonResult rankTest(double confidence) {
        Tail.requireConfidence(confidence);
        double n = first.size();
        double m = second.size();
        double z = Tail.normal(confidence);
        return ComparisonResult.of(wins().subtract(Interval.of(n * m / 2)), z * Math.sqrt(n * m * (n + m + 1) / 12));
    }

    /**
     * Tests whether the means of the populations differ, by the t test for unequal variances of B. L. Welch (1938),
     * with the conservative number of degrees of freedom min(n, m) − 1, which is never above Welch's.
     *
     * <p>The statistic is enclosed by the difference of the means and the ranges of both variances, which are treated
     * as independent: a result other than UNDECIDED is certain, but the result may be UNDECIDED where a closer analysis
     * would decide.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return GREATER or LESS if the test shows it for every choice of values, NO_DIFFERENCE if it shows neither for
     *     any
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1, or if a sample has fewer than two
     *     ranges, an infinite end, or one beyond 2⁴⁰⁰
     */
    public ComparisonResult welchTest(double confidence) {
        Tail.requireConfidence(confidence);
        for (Sample sample : new Sample[] {first, second}) {
            sample.requireSize(2, "Welch's test");
            sample.requireBounded("Welch's test");
        }
        Interval error = errorOfMean(first).add(errorOfMean(second)).sqrt();
        double t = Tail.student(Math.min(first.size(), second.size()) - 1.0, confidence);
        Interval line = error.multiply(Interval.of(t));
        Interval difference = meanDifference();
        ComparisonResult cautious = ComparisonResult.of(difference, line.sup());
        if (cautious == ComparisonResult.GREATER || cautious == ComparisonResult.LESS) {
            return cautious;
        }
        return ComparisonResult.of(difference, line.inf()) == ComparisonResult.NO_DIFFERENCE
                ? ComparisonResult.NO_DIFFERENCE
                : ComparisonResult.UNDECIDED;
    }

    private static Interval errorOfMean(Sample sample) {
        return Spread.SAMPLE_VARIANCE.of(sample).divide(Interval.of(sample.size()));
    }

    /** Returns the sizes and what the means say: {@code 5 ranges against 2, difference of means [876.5, 1058.5]}. */
    @Override
    public String toString() {
        return first.size() + (first.size() == 1 ? " range" : " ranges") + " against " + second.size()
                + ", difference of means " + meanDifference();
    }
}
