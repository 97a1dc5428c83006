package org.muster.statistics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;

/**
 * A sample of values each of which is known only as a range, such as the killed in twenty battles.
 *
 * <p>Each range contains one true value, at an unknown place. A statistic is therefore a range too: that of all values
 * of the ordinary statistic over all choices of true values, one from each range and independently of each other. This
 * class has the statistics of location; see {@link Spread} for variance and inequality, {@link EmpiricalDistribution}
 * and {@link Histogram} for distributions, {@link Limits} for limits, {@link Association} for pairs and
 * {@link Comparison} for two samples.
 *
 * <p>A sample has at least one range and no empty one. Ranges may be unbounded; ends of a statistic that depend on an
 * infinite end are infinite. Samples are immutable, safe to share between threads, and equal if their ranges are, in the same order.
 */
public final class Sample {

    private static final double LARGEST = 0x1p400;

    private final IntervalArray ranges;

    private Sample(IntervalArray ranges) {
        this.ranges = ranges;
        if (ranges.size() == 0) {
            throw new IllegalArgumentException("sample: has no ranges, at least one is needed");
        }
        int empty = ranges.isEmpty().nextSetBit(0);
        if (empty >= 0) {
            throw new IllegalArgumentException(
                    "sample: the range at index " + empty + " is empty: it contains no value");
        }
    }

    /**
     * Returns the sample of a column of ranges, which is not copied.
     *
     * @param ranges at least one range, none of them empty
     * @return the sample
     * @throws IllegalArgumentException if there is no range, or an empty one; the message names its index
     */
    public static Sample of(IntervalArray ranges) {
        return new Sample(Objects.requireNonNull(ranges, "ranges"));
    }

    /**
     * Returns the sample of the ranges in a list.
     *
     * @param ranges at least one range, none of them empty
     * @return the sample
     * @throws IllegalArgumentException if there is no range, or an empty one; the message names its index
     */
    public static Sample of(List<Interval> ranges) {
        return new Sample(IntervalArray.of(Objects.requireNonNull(ranges, "ranges")));
    }

    /**
     * Returns the sample of some ranges.
     *
     * @param ranges at least one range, none of them empty
     * @return the sample
     * @throws IllegalArgumentException if there is no range, or an empty one; the message names its index
     */
    public static Sample of(Interval... ranges) {
        return new Sample(IntervalArray.of(Objects.requireNonNull(ranges, "ranges")));
    }

    /**
     * Returns a sample of known values.
     *
     * @param values at least one number
     * @return the sample of ranges that contain one of these numbers each
     * @throws IllegalArgumentException if there is no number, or one is NaN or infinite; the message names its index
     */
    public static Sample ofPoints(double... values) {
        return new Sample(IntervalArray.points(Objects.requireNonNull(values, "values")));
    }

    /**
     * Returns the number of ranges.
     *
     * @return at least 1
     */
    public int size() {
        return ranges.size();
    }

    /**
     * Returns the ranges.
     *
     * @return the column of ranges in this sample
     */
    public IntervalArray ranges() {
        return ranges;
    }

    // Sums and means.

    /**
     * Returns the sum of the values. Exact: both ends are the exact sums of ends, rounded once.
     *
     * @return the tightest interval of all sums
     */
    public Interval sum() {
        return ranges.sum();
    }

    /**
     * Returns the mean of the values. Exact: both ends are the exact means of ends, rounded once.
     *
     * @return the tightest interval of all means
     */
    public Interval mean() {
        return ranges.mean();
    }

    /**
     * Returns the geometric mean, the n-th root of the product; 0 if a value is 0. An enclosure of the exact range; the
     * relative error of each end is less than 10⁻¹⁵ or three times the least double.
     *
     * @return an interval that contains all geometric means
     * @throws IllegalArgumentException if a range extends below 0
     */
    public Interval geometricMean() {
        requireNotNegative("geometric mean");
        return Means.geometric(lows(), highs());
    }

    /**
     * Returns the harmonic mean n / Σ(1/x); 0 if a value is 0. An enclosure of the exact range; each end is off by at
     * most five units in the last place.
     *
     * @return an interval that contains all harmonic means
     * @throws IllegalArgumentException if a range extends below 0
     */
    public Interval harmonicMean() {
        requireNotNegative("harmonic mean");
        return Means.harmonic(lows(), highs());
    }

    /**
     * Returns the weighted mean Σwx / Σw, where each weight is a range as well. The values are taken at their ends, and
     * the weights by a sweep over the sorted ends. Exact, except that each end is off by at most five units in the last
     * place. If all weights may be 0, the choices without any weight are excluded.
     *
     * @param weights as many ranges as in this sample, none of them below 0 or unbounded
     * @return an interval of all weighted means
     * @throws IllegalArgumentException if there are fewer or more weights than ranges, if a weight extends below 0 or
     *     is unbounded, if no weight can be above 0, or if a range with a weight that may be above 0 is unbounded
     */
    public Interval weightedMean(Sample weights) {
        requireWeights(weights);
        return Means.weighted(lows(), highs(), weights.lows(), weights.highs());
    }

