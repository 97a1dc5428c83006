package org.muster.adjust;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.muster.interval.Decimals;

/**
 * Tests whether observed values miss the equations between them by more than their standard errors explain, and which
 * value is to blame. They are meaningful only if the variances are squares of standard errors.
 *
 * <p>The global test takes the misfits r = A y − b, after quantities without a value have been eliminated. Without a
 * gross error γ = rᵀ (A V Aᵀ)⁻¹ r has a χ² distribution with rank A degrees of freedom. The measurement test takes the
 * correction of each value, divided by its own standard error, whose square is the diagonal of V Aᵀ (A V Aᵀ)⁻¹ A V;
 * without a gross error it has a standard normal distribution. Since many values are tested at once, its level is
 * adjusted after Šidák (1967). Both tests follow Narasimhan and Jordache (2000), "Data reconciliation and gross error
 * detection", ch. 7.
 *
 * <p>Inequalities and ranges take no part.
 *
 * @param level the probability of suspecting something when nothing is wrong, for each of the two tests
 * @param statistic γ of the global test, without unit
 * @param degreesOfFreedom the number of independent equations that bind the observed values
 * @param criticalValue the value that γ exceeds with the probability of the level; 0 without degrees of freedom
 * @param probability with which γ would be at least as great without a gross error, from 0 to 1; 1 without degrees of
 *     freedom
 * @param measurements the observed values, in their order
 * @param criticalMeasurement the absolute value above which a standardised correction is suspect; infinite if no value
 *     is checked
 */
public record GrossErrors(
        double level,
        double statistic,
        int degreesOfFreedom,
        double criticalValue,
        double probability,
        List<Measurement> measurements,
        double criticalMeasurement) {

    private static final int DIGITS = 6;

    /**
     * The result of the measurement test for an observed value.
     *
     * @param quantity the number of the quantity
     * @param correction adjusted − observed value, under the equations alone
     * @param standardised the correction divided by its standard error; empty if no equation checks the value
     * @param suspect whether the standardised correction is beyond the critical size
     */
    public record Measurement(int quantity, double correction, OptionalDouble standardised, boolean suspect) {

        /** Checks that nothing is null. */
        public Measurement {
            requireNonNull(standardised, "standardised");
        }
    }

    /** Copies the list. */
    public GrossErrors {
        measurements = List.copyOf(requireNonNull(measurements, "measurements"));
    }

    /**
     * Tests observed values.
     *
     * @param observations what is known of each quantity; the variances are squares of standard errors
     * @param constraints what binds the quantities
     * @param level the probability of suspecting something when nothing is wrong, between 0 and 1; usually 0.05
     * @return both tests
     * @throws IllegalArgumentException if the level is not between 0 and 1, a constraint refers to a quantity that does
     *     not exist, or equations contradict each other
     * @throws ArithmeticException if values, variances or coefficients are too far apart for double precision
     */
    public static GrossErrors of(List<Observation> observations, List<LinearConstraint> constraints, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
        }
        List<ScaledConstraint> equations =
                WeightedLeastSquares.scaled(observations, constraints).subList(0, constraints.size()).stream()
                        .filter(constraint -> constraint.equality)
                        .toList();
        double[] observed =
                observations.stream().mapToDouble(o -> o.value().orElse(0)).toArray();
        EqualityConstrainedLeastSquares closed = new EqualityConstrainedLeastSquares(
                observed,
                observations.stream().mapToDouble(Observation::variance).toArray(),
                equations);
        if (!closed.isSolution() || !Double.isFinite(closed.squares())) {
            double[] same = new double[observed.length];
            Arrays.fill(same, 1);
            DualActiveSet.nearest(observed, same, equations);
            throw new ArithmeticException("values, variances or coefficients are too far apart for double precision");
        }
        int tested = 0;
        for (int i = 0; i < observed.length; i++) {
            tested += closed.redundancy(i) > 0 ? 1 : 0;
        }
        double critical = tested == 0 ? Double.POSITIVE_INFINITY : criticalMeasurement(level, tested);
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < observed.length; i++) {
            if (observations.get(i).value().isPresent()) {
                measurements.add(measurement(i, observations.get(i), closed, critical));
            }
        }
        int degrees = closed.rank();
        return new GrossErrors(
                level,
                closed.squares(),
                degrees,
                degrees == 0 ? 0 : new ChiSquaredDistribution(degrees).inverseCumulativeProbability(1 - level),
                degrees == 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2.0, closed.squares() / 2),
                measurements,
                critical);
    }

    /** Returns z at 1 − β / 2 with β = 1 − (1 − level)^(1 / tested). */
    private static double criticalMeasurement(double level, int tested) {
        double each = -Math.expm1(Math.log1p(-level) / tested);
        return -new NormalDistribution().inverseCumulativeProbability(each / 2);
    }

    private static Measurement measurement(
            int quantity, Observation observation, EqualityConstrainedLeastSquares closed, double critical) {
        double correction = closed.values()[quantity] - observation.value().getAsDouble();
        double share = closed.redundancy(quantity);
        if (share == 0) {
            return new Measurement(quantity, correction, OptionalDouble.empty(), false);
        }
        double standardised = correction / Math.sqrt(observation.variance() * share);
        return new Measurement(
                quantity, correction, OptionalDouble.of(standardised), Math.abs(standardised) > critical);
    }

    /**
     * Returns the result of the global test.
     *
     * @return whether the observed values miss the equations by more than their standard errors explain
     */
    public boolean isSuspect() {
        return statistic > criticalValue && degreesOfFreedom > 0;
    }

    /** Returns the global test and the suspect quantities, the most suspect first: {@code 1.2 of at most 3.84146, not suspect; suspect quantities: none}. */
    @Override
    public String toString() {
        List<Integer> suspects = measurements.stream()
                .filter(Measurement::suspect)
                .sorted(Comparator.comparingDouble(
                        measurement -> -Math.abs(measurement.standardised().orElseThrow())))
                .map(Measurement::quantity)
                .toList();
        return Decimals.nearest(statistic, DIGITS) + " of at most " + Decimals.nearest(criticalValue, DIGITS)
                + (isSuspect() ? ", suspect" : ", not suspect") + "; suspect quantities: "
                + (suspects.isEmpty() ? "none" : suspects);
    }
}
