package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.muster.dossier.Claim;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/**
 * What two voices say of the same quantities.
 *
 * @param a the voice whose name comes first alphabetically
 * @param b the other
 * @param measure the measure that the quantities share; blank for several measures together
 * @param quantities for how many quantities both give a number
 * @param conflicts in how many of them they exclude one another, which different dates may excuse
 * @param ratio from the least to the greatest {@code b / a} in any of them
 * @param difference from the least to the greatest {@code b − a} in any of them; empty for several measures together,
 *     since men and tanks are not subtracted
 * @param apart the ratio of the nearer ends, the greater by the lesser, where they exclude one another most; infinite where
 *     the lesser is 0, and 1 where they nowhere do
 * @param claims the claims that make up what both say
 */
public record VoicePair(
        String a,
        String b,
        String measure,
        int quantities,
        int conflicts,
        RationalRange ratio,
        Interval difference,
        double apart,
        List<Claim> claims) {

    /** Copies the list. */
    public VoicePair {
        requireNonNull(a, "a");
        requireNonNull(b, "b");
        requireNonNull(measure, "measure");
        requireNonNull(ratio, "ratio");
        requireNonNull(difference, "difference");
        claims = List.copyOf(requireNonNull(claims, "claims"));
    }

    /**
     * Returns both voices and the ratio: {@code Soviet Union / Japan, killed: [3.91495, 3.91496] in 1 quantity, 1 in
     * conflict}.
     */
    @Override
    public String toString() {
        return b + " / " + a + (measure.isEmpty() ? "" : ", " + measure) + ": " + ratio + " in "
                + (quantities == 1 ? "1 quantity" : quantities + " quantities")
                + (conflicts == 0 ? "" : ", " + conflicts + " in conflict");
    }
}