    private void requireWeights(Sample weights) {
        Objects.requireNonNull(weights, "weights");
        if (weights.size() != size()) {
            throw new IllegalArgumentException("weights: " + weights.size() + " for " + size() + " ranges");
        }
        weights.requireNotNegative("weights");
    }

    // Order.

    /**
     * Returns an order statistic: the k-th smallest value. Exact, without rounding.
     *
     * @param rank k, from 1 for the smallest to the number of ranges
     * @return from the k-th smallest low end to the k-th smallest high end
     * @throws IllegalArgumentException if the rank is out of range
     */
    public Interval order(int rank) {
        if (rank < 1 || rank > size()) {
            throw new IllegalArgumentException("rank: " + rank + " is not from 1 to " + size());
        }
        return Interval.of(OrderStatistics.select(lows(), rank - 1), OrderStatistics.select(highs(), rank - 1));
    }

    /**
     * Returns the smallest value. Exact, without rounding.
     *
     * @return from the smallest low end to the smallest high end
     */
    public Interval minimum() {
        return ranges.min();
    }

    /**
     * Returns the greatest value. Exact, without rounding.
     *
     * @return from the greatest low end to the greatest high end
     */
    public Interval maximum() {
        return ranges.max();
    }

    /**
     * Returns the range of the values, the greatest minus the smallest; 0 for a single one. Exact: both ends are
     * rounded once.
     *
     * @return the tightest interval of all differences of the greatest and the smallest value
     */
    public Interval range() {
        return Means.range(ranges);
    }

    /**
     * Returns the median, the middle value, or the mean of the middle two. Exact: both ends are rounded once.
     *
     * @return the tightest interval of all medians
     */
    public Interval median() {
        return quantile(0.5, QuantileType.R7);
    }

    /**
     * Returns a quantile. Exact: quantiles of every type rise with each value, and both ends are rounded once.
     *
     * @param probability from 0 to 1, taken as the decimal number that Java prints: 0.1 is one tenth
     * @param type the definition of the quantile
     * @return the tightest interval of all such quantiles
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     */
    public Interval quantile(double probability, QuantileType type) {
        QuantileType.Position position = Objects.requireNonNull(type, "type").position(size(), probability);
        return Interval.of(position.lower(lows()), position.upper(highs()));
    }

