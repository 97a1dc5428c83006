package org.muster.adjust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.exact.Sense;
import org.muster.interval.Interval;

/**
 * A condition on the values of an adjustment: a constraint, or an end of a range, as Σ coefficient × quantity ≥
 * constant or = constant. Coefficients are divided by the greatest of them, so that slacks can be compared.
 */
final class ScaledConstraint {

    final String name;
    final int[] quantities;
    final double[] coefficients;
    final double constant;
    final boolean equality;

    private ScaledConstraint(String name, int[] quantities, double[] coefficients, double constant, boolean equality) {
        this.name = name;
        this.quantities = quantities;
        this.coefficients = coefficients;
        this.constant = constant;
        this.equality = equality;
    }

    /** Returns a constraint, scaled. */
    static ScaledConstraint of(LinearConstraint constraint) {
        int size = constraint.terms().size();
        int[] quantities = new int[size];
        double[] coefficients = new double[size];
        double greatest = 0;
        for (LinearConstraint.Term term : constraint.terms()) {
            greatest = Math.max(greatest, Math.abs(term.coefficient()));
        }
        double divisor = constraint.sense() == Sense.AT_MOST ? -greatest : greatest;
        for (int t = 0; t < size; t++) {
            quantities[t] = constraint.terms().get(t).quantity();
            coefficients[t] = constraint.terms().get(t).coefficient() / divisor;
        }
        return new ScaledConstraint(
                constraint.name(),
                quantities,
                coefficients,
                constraint.constant() / divisor,
                constraint.sense() == Sense.EQUAL);
    }

    /** Returns the constraints that the range of a quantity implies: none, one or two. */
    static List<ScaledConstraint> of(int quantity, Interval range) {
        String name = "quantity " + quantity + " in " + range;
        List<ScaledConstraint> ends = new ArrayList<>();
        boolean point = range.inf() == range.sup();
        if (Double.isFinite(range.inf())) {
            ends.add(new ScaledConstraint(name, new int[] {quantity}, new double[] {1}, range.inf(), point));
        }
        if (Double.isFinite(range.sup()) && !point) {
            ends.add(new ScaledConstraint(name, new int[] {quantity}, new double[] {-1}, -range.sup(), false));
        }
        return ends;
    }

    /** Returns the same constraint with constant 0, as a constraint on directions. */
    ScaledConstraint onDirections() {
        return new ScaledConstraint(name, quantities, coefficients, 0, equality);
    }

    /** Returns this constraint on some of the quantities, renumbered; those numbered −1 are left out. */
    ScaledConstraint on(int[] numbers) {
        int kept = 0;
        int[] some = new int[quantities.length];
        double[] theirs = new double[quantities.length];
        for (int t = 0; t < quantities.length; t++) {
            if (numbers[quantities[t]] >= 0) {
                some[kept] = numbers[quantities[t]];
                theirs[kept++] = coefficients[t];
            }
        }
        return new ScaledConstraint(name, Arrays.copyOf(some, kept), Arrays.copyOf(theirs, kept), constant, equality);
    }

    /** Returns the left side − constant. */
    double slack(double[] values) {
        double slack = -constant;
        for (int t = 0; t < quantities.length; t++) {
            slack += coefficients[t] * values[quantities[t]];
        }
        return slack;
    }

    /** Returns by how much values violate this constraint: 0 if they satisfy it. */
    double miss(double[] values) {
        double slack = slack(values);
        return equality ? Math.abs(slack) : Math.max(0, -slack);
    }
}
