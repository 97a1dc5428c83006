package org.muster.meta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.muster.interval.Interval;
import org.muster.statistics.Tail;

/**
 * A meta-analysis: several independent estimates of one positive number, such as the dead of a battle, combined on the
 * logarithmic scale.
 *
 * <p>A range [a, b] of which the caller says that it stands for a confidence c becomes an estimate y = (ln a + ln b)/2
 * with the standard error (ln b − ln a)/(2z), where z is the critical value of the normal distribution for c. Ranges
 * that reach 0, are open, are empty or are a single number are {@link #leftOut left out}, each with its reason. What can
 * be computed depends on how many are left, see {@link #outcome}.
 *
 * <p>The weight of an estimate is w = 1/(v + τ²), where v is its variance and τ² the variance of the true values from
 * study to study; μ = Σwy/Σw is the pooled estimate. How τ² is found is a {@link PoolingMethod}. Q(τ²) = Σw(y − μ)² is
 * the weighted sum of squares about μ.
 *
 * <p>The estimates must be independent: a voice counts once, and a copy does not count. Of a dossier,
 * {@code Ranges.of(dossier).said(quantity)} gives a range for each voice.
 */
public final class MetaAnalysis {

    /** What a meta-analysis can say. */
    public enum Outcome {
        /** No range can be used, so there is no estimate. */
        NO_STUDY,
        /** One range can be used. It is the estimate; nothing is known of how estimates differ. */
        ONE_STUDY,
        /** At least two ranges can be used, and are pooled. */
        POOLED
    }

