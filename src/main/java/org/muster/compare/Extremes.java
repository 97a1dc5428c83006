package org.muster.compare;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;

/**
 * The ends of any number of claims with a number: the least low and the greatest high end, which span their hull, and the
 * two nearer ones, the least high and the greatest low end, with the claims that hold these. If the greatest low end is
 * above the least high one, no number fits all claims, and those two claims are the furthest apart.
 *
 * <p>An accumulator: in whatever order claims are added and extremes merged, the result is the same. Of several claims that
 * hold an end, the first by voice, claim and text is named.
 */
public final class Extremes {

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

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double leastHigh = Double.POSITIVE_INFINITY;
    private double greatestLow = Double.NEGATIVE_INFINITY;
    private @Nullable Holder holdsLeastHigh;
    private @Nullable Holder holdsGreatestLow;
    private boolean isEmpty = true;

    /** Begins without a claim. */
    public Extremes() {}

    /** Adds a claim that is not to be named. */
    void add(double low, double high) {
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
        leastHigh = Math.min(leastHigh, high);
        greatestLow = Math.max(greatestLow, low);
        isEmpty = false;
    }

    /**
     * Returns whether a claim would, or might by its name, hold one of the nearer ends.
     *
     * @param low its low end
     * @param high its high end
     * @return whether it has to be added with its holder
     */
    public boolean mayHold(double low, double high) {
        return isEmpty || high <= leastHigh || low >= greatestLow;
    }

    /**
     * Adds a claim.
     *
     * @param low its low end
     * @param high its high end
     * @param holder how it is named
     */
    public void add(double low, double high, Holder holder) {
        holdsLeastHigh = isEmpty || high < leastHigh
                ? holder
                : high == leastHigh ? first(holdsLeastHigh, holder) : holdsLeastHigh;
        holdsGreatestLow = isEmpty || low > greatestLow
                ? holder
                : low == greatestLow ? first(holdsGreatestLow, holder) : holdsGreatestLow;
        add(low, high);
    }

    private static @Nullable Holder first(@Nullable Holder one, @Nullable Holder other) {
        return one == null ? other : other == null || one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * Adds all that others hold.
     *
     * @param others the extremes of other claims
     */
    public void merge(Extremes others) {
        if (others.isEmpty) {
            return;
        }
        holdsLeastHigh = isEmpty || others.leastHigh < leastHigh
                ? others.holdsLeastHigh
                : others.leastHigh == leastHigh ? first(holdsLeastHigh, others.holdsLeastHigh) : holdsLeastHigh;
        holdsGreatestLow = isEmpty || others.greatestLow > greatestLow
                ? others.holdsGreatestLow
                : others.greatestLow == greatestLow
                        ? first(holdsGreatestLow, others.holdsGreatestLow)
                        : holdsGreatestLow;
        least = Math.min(least, others.least);
        greatest = Math.max(greatest, others.greatest);
        leastHigh = Math.min(leastHigh, others.leastHigh);
        greatestLow = Math.max(greatestLow, others.greatestLow);
        isEmpty = false;
    }

    /**
     * Returns the hull of the claims.
     *
     * @return from the least to the greatest number claimed; empty without a claim
     */
    public Interval hull() {
        return isEmpty ? Interval.EMPTY : Interval.of(least, greatest);
    }

    /**
     * Returns what all claims have in common.
     *
     * @return their intersection; empty where that is nothing, and without a claim
     */
    public Interval common() {
        return isEmpty || greatestLow > leastHigh ? Interval.EMPTY : Interval.of(greatestLow, leastHigh);
    }

    /**
     * Returns the least high end.
     *
     * @return the end; infinite without a claim
     */
    public double leastHigh() {
        return leastHigh;
    }

    /**
     * Returns the greatest low end.
     *
     * @return the end; negative infinite without a claim
     */
    public double greatestLow() {
        return greatestLow;
    }

    /**
     * Returns the claim with the least high end.
     *
     * @return its holder; empty without a claim
     */
    public Optional<Holder> holdsLeastHigh() {
        return Optional.ofNullable(holdsLeastHigh);
    }

    /**
     * Returns the claim with the greatest low end.
     *
     * @return its holder; empty without a claim
     */
    public Optional<Holder> holdsGreatestLow() {
        return Optional.ofNullable(holdsGreatestLow);
    }

    /** Returns the hull and the nearer ends. */
    @Override
    public String toString() {
        return hull() + ", least high " + leastHigh + ", greatest low " + greatestLow;
    }
}
