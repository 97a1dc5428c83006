package org.muster.summarize;

import java.util.List;
import java.util.TreeSet;
import org.muster.compare.Speaker;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/**
 * Who speaks in a claim.
 *
 * @param speakers one with all that says what may copy what; else each voice by itself
 * @param voices the voices, for a person
 */
record Speaking(List<Speaker> speakers, String voices) {

    /** Who speaks in a claim, where some works may copy others. */
    static Speaking of(Claim claim, Dossier works, boolean anyMayCopy) {
        Speaker speaker = Speaker.of(claim, works);
        return new Speaking(
                anyMayCopy
                        ? List.of(speaker)
                        : speaker.voices().stream().map(Speaker::of).toList(),
                String.join("; ", new TreeSet<>(speaker.voices())));
    }
}
