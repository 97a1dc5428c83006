package org.muster.meta;

import java.util.List;

/**
 * The weighted mean of the studies for one τ², where each has the weight 1/(v + τ²).
 *
 * @param weight the sum of the weights
 * @param mean μ, the weighted mean
 * @param squares Q, the weighted sum of squares about it
 */
record WeightedMean(double weight, double mean, double squares) {

    static WeightedMean of(List<Study> studies, double tauSquared) {
        // Relative to one of the estimates, so that equal ones have the mean that they should.
        double origin = studies.get(0).estimate();
        double weight = 0;
        double sum = 0;
        for (Study study : studies) {
            double w = 1 / (study.variance() + tauSquared);
            weight += w;
            sum += w * (study.estimate() - origin);
        }
        double shift = sum / weight;
        double squares = 0;
        for (Study study : studies) {
            double d = study.estimate() - origin - shift;
            squares += d * d / (study.variance() + tauSquared);
        }
        return new WeightedMean(weight, origin + shift, squares);
    }
}
