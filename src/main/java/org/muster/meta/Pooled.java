package org.muster.meta;

import java.util.Objects;
import java.util.Optional;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.statistics.Tail;

/**
 * The pooled estimate of a meta-analysis. Its numbers are logarithms; {@link #estimate} and the limits are in the unit of
 * the ranges, such as men, and {@code limits(0.95).orElseThrow().log()} are those of the logarithm.
 *
 * @param method how τ² was found
 * @param studies the number k of studies
 * @param tauSquared τ², the variance between studies, from 0 up
 * @param logarithm μ, the pooled estimate on the logarithmic scale
 * @param standardError 1/√Σw, the standard error of μ
 * @param inflation √max(1, Q(τ²)/(k − 1)), by which {@link #hartungKnapp} multiplies the standard error; 1 for one study
 */
public record Pooled(
        PoolingMethod method,
        int studies,
        double tauSquared,
        double logarithm,
        double standardError,
        double inflation) {

    private static final int DIGITS = 6;

    /** Checks that the method is given. */
    public Pooled {
        Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the pooled estimate in the unit of the ranges.
     *
     * @return e to the power of μ
     */
    public double estimate() {
        return Math.exp(logarithm);
    }

    /**
     * Returns the limits by the normal distribution, exp(μ ± z/√Σw).
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return the limits in the unit of the ranges
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public Interval limits(double confidence) {
        return around(Tail.normal(confidence) * standardError);
    }

    /**
     * Returns the modified limits of Hartung and Knapp, exp(μ ± t √max(1, q)/√Σw) with q = Q(τ²)/(k − 1) and Student's t
     * for k − 1 degrees of freedom, which allow for the uncertainty of τ² and are never narrower than those by t alone.
     * J. Hartung and G. Knapp, A refined method for the meta-analysis of controlled clinical trials with binary outcome,
     * Statistics in Medicine 20, 2001; modified by G. Knapp and J. Hartung, Improved tests for a random effects
     * meta-regression with a single covariate, Statistics in Medicine 22, 2003; C. Röver, G. Knapp and T. Friede,
     * Hartung-Knapp-Sidik-Jonkman approach and its modification for random-effects meta-analysis with few studies, BMC
     * Medical Research Methodology 15, 2015.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return the limits in the unit of the ranges; absent of one study
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public Optional<Interval> hartungKnapp(double confidence) {
        Tail.requireConfidence(confidence);
        return studies < 2
                ? Optional.empty()
                : Optional.of(around(Tail.student(studies - 1, confidence) * inflation * standardError));
    }

    /**
     * Returns the prediction interval, in which the true value of a further study would lie: exp(μ ± t √(τ² + 1/Σw)) with
     * Student's t for k − 2 degrees of freedom. J. P. T. Higgins, S. G. Thompson and D. J. Spiegelhalter, A re-evaluation
     * of random-effects meta-analysis, Journal of the Royal Statistical Society A 172, 2009.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return the limits in the unit of the ranges; absent of fewer than three studies, and for the fixed effect, which
     *     knows no further true value
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public Optional<Interval> prediction(double confidence) {
        Tail.requireConfidence(confidence);
        return studies < 3 || method == PoolingMethod.FIXED_EFFECT
                ? Optional.empty()
                : Optional.of(around(Tail.student(studies - 2.0, confidence)
                        * Math.sqrt(tauSquared + standardError * standardError)));
    }

    private Interval around(double distance) {
        return Interval.of(logarithm - distance, logarithm + distance).exp();
    }

    /** Returns the estimate, in the unit of the ranges, and τ²: {@code Paule–Mandel of 4 studies: 9180.07, τ² 0.149082}. */
    @Override
    public String toString() {
        return method + " of " + studies + (studies == 1 ? " study: " : " studies: ")
                + Decimals.nearest(estimate(), DIGITS) + ", τ² " + Decimals.nearest(tauSquared, DIGITS);
    }
}
