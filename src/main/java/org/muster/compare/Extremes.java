package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;
import org.muster.interval.Interval;

/**
 * The ends of some claims with a number: the least low and the greatest high end, which span their hull, and the two nearer
 * ones, the least high and the greatest low end, with the claims that hold these. If the greatest low end is above the least
 * high one, no number fits all claims, and those two claims are the furthest apart.
 *
 * @param hull from the least to the greatest number claimed; empty without a claim
 * @param leastHigh the least high end; infinite without a claim
 * @param greatestLow the greatest low end; negative infinite without a claim
 * @param holdsLeastHigh the claim with the least high end, of several the first by voice, claim and text; empty if claims are
 *     not named
 * @param holdsGreatestLow the claim with the greatest low end, likewise
 */
public record Extremes(
        Interval hull,
        double leastHigh,
        double greatestLow,
        Optional<Holder> holdsLeastHigh,
        Optional<Holder> holdsGreatestLow) {

    static final Extremes NONE = new Extremes(
            Interval.EMPTY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Optional.empty(), Optional.empty());

    /** Checks that nothing is null. */
    public Extremes {
        requireNonNull(hull, "hull");
        requireNonNull(holdsLeastHigh, "holdsLeastHigh");
        requireNonNull(holdsGreatestLow, "holdsGreatestLow");
    }

    /**
     * A claim, as it is named in a row.
     *
     * @param voice who speaks
     * @param claim the id of the claim
     * @param text the figure as written
     */
    public record Holder(String voice, String claim, String text) implements Comparable<Holder> {

        /** A shorter id comes first, so that line 9 stands before line 10. */
        private static final Comparator<Holder> ORDER = Comparator.comparing(Holder::voice)
                .thenComparing(holder -> holder.claim.length())
                .thenComparing(Holder::claim)
                .thenComparing(Holder::text);

        @Override
        public int compareTo(Holder other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Returns what all claims have in common.
     *
     * @return their intersection; empty where that is nothing, and without a claim
     */
    public Interval common() {
        return hull.isEmpty() || greatestLow > leastHigh ? Interval.EMPTY : Interval.of(greatestLow, leastHigh);
    }

    /** Returns the hull and the nearer ends. */
    @Override
    public String toString() {
        return hull + ", least high " + leastHigh + ", greatest low " + greatestLow;
    }
}
