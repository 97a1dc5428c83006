package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muster.interval.Interval;

/**
 * How far the answer of a rule moves if one voice is not heard.
 *
 * @param voice who is not heard
 * @param with the answer with the voice; empty if there is none
 * @param without the answer without it; empty if there is none
 * @param moved the Hausdorff distance of the two, that is, by how much the end that moves more moves: 0 if both are empty or
 *     both have the same ends, infinite if one of them alone is empty or has an infinite end
 */
public record Influence(String voice, Interval with, Interval without, double moved) {

    private static final Comparator<Influence> GREATEST_FIRST =
            Comparator.comparingDouble(Influence::moved).reversed().thenComparing(Influence::voice);

    /** Checks that nothing is null. */
    public Influence {
        requireNonNull(voice, "voice");
        requireNonNull(with, "with");
        requireNonNull(without, "without");
    }

    /**
     * Returns the influence of every voice, bounds included. The rule is asked once for each, which takes time with the
     * square of their number.
     *
     * @param rule the rule
     * @param evidence the voices
     * @return the influences, the greatest first, ties by name
     */
    public static List<Influence> of(Rule rule, Evidence evidence) {
        Interval with = Combination.of(rule, evidence).answer().range();
        List<Influence> influences = new ArrayList<>();
        Stream.concat(evidence.voices().stream(), evidence.bounds().stream())
                .map(Voice::name)
                .forEach(voice -> {
                    Interval without = Combination.of(rule, evidence.without(voice))
                            .answer()
                            .range();
                    influences.add(new Influence(voice, with, without, distance(with, without)));
                });
        influences.sort(GREATEST_FIRST);
        return List.copyOf(influences);
    }

    private static double distance(Interval a, Interval b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.max(distance(a.inf(), b.inf()), distance(a.sup(), b.sup()));
    }

    /** Equal infinite ends are no distance apart. */
    private static double distance(double a, double b) {
        return a == b ? 0 : Math.abs(a - b);
    }

    /** Returns the voice and how far it moves the answer: {@code Phisterer 1883: moves [20448, 31621] to [20448, 28063]}. */
    @Override
    public String toString() {
        return voice + ": " + (moved == 0 ? "moves nothing" : "moves " + with + " to " + without);
    }
}
