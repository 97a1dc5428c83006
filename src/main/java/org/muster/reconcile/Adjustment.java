package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.muster.interval.Interval;

/**
 * Observed values moved as little as possible until they satisfy all restrictions and ranges: the x that minimises
 * Σ (xᵢ − yᵢ)² / vᵢ over the observed values yᵢ of variance vᵢ.
 *
 * <p>Under equations alone this is x = y − V Aᵀ (A V Aᵀ)⁻¹ (A y − b) of Stone, Champernowne and Meade (1942), "The
 * precision of national income estimates", Review of Economic Studies 9. Inequalities and ranges are met by the dual
 * active set method of Goldfarb and Idnani (1983). The adjusted values of observed quantities are the only ones that
 * minimise the sum. A quantity that was not observed has an adjusted value only where the restrictions and ranges leave
 * it one, given those (its observability: Narasimhan and Jordache 2000, "Data reconciliation and gross error
 * detection", ch. 3).
 *
 * <p>Computed in double precision: restrictions hold but for rounding, ranges hold. For sums of hundreds of quantities
 * the standard errors may be a million times apart.
 *
 * @param values the quantities, in the order given
 * @param rules the restrictions, in the order given
 * @param squares Σ (xᵢ − yᵢ)² / vᵢ, without unit if the variances have the squared unit of the values
 * @param iterations how many conditions the active set method added or dropped; 0 where the closed form sufficed
 */
public record Adjustment(List<Value> values, List<Rule> rules, double squares, int iterations) {

    /** Rounding of the arithmetic, as a share of the greatest number in play. */
    private static final double EXACT = 1e-12;

    /** What is forgiven on the way, as a share of the greatest number in play. */
    private static final double NEAR = 1e-9;

    /** When a pull has ended: what it still does to observed values is a millionth of this. */
    private static final double SETTLED = 1e-7;

    private static final int ROUNDS = 50;

    /** Where in its range an adjusted value lies. */
    public enum Place {
        /** Between the ends, or nowhere, where it is not determined. */
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
     * @param adjusted the adjusted value; empty where the restrictions do not determine it
     * @param place where in its range the adjusted value lies
     */
    public record Value(Observation observation, OptionalDouble adjusted, Place place) {

        /** Checks that nothing is null. {@inheritDoc} */
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
     * A restriction before and after the adjustment.
     *
     * @param restriction the restriction
     * @param before by how much the observed values miss it, left side − constant, 0 where they satisfy it; empty where
     *     a quantity in it was not observed
     * @param binding whether its two sides are equal after the adjustment
     */
    public record Rule(Restriction restriction, OptionalDouble before, boolean binding) {

        /** Checks that nothing is null. {@inheritDoc} */
        public Rule {
            requireNonNull(restriction, "restriction");
            requireNonNull(before, "before");
        }
    }

    /** Copies the lists. {@inheritDoc} */
    public Adjustment {
        values = List.copyOf(values);
        rules = List.copyOf(rules);
    }

    /**
     * Adjusts observed values.
     *
     * @param observations what is known of each quantity
     * @param restrictions what binds the quantities, by their numbers in the list of observations
     * @return the adjusted values
     * @throws IllegalArgumentException if a restriction speaks of a quantity that is not there, or nothing satisfies all
     *     restrictions and ranges; the message then names some that contradict each other, none of which can be spared
     * @throws ArithmeticException if values, variances or coefficients are too far apart for double precision
     */
    public static Adjustment of(List<Observation> observations, List<Restriction> restrictions) {
        List<Condition> conditions = conditions(observations, restrictions);
        List<Condition> equations = conditions.stream().filter(c -> c.equality).toList();
        double[] variances =
                observations.stream().mapToDouble(Observation::variance).toArray();
        double[] centre = observations.stream()
                .mapToDouble(o -> o.value().orElseGet(() -> within(o.range(), 0)))
                .toArray();
        ClosedForm closed = new ClosedForm(centre, variances, equations);
        if (closed.isSolution()
                && satisfies(closed.values(), EXACT * greatest(observations, conditions, centre), conditions)) {
            return result(observations, restrictions, conditions, closed, 0);
        }
        for (int i = 0; i < centre.length; i++) {
            if (Double.isInfinite(variances[i]) && closed.isSolution()) {
                centre[i] = within(observations.get(i).range(), closed.values()[i]);
            }
        }
        double[] scales = scales(variances);
        int iterations = 0;
        // Quantities without a value are held by a weak pull to where the last round left them, until it pulls no more:
        // the proximal point method (Rockafellar 1976).
        for (int round = 0; round < ROUNDS; round++) {
            DualActiveSet nearest = nearest(centre, scales, conditions);
            iterations += nearest.iterations();
            double[] point = nearest.point();
            double moved = 0;
            for (int i = 0; i < centre.length; i++) {
                if (Double.isInfinite(variances[i])) {
                    moved = Math.max(moved, Math.abs(point[i] - centre[i]));
                    centre[i] = point[i];
                }
            }
            if (moved <= SETTLED * greatest(observations, conditions, point)) {
                List<Condition> binding = new ArrayList<>(nearest.active());
                equations.stream().filter(e -> !binding.contains(e)).forEach(binding::add);
                ClosedForm polished = new ClosedForm(centre, variances, binding);
                return result(observations, restrictions, conditions, polished, iterations);
            }
        }
        throw new ArithmeticException("no adjusted values after " + ROUNDS
                + " rounds: variances or coefficients are too far apart for double precision");
    }

