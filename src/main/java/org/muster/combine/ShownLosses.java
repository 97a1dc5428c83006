package org.muster.combine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

/** The floor of losses that sources show one by one, as pictures and lists of names do. */
final class ShownLosses {

    static final String ASSUMPTIONS =
            "A source shows losses one by one if its kind in sources.csv is photographs, videos,"
                    + " satellite images or a list of names. What is shown is a floor, so the greatest floor counts.";

    private static final Set<String> KINDS = new HashSet<>();

    static {
        for (List<String> row : ResourceTable.rows(ShownLosses.class, "shown.csv", "kind")) {
            KINDS.add(row.get(0));
        }
    }

    private ShownLosses() {}

    static Answer floor(Evidence evidence) {
        List<Voice> shown = new ArrayList<>();
        for (List<Voice> some : List.of(evidence.voices(), evidence.bounds())) {
            some.stream().filter(voice -> isShown(evidence, voice)).forEach(shown::add);
        }
        Interval floor = shown.stream()
                .map(voice -> Interval.of(voice.range().inf(), Double.POSITIVE_INFINITY))
                .reduce(Interval::intersection)
                .orElse(Interval.EMPTY);
        return Answer.of(floor, shown).leavingOut("not shown one by one");
    }

    private static boolean isShown(Evidence evidence, Voice voice) {
        for (Claim claim : voice.claims()) {
            for (String source : claim.sources()) {
                if (KINDS.contains(evidence.dossier().source(source).kind().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}
