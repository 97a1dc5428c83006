package org.muster.propagate;

import java.util.List;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;

/** A rule as a linear form of variables that must stay within bounds: whole − part − part = 0. */
public final class LinearRule {

    private final String text;
    private final List<VariableId> variables;
    private final List<Rational> factors;
    private final Bounds bounds;

    /**
     * Creates a rule.
     *
     * @param text the rule in words
     * @param variables the variables that it binds, at least one
     * @param factors the factor of each, not 0
     * @param bounds the bounds of the sum of the variables, each times its factor
     */
    public LinearRule(String text, List<VariableId> variables, List<Rational> factors, Bounds bounds) {
        this.text = text;
        this.variables = List.copyOf(variables);
        this.factors = List.copyOf(factors);
        this.bounds = bounds;
    }

    /**
     * Returns the rule in words.
     *
     * @return the text by which explanations refer to it
     */
    public String text() {
        return text;
    }

    /**
     * Returns the number of terms.
     *
     * @return the number of variables that it binds, at least 1
     */
    public int size() {
        return variables.size();
    }

    /**
     * Returns the variable of a term.
     *
     * @param term the number of the term, from 0
     * @return its variable
     */
    public VariableId variable(int term) {
        return variables.get(term);
    }

    /**
     * Returns the variables that it binds.
     *
     * @return one for each term
     */
    public List<VariableId> variables() {
        return variables;
    }

    /**
     * Returns the factor of a term.
     *
     * @param term the number of the term, from 0
     * @return its factor, which is not 0
     */
    public Rational factor(int term) {
        return factors.get(term);
    }

    /**
     * Returns the factors.
     *
     * @return one a term
     */
    public List<Rational> factors() {
        return factors;
    }

    /**
     * Returns the bounds.
     *
     * @return the bounds of the form
     */
    public Bounds bounds() {
        return bounds;
    }

    /** Returns whether all factors are 1 or −1 and the bounds are whole numbers, so that whole numbers stay whole. */
    boolean isWhole() {
        for (Rational factor : factors) {
            if (!factor.abs().equals(Rational.ONE)) {
                return false;
            }
        }
        return bounds.isWhole();
    }

    /** Returns the rule in words. */
    @Override
    public String toString() {
        return text;
    }
}
