package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * How the answer for one quantity depends on the rule.
 *
 * @param evidence what is claimed
 * @param combinations what each rule makes of it
 * @param disagreement how far the voices disagree
 */
public record Sensitivity(Evidence evidence, List<Combination> combinations, Disagreement disagreement) {

    /** Copies the list. */
    public Sensitivity {
        requireNonNull(evidence, "evidence");
        combinations = List.copyOf(combinations);
        requireNonNull(disagreement, "disagreement");
    }

    /**
     * Returns the quantity.
     *
     * @return what is counted
     */
    public Quantity quantity() {
        return evidence.quantity();
    }

    /**
     * Returns the answer of a rule.
     *
     * @param index the place of the rule, from 0
     * @return its range; empty where it has none
     */
    public Interval range(int index) {
        return combinations.get(index).answer().range();
    }

    /**
     * Returns from the least to the greatest number that any rule gives.
     *
     * @return the hull of all answers; empty where no rule has one
     */
    public Interval span() {
        return combinations.stream()
                .map(combination -> combination.answer().range())
                .reduce(Interval.EMPTY, Interval::convexHull);
    }

    /** Returns the quantity and the span of the answers. */
    @Override
    public String toString() {
        return quantity().label() + ": " + span() + " by " + combinations.size() + " rules";
    }
}
