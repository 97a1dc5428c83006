package org.muster.statistics;

import java.util.Locale;
import java.util.Objects;
import org.muster.interval.Interval;

/**
 * Statistics of the association of two quantities, such as the strengths and the losses in a list of battles. The
 * ranges at the same index in both samples form a pair.
 *
 * <p>Both ends are sought by interval branch and bound over all values, which can take exponential time. Narrow ranges
 * need few nodes; with many wide ranges the search is stopped, the result is only an enclosure, and {@link #bracket}
 * says so. With more than some thousand pairs, fewer nodes are used than requested, so that memory stays bounded.
 */
public enum Association {
    /**
     * Covariance Σ(x − x̄)(y − ȳ) / (n − 1) of a sample. An enclosure, within 10⁻⁹ of the greatest values if settled.
     */
    COVARIANCE {
        @Override
        RangeEnclosure compute(Sample x, Sample y, int nodes) {
            return Pairs.bracket(Pairs.Kind.COVARIANCE, x, y, nodes);
        }
    },
    /**
     * Pearson's correlation Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²), over the choices in which neither sample is
     * constant. An enclosure, within 10⁻⁹ if settled. Its extremes need not be at ends of ranges.
     */
    CORRELATION {
        @Override
        RangeEnclosure compute(Sample x, Sample y, int nodes) {
            return Pairs.bracket(Pairs.Kind.CORRELATION, x, y, nodes);
        }
    },
    /**
     * Slope Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² of the least-squares line of the second sample on the first, over the choices
     * in which the first is not constant; infinite if it can come arbitrarily close to that. An enclosure, within a
     * share of 10⁻⁹ if settled.
     */
    SLOPE {
        @Override
        RangeEnclosure compute(Sample x, Sample y, int nodes) {
            return Pairs.bracket(Pairs.Kind.SLOPE, x, y, nodes);
        }
    },
    /**
     * Kendall's rank correlation τ-a: the pairs of pairs in the same order minus those in opposite order, over n(n −
     * 1)/2. An enclosure that treats the orders as independent, in O(n²); settled if choices are found that reach both
     * ends, which are tried in O(n³) for up to 200 pairs.
     */
    KENDALL {
        @Override
        RangeEnclosure compute(Sample x, Sample y, int nodes) {
            return RankCorrelation.kendall(x, y);
        }
    },
    /**
     * Spearman's rank correlation: Pearson's correlation of the ranks, where equal values share the mean of their
     * ranks. An enclosure that treats the ranks as independent, in O(n log n); settled if choices are found that reach both
     * ends, which are tried in O(n² log n) for up to 200 pairs.
     */
    SPEARMAN {
        @Override
        RangeEnclosure compute(Sample x, Sample y, int nodes) {
            return RankCorrelation.spearman(x, y);
        }
    };

    abstract RangeEnclosure compute(Sample x, Sample y, int nodes);

    /**
     * Returns the range of this statistic over all choices of values, found with at most {@link RangeEnclosure#NODES}
     * nodes for each end.
     *
     * @param x the first sample
     * @param y the second sample, of the same size
     * @return an interval that contains the statistic of every choice for which it is defined
     * @throws IllegalArgumentException as {@link #bracket} does
     */
    public Interval of(Sample x, Sample y) {
        return bracket(x, y, RangeEnclosure.NODES).range();
    }

    /**
     * Returns the range of this statistic, and how exact its ends are.
     *
     * @param x the first sample, without infinite ends
     * @param y the second sample, of the same size, without infinite ends
     * @param nodes the number of nodes after which the search for an end is stopped, at least 1; rank correlations need
     *     none
     * @return the enclosures of the low and the high end
     * @throws IllegalArgumentException if nodes is less than 1; if the sizes differ or are less than 2; if a range has
     *     an infinite end or one beyond 2⁴⁰⁰; if the statistic is defined for no choice of values
     */
    public RangeEnclosure bracket(Sample x, Sample y, int nodes) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        String statistic = name().toLowerCase(Locale.ROOT);
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes: " + nodes + " is less than 1");
        }
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(statistic + ": " + x.size() + " ranges of x, " + y.size() + " of y");
        }
        for (Sample sample : new Sample[] {x, y}) {
            sample.requireSize(2, statistic);
            sample.requireBounded(statistic);
            sample.requireModerate(statistic);
        }
        return compute(x, y, nodes);
    }
}
