package org.muster.statistics;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;
import org.muster.interval.Interval;

/** Confidence limits of the expected number of rare events, such as losses in a month, where the count may be a range. */
public enum PoissonLimits {
    /**
     * Exact limits ½χ²(α/2; 2k) and ½χ²(1 − α/2; 2k + 2), at which each tail of the Poisson distribution has half of
     * the probability outside the confidence level. F. Garwood, Fiducial limits for the Poisson distribution,
     * Biometrika 28, 1936. They are found to about twelve digits for every count and confidence; no guarantee goes
     * beyond that.
     */
    GARWOOD;

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
        Tail.requireConfidence(confidence);
        Interval k = Counts.require(count, "count");
        double tail = Math.log((1 - confidence) / 2);
        return new Limits(
                Interval.of(low((int) k.inf(), tail), low((int) k.sup(), tail)),
                Interval.of(high((int) k.inf(), tail), high((int) k.sup(), tail)),
                true);
    }

    /**
     * Returns the mean m at which at least k events have a probability, by its logarithm. P(X ≥ k) is the probability p
     * of k events times S = 1 + m/(k + 1) + m²/((k + 1)(k + 2)) + …; its slope by ln m is kp, and it is at most m^k/k!.
     */
    private static double low(int k, double tail) {
        if (k == 0) {
            return 0;
        }
        double log = Tail.solve(
                (tail + Gamma.logGamma(k + 1.0)) / k,
                at -> {
                    double m = Math.exp(at);
                    double sum = 1;
                    double term = 1;
                    for (double j = k + 1.0; term > sum * 0x1p-60; j++) {
                        term *= m / j;
                        sum += term;
                    }
                    return new Tail.Logarithm(logProbability(k, m) + Math.log(sum), k / sum);
                },
                tail);
        return Math.exp(log);
    }

    /**
     * Returns the mean m at which at most k events have a probability, by its logarithm. P(X ≤ k) is the probability p
     * of k events times S = 1 + k/m + k(k − 1)/m² + …; its slope by m is −p.
     */
    private static double high(int k, double tail) {
        return Tail.solve(
                k + 1.0,
                m -> {
                    double sum = 1;
                    double term = 1;
                    for (int j = k; j > 0 && term > sum * 0x1p-60; j--) {
                        term *= j / m;
                        sum += term;
                    }
                    return new Tail.Logarithm(logProbability(k, m) + Math.log(sum), -1 / sum);
                },
                tail);
    }

    private static double logProbability(int k, double mean) {
        return new PoissonDistribution(null, mean, 1e-12, 1).logProbability(k);
    }
}