    /**
     * Returns a quantile of values that have weights: the smallest value of which it and all smaller ones together have
     * at least this share of the weight. Exact, without rounding: values are taken at their ends, and the weights at
     * those that move the quantile furthest, in O(n log n). Choices without any weight are excluded.
     *
     * @param probability above 0 and at most 1, taken as the decimal number that Java prints
     * @param weights as many ranges as in this sample, none of them below 0 or unbounded
     * @return the tightest interval of all such quantiles
     * @throws IllegalArgumentException if the probability is not above 0 and at most 1, if there are fewer or more
     *     weights than ranges, if a weight extends below 0 or is unbounded, or if no weight can be above 0
     */
    public Interval weightedQuantile(double probability, Sample weights) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " is not above 0 and at most 1");
        }
        requireWeights(weights);
        weights.requireBounded("weights");
        double[] least = weights.lows();
        double[] most = weights.highs();
        if (weights.maximum().sup() == 0) {
            throw new IllegalArgumentException("weights: none can be above 0");
        }
        return Interval.of(
                QuantileType.weighted(probability, lows(), most, least, most),
                QuantileType.weighted(probability, highs(), least, most, most));
    }

    /**
     * Returns the skewness g₁ = m₃ / m₂^(3/2) of a whole population, where mₖ is the mean of (x − x̄)^k: above 0 if the
     * greater values lie farther from the mean. Both ends are sought by interval branch and bound over all values, which
     * can take exponential time, with at most {@link RangeEnclosure#NODES} nodes for each up to 50 ranges, and fewer for
     * more, so that it ends within seconds.
     *
     * @return enclosures of both ends over the choices in which not all values are equal, each within 10⁻⁹ if settled
     * @throws IllegalArgumentException if there are fewer than two ranges, a range has an infinite end or one beyond
     *     2⁴⁰⁰, or all values are equal, whatever they are
     */
    public RangeEnclosure skewness() {
        requireSize(2, "skewness");
        requireBounded("skewness");
        requireModerate("skewness");
        return Skewness.of(this, Math.max(1, Math.min(RangeEnclosure.NODES, 50 * RangeEnclosure.NODES / size())));
    }

    // Counts.

    /**
     * Returns how many values are above a line. Exact.
     *
     * @param line any number
     * @return from the number of ranges entirely above the line to that of ranges that reach above it
     * @throws IllegalArgumentException if the line is NaN
     */
    public Interval countAbove(double line) {
        requireNumber(line);
        int certain = 0;
        int possible = 0;
        for (int i = 0; i < size(); i++) {
            certain += ranges.inf(i) > line ? 1 : 0;
            possible += ranges.sup(i) > line ? 1 : 0;
        }
        return Interval.of(certain, possible);
    }

    /**
     * Returns how many values are at or above a line. Exact.
     *
     * @param line any number
     * @return from the number of ranges entirely at or above the line to that of ranges that reach it
     * @throws IllegalArgumentException if the line is NaN
     */
    public Interval countAtLeast(double line) {
        requireNumber(line);
        int certain = 0;
        int possible = 0;
        for (int i = 0; i < size(); i++) {
            certain += ranges.inf(i) >= line ? 1 : 0;
            possible += ranges.sup(i) >= line ? 1 : 0;
        }
        return Interval.of(certain, possible);
    }

    /**
     * Returns the share of the values that are above a line, from 0 to 1. Exact: both ends are rounded once.
     *
     * @param line any number
     * @return the tightest interval of {@link #countAbove} divided by the number of ranges
     * @throws IllegalArgumentException if the line is NaN
     */
    public Interval shareAbove(double line) {
        return countAbove(line).divide(Interval.of(size()));
    }

    /**
     * Returns the share of the values that are at or above a line, from 0 to 1. Exact: both ends are rounded once.
     *
     * @param line any number
     * @return the tightest interval of {@link #countAtLeast} divided by the number of ranges
     * @throws IllegalArgumentException if the line is NaN
     */
    public Interval shareAtLeast(double line) {
        return countAtLeast(line).divide(Interval.of(size()));
    }

    private static void requireNumber(double line) {
        if (Double.isNaN(line)) {
            throw new IllegalArgumentException("line: NaN is not a number");
        }
    }

    // For the other statistics of the package.

    double[] lows() {
        double[] lows = new double[size()];
        for (int i = 0; i < lows.length; i++) {
            lows[i] = ranges.inf(i);
        }
        return lows;
    }

    double[] highs() {
        double[] highs = new double[size()];
        for (int i = 0; i < highs.length; i++) {
            highs[i] = ranges.sup(i);
        }
        return highs;
    }

    void requireNotNegative(String statistic) {
        for (int i = 0; i < size(); i++) {
            if (ranges.inf(i) < 0) {
                throw new IllegalArgumentException(
                        statistic + ": the range " + ranges.get(i) + " at index " + i + " extends below 0");
            }
        }
    }

    void requireSize(int least, String statistic) {
        if (size() < least) {
            throw new IllegalArgumentException(statistic + ": needs at least " + least + " ranges, has " + size());
        }
    }

    boolean isBounded() {
        for (int i = 0; i < size(); i++) {
            if (!ranges.get(i).isCommon()) {
                return false;
            }
        }
        return true;
    }

    void requireBounded(String statistic) {
        for (int i = 0; i < size(); i++) {
            if (!ranges.get(i).isCommon()) {
                throw new IllegalArgumentException(
                        statistic + ": the range " + ranges.get(i) + " at index " + i + " has no end");
            }
        }
    }

    /** Rejects numbers that could overflow when squared and added up. Infinite ends are not numbers. */
    void requireModerate(String statistic) {
        for (int i = 0; i < size(); i++) {
            if (isTooLarge(ranges.inf(i)) || isTooLarge(ranges.sup(i))) {
                throw new IllegalArgumentException(
                        statistic + ": the range " + ranges.get(i) + " at index " + i + " has an end beyond 2^400");
            }
        }
    }

    private static boolean isTooLarge(double end) {
        return Math.abs(end) > LARGEST && !Double.isInfinite(end);
    }

    /** Returns whether every value is known. */
    boolean isCertain() {
        for (int i = 0; i < size(); i++) {
            if (ranges.inf(i) != ranges.sup(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the greatest absolute value. */
    double magnitude() {
        double magnitude = 0;
        for (int i = 0; i < size(); i++) {
            magnitude = Math.max(magnitude, Math.max(Math.abs(ranges.inf(i)), Math.abs(ranges.sup(i))));
        }
        return magnitude;
    }

    /** Returns the values multiplied by a power of two that changes no digit. */
    Sample times(double power) {
        return power == 1 ? this : new Sample(ranges.scale(power));
    }

    Sample negate() {
        return new Sample(ranges.negate());
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Sample that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** Returns the ranges as text; for a long sample, the first ten and the size. */
    @Override
    public String toString() {
        return ranges.toString();
    }
}
