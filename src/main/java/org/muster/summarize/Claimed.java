package org.muster.summarize;

import org.muster.compare.Extremes.Holder;

/** How a claim is named, which is asked of few. */
interface Claimed {

    /** How many characters the claim's id has. */
    int nameLength();

    /** The claim's voices, id and text. */
    Holder holder(Speaking speaking);
}
