package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.statistics.EmpiricalDistribution.Step;
import org.muster.statistics.Sample;

/**
 * The weighted mixture of what the voices say, or linear opinion pool: each voice is right with a probability in proportion
 * to its weight, and then the true number is somewhere in its range. Since nothing says where, the mixture is a probability
 * box, between the distribution of all upper ends and that of all lower ends, and its mean and quantiles are ranges.
 *
 * <p>The weights are those of the grades ({@link org.muster.compare.Costs}). Bounds take no part.
 *
 * <p>Source: S. Ferson et al., Constructing probability boxes and Dempster–Shafer structures, SAND2002-4015.
 */
public final class Mixture {

    private static final int DIGITS = 6;

    private final Sample ranges;
    private final Sample weights;
    private final long total;
    private final List<Voice> byLow;
    private final List<Voice> byHigh;
    private final long[] weightByLow;
    private final long[] weightByHigh;

    private Mixture(List<Voice> voices) {
        this.ranges = Sample.of(voices.stream().map(Voice::range).toList());
        this.weights =
                Sample.ofPoints(voices.stream().mapToDouble(Voice::weight).toArray());
        this.total = voices.stream().mapToLong(Voice::weight).sum();
        this.byLow = sorted(voices, voice -> voice.range().inf());
        this.byHigh = sorted(voices, voice -> voice.range().sup());
        this.weightByLow = sums(byLow);
        this.weightByHigh = sums(byHigh);
    }

    /**
     * Returns the mixture of some evidence.
     *
     * @param evidence the voices with their weights
     * @return their mixture; empty if no voice says a closed range
     */
    public static Optional<Mixture> of(Evidence evidence) {
        return requireNonNull(evidence, "evidence").voices().isEmpty()
                ? Optional.empty()
                : Optional.of(new Mixture(evidence.voices()));
    }

    private static List<Voice> sorted(List<Voice> voices, ToDoubleFunction<Voice> end) {
        return voices.stream().sorted(Comparator.comparingDouble(end)).toList();
    }

    /** The weight of the first voices, for each number of voices. */
    private static long[] sums(List<Voice> sorted) {
        long[] sums = new long[sorted.size() + 1];
        for (int i = 0; i < sorted.size(); i++) {
            sums[i + 1] = sums[i] + sorted.get(i).weight();
        }
        return sums;
    }

    /**
     * Returns the mean. Exact: both ends are rounded once.
     *
     * @return from the weighted mean of the lower ends to that of the upper ends
     */
    public Interval mean() {
        Rational least = mean(byLow, voice -> voice.range().inf());
        Rational greatest = mean(byHigh, voice -> voice.range().sup());
        return new RationalRange(least, Optional.of(greatest)).toInterval();
    }

    private Rational mean(List<Voice> voices, ToDoubleFunction<Voice> end) {
        Rational sum = Rational.of(0);
        for (Voice voice : voices) {
            sum = sum.add(Rational.of(end.applyAsDouble(voice)).multiply(Rational.of(voice.weight())));
        }
        return sum.divide(Rational.of(total));
    }

    /**
     * Returns a quantile: the least number up to which voices with at least this share of the weight go. Exact.
     *
     * @param probability above 0 and at most 1, taken as the decimal number that Java prints
     * @return from the quantile of the lower ends to that of the upper ends
     * @throws IllegalArgumentException if the probability is not above 0 and at most 1
     */
    public Interval quantile(double probability) {
        return ranges.weightedQuantile(probability, weights);
    }

    /**
     * Returns the probability that the number is not above another. Exact: both ends are rounded once.
     *
     * @param number any number
     * @return from the share of the weight of the voices whose range ends by it to that of those whose range begins by it
     * @throws IllegalArgumentException if the number is NaN
     */
    public Interval cumulative(double number) {
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("number: NaN is not a number");
        }
        long certain = weightByHigh[upTo(byHigh, number, voice -> voice.range().sup())];
        long possible = weightByLow[upTo(byLow, number, voice -> voice.range().inf())];
        return Interval.of((double) certain, (double) possible).divide(Interval.of((double) total));
    }

    /** How many voices have an end that is not above a number. */
    private static int upTo(List<Voice> sorted, double number, ToDoubleFunction<Voice> end) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (end.applyAsDouble(sorted.get(middle)) <= number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * Returns the steps of the probability box, which are all of it.
     *
     * @return a step for each end of a range, in ascending order; the last has the probability 1
     */
    public List<Step> steps() {
        return DoubleStream.concat(
                        byLow.stream().mapToDouble(voice -> voice.range().inf()),
                        byHigh.stream().mapToDouble(voice -> voice.range().sup()))
                .sorted()
                .distinct()
                .mapToObj(number -> new Step(number, cumulative(number)))
                .toList();
    }

    /** Returns the mean and the median: {@code mean 12 to 30, median 10 to 20}. */
    @Override
    public String toString() {
        return "mean " + Decimals.inWords(mean(), DIGITS) + ", median " + Decimals.inWords(quantile(0.5), DIGITS);
    }
}
