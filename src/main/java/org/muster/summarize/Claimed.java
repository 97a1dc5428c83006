package org.muster.summarize;

import org.muster.compare.Extremes.Holder;

/** How a claim is named, which is asked of few. */
@FunctionalInterface
interface Claimed {

    /** The claim's voices, id and text. */
    Holder holder(Speaking speaking);
}
