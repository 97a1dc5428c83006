package org.muster.reconcile;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.Rational;

/** A rule as a linear form of numbered quantities that has to keep bounds: whole − part − part = 0. */
final class LinearRule {

    private static final Bounds ZERO = Bounds.exactly(Rational.ZERO);
    private static final Bounds NOT_NEGATIVE = Bounds.atLeast(Rational.ZERO);
    private static final Rational MINUS_ONE = Rational.of(-1);

    private final String text;
    private final int[] quantities;
    private final Rational[] factors;
    private final Bounds bounds;

    LinearRule(String text, int[] quantities, Rational[] factors, Bounds bounds) {
        this.text = text;
        this.quantities = quantities;
        this.factors = factors;
        this.bounds = bounds;
    }

    /** whole = sum of the parts. */
    static LinearRule sum(String text, int whole, int... parts) {
        return of(text, whole, parts, ZERO);
    }

    /** whole ≥ sum of the parts. */
    static LinearRule bound(String text, int whole, int... parts) {
        return of(text, whole, parts, NOT_NEGATIVE);
    }

    /** whole ≤ sum of the parts. */
    static LinearRule atMostSum(String text, int whole, int... parts) {
        return of(text, whole, parts, Bounds.atMost(Rational.ZERO));
    }

    private static LinearRule of(String text, int whole, int[] parts, Bounds bounds) {
        int[] quantities = new int[parts.length + 1];
        Rational[] factors = new Rational[parts.length + 1];
        quantities[0] = whole;
        factors[0] = Rational.ONE;
        for (int i = 0; i < parts.length; i++) {
            quantities[i + 1] = parts[i];
            factors[i + 1] = MINUS_ONE;
        }
        return new LinearRule(text, quantities, factors, bounds);
    }

    /** The rule in words. */
    String text() {
        return text;
    }

    /** How many quantities it binds. */
    int size() {
        return quantities.length;
    }

    /** The number of the quantity at a place, from 0. */
    int quantity(int place) {
        return quantities[place];
    }

    /** The factor of the quantity at a place, which is not 0. */
    Rational factor(int place) {
        return factors[place];
    }

    /** What the form may be. */
    Bounds bounds() {
        return bounds;
    }

    /** Whether all factors are 1 or −1 and the bounds whole, so that whole numbers stay whole. */
    boolean isWhole() {
        for (Rational factor : factors) {
            if (!factor.abs().equals(Rational.ONE)) {
                return false;
            }
        }
        return bounds.low().map(Rational::isWhole).orElse(true)
                && bounds.high().map(Rational::isWhole).orElse(true);
    }

    /** The same rule where its quantities have other numbers. */
    LinearRule renumbered(Map<Integer, Integer> numbers) {
        int[] others = new int[quantities.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = Objects.requireNonNull(numbers.get(quantities[i]), "quantity");
        }
        return new LinearRule(text, others, factors, bounds);
    }

    /** The rule for a linear programme whose variables are numbered otherwise. */
    Constraint constraint(int[] variables) {
        Map<Integer, Rational> coefficients = new TreeMap<>();
        for (int i = 0; i < quantities.length; i++) {
            coefficients.merge(variables[quantities[i]], factors[i], Rational::add);
        }
        return new Constraint(LinearForm.of(coefficients), bounds);
    }

    @Override
    public String toString() {
        return text;
    }
}
