package org.muster.statistics;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.muster.interval.Interval;

/**
 * A lower and an upper limit computed from a sample of ranges, each as the range of the limits that the true values
 * could give.
 *
 * <p>For every choice of true values both limits lie in [low.inf(), high.sup()], which is {@link #outer}.
 *
 * @param low the range of the lower limit
 * @param high the range of the upper limit
 * @param settled true if both are as exact as their method promises; false if a search was stopped, so that the range
 *     of a limit may be wider than necessary
 */
public record Limits(Interval low, Interval high, boolean settled) {
    /** Checks that neither range is empty. */
    public Limits {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.isEmpty() || high.isEmpty()) {
            throw new IllegalArgumentException("low: " + low + " and high: " + high + " must not be empty");
        }
    }

    /**
     * Returns the confidence limits of the mean, x̄ ± t s / √n with Student's t for n − 1 degrees of freedom, for
     * values drawn independently from one normal distribution.
     *
     * <p>The limits are those of the multiplier t / √n as a double, with t to about eleven digits for up to 100,000 ranges;
     * given that multiplier, they are as exact as {@link #outlier}.
     *
     * @param sample at least two ranges, without infinite ends
     * @param confidence above 0 and below 1, such as 0.95
     * @return the limits
     * @throws IllegalArgumentException if the sample is too small, has an infinite end or one beyond 2⁴⁰⁰, or if the
     *     confidence is not above 0 and below 1
     */
    public static Limits ofMean(Sample sample, double confidence) {
        Objects.requireNonNull(sample, "sample");
        Tail.requireConfidence(confidence);
        sample.requireSize(2, "limits of the mean");
        return outlier(sample, Tail.student(sample.size() - 1, confidence) / Math.sqrt(sample.size()));
    }

    /**
     * Returns the limits x̄ ± ks beyond which a value counts as an outlier, with the standard deviation s of a sample.
     *
     * <p>The inner ends are found like the least variance, in O(n log n) sums, the outer ones by the search for the
     * greatest (Ferson et al. 2007). An enclosure; each end is off by less than 10⁻¹³ of the greatest
     * magnitude if the search ends.
     *
     * @param sample at least two ranges, without infinite ends
     * @param multiple k, above 0, usually 3
     * @return the limits
     * @throws IllegalArgumentException if the sample is too small, has an infinite end or one beyond 2⁴⁰⁰, or if the
     *     multiple is not a number above 0
     */
    public static Limits outlier(Sample sample, double multiple) {
        Objects.requireNonNull(sample, "sample");
        sample.requireSize(2, "limits");
        sample.requireBounded("limits");
        sample.requireModerate("limits");
        requireMultiple(multiple);
        RangeEnclosure high = UpperLimit.of(sample, multiple, RangeEnclosure.NODES);
        RangeEnclosure low = UpperLimit.of(sample.negate(), multiple, RangeEnclosure.NODES);
        return new Limits(low.range().negate(), high.range(), low.settled() && high.settled());
    }

    /**
     * Returns Tukey's limits, beyond which a value counts as an outlier: Q₁ − k(Q₃ − Q₁) and Q₃ + k(Q₃ − Q₁), with the
     * quartiles of a sample (J. W. Tukey, Exploratory Data Analysis, 1977).
     *
     * <p>An enclosure from the ranges of both quartiles, in O(n log n). It is settled if a choice of values was found for
     * each end that attains it, except for rounding.
     *
     * @param sample the ranges of the values, without infinite ends
     * @param multiple k, above 0, usually 1.5
     * @param type the definition of the quartiles
     * @return the limits
     * @throws IllegalArgumentException if the sample has an infinite end, or if the multiple is not a number above 0
     */
    public static Limits tukey(Sample sample, double multiple, QuantileType type) {
        Objects.requireNonNull(sample, "sample");
        Objects.requireNonNull(type, "type");
        sample.requireBounded("limits");
        requireMultiple(multiple);
        Interval first = sample.quantile(0.25, type);
        Interval third = sample.quantile(0.75, type);
        Interval k = Interval.of(multiple);
        Interval more = k.add(Interval.of(1));
        Interval low = more.multiply(first).subtract(k.multiply(third));
        Interval high = more.multiply(third).subtract(k.multiply(first));
        // Far apart, the quartiles are at their outer ends; close together, at their inner ones.
        Sample apart = halves(sample, true);
        Sample together = halves(sample, false);
        boolean settled = apart.quantile(0.25, type).inf() == first.inf()
                && apart.quantile(0.75, type).sup() == third.sup()
                && together.quantile(0.25, type).sup() == first.sup()
                && together.quantile(0.75, type).inf() == third.inf();
        return new Limits(low, high, settled);
    }

    /** Returns the values with the lower half of the ranges at their low ends and the upper half at the high ends, or reversed. */
    private static Sample halves(Sample sample, boolean apart) {
        int[] order = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> sample.ranges().get(i).mid()))
                .mapToInt(i -> i)
                .toArray();
        double[] values = new double[order.length];
        for (int j = 0; j < order.length; j++) {
            boolean isLow = 2 * j < order.length == apart;
            values[j] = isLow ? sample.ranges().inf(order[j]) : sample.ranges().sup(order[j]);
        }
        return Sample.ofPoints(values);
    }

    /**
     * Returns the interval between the outermost limits.
     *
     * @return from the least lower to the greatest upper limit
     */
    public Interval outer() {
        return low.convexHull(high);
    }

    /** Returns both ranges, {@code [1, 2] to [5, 7]}. */
    @Override
    public String toString() {
        return low + " to " + high + (settled ? "" : " (search stopped)");
    }

    private static void requireMultiple(double multiple) {
        if (!(multiple > 0 && multiple < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("multiple: " + multiple + " is not a number above 0");
        }
    }
}
