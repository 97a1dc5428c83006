package org.muster.compare;

import java.util.List;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/**
 * What two claimants say of the same quantities.
 *
 * @param a the claimant who stands first in the dossier
 * @param b the other
 * @param measure the measure that the quantities share; blank for all measures together
 * @param quantities the quantities of which both give a number
 * @param ratio from the least to the greatest {@code b / a} in any of them
 * @param difference from the least to the greatest {@code b − a} in any of them; empty for all measures together, since
 *     men and tanks are not subtracted
 * @param claims the claims of both
 */
public record ClaimantPair(
        String a,
        String b,
        String measure,
        List<Quantity> quantities,
        RationalRange ratio,
        Interval difference,
        List<Claim> claims) {

    /** Copies the lists. */
    public ClaimantPair {
        quantities = List.copyOf(quantities);
        claims = List.copyOf(claims);
    }

    /** Returns both and the ratio: {@code Soviet Union / Japan, killed: [3.91495, 3.91496] in 1 quantity}. */
    @Override
    public String toString() {
        return b + " / " + a + (measure.isEmpty() ? "" : ", " + measure) + ": " + ratio + " in "
                + (quantities.size() == 1 ? "1 quantity" : quantities.size() + " quantities");
    }
}
