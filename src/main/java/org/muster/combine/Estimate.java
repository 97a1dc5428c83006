package org.muster.combine;

/**
 * A low, best and high estimate as data sets print them, which may break their own order.
 *
 * @param low the low estimate
 * @param best the best estimate
 * @param high the high estimate
 */
public record Estimate(double low, double best, double high) {

    /**
     * Checks that all are numbers.
     *
     * @throws IllegalArgumentException if one is NaN
     */
    public Estimate {
        if (Double.isNaN(low) || Double.isNaN(best) || Double.isNaN(high)) {
            throw new IllegalArgumentException("estimate: " + low + ", " + best + ", " + high + " has one that is NaN");
        }
    }

    /**
     * Returns this estimate with low ≤ best ≤ high, as the Institute for Health Metrics and Evaluation repairs the data of
     * UCDP before use: a high below the low is raised to it, then the best is moved to the nearer of the two.
     *
     * @return the estimate in order; this one if it is in order
     */
    public Estimate inOrder() {
        double top = Math.max(low, high);
        return new Estimate(low, Math.min(Math.max(low, best), top), top);
    }

    /** Returns the numbers in this order: {@code 12.0, 15.0, 20.0}. */
    @Override
    public String toString() {
        return low + ", " + best + ", " + high;
    }
}
