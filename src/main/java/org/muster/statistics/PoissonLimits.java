package org.muster.statistics;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.muster.interval.Interval;

/** Confidence limits of the expected number of rare events, such as losses in a month, where the count may be a range. */
public enum PoissonLimits {
    /**
     * Exact limits ½χ²(α/2; 2k) and ½χ²(1 − α/2; 2k + 2), at which each tail of the Poisson distribution has half of
     * the probability outside the confidence level. F. Garwood, Fiducial limits for the Poisson distribution,
     * Biometrika 28, 1936. They are quantiles of gamma distributions, which Commons Math finds to about ten digits; no
     * guarantee goes beyond that.
     */
    GARWOOD;

    private static final double ACCURACY = 1e-12;

    /**
     * Returns the limits for all whole numbers of a range. The limits rise with the count.
     *
     * @param count the number of events, from 0 up
     * @param confidence above 0 and below 1, such as 0.95
     * @return the ranges of the lower and of the upper limit
     * @throws IllegalArgumentException if the range contains no whole number, extends below 0 or is unbounded, or if
     *     the confidence is not above 0 and below 1
     */
    public Limits of(Interval count, double confidence) {
        Limits.requireConfidence(confidence);
        Interval k = Counts.require(count, "count");
        double tail = (1 - confidence) / 2;
        return new Limits(
                Interval.of(low(k.inf(), tail), low(k.sup(), tail)),
                Interval.of(gamma(k.inf() + 1, 1 - tail), gamma(k.sup() + 1, 1 - tail)),
                true);
    }

    private static double low(double count, double tail) {
        return count == 0 ? 0 : gamma(count, tail);
    }

    private static double gamma(double shape, double probability) {
        return new GammaDistribution(null, shape, 1, ACCURACY).inverseCumulativeProbability(probability);
    }
}
