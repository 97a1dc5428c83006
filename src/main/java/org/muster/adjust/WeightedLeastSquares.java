package org.muster.adjust;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.muster.interval.Interval;

/**
 * Observed values moved as little as possible until they satisfy all constraints and ranges: the x that minimises Σ (xᵢ
 * − yᵢ)² / vᵢ over the observed values yᵢ of variance vᵢ.
 *
 * <p>Under equations alone this is x = y − V Aᵀ (A V Aᵀ)⁻¹ (A y − b) of Stone, Champernowne and Meade (1942), "The
 * precision of national income estimates", Review of Economic Studies 9. Inequalities and ranges are met by the dual
 * active set method of Goldfarb and Idnani (1983). The adjusted values of observed quantities are unique. A quantity
 * that was not observed has an adjusted value only if the constraints and ranges determine it, given those (its
 * observability: Narasimhan and Jordache 2000, "Data reconciliation and gross error detection", ch. 3).
 *
 * <p>Computed in double precision: constraints hold up to rounding, ranges hold exactly. For sums of hundreds of
 * quantities, the standard errors may differ by a factor of a million.
 *
 * @param values the quantities, in the order given
 * @param residuals the constraints, in the order given
 * @param squares Σ (xᵢ − yᵢ)² / vᵢ, without unit if the variances have the squared unit of the values
 * @param iterations how many constraints the active set method added or dropped; 0 where the closed form sufficed
 */
public record WeightedLeastSquares(List<Value> values, List<Residual> residuals, double squares, int iterations) {

    /** The rounding error of the arithmetic, as a share of the greatest number involved. */
    private static final double EXACT = 1e-12;

    /** The error tolerated in between, as a share of the greatest number involved. */
    private static final double NEAR = 1e-9;

    /** When a pull has ended: its remaining effect on observed values is a millionth of this. */
    private static final double SETTLED = 1e-7;

    private static final int ROUNDS = 50;

    /** Where in its range an adjusted value lies. */
    public enum Place {
        /** Between the ends, or not determined. */
        WITHIN,
        /** At the lower end. */
        AT_LOW,
        /** At the upper end. */
        AT_HIGH
    }

    /**
     * A quantity after the adjustment.
     *
     * @param observation what was observed
     * @param adjusted the adjusted value; empty if the constraints do not determine it
     * @param place where in its range the adjusted value lies
     */
    public record Value(Observation observation, OptionalDouble adjusted, Place place) {

        /** Checks that nothing is null. */
        public Value {
            requireNonNull(observation, "observation");
            requireNonNull(adjusted, "adjusted");
            requireNonNull(place, "place");
        }