    private static DualActiveSet nearest(double[] centre, double[] scales, List<Condition> conditions) {
        try {
            return DualActiveSet.nearest(centre, scales, conditions);
        } catch (IllegalArgumentException contradiction) {
            // Whether conditions contradict each other has nothing to do with the variances: only without them is it
            // sure.
            double[] same = new double[scales.length];
            Arrays.fill(same, 1);
            DualActiveSet.nearest(centre, same, conditions);
            throw new ArithmeticException("variances are too far apart for double precision: they make it seem that "
                    + contradiction.getMessage());
        }
    }

    /** Returns the conditions of restrictions and ranges, and checks that they fit the observations. */
    static List<Condition> conditions(List<Observation> observations, List<Restriction> restrictions) {
        List<Condition> conditions = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            for (Restriction.Term term : restriction.terms()) {
                if (term.quantity() >= observations.size()) {
                    throw new IllegalArgumentException("restriction \"" + restriction.name() + "\" speaks of quantity "
                            + term.quantity() + ", but there are only " + observations.size());
                }
            }
            conditions.add(Condition.of(restriction));
        }
        for (int i = 0; i < observations.size(); i++) {
            conditions.addAll(Condition.of(i, observations.get(i).range()));
        }
        return conditions;
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

    /** Returns the greatest number in play, by which rounding is measured. */
    private static double greatest(List<Observation> observations, List<Condition> conditions, double[] point) {
        double greatest = Double.MIN_NORMAL;
        for (Observation observation : observations) {
            greatest = Math.max(greatest, Math.abs(observation.value().orElse(0)));
        }
        for (Condition condition : conditions) {
            greatest = Math.max(greatest, Math.abs(condition.constant));
        }
        for (double value : point) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    private static boolean satisfies(double[] point, double tolerance, List<Condition> conditions) {
        return conditions.stream().allMatch(c -> c.equality || c.miss(point) <= tolerance);
    }

    private static Adjustment result(
            List<Observation> observations,
            List<Restriction> restrictions,
            List<Condition> conditions,
            ClosedForm closed,
            int iterations) {
        double[] point = closed.values();
        double tolerance = NEAR * greatest(observations, conditions, point);
        for (Condition condition : conditions) {
            if (!(condition.miss(point) <= tolerance && tolerance < Double.POSITIVE_INFINITY)) {
                throw new ArithmeticException("adjusted values miss \"" + condition.name + "\" by "
                        + condition.miss(point) + ": variances or coefficients are too far apart for double precision");
            }
        }
        boolean[] determined = Observability.of(observations, conditions, point, tolerance);
        double rounding = EXACT * greatest(observations, conditions, point);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            values.add(value(observations.get(i), point[i], determined[i], rounding));
        }
        List<Rule> rules = new ArrayList<>();
        for (int r = 0; r < restrictions.size(); r++) {
            boolean binding = Math.abs(conditions.get(r).slack(point)) <= rounding;
            rules.add(new Rule(restrictions.get(r), before(restrictions.get(r), observations), binding));
        }
        return new Adjustment(values, rules, closed.squares(), iterations);
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

    private static OptionalDouble before(Restriction restriction, List<Observation> observations) {
        double[] observed = new double[observations.size()];
        for (Restriction.Term term : restriction.terms()) {
            OptionalDouble value = observations.get(term.quantity()).value();
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            observed[term.quantity()] = value.getAsDouble();
        }
        return OptionalDouble.of(restriction.misfit(observed));
    }

    /** Returns the adjusted values, one a line: {@code 101.91 of variance 1.0 in [0, Infinity] -> 100.22}. */
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
