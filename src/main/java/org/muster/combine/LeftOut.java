package org.muster.combine;

import static java.util.Objects.requireNonNull;

import org.muster.dossier.Claim;

/**
 * A claim that an answer does not rest on.
 *
 * @param claim the claim
 * @param why the reason, in words that follow "left out:"
 */
public record LeftOut(Claim claim, String why) {
    /** Checks that nothing is null. */
    public LeftOut {
        requireNonNull(claim, "claim");
        requireNonNull(why, "why");
    }
}
