package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.muster.dossier.Claim;

/**
 * A claim that repeats one which an earlier work makes of the same quantity. It is not counted: the original speaks. A
 * source copies another where that is its origin, or the origin of its origin; and a claim copies one of the same
 * claimant, or one where either names none. Claims that copy one another in a cycle have no original.
 *
 * @param copy the claim that repeats others
 * @param originals the claims that it repeats, which have a number; of a chain of copies those of the nearest work
 */
public record Copy(Claim copy, List<Claim> originals) {

    /** Copies the list. */
    public Copy {
        requireNonNull(copy, "copy");
        originals = List.copyOf(requireNonNull(originals, "originals"));
    }
}
