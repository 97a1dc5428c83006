package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.muster.compare.Agreement.Verdict;
import org.muster.interval.Interval;

/**
 * What the claims about a quantity say together, without the claims: the result of a {@link QuantityAccumulator}.
 *
 * @param claims how many claims there are, those without a number too
 * @param voices how many voices give a number; empty if there were too many to be held
 * @param range the range of the quantity by its claims alone; empty where nothing gives a number, and where what the voices
 *     say was not held
 * @param extremes the hull of the claims, and the two that are furthest apart
 * @param common what the voices have in common; empty where that is nothing, and where there is one voice. Where what the
 *     voices say was not held, what all claims have in common
 * @param agreed the ranges that most voices cover, from the lowest; empty where there is one voice, or what they say was not
 *     held
 * @param agreeing how many voices cover them; 0 if what they say was not held
 * @param verdict whether the voices agree; empty if what they say was not held
 */
public record QuantitySummary(
        long claims,
        OptionalInt voices,
        Interval range,
        Extremes extremes,
        Interval common,
        List<Interval> agreed,
        int agreeing,
        Optional<Verdict> verdict) {

    /** Copies the list. */
    public QuantitySummary {
        requireNonNull(voices, "voices");
        requireNonNull(range, "range");
        requireNonNull(extremes, "extremes");
        requireNonNull(common, "common");
        requireNonNull(verdict, "verdict");
        agreed = List.copyOf(requireNonNull(agreed, "agreed"));
    }

    /** Returns the counts, the verdict and the hull: {@code 9 claims, 3 voices: conflict, [21389, 83737]}. */
    @Override
    public String toString() {
        return claims + (claims == 1 ? " claim" : " claims")
                + (voices.isPresent() ? ", " + voices.getAsInt() + (voices.getAsInt() == 1 ? " voice" : " voices") : "")
                + verdict.map(word -> ": " + word).orElse("") + ", " + extremes.hull();
    }
}
