package org.muster.exact;

import static java.util.Objects.requireNonNull;

/**
 * A linear form that must keep bounds: a whole less its parts is exactly 0, the killed less the strength are at most 0.
 *
 * @param form the form
 * @param bounds what its value may be
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
     * @param value what it must be
     * @return the constraint
     */
    public static Constraint exactly(LinearForm form, Rational value) {
        return new Constraint(form, Bounds.exactly(value));
    }

    /**
     * Returns the constraint form ≤ high.
     *
     * @param form a form
     * @param high the most that it may be
     * @return the constraint
     */
    public static Constraint atMost(LinearForm form, Rational high) {
        return new Constraint(form, Bounds.atMost(high));
    }

    /**
     * Returns the constraint form ≥ low.
     *
     * @param form a form
     * @param low the least that it may be
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
