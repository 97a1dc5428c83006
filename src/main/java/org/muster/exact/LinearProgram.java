package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Variables within bounds, numbered from 0, and constraints on linear forms of them. {@link Simplex} computes what they
 * imply.
 *
 * @param bounds the bounds of each variable
 * @param constraints the constraints
 */
public record LinearProgram(List<Bounds> bounds, List<Constraint> constraints) {

    /**
     * Checks that the constraints refer to these variables only.
     *
     * @throws IllegalArgumentException if a constraint has a variable without bounds
     */
    public LinearProgram {
        bounds = List.copyOf(requireNonNull(bounds, "bounds"));
        constraints = List.copyOf(requireNonNull(constraints, "constraints"));
        for (Constraint constraint : constraints) {
            constraint.form().within(bounds.size());
        }
    }

    /**
     * Returns the number of variables.
     *
     * @return the number of variables
     */
    public int variables() {
        return bounds.size();
    }

    /**
     * Returns this programme with other bounds for one variable.
     *
     * @param variable the number of the variable
     * @param other its bounds
     * @return the changed programme
     * @throws IndexOutOfBoundsException if there is no such variable
     */
    public LinearProgram with(int variable, Bounds other) {
        List<Bounds> changed = new ArrayList<>(bounds);
        changed.set(variable, requireNonNull(other, "other"));
        return new LinearProgram(changed, constraints);
    }

    /**
     * Returns whether a point satisfies all bounds and constraints.
     *
     * @param point the value of each variable
     * @return whether it does
     * @throws IllegalArgumentException if it has more or fewer values than there are variables
     */
    public boolean contains(List<Rational> point) {
        if (point.size() != variables()) {
            throw new IllegalArgumentException("point has " + point.size() + " values, expected " + variables());
        }
        for (int variable = 0; variable < variables(); variable++) {
            if (!bounds.get(variable).contains(point.get(variable))) {
                return false;
            }
        }
        for (Constraint constraint : constraints) {
            if (!constraint.bounds().contains(constraint.form().at(point))) {
                return false;
            }
        }
        return true;
    }
}
