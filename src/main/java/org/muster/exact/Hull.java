package org.muster.exact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The exact range of each variable over all points that satisfy the bounds and constraints.
 *
 * @param ranges a range for each variable asked for, in that order; empty if the programme is infeasible
 * @param infeasible why the programme is infeasible; empty if it is feasible
 */
public record Hull(List<Range> ranges, Optional<Solution.Infeasible> infeasible) {

    /**
     * The exact range of a variable.
     *
     * @param variable its number
     * @param bounds the least and the greatest value; an end is absent if there is none
     * @param low why the variable cannot be below the low end: −variable is at most −low
     * @param high why the variable cannot be above the high end
     */
    public record Range(int variable, Bounds bounds, Optional<Proof> low, Optional<Proof> high) {}

    /** Copies the ranges. */
    public Hull {
        ranges = List.copyOf(Objects.requireNonNull(ranges, "ranges"));
    }
}
