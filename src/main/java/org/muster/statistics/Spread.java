package org.muster.statistics;

import java.util.Locale;
import java.util.Objects;
import org.muster.interval.Interval;

/**
 * Statistics of how far the values of a sample differ.
 *
 * <p>All of them grow with unevenness. The minimum is attained with every value as near to one number as its range
 * allows, which is found in O(n log n). The maximum is attained with every value at an end of its range. Finding these
 * ends is NP-hard in general (Xiang, Ceberio and Kreinovich 2007), but branch and bound with a concave relaxation ends after a few
 * nodes on most data. If it is stopped, the high end is only an enclosure, and {@link #bracket} says so. A sample of
 * known values has nothing to search for: both ends are the same number, found in O(n log n).
 *
 * <p>The mean absolute deviation is found in at most O(n²). Variances of unbounded ranges are unbounded; statistics of
 * shares of a total then reach the maximum for that number of values.
 */
public enum Spread {
    /** Variance of a whole population: σ² = (1/n) Σ(x − x̄)². Exact: each end is off by at most eight units in the last place. */
    POPULATION_VARIANCE(1, false) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return Squares.of(sample, nodes).map(squares -> squares.divide(Interval.of(sample.size())));
        }
    },
    /**
     * Variance estimated from a sample of at least two: s² = Σ(x − x̄)² / (n − 1). Exact as {@link #POPULATION_VARIANCE}.
     */
    SAMPLE_VARIANCE(2, false) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return Squares.of(sample, nodes).map(squares -> squares.divide(Interval.of(sample.size() - 1)));
        }
    },
    /** Standard deviation of a whole population, the root of {@link #POPULATION_VARIANCE} and as exact. */
    POPULATION_DEVIATION(1, false) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return Squares.deviation(sample, sample.size(), nodes);
        }
    },
    /** Standard deviation estimated from a sample of at least two, the root of {@link #SAMPLE_VARIANCE} and as exact. */
    SAMPLE_DEVIATION(2, false) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return Squares.deviation(sample, sample.size() - 1, nodes);
        }
    },
    /**
     * Coefficient of variation s / x̄ of a sample of at least two values from 0 up, with {@link #SAMPLE_DEVIATION}. Exact:
     * each end is off by at most 16 units in the last place.
     */
    COEFFICIENT_OF_VARIATION(2, true) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            int n = sample.size();
            return RelativeSquares.of(sample, nodes)
                    .map(ratio -> ratio.multiply(Interval.of(n))
                            .divide(Interval.of(n - 1))
                            .sqrt());
        }
    },
    /**
     * Herfindahl index of concentration: the sum of the squared shares, from 1/n for equal values to 1 if one value has
     * everything. Values are from 0 up. Exact: each end is off by at most 16 units in the last place.
     */
    HERFINDAHL(1, true) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return RelativeSquares.of(sample, nodes)
                    .map(ratio -> ratio.add(Interval.of(1)).divide(Interval.of(sample.size())));
        }
    },
    /**
     * Gini index of inequality: ΣΣ|xᵢ − xⱼ| / (2n²x̄), from 0 for equal values to 1 − 1/n if one value has everything.
     * Values are from 0 up. Exact: each end is off by at most eight units in the last place. The search needs more
     * nodes than that for the variance if ranges lie within others. With more than some ten thousand ranges, fewer
     * nodes are used than requested, so that memory stays bounded.
     */
    GINI(1, true) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return GiniIndex.of(sample, nodes);
        }
    },
    /**
     * Theil's index of inequality T = (1/n) Σ(x/x̄) ln(x/x̄), from 0 for equal values to ln n if one value has
     * everything. Values are from 0 up. An enclosure; each end is off by less than 10⁻¹³.
     */
    THEIL(1, true) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return TheilIndex.of(sample, nodes);
        }
    },
    /** Mean absolute deviation from the mean: (1/n) Σ|x − x̄|. Exact: each end is off by at most 16 units in the last place. */
    MEAN_ABSOLUTE_DEVIATION(1, false) {
        @Override
        RangeEnclosure compute(Sample sample, int nodes) {
            return AbsoluteDeviation.of(sample, nodes);
        }
    };

    private final int leastSize;
    private final boolean ofShares;

    Spread(int leastSize, boolean ofShares) {
        this.leastSize = leastSize;
        this.ofShares = ofShares;
    }

    abstract RangeEnclosure compute(Sample sample, int nodes);

    /**
     * Returns the range of this statistic over all choices of values, found with at most {@link RangeEnclosure#NODES}
     * nodes.
     *
     * @param sample the ranges of the values
     * @return an interval that contains the statistic of every choice
     * @throws IllegalArgumentException as {@link #bracket} does
     */
    public Interval of(Sample sample) {
        return bracket(sample, RangeEnclosure.NODES).range();
    }

    /**
     * Returns the range of this statistic, and how exact its ends are.
     *
     * @param sample the ranges of the values
     * @param nodes the number of nodes after which the search for the high end is stopped, at least 1
     * @return the enclosures of the low and the high end
     * @throws IllegalArgumentException if nodes is less than 1; if the sample is too small; if an end is a number
     *     beyond 2⁴⁰⁰, whose squares are too large; for statistics of shares, if a range extends below 0 or every value
     *     is 0
     */
    public RangeEnclosure bracket(Sample sample, int nodes) {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes: " + nodes + " is less than 1");
        }
        return checked(sample, nodes);
    }

    /**
     * Returns an enclosure of the low end of this statistic, without searching for the high end: in O(n log n), also
     * for millions of ranges.
     *
     * @param sample the ranges of the values
     * @return a narrow interval that contains the least value of the statistic
     * @throws IllegalArgumentException as {@link #bracket} does
     */
    public Interval low(Sample sample) {
        return checked(sample, 0).low();
    }

    /** Checks the sample and returns the range; with 0 nodes, only the low end. */
    private RangeEnclosure checked(Sample sample, int nodes) {
        Objects.requireNonNull(sample, "sample");
        String statistic = words();
        sample.requireSize(leastSize, statistic);
        sample.requireModerate(statistic);
        if (ofShares) {
            SharesOfTotal.require(sample, statistic);
        }
        Sample values = ofShares ? sample.times(Sums.enlargement(sample.magnitude())) : sample;
        if (nodes > 0 && values.isCertain()) {
            Interval only = compute(values, 0).low();
            return new RangeEnclosure(only, only, true);
        }
        return compute(values, nodes);
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