        /**
         * Returns by how much the observed value was moved.
         *
         * @return adjusted − observed value; empty without an observed value
         */
        public OptionalDouble correction() {
            return observation.value().isPresent() && adjusted.isPresent()
                    ? OptionalDouble.of(
                            adjusted.getAsDouble() - observation.value().getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /**
     * A constraint before and after the adjustment.
     *
     * @param constraint the constraint
     * @param before by how much the observed values violate it: left side − constant, 0 if they satisfy it; empty if a
     *     quantity in it was not observed
     * @param binding whether its two sides are equal after the adjustment
     */
    public record Residual(LinearConstraint constraint, OptionalDouble before, boolean binding) {

        /** Checks that nothing is null. */
        public Residual {
            requireNonNull(constraint, "constraint");
            requireNonNull(before, "before");
        }
    }

    /** Copies the lists. */
    public WeightedLeastSquares {
        values = List.copyOf(requireNonNull(values, "values"));
        residuals = List.copyOf(requireNonNull(residuals, "residuals"));
    }

    /**
     * Adjusts observed values.
     *
     * @param observations what is known of each quantity
     * @param constraints the constraints on the quantities, identified by their index in the list of observations
     * @return the adjusted values
     * @throws IllegalArgumentException if a constraint refers to a quantity that does not exist, or nothing satisfies
     *     all constraints and ranges; the message then names some that contradict each other, none of which can be
     *     omitted
     * @throws ArithmeticException if values, variances or coefficients are too far apart for double precision
     */
    public static WeightedLeastSquares of(List<Observation> observations, List<LinearConstraint> constraints) {
        List<ScaledConstraint> scaled = scaled(observations, constraints);
        List<ScaledConstraint> equations =
                scaled.stream().filter(c -> c.equality).toList();
        double[] variances =
                observations.stream().mapToDouble(Observation::variance).toArray();
        double[] centre = observations.stream()
                .mapToDouble(o -> o.value().orElseGet(() -> within(o.range(), 0)))
                .toArray();
        EqualityConstrainedLeastSquares closed = new EqualityConstrainedLeastSquares(centre, variances, equations);
        if (closed.isSolution() && satisfies(closed.values(), EXACT * greatest(observations, scaled, centre), scaled)) {
            return result(observations, constraints, scaled, closed, 0);
        }
        for (int i = 0; i < centre.length; i++) {
            if (Double.isInfinite(variances[i]) && closed.isSolution()) {
                centre[i] = within(observations.get(i).range(), closed.values()[i]);
            }
        }
        double[] scales = scales(variances);
        int iterations = 0;
        // Quantities without a value are pulled weakly towards where the last round left them, until the pull has no
        // effect:
        // the proximal point method (Rockafellar 1976).
        for (int round = 0; round < ROUNDS; round++) {
            DualActiveSet nearest = nearest(centre, scales, scaled);
            iterations += nearest.iterations();
            double[] point = nearest.point();
            double moved = 0;
            for (int i = 0; i < centre.length; i++) {
                if (Double.isInfinite(variances[i])) {
                    moved = Math.max(moved, Math.abs(point[i] - centre[i]));
                    centre[i] = point[i];
                }
            }
            if (moved <= SETTLED * greatest(observations, scaled, point)) {
                List<ScaledConstraint> binding = new ArrayList<>(nearest.active());
                equations.stream().filter(e -> !binding.contains(e)).forEach(binding::add);
                EqualityConstrainedLeastSquares polished =
                        new EqualityConstrainedLeastSquares(centre, variances, binding);
                return result(observations, constraints, scaled, polished, iterations);
            }
        }
        throw new ArithmeticException("no adjusted values after " + ROUNDS
                + " rounds: variances or coefficients are too far apart for double precision");
    }

    private static DualActiveSet nearest(double[] centre, double[] scales, List<ScaledConstraint> scaled) {
        try {
            return DualActiveSet.nearest(centre, scales, scaled);
        } catch (IllegalArgumentException contradiction) {
            // Whether constraints contradict each other does not depend on the variances; it is certain only without
            // them.
            double[] same = new double[scales.length];
            Arrays.fill(same, 1);
            DualActiveSet.nearest(centre, same, scaled);
            throw new ArithmeticException("variances are too far apart for double precision: they make it seem that "
                    + contradiction.getMessage());
        }
    }

    /** Returns constraints and ends of ranges, scaled, and checks that they fit the observations. */
    static List<ScaledConstraint> scaled(List<Observation> observations, List<LinearConstraint> constraints) {
        List<ScaledConstraint> scaled = new ArrayList<>();
        for (LinearConstraint constraint : constraints) {
            for (LinearConstraint.Term term : constraint.terms()) {
                if (term.quantity() >= observations.size()) {
                    throw new IllegalArgumentException("constraint \"" + constraint.name() + "\" refers to quantity "
                            + term.quantity() + ", but there are only " + observations.size());
                }
            }
            scaled.add(ScaledConstraint.of(constraint));
        }
        for (int i = 0; i < observations.size(); i++) {
            scaled.addAll(ScaledConstraint.of(i, observations.get(i).range()));
        }
        return scaled;
    }

    private static double within(Interval range, double value) {
        return Math.min(Math.max(value, range.inf()), range.sup());
    }

    private static double[] scales(double[] variances) {
        double greatest = 0;
        for (double variance : variances) {
            greatest = Double.isFinite(variance) ? Math.max(greatest, variance) : greatest;
        }
        double weak = greatest == 0 ? 1 : 1000 * Math.sqrt(greatest);
        double[] scales = new double[variances.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Double.isFinite(variances[i]) ? Math.sqrt(variances[i]) : weak;
        }
        return scales;
    }

    /** Returns the greatest number involved, relative to which rounding is measured. */
    private static double greatest(List<Observation> observations, List<ScaledConstraint> scaled, double[] point) {
        double greatest = Double.MIN_NORMAL;
        for (Observation observation : observations) {
            greatest = Math.max(greatest, Math.abs(observation.value().orElse(0)));
        }
        for (ScaledConstraint constraint : scaled) {
            greatest = Math.max(greatest, Math.abs(constraint.constant));
        }
        for (double value : point) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    private static boolean satisfies(double[] point, double tolerance, List<ScaledConstraint> scaled) {
        return scaled.stream().allMatch(c -> c.equality || c.miss(point) <= tolerance);
    }

    private static WeightedLeastSquares result(
            List<Observation> observations,
            List<LinearConstraint> constraints,
            List<ScaledConstraint> scaled,
            EqualityConstrainedLeastSquares closed,
            int iterations) {
        double[] point = closed.values();
        double tolerance = NEAR * greatest(observations, scaled, point);
        for (ScaledConstraint constraint : scaled) {
            if (!(constraint.miss(point) <= tolerance && tolerance < Double.POSITIVE_INFINITY)) {
                throw new ArithmeticException(
                        "adjusted values violate \"" + constraint.name + "\" by " + constraint.miss(point)
                                + ": variances or coefficients are too far apart for double precision");
            }
        }
        boolean[] determined = Observability.of(observations, scaled, point, tolerance);
        double rounding = EXACT * greatest(observations, scaled, point);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            values.add(value(observations.get(i), point[i], determined[i], rounding));
        }
        List<Residual> residuals = new ArrayList<>();
        for (int r = 0; r < constraints.size(); r++) {
            boolean binding = Math.abs(scaled.get(r).slack(point)) <= rounding;
            residuals.add(new Residual(constraints.get(r), before(constraints.get(r), observations), binding));
        }
        return new WeightedLeastSquares(values, residuals, closed.squares(), iterations);
    }

    private static Value value(Observation observation, double value, boolean determined, double tolerance) {
        if (!determined) {
            return new Value(observation, OptionalDouble.empty(), Place.WITHIN);
        }
        double low = observation.range().inf();
        double high = observation.range().sup();
        if (value <= low + tolerance) {
            return new Value(observation, OptionalDouble.of(low), Place.AT_LOW);
        }
        if (value >= high - tolerance) {
            return new Value(observation, OptionalDouble.of(high), Place.AT_HIGH);
        }
        return new Value(observation, OptionalDouble.of(value), Place.WITHIN);
    }

    private static OptionalDouble before(LinearConstraint constraint, List<Observation> observations) {
        double[] observed = new double[observations.size()];
        for (LinearConstraint.Term term : constraint.terms()) {
            OptionalDouble value = observations.get(term.quantity()).value();
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            observed[term.quantity()] = value.getAsDouble();
        }
        return OptionalDouble.of(constraint.misfit(observed));
    }

    /** Returns the adjusted values, one per line: {@code 101.91 of variance 1.0 in [0, Infinity] -> 100.22}. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Value value : values) {
            String adjusted = value.adjusted().isPresent()
                    ? Double.toString(value.adjusted().getAsDouble())
                    : "not determined";
            lines.add(value.observation() + " -> " + adjusted);
        }
        return String.join("\n", lines);
    }
}
