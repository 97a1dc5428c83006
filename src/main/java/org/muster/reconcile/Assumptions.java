package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.muster.compare.Costs;
import org.muster.compare.Tolerance;

/**
 * What a reconciliation assumes beyond the claims and the rules of the dossier.
 *
 * @param start the ranges that it starts from
 * @param tolerance by how much soft claims are widened
 * @param lossesWithinStrength whether losses may not exceed strength; reinforcements and repairs break this rule
 * @param costs what it costs to set a claim aside
 * @param most the maximum number of conflicts, and of corrections, reported for each connected component
 * @param adjustment whether, from which points and with which weights, single values are adjusted to the rules
 * @param timeLimit how long to search for conflicts and corrections at most; what is found within it depends on the
 *     machine. Without it, all searches end after the same work everywhere
 */
public record Assumptions(
        StartingRanges start,
        Tolerance tolerance,
        boolean lossesWithinStrength,
        Costs costs,
        int most,
        Optional<AdjustmentMethod> adjustment,
        Optional<Duration> timeLimit) {

    /** The range of each quantity as claimed, losses not limited by strength, at most 1,000 conflicts for each component. */
    public static final Assumptions NONE = new Assumptions(
            new StartingRanges.Claimed(), Tolerance.NONE, false, Costs.USUAL, 1000, Optional.empty(), Optional.empty());

    /** Checks that nothing is null and that at least one conflict may be reported. */
    public Assumptions {
        requireNonNull(start, "start");
        requireNonNull(tolerance, "tolerance");
        requireNonNull(costs, "costs");
        requireNonNull(adjustment, "adjustment");
        requireNonNull(timeLimit, "timeLimit");
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most + " is below 1");
        }
        if (timeLimit.filter(limit -> limit.isNegative() || limit.isZero()).isPresent()) {
            throw new IllegalArgumentException("timeLimit: " + timeLimit.get() + " is not above 0");
        }
    }

    /**
     * Starts from other ranges.
     *
     * @param other the start
     * @return these assumptions with it
     */
    public Assumptions startingFrom(StartingRanges other) {
        return new Assumptions(other, tolerance, lossesWithinStrength, costs, most, adjustment, timeLimit);
    }

    /**
     * Widens soft claims.
     *
     * @param other by how much
     * @return these assumptions with it
     */
    public Assumptions with(Tolerance other) {
        return new Assumptions(start, other, lossesWithinStrength, costs, most, adjustment, timeLimit);
    }

    /**
     * Replaces the costs.
     *
     * @param other what it costs to set a claim aside
     * @return these assumptions with it
     */
    public Assumptions with(Costs other) {
        return new Assumptions(start, tolerance, lossesWithinStrength, other, most, adjustment, timeLimit);
    }

    /**
     * Assumes that losses do not exceed strength.
     *
     * @return these assumptions with it
     */
    public Assumptions withLossesWithinStrength() {
        return new Assumptions(start, tolerance, true, costs, most, adjustment, timeLimit);
    }

    /**
     * Changes how many conflicts and corrections are reported.
     *
     * @param number the maximum for each connected component
     * @return these assumptions with it
     */
    public Assumptions atMost(int number) {
        return new Assumptions(start, tolerance, lossesWithinStrength, costs, number, adjustment, timeLimit);
    }

    /**
     * Adjusts single values to the rules.
     *
     * @param other from which points and with which weights
     * @return these assumptions with it
     */
    public Assumptions with(AdjustmentMethod other) {
        return new Assumptions(start, tolerance, lossesWithinStrength, costs, most, Optional.of(other), timeLimit);
    }

    /**
     * Ends searches for conflicts and corrections in time, with what they have found.
     *
     * @param limit how long they may take, above 0
     * @return these assumptions with it
     */
    public Assumptions within(Duration limit) {
        return new Assumptions(start, tolerance, lossesWithinStrength, costs, most, adjustment, Optional.of(limit));
    }
}
