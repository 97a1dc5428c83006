package org.muster.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Gamma;
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
     * is found to about fourteen digits for every confidence.
     */
    WILSON {
        @Override
        Interval limits(int successes, int trials, double confidence) {
            Interval z = Interval.of(Tail.normal(confidence));
            Interval k = Interval.of(successes);
            Interval n = Interval.of(trials);
            Interval root = k.multiply(Interval.of(trials - successes))
                    .divide(n)
                    .add(z.sqr().divide(Interval.of(4)))
                    .sqrt()
                    .multiply(z);
            Interval sum = k.add(z.sqr().divide(Interval.of(2))).add(root);
            // The product of both limits is k² / (n(n + z²)): nothing cancels.
            Interval low = k.sqr().divide(n.multiply(sum));
            Interval high = successes == trials ? Interval.of(1) : sum.divide(n.add(z.sqr()));
            return Interval.of(low.inf(), Math.min(1, high.sup()));
        }
    },
    /**
     * Exact limits, at which each tail of the binomial distribution has half of the probability outside the confidence
     * level. C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated in the case of the
     * binomial, Biometrika 26, 1934. They are found to about twelve digits for every count and
     * confidence; no guarantee goes beyond that.
     */
    CLOPPER_PEARSON {
        @Override
        Interval limits(int successes, int trials, double confidence) {
            double tail = Math.log((1 - confidence) / 2);
            return Interval.of(low(successes, trials, tail), high(successes, trials, tail));
        }
    };

    /**
     * Returns the proportion p at which at least k successes of n have a probability, by its logarithm. P(X ≥ k) is the
     * probability b of k successes times S = 1 + (n − k)p/((k + 1)(1 − p)) + …; its slope by ln p is kb, and it is at
     * most p^k times the number of choices.
     */
    private static double low(int k, int n, double tail) {
        if (k == 0) {
            return 0;
        }
        double choices = Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
        double log = Tail.solve(
                (tail - Math.max(0, choices)) / k,
                at -> {
                    double q = -Math.expm1(at);
                    double sum = sum(n - k, k, Math.exp(at) / q);
                    return new Tail.Logarithm(logProbability(k, n, Math.exp(at), q) + Math.log(sum), k / sum);
                },
                tail);
        return Math.exp(log);
    }

    /**
     * Returns the proportion p at which at most k successes of n have a probability, by its logarithm. P(X ≤ k) is the
     * probability b of k successes times S = 1 + k(1 − p)/((n − k + 1)p) + …; its slope by −ln(1 − p) is −(n − k)b.
     */
    private static double high(int k, int n, double tail) {
        if (k == n) {
            return 1;
        }
        double log = Tail.solve(
                -Math.log1p(-(k + 1.0) / (n + 1.0)),
                at -> {
                    double p = -Math.expm1(-at);
                    double sum = sum(k, n - k, Math.exp(-at) / p);
                    return new Tail.Logarithm(logProbability(k, n, p, Math.exp(-at)) + Math.log(sum), -(n - k) / sum);
                },
                tail);
        return -Math.expm1(-log);
    }

    /** Returns 1 + (a / (b + 1)) odds + (a(a − 1) / ((b + 1)(b + 2))) odds² + …. */
    private static double sum(int a, int b, double odds) {
        double sum = 1;
        double term = 1;
        for (int i = 0; i < a && term > sum * 0x1p-60; i++) {
            term *= (a - i) / (b + 1.0 + i) * odds;
            sum += term;
        }
        return sum;
    }

    /** Returns the logarithm of the probability of k successes, from the smaller of p and q = 1 − p, which has more digits. */
    private static double logProbability(int k, int n, double p, double q) {
        return p <= q
                ? new BinomialDistribution(null, n, p).logProbability(k)
                : new BinomialDistribution(null, n, q).logProbability(n - k);
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
        Tail.requireConfidence(confidence);
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
