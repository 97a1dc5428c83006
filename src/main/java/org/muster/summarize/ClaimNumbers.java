package org.muster.summarize;

import java.util.List;
import org.muster.compare.Attribution;
import org.muster.dossier.AsOf;

/** What the claims are about, who speaks, and as of when, each with a number, so that a claim consists of numbers. */
final class ClaimNumbers {

    /** The number of the event as a whole among the dates. */
    static final int WHOLE_EVENT = 0;

    private final Numbering<List<String>, Group> groups = new Numbering<>();
    private final Numbering<Attribution, Speaking> speakers = new Numbering<>();
    private final Numbering<AsOf, AsOf> dates = new Numbering<>();

    ClaimNumbers() {
        date(AsOf.WHOLE_EVENT);
    }

    Numbering<List<String>, Group> groups() {
        return groups;
    }

    Numbering<Attribution, Speaking> speakers() {
        return speakers;
    }

    Numbered<AsOf> date(AsOf date) {
        return dates.of(date, any -> date);
    }

    AsOf date(int number) {
        return dates.get(number);
    }
}