    /**
     * A range that cannot take part in a meta-analysis on the logarithmic scale.
     *
     * @param index its place in the list that was given, from 0
     * @param range the range
     * @param reason why it was left out
     */
    public record LeftOut(int index, Interval range, Reason reason) {
        /** Checks that nothing is null. */
        public LeftOut {
            Objects.requireNonNull(range, "range");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a range has no logarithm with a standard error. */
    public enum Reason {
        /** The range is empty: nothing is known. */
        EMPTY,
        /** The range has no upper end, such as "at least 300". */
        OPEN,
        /** The range reaches 0 or goes below it, where there is no logarithm. */
        REACHES_ZERO,
        /** The range is a single number, which says nothing of how uncertain it is. */
        SINGLE_NUMBER;

        private static Optional<Reason> of(Interval range) {
            if (range.isEmpty()) {
                return Optional.of(EMPTY);
            }
            if (range.inf() <= 0) {
                return Optional.of(REACHES_ZERO);
            }
            if (range.sup() == Double.POSITIVE_INFINITY) {
                return Optional.of(OPEN);
            }
            return range.isSingleton() ? Optional.of(SINGLE_NUMBER) : Optional.empty();
        }

        /** Returns the reason in words: {@code reaches zero}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final List<Study> studies;

    /** The studies in an order of their own, so that sums do not depend on the order given. */
    private final List<Study> sorted;

    private final List<LeftOut> leftOut;

    private MetaAnalysis(List<Study> studies, List<LeftOut> leftOut) {
        this.studies = List.copyOf(studies);
        this.sorted = studies.stream()
                .sorted(Comparator.comparingDouble(Study::estimate).thenComparingDouble(Study::variance))
                .toList();
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * Returns the meta-analysis of ranges that stand for a confidence.
     *
     * @param ranges any ranges, of independent estimates
     * @param confidence the probability that each range was meant to contain the true value, above 0 and below 1, such
     *     as 0.95. Nobody but the caller can know it
     * @return the meta-analysis of those ranges that can be used
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1, or so near to 0 that a variance is
     *     beyond 10⁹⁰
     */
    public static MetaAnalysis of(List<Interval> ranges, double confidence) {
        List<Interval> given = List.copyOf(Objects.requireNonNull(ranges, "ranges"));
        double z = Tail.normal(confidence);
        List<Study> studies = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Interval range = given.get(i);
            Optional<Reason> reason = Reason.of(range);
            if (reason.isPresent()) {
                leftOut.add(new LeftOut(i, range, reason.get()));
            } else {
                double low = range.inf();
                double high = range.sup();
                // Of neighbouring numbers, the difference keeps the digits that the quotient loses.
                double width = high <= 2 * low ? Math.log1p((high - low) / low) : Math.log(high) - Math.log(low);
                double error = width / 2 / z;
                studies.add(new Study(i, Math.log(low) + width / 2, error * error));
            }
        }
        return new MetaAnalysis(studies, leftOut);
    }

    /**
     * Returns the meta-analysis of estimates that already are logarithms, such as log risk ratios.
     *
     * @param estimates the logarithms, from −10⁹⁰ to 10⁹⁰
     * @param variances as many squared standard errors, from 10⁻⁹⁰ to 10⁹⁰
     * @return the meta-analysis of all of them
     * @throws IllegalArgumentException if there are fewer or more variances than estimates, or a number is out of range
     */
    public static MetaAnalysis ofLogarithms(List<Double> estimates, List<Double> variances) {
        Objects.requireNonNull(estimates, "estimates");
        Objects.requireNonNull(variances, "variances");
        if (estimates.size() != variances.size()) {
            throw new IllegalArgumentException(
                    "variances: " + variances.size() + " for " + estimates.size() + " estimates");
        }
        List<Study> studies = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            studies.add(new Study(i, estimates.get(i), variances.get(i)));
        }
        return new MetaAnalysis(studies, List.of());
    }

    /**
     * Returns the estimates that take part.
     *
     * @return those of the ranges that can be used, in the order given
     */
    public List<Study> studies() {
        return studies;
    }

    /**
     * Returns the ranges that take no part.
     *
     * @return those that cannot be used, each with its reason, in the order given
     */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /**
     * Returns what can be said.
     *
     * @return whether none, one or several studies take part
     */
    public Outcome outcome() {
        return studies.isEmpty() ? Outcome.NO_STUDY : studies.size() == 1 ? Outcome.ONE_STUDY : Outcome.POOLED;
    }

    /**
     * Returns the pooled estimate.
     *
     * @param method how the variance between studies is found
     * @return the estimate; absent without a study, and of one study for all methods but
     *     {@link PoolingMethod#FIXED_EFFECT}
     */
    public Optional<Pooled> pooled(PoolingMethod method) {
        Objects.requireNonNull(method, "method");
        if (studies.isEmpty() || studies.size() == 1 && method != PoolingMethod.FIXED_EFFECT) {
            return Optional.empty();
        }
        double tauSquared = method.tauSquared(sorted);
        WeightedMean mean = WeightedMean.of(sorted, tauSquared);
        double factor = studies.size() == 1 ? 1 : Math.max(1, mean.squares() / (studies.size() - 1));
        return Optional.of(new Pooled(
                method, studies.size(), tauSquared, mean.mean(), Math.sqrt(1 / mean.weight()), Math.sqrt(factor)));
    }

    /**
     * Returns how far the estimates differ: Cochran's Q and I².
     *
     * @return both, as guaranteed ranges about the numbers; absent if there are fewer than two studies
     */
    public Optional<Heterogeneity> heterogeneity() {
        return studies.size() < 2
                ? Optional.empty()
                : Optional.of(Heterogeneity.of(
                        studies.stream()
                                .map(study -> Interval.of(study.estimate()))
                                .toList(),
                        studies.stream()
                                .map(study -> Interval.of(study.variance()))
                                .toList()));
    }

    /**
     * Returns the profile limits of τ²: all values that Q(τ²), compared with the χ² distribution for one degree of
     * freedom less than there are studies, does not reject in either tail (W. Viechtbauer, Confidence intervals for the
     * amount of heterogeneity in meta-analysis, Statistics in Medicine 26, 2007: the Q-profile method). They belong to no
     * method of estimation.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return the range of τ², empty if the estimates differ so little that no τ² fits; absent if there are fewer than
     *     two studies
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public Optional<Interval> tauSquaredLimits(double confidence) {
        Tail.requireConfidence(confidence);
        if (studies.size() < 2) {
            return Optional.empty();
        }
        double half = (studies.size() - 1) / 2.0;
        double tail = (1 - confidence) / 2;
        double most = PoolingMethod.most(studies);
        // P(χ² > Q) rises with τ² from its value at 0, and P(χ² ≤ Q) falls to 0.
        double low = Roots.sink(t -> tail - Gamma.regularizedGammaQ(half, q(t) / 2), most);
        double high = Roots.sink(t -> Gamma.regularizedGammaP(half, q(t) / 2) - tail, most);
        return Optional.of(
                high == 0 && Gamma.regularizedGammaP(half, q(0) / 2) < tail
                        ? Interval.EMPTY
                        : Interval.of(low, Math.max(low, high)));
    }

    private double q(double tauSquared) {
        return WeightedMean.of(sorted, tauSquared).squares();
    }

    /** Returns how many ranges take part, and what was left out: {@code 3 studies; [300, Infinity] left out: open}. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder().append(studies.size()).append(studies.size() == 1 ? " study" : " studies");
        for (LeftOut each : leftOut) {
            text.append("; ").append(each.range()).append(" left out: ").append(each.reason());
        }
        return text.toString();
    }
}
