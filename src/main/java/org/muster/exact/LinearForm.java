package org.muster.exact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum of variables times coefficients, such as a whole minus its parts:
 * {@code LinearForm.variable(whole).subtract(LinearForm.sum(killed, wounded, missing))}. Variables are identified by
 * their number, from 0.
 */
public final class LinearForm {

    /** The empty sum. */
    public static final LinearForm ZERO = new LinearForm(new TreeMap<>());

    /** The coefficients by variable, none of them zero. */
    private final SortedMap<Integer, Rational> coefficients;

    private LinearForm(SortedMap<Integer, Rational> coefficients) {
        this.coefficients = Collections.unmodifiableSortedMap(coefficients);
    }

    /**
     * Returns a form with given coefficients.
     *
     * @param coefficients by variable; zeros are left out
     * @return the sum of the variables times their coefficients
     * @throws IllegalArgumentException if a variable has a negative number
     */
    public static LinearForm of(Map<Integer, Rational> coefficients) {
        SortedMap<Integer, Rational> kept = new TreeMap<>();
        for (Map.Entry<Integer, Rational> part : coefficients.entrySet()) {
            requireNumber(part.getKey());
            if (part.getValue().signum() != 0) {
                kept.put(part.getKey(), part.getValue());
            }
        }
        return new LinearForm(kept);
    }

    /**
     * Returns one variable.
     *
     * @param variable its number
     * @return the form that has its value
     * @throws IllegalArgumentException if the number is negative
     */
    public static LinearForm variable(int variable) {
        return sum(variable);
    }

    /**
     * Returns a sum of variables. A variable named twice counts twice.
     *
     * @param variables their numbers
     * @return their sum
     * @throws IllegalArgumentException if a number is negative
     */
    public static LinearForm sum(int... variables) {
        SortedMap<Integer, Rational> parts = new TreeMap<>();
        for (int variable : variables) {
            parts.merge(requireNumber(variable), Rational.ONE, Rational::add);
        }
        return new LinearForm(parts);
    }

    private static int requireNumber(int variable) {
        if (variable < 0) {
            throw new IllegalArgumentException("variable " + variable + " is negative, expected a number from 0");
        }
        return variable;
    }

    /**
     * Returns the sum of two forms.
     *
     * @param summand a form
     * @return this + summand
     */
    public LinearForm add(LinearForm summand) {
        SortedMap<Integer, Rational> sum = new TreeMap<>(coefficients);
        summand.coefficients.forEach((variable, coefficient) -> sum.merge(variable, coefficient, Rational::add));
        sum.values().removeIf(coefficient -> coefficient.signum() == 0);
        return new LinearForm(sum);
    }

    /**
     * Returns the difference of two forms.
     *
     * @param subtrahend a form
     * @return this − subtrahend
     */
    public LinearForm subtract(LinearForm subtrahend) {
        return add(subtrahend.negate());
    }

    /**
     * Returns a multiple of this form.
     *
     * @param factor a number
     * @return factor × this
     */
    public LinearForm multiply(Rational factor) {
        if (factor.signum() == 0) {
            return ZERO;
        }
        SortedMap<Integer, Rational> product = new TreeMap<>(coefficients);
        product.replaceAll((variable, coefficient) -> coefficient.multiply(factor));
        return new LinearForm(product);
    }

    /**
     * Returns the form with all signs reversed.
     *
     * @return −this
     */
    public LinearForm negate() {
        return multiply(Rational.of(-1));
    }

    /**
     * Returns the coefficients that are not zero.
     *
     * @return by variable, in ascending order
     */
    public SortedMap<Integer, Rational> coefficients() {
        return coefficients;
    }

    /**
     * Returns the value of this form at a point.
     *
     * @param point the value of each variable
     * @return the sum of coefficients times values
     * @throws IndexOutOfBoundsException if the point has too few values
     */
    public Rational at(List<Rational> point) {
        Rational sum = Rational.ZERO;
        for (Map.Entry<Integer, Rational> part : coefficients.entrySet()) {
            sum = sum.add(part.getValue().multiply(point.get(part.getKey())));
        }
        return sum;
    }

    /** Returns this form after checking that all variables are among those of a linear programme. */
    LinearForm within(int variables) {
        if (!coefficients.isEmpty() && coefficients.lastKey() >= variables) {
            throw new IllegalArgumentException("variable " + coefficients.lastKey() + " of " + this
                    + " is not one of the " + variables + " of the linear programme, which are numbered from 0");
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearForm that && coefficients.equals(that.coefficients);
    }

    @Override
    public int hashCode() {
        return Objects.hash(coefficients);
    }

    /** Returns the sum: {@code x0 - x1 + 2/3 x4}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        coefficients.forEach((variable, coefficient) -> {
            boolean first = text.length() == 0;
            text.append(coefficient.signum() < 0 ? first ? "-" : " - " : first ? "" : " + ");
            Rational size = coefficient.abs();
            text.append(size.equals(Rational.ONE) ? "" : size + " ").append('x').append((int) variable);
        });
        return text.length() == 0 ? "0" : text.toString();
    }
}
