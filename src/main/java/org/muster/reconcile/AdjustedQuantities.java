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
import org.muster.adjust.ControlledRounding;
import org.muster.adjust.LinearConstraint;
import org.muster.adjust.Observation;
import org.muster.adjust.WeightedLeastSquares;
import org.muster.compare.Ranges;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.LinearForm;
import org.muster.exact.Rational;
import org.muster.exact.Sense;
import org.muster.interval.Interval;

/**
 * A single value of each quantity, as near as the rules and ranges allow to the points that the caller chose, in whole
 * numbers that keep the sums. Each piece of the network is adjusted by itself.
 */
final class AdjustedQuantities {

    private static final int DIGITS = 17;

    private final RuleNetwork network;
    private final ImpliedRanges implied;
    private final Ranges ranges;
    private final Assumptions assumptions;
    private final AdjustmentMethod adjusting;
    private final List<Bounds> given;
    private final OptionalDouble[] values;

    private AdjustedQuantities(
            RuleNetwork network,
            ImpliedRanges implied,
            Ranges ranges,
            Assumptions assumptions,
            AdjustmentMethod adjusting,
            List<Bounds> given) {
        this.network = network;
        this.implied = implied;
        this.ranges = ranges;
        this.assumptions = assumptions;
        this.adjusting = adjusting;
        this.given = given;
        this.values = new OptionalDouble[given.size()];
    }

    /** The value of each quantity by number; empty where the rules do not determine one. */
    static OptionalDouble[] of(
            RuleNetwork network,
            ImpliedRanges implied,
            Ranges ranges,
            Assumptions assumptions,
            AdjustmentMethod adjusting,
            List<Bounds> given) {
        AdjustedQuantities adjusted = new AdjustedQuantities(network, implied, ranges, assumptions, adjusting, given);
        adjusted.adjust();
        return adjusted.values;
    }

    private void adjust() {
        for (int quantity = 0; quantity < values.length; quantity++) {
            values[quantity] = OptionalDouble.empty();
            if (network.rulesOf(quantity).length == 0) {
                OptionalDouble value = observation(quantity).value();
                boolean round = value.isPresent() && ImpliedRanges.isWhole(given.get(quantity));
                values[quantity] = round ? OptionalDouble.of(Math.rint(value.getAsDouble())) : value;
            }
        }
        for (List<Integer> rules : implied.consistentPieces()) {
            adjust(rules);
        }
    }

    private Observation observation(int number) {
        Quantity quantity = network.quantities().get(number);
        Interval range = given.get(number).toInterval();
        Optional<Interval> claimed = ranges.claimed(quantity).range();
        if (claimed.isEmpty()) {
            return Observation.none(range); // what its parts add up to is no observation of its own
        }
        OptionalDouble point = adjusting.point().of(quantity, claimed.get(), ranges.dossier());
        return point.isPresent()
                ? Observation.of(
                        point.getAsDouble(),
                        adjusting.weights().variance(quantity, claimed.get(), ranges, assumptions.costs()),
                        range)
                : Observation.none(range);
    }

    private void adjust(List<Integer> rules) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Integer> quantities = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        List<LinearConstraint> constraints = new ArrayList<>();
        boolean whole = true;
        for (int number : rules) {
            LinearRule rule = network.rules().get(number);
            List<LinearConstraint.Term> terms = new ArrayList<>();
            for (int i = 0; i < rule.size(); i++) {
                int quantity = rule.quantity(i);
                Integer place = places.get(quantity);
                if (place == null) {
                    place = quantities.size();
                    places.put(quantity, place);
                    quantities.add(quantity);
                    observations.add(observation(quantity));
                    whole &= ImpliedRanges.isWhole(given.get(quantity));
                }
                terms.add(new LinearConstraint.Term(place, value(rule.factor(i))));
            }
            addConstraints(rule, terms, constraints);
        }
        List<WeightedLeastSquares.Value> adjusted =
                WeightedLeastSquares.of(observations, constraints).values();
        for (int i = 0; i < adjusted.size(); i++) {
            values[quantities.get(i)] = adjusted.get(i).adjusted();
        }
        if (whole) {
            round(quantities, constraints);
        }
    }

    /** Whole numbers, where all sums of what is determined can be kept in them. */
    private void round(List<Integer> quantities, List<LinearConstraint> constraints) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Integer> determined = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            OptionalDouble value = values[quantities.get(i)];
            if (value.isPresent()) {
                places.put(i, found.size());
                determined.add(quantities.get(i));
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
                values[determined.get(i)] = OptionalDouble.of(rounded.values().get(i));
            }
        }
    }

    /**
     * Without the equations that follow from those before them: the fewer rules a quantity stands in, the more surely it can be
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
