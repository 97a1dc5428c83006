package org.muster.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.muster.interval.Interval;

/**
 * Confidence limits of a proportion, such as that of the killed among the losses, where both counts may be ranges.
 *
 * <p>The limits rise with the successes and fall with the trials, so each end is attained at a pair of counts. Choices
 * with more successes than trials are excluded.
 */
public enum BinomialLimits {
    /**
     * Wilson's score limits (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) with p = k/n. E. B. Wilson, Probable
     * inference, the law of succession, and statistical inference, JASA 22, 1927. Enclosed for z as a double, which
     * Commons Math finds to about fifteen digits.
     */
    WILSON {
        @Override
        Interval limits(int successes, int trials, double confidence) {
            Interval z = Interval.of(new NormalDistribution(null, 0, 1, NORMAL_ACCURACY)
                    .inverseCumulativeProbability(0.5 + confidence / 2));
            Interval k = Interval.of(successes);
            Interval n = Interval.of(trials);
            Interval half = z.sqr().divide(Interval.of(2));
            Interval root = k.multiply(Interval.of(trials - successes))
                    .divide(n)
                    .add(z.sqr().divide(Interval.of(4)))
                    .sqrt()
                    .multiply(z);
            Interval divisor = n.add(z.sqr());
            Interval low =
                    successes == 0 ? Interval.of(0) : k.add(half).subtract(root).divide(divisor);
            Interval high =
                    successes == trials ? Interval.of(1) : k.add(half).add(root).divide(divisor);
            return Interval.of(Math.max(0, low.inf()), Math.min(1, high.sup()));
        }
    },
    /**
     * Exact limits, at which each tail of the binomial distribution has half of the probability outside the confidence
     * level. C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated in the case of the
     * binomial, Biometrika 26, 1934. They are quantiles of beta distributions, which Commons Math finds to about ten
     * digits; no guarantee goes beyond that.
     */
    CLOPPER_PEARSON {
        @Override
        Interval limits(int successes, int trials, double confidence) {
            double tail = (1 - confidence) / 2;
            int failures = trials - successes;
            double low = successes == 0 ? 0 : beta(successes, failures + 1.0, tail);
            double high = failures == 0 ? 1 : beta(successes + 1.0, failures, 1 - tail);
            return Interval.of(low, high);
        }
    };

    private static final double NORMAL_ACCURACY = 1e-15;
    private static final double BETA_ACCURACY = 1e-15;

    private static double beta(double alpha, double beta, double probability) {
        return new BetaDistribution(null, alpha, beta, BETA_ACCURACY).inverseCumulativeProbability(probability);
    }

    abstract Interval limits(int successes, int trials, double confidence);

    /**
     * Returns the limits of the proportion for all choices of whole numbers from two ranges.
     *
     * @param successes the number of successes, from 0 up
     * @param trials the number of trials, at least 1 and up to two thousand million
     * @param confidence above 0 and below 1, such as 0.95
     * @return the ranges of the lower and of the upper limit, both in [0, 1]
     * @throws IllegalArgumentException if a range contains no whole number, extends below 0 or is unbounded, if all
     *     successes are above all trials, if the trials may be 0, or if the confidence is not above 0 and below 1
     */
    public Limits of(Interval successes, Interval trials, double confidence) {
        Limits.requireConfidence(confidence);
        Interval k = Counts.require(successes, "successes");
        Interval n = Counts.require(trials, "trials");
        if (n.inf() < 1) {
            throw new IllegalArgumentException("trials: " + trials + " may be 0");
        }
        if (k.inf() > n.sup()) {
            throw new IllegalArgumentException("successes: " + successes + " are above the trials: " + trials);
        }
        int mostSuccesses = (int) Math.min(k.sup(), n.sup());
        Interval least = limits((int) k.inf(), (int) n.sup(), confidence);
        Interval greatest = limits(mostSuccesses, (int) Math.max(n.inf(), mostSuccesses), confidence);
        return new Limits(Interval.of(least.inf(), greatest.inf()), Interval.of(least.sup(), greatest.sup()), true);
    }
}
