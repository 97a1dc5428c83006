package org.muster.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.compare.Agreement;
import org.muster.compare.NumberText;
import org.muster.compare.Said;
import org.muster.compare.VoicePair;
import org.muster.figure.Measure;
import org.muster.plot.VoiceDistance;
import org.muster.plot.VoiceMatrix;
import org.muster.report.PageContext.Figure;
import org.muster.text.Problem;

/** Who disagrees with whom: a matrix of voices, and a table of all pairs, those in conflict first. */
final class VoiceSection {

    private static final int MOST_PAIRS = 500;
    private static final int MOST_ALONE = 40;
    private static final int MOST_SPEAKING = 3;

    /**
     * Two voices.
     *
     * @param voices their names
     * @param conflicts in how many quantities they exclude one another, of how many
     * @param distance how far apart they are, and where most
     */
    record Pair(String voices, String conflicts, String distance) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final int leftOut;
    private final String notCompared;
    private final String alone;
    private final String most;
    private final int speaking;
    private final int sharing;

    VoiceSection(PageContext page) {
        List<VoiceDistance> all = new ArrayList<>(VoiceDistance.of(page.report.voices()));
        all.sort(Comparator.comparing((VoiceDistance each) -> each.measure().isEmpty())
                .thenComparing(each -> -each.pair().apart()));
        for (VoiceDistance each : all) {
            VoicePair pair = each.pair();
            if (pairs.size() < MOST_PAIRS) {
                pairs.add(new Pair(
                        page.names.voice(pair.a()) + " and " + page.names.voice(pair.b()),
                        pair.conflicts() + " of " + pair.quantities(),
                        distance(each)));
            }
        }
        this.leftOut = all.size() - pairs.size();
        this.notCompared =
                page.report.voices().problems().stream().map(Problem::message).collect(Collectors.joining("; "));
        Map<String, Integer> quantities = new LinkedHashMap<>();
        Set<String> together = new LinkedHashSet<>();
        for (Agreement row : page.report.quantities().rows()) {
            for (Said said : row.voices()) {
                quantities.merge(said.voice(), 1, Integer::sum);
                if (row.voices().size() > 1) {
                    together.add(said.voice());
                }
            }
        }
        Set<String> voices = new LinkedHashSet<>(quantities.keySet());
        this.most = quantities.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SPEAKING)
                .map(each -> page.names.voice(each.getKey()) + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        this.speaking = voices.size();
        this.sharing = together.size();
        voices.removeAll(together);
        List<String> first =
                voices.stream().limit(MOST_ALONE).map(page.names::voice).toList();
        int more = voices.size() - first.size();
        this.alone = String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
        VoiceMatrix.of(page.report.voices(), page.names)
                .ifPresent(picture -> figures.add(page.figure(
                        "f-voices",
                        "How far each two voices are apart",
                        "Above: the ratio of the nearer ends, where it is widest; “0:n” if one is 0; “=” without a conflict. Below:"
                                + " quantities in conflict, of those both speak of. The stronger the colour, the farther"
                                + " apart. A dot: nothing in common.",
                        picture)));
    }

    private static String distance(VoiceDistance each) {
        if (each.measure().isEmpty()) {
            return "no conflict";
        }
        return (each.times().isEmpty() ? "0 against more" : each.times() + " times") + ", "
                + Measure.parse(each.measure()).label();
    }

    /** Nothing to say where no two voices share a quantity. */
    boolean isEmpty() {
        return sharing == 0;
    }

    boolean hasPairs() {
        return !pairs.isEmpty();
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<Figure> figures() {
        return figures;
    }

    int leftOut() {
        return leftOut;
    }

    /** Whether something is left out. */
    boolean isCut() {
        return leftOut() > 0;
    }

    /** Which voices are not compared in pairs, since there are too many; empty where all are. */
    String notCompared() {
        return notCompared;
    }

    /** The voices that speak of nothing that another speaks of; empty for none. */
    String alone() {
        return alone;
    }

    /** The voices that speak of the most quantities, and of how many. */
    String most() {
        return most;
    }

    /** How many voices speak of a quantity that another speaks of too. */
    String sharing() {
        String all = NumberText.grouped(Integer.toString(speaking));
        return sharing < speaking
                ? NumberText.grouped(Integer.toString(sharing)) + " of the " + all
                : speaking == 2 ? "Both" : "All " + all;
    }
}
