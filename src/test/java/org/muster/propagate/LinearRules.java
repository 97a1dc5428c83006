package org.muster.propagate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;

/** Rules about a whole and its parts, as breakdowns make them. */
public final class LinearRules {

    private LinearRules() {}

    /** Returns the rule whole = sum of the parts. */
    public static LinearRule sum(String text, VariableId whole, List<VariableId> parts) {
        return of(text, whole, parts, Bounds.exactly(Rational.ZERO));
    }

    /** Returns the rule whole ≥ sum of the parts. */
    public static LinearRule bound(String text, VariableId whole, List<VariableId> parts) {
        return of(text, whole, parts, Bounds.atLeast(Rational.ZERO));
    }

    /** Returns the rule whole ≤ sum of the parts. */
    static LinearRule atMostSum(String text, VariableId whole, List<VariableId> parts) {
        return of(text, whole, parts, Bounds.atMost(Rational.ZERO));
    }

    private static LinearRule of(String text, VariableId whole, List<VariableId> parts, Bounds bounds) {
        List<VariableId> variables = new ArrayList<>(parts.size() + 1);
        variables.add(whole);
        variables.addAll(parts);
        List<Rational> factors = new ArrayList<>(Collections.nCopies(variables.size(), Rational.of(-1)));
        factors.set(0, Rational.ONE);
        return new LinearRule(text, variables, factors, bounds);
    }
}
