package org.muster.meta;

import java.util.List;

/**
 * How the variance τ² between studies is found, and with it the weights of a meta-analysis.
 *
 * <p>Methods with an equation are solved until no double lies between two sides of its root; rounding in the sums leaves
 * about twelve digits.
 */
public enum PoolingMethod {
    /** The fixed effect: τ² = 0, all studies estimate the same number. */
    FIXED_EFFECT("fixed effect") {
        @Override
        double tauSquared(List<Study> studies) {
            return 0;
        }
    },
    /**
     * The moment estimator max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)) with w = 1/v, for k studies. R. DerSimonian and N.
     * Laird, Meta-analysis in clinical trials, Controlled Clinical Trials 7, 1986.
     */
    DERSIMONIAN_LAIRD("DerSimonian–Laird") {
        @Override
        double tauSquared(List<Study> studies) {
            WeightedMean fixed = WeightedMean.of(studies, 0);
            double spread = 0;
            for (Study study : studies) {
                double w = 1 / study.variance();
                spread += w * (1 - w / fixed.weight());
            }
            return Math.max(0, (fixed.squares() - (studies.size() - 1)) / spread);
        }
    },
    /**
     * The τ² at which Q(τ²) = k − 1 for k studies, or 0 if Q(0) is less. R. C. Paule and J. Mandel, Consensus values and
     * weighting factors, Journal of Research of the National Bureau of Standards 87, 1982.
     */
    PAULE_MANDEL("Paule–Mandel") {
        @Override
        double tauSquared(List<Study> studies) {
            return Roots.sink(t -> WeightedMean.of(studies, t).squares() - (studies.size() - 1), most(studies));
        }
    },
    /**
     * Restricted maximum likelihood: the τ² from 0 up with the greatest −½(Σ ln(v + τ²) + ln Σw + Q(τ²)), at which
     * Σw²(y − μ)² − Σw + Σw²/Σw = 0 unless it is 0. There may be several local maxima; the greatest is taken of those
     * that a grid of 2,000 steps tells apart. W. Viechtbauer, Bias and efficiency of meta-analytic variance estimators in the
     * random-effects model, Journal of Educational and Behavioral Statistics 30, 2005.
     */
    RESTRICTED_MAXIMUM_LIKELIHOOD("restricted maximum likelihood") {
        @Override
        double tauSquared(List<Study> studies) {
            double most = most(studies);
            double step = Math.pow(most / (smallest(studies) * 1e-3), 1.0 / STEPS);
            double best = 0;
            double bestLikelihood = likelihood(studies, 0);
            double from = 0;
            boolean rising = slope(studies, 0) > 0;
            for (int i = 0; i <= STEPS; i++) {
                double to = i == STEPS ? most : most * Math.pow(step, i - STEPS);
                boolean stillRising = slope(studies, to) > 0;
                if (rising && !stillRising) {
                    double root = Roots.sink(t -> slope(studies, t), from, to);
                    double value = likelihood(studies, root);
                    if (value > bestLikelihood) {
                        best = root;
                        bestLikelihood = value;
                    }
                }
                rising = stillRising;
                from = to;
            }
            return best;
        }
    };

    private static final int STEPS = 2000;

    private final String words;

    PoolingMethod(String words) {
        this.words = words;
    }

    abstract double tauSquared(List<Study> studies);

    /**
     * Returns a τ² beyond which the equation of the methods has no root. Where τ² is at least every variance, no weight is more than twice
     * another; with r the distance of the extreme estimates, Q is at most kr²/τ², and the slope of the restricted
     * likelihood is below 0 if τ² > r²(k + 1)/(k − 1).
     */
    static double most(List<Study> studies) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double variance = 0;
        for (Study study : studies) {
            least = Math.min(least, study.estimate());
            greatest = Math.max(greatest, study.estimate());
            variance = Math.max(variance, study.variance());
        }
        double r = greatest - least;
        return Math.max(variance, 4 * r * r);
    }

    private static double smallest(List<Study> studies) {
        return studies.stream().mapToDouble(Study::variance).min().orElseThrow();
    }

    /** Returns twice the slope of the restricted log-likelihood. */
    static double slope(List<Study> studies, double tauSquared) {
        WeightedMean mean = WeightedMean.of(studies, tauSquared);
        double sum = 0;
        for (Study study : studies) {
            double w = 1 / (study.variance() + tauSquared);
            double d = study.estimate() - mean.mean();
            sum += w * (w * d * d - 1 + w / mean.weight());
        }
        return sum;
    }

    private static double likelihood(List<Study> studies, double tauSquared) {
        WeightedMean mean = WeightedMean.of(studies, tauSquared);
        double logarithms = 0;
        for (Study study : studies) {
            logarithms += Math.log(study.variance() + tauSquared);
        }
        return -(logarithms + Math.log(mean.weight()) + mean.squares()) / 2;
    }

    /** Returns the name by which people call the method: {@code DerSimonian–Laird}. */
    @Override
    public String toString() {
        return words;
    }
}
