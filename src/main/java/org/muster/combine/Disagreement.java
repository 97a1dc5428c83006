package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.muster.exact.Rational;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/**
 * How far the voices that speak of one quantity disagree. The index is the share of the pairs of voices that have no number
 * in common, which is the mass of conflict between two voices drawn at random (Shafer 1976 forms it from the products of
 * the masses of disjoint sets). The ratio says how far the extremes are apart. Bounds take no part, and dates are not
 * looked at.
 *
 * <p>Source: G. Shafer, A Mathematical Theory of Evidence, Princeton 1976.
 *
 * @param scale whether there is an index, and a ratio
 * @param pairs how many pairs of voices there are
 * @param disjoint how many of them have no number in common
 * @param ratio the greatest lower end over the least upper end, at least 1; empty unless the scale is a ratio
 */
public record Disagreement(Scale scale, long pairs, long disjoint, Interval ratio) {

    private static final int DIGITS = 6;

    /** What can be said of a disagreement. */
    public enum Scale {
        /** There are fewer than two voices, and so no disagreement. */
        FEWER_THAN_TWO_VOICES("fewer than two voices"),
        /** One voice says none at all and another says some: no ratio holds between them. */
        FROM_ZERO("from zero"),
        /** The voices are so many times apart. */
        RATIO("ratio");

        private final String words;

        Scale(String words) {
            this.words = words;
        }

        /** Returns the words used in messages. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks that nothing is null. */
    public Disagreement {
        requireNonNull(scale, "scale");
        requireNonNull(ratio, "ratio");
    }

    /**
     * Returns how far voices disagree.
     *
     * @param evidence the voices
     * @return their disagreement, in O(n log n)
     */
    public static Disagreement of(Evidence evidence) {
        return of(evidence.voices().stream().map(Voice::range).toList());
    }

    /**
     * Returns how far ranges disagree.
     *
     * @param ranges what each voice says, from 0 up, closed and not empty
     * @return their disagreement, in O(n log n)
     */
    static Disagreement of(List<Interval> ranges) {
        int n = ranges.size();
        if (n < 2) {
            return new Disagreement(Scale.FEWER_THAN_TWO_VOICES, 0, 0, Interval.EMPTY);
        }
        double[] lows = ranges.stream().mapToDouble(Interval::inf).sorted().toArray();
        double[] highs = ranges.stream().mapToDouble(Interval::sup).sorted().toArray();
        long disjoint = 0;
        int below = 0;
        for (double low : lows) {
            while (highs[below] < low) {
                below++; // a range that ends below one that begins here is disjoint from it
            }
            disjoint += below;
        }
        double greatestLow = Arrays.stream(lows).max().orElseThrow();
        double leastHigh = highs[0];
        long pairs = (long) n * (n - 1) / 2;
        if (leastHigh == 0 && greatestLow > 0) {
            return new Disagreement(Scale.FROM_ZERO, pairs, disjoint, Interval.EMPTY);
        }
        Interval ratio = greatestLow <= leastHigh
                ? Interval.of(1)
                : Interval.of(greatestLow).divide(Interval.of(leastHigh));
        return new Disagreement(Scale.RATIO, pairs, disjoint, ratio);
    }

    /**
     * Returns the index.
     *
     * @return the share of the pairs of voices that have no number in common, from 0 to 1; 0 where there are no pairs
     */
    public Rational index() {
        return pairs == 0 ? Rational.of(0) : Rational.of(disjoint).divide(Rational.of(pairs));
    }

    /** Returns the pairs and the ratio: {@code 10 of 15 pairs disjoint, ratio 1.54 to 1.55}. */
    @Override
    public String toString() {
        return disjoint + " of " + pairs + " pairs disjoint, "
                + (ratio.isEmpty() ? scale : "ratio " + Decimals.inWords(ratio, DIGITS));
    }
}
