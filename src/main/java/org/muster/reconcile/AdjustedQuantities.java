package org.muster.reconcile;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.muster.adjust.ControlledRounding;
import org.muster.adjust.LinearConstraint;
import org.muster.adjust.Observation;
import org.muster.adjust.WeightedLeastSquares;
import org.muster.compare.Costs;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.LinearForm;
import org.muster.exact.Rational;
import org.muster.exact.Sense;
import org.muster.interval.Interval;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearRule;
import org.muster.propagate.RuleId;
import org.muster.propagate.VariableId;

/**
 * A single value for each quantity, as close to the points that the caller chose as the rules and ranges allow, in
 * whole numbers that preserve the sums. Each connected component of the network is adjusted separately.
 */
final class AdjustedQuantities {

    private static final int DIGITS = 17;

    private final RuleNetwork network;
    private final Ranges ranges;
    private final Map<VariableId, QuantityRange> said; // by what is said of each variable alone
    private final Costs costs;
    private final AdjustmentMethod method;
    private final Function<VariableId, Bounds> given;
    private final Map<VariableId, Double> values = new HashMap<>();

    private AdjustedQuantities(
            RuleNetwork network,
            ImpliedRanges implied,
            Ranges ranges,
            Costs costs,
            AdjustmentMethod method,
            Function<VariableId, Bounds> given) {
        this.network = network;
        this.ranges = ranges;
        this.said = network.stated(ranges, network.quantities(), claim -> true);
        this.costs = costs;
        this.method = method;
        this.given = given;
        for (VariableId variable : network.linear().variables()) {
            if (network.linear().rulesOf(variable).isEmpty()) {
                observation(variable)
                        .value()
                        .ifPresent(value ->
                                values.put(variable, given.apply(variable).isWhole() ? Math.rint(value) : value));
            }
        }
        for (List<RuleId> rules : implied.consistentComponents()) {
            adjust(rules);
        }
    }

    /** Adjusts what is consistent. */
    static AdjustedQuantities of(
            RuleNetwork network,
            ImpliedRanges implied,
            Ranges ranges,
            Costs costs,
            AdjustmentMethod method,
            Function<VariableId, Bounds> given) {
        return new AdjustedQuantities(network, implied, ranges, costs, method, given);
    }

    /** Returns the adjusted value of a quantity; empty where the rules do not determine one. */
    OptionalDouble value(VariableId variable) {
        Double value = values.get(variable);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Observation observation(VariableId variable) {
        Quantity quantity = network.unknown(variable).quantity();
        Interval range = given.apply(variable).toInterval();
        Optional<Interval> claimed = Optional.ofNullable(said.get(variable)).flatMap(QuantityRange::range);
        if (claimed.isEmpty()) {
            return Observation.none(range); // a sum of its parts is not an observation of its own
        }
        OptionalDouble point = method.point().of(quantity, claimed.get(), ranges.dossier());
        return point.isPresent()
                ? Observation.of(
                        point.getAsDouble(), method.weights().variance(quantity, claimed.get(), ranges, costs), range)
                : Observation.none(range);
    }

    private void adjust(List<RuleId> rules) {
        Map<VariableId, Integer> places = new HashMap<>();
        List<VariableId> variables = new ArrayList<>();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (RuleId id : rules) {
            LinearRule rule = network.linear().rule(id);
            List<LinearConstraint.Term> terms = new ArrayList<>();
            for (int i = 0; i < rule.size(); i++) {
                VariableId variable = rule.variable(i);
                Integer place = places.get(variable);
                if (place == null) {
                    place = variables.size();
                    places.put(variable, place);
                    variables.add(variable);
                }
                terms.add(new LinearConstraint.Term(place, value(rule.factor(i))));
            }
            addConstraints(rule, terms, constraints);
        }
        List<Observation> observations =
                variables.stream().map(this::observation).toList();
        List<WeightedLeastSquares.Value> adjusted =
                WeightedLeastSquares.of(observations, constraints).values();
        for (int i = 0; i < adjusted.size(); i++) {
            VariableId variable = variables.get(i);
            adjusted.get(i).adjusted().ifPresent(value -> values.put(variable, value));
        }
        if (variables.stream().allMatch(variable -> given.apply(variable).isWhole())) {
            round(variables, constraints);
        }
    }

    /** Rounds the determined values to whole numbers, where these can preserve all of their sums. */
    private void round(List<VariableId> variables, List<LinearConstraint> constraints) {
        Map<Integer, Integer> places = new HashMap<>();
        List<VariableId> determined = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            OptionalDouble value = value(variables.get(i));
            if (value.isPresent()) {
                places.put(i, found.size());
                determined.add(variables.get(i));
                found.add(value.getAsDouble());
            }
        }
        List<LinearConstraint> kept = new ArrayList<>();
        for (LinearConstraint constraint : constraints) {
            List<LinearConstraint.Term> terms = new ArrayList<>();
            for (LinearConstraint.Term term : constraint.terms()) {
                Integer place = places.get(term.quantity());
                if (place != null) {
                    terms.add(new LinearConstraint.Term(place, term.coefficient()));
                }
            }
            if (terms.size() == constraint.terms().size()) {
                kept.add(new LinearConstraint(constraint.name(), terms, constraint.sense(), constraint.constant()));
            }
        }
        ControlledRounding rounded = ControlledRounding.of(found, independent(kept));
        if (rounded.broken().isEmpty()) {
            for (int i = 0; i < determined.size(); i++) {
                values.put(determined.get(i), (double) rounded.values().get(i));
            }
        }
    }

