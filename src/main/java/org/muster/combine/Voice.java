package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import org.muster.dossier.Claim;
import org.muster.interval.Interval;

/**
 * What one voice contributes to an answer.
 *
 * @param name who speaks
 * @param range what it says of the quantity: a closed range, or the room that a bound leaves
 * @param best from the least to the greatest best value that its claims state; empty if they state none
 * @param weight the reliability and credibility of its best graded claim, by {@link org.muster.compare.Costs}
 * @param reliable whether any of its claims is from a source that is not graded D or E, and is not itself graded 4 or 5
 * @param claims the claims that make up what it says
 */
public record Voice(String name, Interval range, Interval best, int weight, boolean reliable, List<Claim> claims) {

    /** Copies the list. */
    public Voice {
        requireNonNull(name, "name");
        requireNonNull(range, "range");
        requireNonNull(best, "best");
        claims = List.copyOf(requireNonNull(claims, "claims"));
    }

    /**
     * Returns the one figure that the voice gives.
     *
     * @return its best value, or else its number, if it states just one
     */
    public OptionalDouble figure() {
        Interval stated = best.isEmpty() ? range : best;
        return stated.isSingleton() ? OptionalDouble.of(stated.inf()) : OptionalDouble.empty();
    }

    /** Returns the name and the range: {@code Fox 1898: [20448, 20448]}. */
    @Override
    public String toString() {
        return name + ": " + range;
    }
}
