package org.muster.adjust;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.exact.Sense;

/**
 * A linear constraint on quantities identified by their numbers, from 0: Σ coefficient × quantity =, ≤ or ≥ a constant.
 *
 * @param name its name in error messages: the rule in words
 * @param terms the left side; each quantity at most once
 * @param sense how the left side relates to the constant
 * @param constant the right side, in the unit of the quantities
 */
public record LinearConstraint(String name, List<Term> terms, Sense sense, double constant) {

    /**
     * A quantity times a coefficient.
     *
     * @param quantity the number of the quantity, from 0
     * @param coefficient its coefficient, finite and not 0
     */
    public record Term(int quantity, double coefficient) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the quantity is below 0, or the coefficient 0 or not finite
         */
        public Term {
            if (quantity < 0) {
                throw new IllegalArgumentException("quantity " + quantity + " is below 0");
            }
            if (coefficient == 0 || !Double.isFinite(coefficient)) {
                throw new IllegalArgumentException(
                        "coefficient " + coefficient + " of quantity " + quantity + " is 0 or not finite");
            }
        }
    }

    /**
     * Checks the parts, and copies the terms.
     *
     * @throws IllegalArgumentException if there is no term, a quantity occurs in two of them, or the constant is not
     *     finite
     */
    public LinearConstraint {
        requireNonNull(name, "name");
        requireNonNull(sense, "sense");
        terms = List.copyOf(requireNonNull(terms, "terms"));
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("constraint \"" + name + "\" has no term");
        }
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("constant " + constant + " of \"" + name + "\" is not finite");
        }
        Set<Integer> seen = new HashSet<>();
        for (Term term : terms) {
            if (!seen.add(term.quantity())) {
                throw new IllegalArgumentException(
                        "quantity " + term.quantity() + " occurs twice in constraint \"" + name + "\"");
            }
        }
    }

    /**
     * Returns the rule that a whole is the sum of its parts.
     *
     * @param name the rule in words
     * @param whole the number of the whole
     * @param parts the numbers of the parts
     * @return Σ parts − whole = 0
     */
    public static LinearConstraint sum(String name, int whole, List<Integer> parts) {
        return parts(name, whole, parts, Sense.EQUAL);
    }

    /**
     * Returns the rule that disjoint parts are at most the whole.
     *
     * @param name the rule in words
     * @param whole the number of the whole
     * @param parts the numbers of the parts
     * @return Σ parts − whole ≤ 0
     */
    public static LinearConstraint bound(String name, int whole, List<Integer> parts) {
        return parts(name, whole, parts, Sense.AT_MOST);
    }

    private static LinearConstraint parts(String name, int whole, List<Integer> parts, Sense sense) {
        List<Term> terms = new ArrayList<>();
        parts.forEach(part -> terms.add(new Term(part, 1)));
        terms.add(new Term(whole, -1));
        return new LinearConstraint(name, terms, sense, 0);
    }

    /**
     * Returns by how much values miss this constraint.
     *
     * @param values a value of each quantity
     * @return left side − constant where the two must be equal or the constraint fails, otherwise 0
     */
    double misfit(double[] values) {
        double off = -constant;
        for (Term term : terms) {
            off += term.coefficient() * values[term.quantity()];
        }
        return switch (sense) {
            case EQUAL -> off;
            case AT_MOST -> Math.max(0, off);
            case AT_LEAST -> Math.min(0, off);
        };
    }

    /** Returns the name and the constraint: {@code men: x1 + x2 - x0 = 0}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(":");
        for (Term term : terms) {
            double times = Math.abs(term.coefficient());
            String sign = term.coefficient() < 0 ? " -" : term.equals(terms.get(0)) ? "" : " +";
            text.append(sign)
                    .append(' ')
                    .append(times == 1 ? "" : times + " ")
                    .append('x')
                    .append(term.quantity());
        }
        return text.append(' ').append(sense).append(' ').append(constant).toString();
    }
}