    /**
     * Drops equations that follow from earlier ones: the fewer rules a quantity appears in, the more likely it can be
     * rounded.
     */
    private static List<LinearConstraint> independent(List<LinearConstraint> constraints) {
        List<LinearConstraint> independent = new ArrayList<>();
        Map<Integer, LinearForm> reduced = new TreeMap<>(); // by a variable that only this form has
        for (LinearConstraint constraint : constraints) {
            if (constraint.sense() == Sense.EQUAL) {
                Map<Integer, Rational> coefficients = new TreeMap<>();
                for (LinearConstraint.Term term : constraint.terms()) {
                    coefficients.put(term.quantity(), Rational.of(term.coefficient()));
                }
                LinearForm form = LinearForm.of(coefficients);
                for (Map.Entry<Integer, LinearForm> known : reduced.entrySet()) {
                    form = without(form, known.getKey(), known.getValue());
                }
                if (form.coefficients().isEmpty()) {
                    continue;
                }
                int pivot = form.coefficients().firstKey();
                LinearForm unit = form.multiply(Rational.ONE.divide(
                        Objects.requireNonNull(form.coefficients().get(pivot), "pivot")));
                reduced.replaceAll((variable, other) -> without(other, pivot, unit));
                reduced.put(pivot, unit);
            }
            independent.add(constraint);
        }
        return independent;
    }

    private static LinearForm without(LinearForm form, int variable, LinearForm unit) {
        Rational times = form.coefficients().get(variable);
        return times == null ? form : form.subtract(unit.multiply(times));
    }

    private static void addConstraints(
            LinearRule rule, List<LinearConstraint.Term> terms, List<LinearConstraint> constraints) {
        Bounds bounds = rule.bounds();
        if (bounds.low().isPresent() && bounds.low().equals(bounds.high())) {
            double constant = value(bounds.low().get());
            constraints.add(new LinearConstraint(rule.text(), terms, Sense.EQUAL, constant));
            return;
        }
        bounds.low()
                .ifPresent(
                        low -> constraints.add(new LinearConstraint(rule.text(), terms, Sense.AT_LEAST, value(low))));
        bounds.high()
                .ifPresent(
                        high -> constraints.add(new LinearConstraint(rule.text(), terms, Sense.AT_MOST, value(high))));
    }

    private static double value(Rational value) {
        return Double.parseDouble(value.toDecimal(DIGITS, RoundingMode.HALF_EVEN));
    }
}
