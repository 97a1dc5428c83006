package org.muster.adjust;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.muster.interval.Interval;

/**
 * What is known of one quantity before an adjustment: an observed value and how far it may be moved, or only a range.
 *
 * <p>Only the proportions of the variances affect the adjusted values: a quantity with four times the variance takes
 * four times the correction. For the tests of {@link GrossErrors} they must be squares of standard errors.
 *
 * @param value the observed value, in the unit of the quantity (men, tanks); empty if nothing was observed
 * @param variance how far it may be moved: the inverse of its weight, above 0; infinite without a value
 * @param range where the adjusted value must lie; the observed value may lie outside; an end may be open
 */
public record Observation(OptionalDouble value, double variance, Interval range) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the value is not finite, its variance not above 0 and finite, the variance
     *     without a value not infinite, or the range empty
     */
    public Observation {
        requireNonNull(value, "value");
        requireNonNull(range, "range");
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("value " + value.getAsDouble() + " is not a finite number");
        }
        boolean fits =
                value.isPresent() ? variance > 0 && Double.isFinite(variance) : variance == Double.POSITIVE_INFINITY;
        if (!fits) {
            throw new IllegalArgumentException("variance " + variance
                    + (value.isPresent() ? " is not a finite number above 0" : " without a value is not Infinity"));
        }
        if (range.isEmpty()) {
            throw new IllegalArgumentException("range is empty");
        }
    }

    /**
     * Returns an observed value that may be moved anywhere.
     *
     * @param value the observed value
     * @param variance how far it may be moved, above 0
     * @return the observation
     */
    public static Observation of(double value, double variance) {
        return of(value, variance, Interval.ENTIRE);
    }

    /**
     * Returns an observed value that may be moved within a range.
     *
     * @param value the observed value
     * @param variance how far it may be moved, above 0
     * @param range where the adjusted value must lie
     * @return the observation
     */
    public static Observation of(double value, double variance, Interval range) {
        return new Observation(OptionalDouble.of(value), variance, range);
    }

    /**
     * Returns a quantity for which nothing was observed. It only takes part in rules.
     *
     * @param range where its value must lie
     * @return the observation without a value
     */
    public static Observation none(Interval range) {
        return new Observation(OptionalDouble.empty(), Double.POSITIVE_INFINITY, range);
    }

    /** Returns {@code 1000.0 of variance 25.0 in [0, Infinity]}, or {@code none in [0, Infinity]}; no range if any number will do. */
    @Override
    public String toString() {
        String observed = value.isPresent() ? value.getAsDouble() + " of variance " + variance : "none";
        return range.isEntire() ? observed : observed + " in " + range;
    }
}
