package org.muster.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.compare.Ratio;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;

/** Sentences about force ratios. */
final class RatioSentences {

    private static final int MOST = 4;

    private final Names names;
    private final String ownEvent;

    RatioSentences(Names names, String ownEvent) {
        this.names = names;
        this.ownEvent = ownEvent;
    }

    /**
     * Returns the ratio of the ranges, then each voice's: {@code Allies to Axis, divisions: 2.87–2.91; 2.87 by Glantz 1983,
     * 2.90 by Glantz & House 1995}.
     *
     * @param ratio the ratio of the ranges
     * @param byVoice the rows of single voices
     */
    String force(Ratio ratio, List<Ratio> byVoice) {
        StringBuilder text = new StringBuilder();
        if (!ratio.event().equals(ownEvent)) {
            text.append(ratio.event()).append(", ");
        }
        text.append(ratio.partyA()).append(" to ").append(ratio.partyB()).append(", ");
        if (!ratio.place().isEmpty()) {
            text.append(ratio.place()).append(", ");
        }
        text.append(ratio.measure().label());
        if (!ratio.scope().isEmpty()) {
            text.append(", ").append(ratio.scope());
        }
        text.append(": ").append(value(ratio));
        List<String> each = new ArrayList<>();
        for (Ratio row : byVoice.subList(0, Math.min(MOST, byVoice.size()))) {
            each.add(value(row) + " by " + names.voice(row.basis()));
        }
        if (!each.isEmpty()) {
            text.append("; ").append(String.join(", ", each));
        }
        if (byVoice.size() > MOST) {
            text.append(" and ").append(byVoice.size() - MOST).append(" more voices");
        }
        return text.append(missing(ratio)).toString();
    }

    private static String value(Ratio ratio) {
        return (ratio.soft() ? "about " : "")
                + NumberText.ratio(ratio.missing().isEmpty() ? ratio.range() : ratio.known());
    }

    /** Returns the parts without a figure: {@code ; no figure for Mongolia}. */
    private static String missing(Ratio ratio) {
        Set<String> parts = new LinkedHashSet<>();
        for (Quantity part : ratio.missing()) {
            StringBuilder name = new StringBuilder(part.party());
            if (!part.place().equals(ratio.place())) {
                name.append(" in ").append(part.place().isEmpty() ? "the whole area" : part.place());
            }
            if (!part.measure().equals(ratio.measure())) {
                name.append("'s ").append(part.measure().label());
            }
            parts.add(name.toString());
        }
        if (parts.isEmpty()) {
            return "";
        }
        return "; no figure for "
                + (parts.size() <= MOST ? String.join(", ", parts) : parts.size() + " parts of the two");
    }
}
