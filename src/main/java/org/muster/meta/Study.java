package org.muster.meta;

import org.muster.interval.Decimals;

/**
 * An estimate that takes part in a meta-analysis, on the logarithmic scale.
 *
 * @param index the place of its range in the list that was given, from 0
 * @param estimate y, the logarithm of the estimate
 * @param variance v, the square of its standard error, above 0
 */
public record Study(int index, double estimate, double variance) {
    /** The largest absolute value of an estimate, and of a variance and its reciprocal, whose squares do not overflow. */
    static final double LARGEST = 1e90;

    private static final int DIGITS = 6;

    /** Checks the numbers. */
    public Study {
        if (!(Math.abs(estimate) <= LARGEST)) {
            throw new IllegalArgumentException("estimate: " + estimate + " is not a number from -1e90 to 1e90");
        }
        if (!(variance >= 1 / LARGEST && variance <= LARGEST)) {
            throw new IllegalArgumentException("variance: " + variance + " is not a number from 1e-90 to 1e90");
        }
    }

    /** Returns the numbers, {@code 0: logarithm 9.25 of variance 0.00539}. */
    @Override
    public String toString() {
        return index + ": logarithm " + Decimals.nearest(estimate, DIGITS) + " of variance "
                + Decimals.nearest(variance, DIGITS);
    }
}
