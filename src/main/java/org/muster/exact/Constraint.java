package org.muster.exact;

import static java.util.Objects.requireNonNull;

/**
 * A linear form that must stay within bounds: a whole minus its parts is exactly 0, the killed minus the strength are
 * at most 0.
 *
 * @param form the form
 * @param bounds the bounds of its value
 */
public record Constraint(LinearForm form, Bounds bounds) {

    /** Checks that nothing is null. */
    public Constraint {
        requireNonNull(form, "form");
        requireNonNull(bounds, "bounds");
    }

    /**
     * Returns the constraint form = value.
     *
     * @param form a form
     * @param value its value
     * @return the constraint
     */
    public static Constraint exactly(LinearForm form, Rational value) {
        return new Constraint(form, Bounds.exactly(value));
    }

    /**
     * Returns the constraint form ≤ high.
     *
     * @param form a form
     * @param high its greatest value
     * @return the constraint
     */
    public static Constraint atMost(LinearForm form, Rational high) {
        return new Constraint(form, Bounds.atMost(high));
    }

    /**
     * Returns the constraint form ≥ low.
     *
     * @param form a form
     * @param low its least value
     * @return the constraint
     */
    public static Constraint atLeast(LinearForm form, Rational low) {
        return new Constraint(form, Bounds.atLeast(low));
    }

    /** Returns the constraint: {@code x0 - x1 - x2 in [0, 0]}. */
    @Override
    public String toString() {
        return form + " in " + bounds;
    }
}
