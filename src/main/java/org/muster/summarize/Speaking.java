package org.muster.summarize;

import java.util.List;
import java.util.TreeSet;
import org.muster.compare.Attribution;
import org.muster.dossier.Claim;
import org.muster.dossier.Works;

/**
 * Who speaks in claims.
 *
 * @param attributions one with all that says what may copy what; else each voice by itself
 * @param voices the voices, for a person
 */
public record Speaking(List<Attribution> attributions, String voices) {

    /** Copies the list. */
    public Speaking {
        attributions = List.copyOf(attributions);
    }

    /**
     * Returns who speaks.
     *
     * @param claim a claim
     * @param works the works that may be cited, with what they copy
     * @param anyMayCopy whether any of the claims and works may say that something is copied
     * @return the attributions and voices
     */
    public static Speaking of(Claim claim, Works works, boolean anyMayCopy) {
        Attribution all = Attribution.of(claim, works.dossier());
        return new Speaking(
                anyMayCopy
                        ? List.of(all)
                        : all.voices().stream().map(Attribution::of).toList(),
                String.join("; ", new TreeSet<>(all.voices())));
    }
}
