package org.muster.statistics;

import java.util.Objects;
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
        requireConfidence(confidence);
        sample.requireSize(2, "limits of the mean");
        return outlier(sample, Tail.student(sample.size() - 1, confidence) / Math.sqrt(sample.size()));
    }

    /**
     * Returns the limits x̄ ± ks beyond which a value counts as an outlier, with the standard deviation s of a sample.
     *
     * <p>The inner ends are found like the least variance, in O(n log n) sums, the outer ones by the search for the
     * greatest (Ferson et al. 2007, section 4.8). An enclosure; each end is off by less than 10⁻¹³ of the greatest
     * magnitude if the search ends.
     *
     * @param sample at least two ranges, without infinite ends
     * @param multiple k, above 0, usually 3
     * @return the limits
     * @throws IllegalArgumentException if the sample is too small, has an infinite end or one beyond 2⁴⁰⁰, or if the
     *     multiple is not a number above 0
     */
    public static Limits outlier(Sample sample, double multiple) {
        sample.requireSize(2, "limits");
        sample.requireBounded("limits");
        sample.requireModerate("limits");
        if (!(multiple > 0 && multiple < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("multiple: " + multiple + " is not a number above 0");
        }
        RangeEnclosure high = UpperLimit.of(sample, multiple, RangeEnclosure.NODES);
        RangeEnclosure low = UpperLimit.of(sample.negate(), multiple, RangeEnclosure.NODES);
        return new Limits(low.range().negate(), high.range(), low.settled() && high.settled());
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

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: " + confidence + " is not above 0 and below 1");
        }
    }
}
