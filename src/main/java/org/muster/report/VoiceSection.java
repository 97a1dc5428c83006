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
import org.muster.compare.VoicePair;
import org.muster.figure.Measure;
import org.muster.plot.VoiceDistance;
import org.muster.plot.VoiceMatrix;
import org.muster.report.PageContext.Figure;

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
    private final String alone;
    private final String most;
    private final int speaking;
    private final int sharing;

    VoiceSection(PageContext page) {
        List<VoiceDistance> all = new ArrayList<>(VoiceDistance.of(page.report.voices()));
        all.sort(Comparator.comparing((VoiceDistance each) -> each.measure().isEmpty())
                .thenComparing(each -> -each.pair().apart()));
        Set<String> together = new LinkedHashSet<>();
        for (VoiceDistance each : all) {
            VoicePair pair = each.pair();
            together.add(pair.a());
            together.add(pair.b());
            if (pairs.size() < MOST_PAIRS) {
                pairs.add(new Pair(
                        page.names.voice(pair.a()) + " and " + page.names.voice(pair.b()),
                        pair.conflicts() + " of " + pair.quantities(),
                        distance(each)));
            }
        }
        this.leftOut = all.size() - pairs.size();
        Map<String, Integer> quantities = new LinkedHashMap<>();
        for (Agreement row : page.report.quantities().rows()) {
            row.voices().forEach(said -> quantities.merge(said.voice(), 1, Integer::sum));
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
                        "Above: the ratio of the nearer ends, where it is widest; “=” without a conflict. Below:"
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
        return pairs.isEmpty();
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
        return sharing < speaking ? sharing + " of the " + speaking : speaking == 2 ? "Both" : "All " + speaking;
    }
}
