package org.muster.summarize;

import org.muster.compare.Extremes.Holder;
import org.muster.dossier.Claim;

/** How a claim is named, which is asked of few. */
interface Claimed {

    /** How many characters the claim's id has. */
    int nameLength();

    /** The claim's voices, id and text. */
    Holder holder(Speaking speaking);

    /**
     * How a claim is named that is held as a whole.
     *
     * @param prefix what stands before its id, to tell files apart
     */
    static Claimed of(Claim claim, String prefix) {
        return new Claimed() {
            @Override
            public int nameLength() {
                return prefix.length() + claim.id().length();
            }

            @Override
            public Holder holder(Speaking speaking) {
                return new Holder(
                        speaking.voices(), prefix + claim.id(), claim.figure().text());
            }
        };
    }
}
