package org.muster.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.compare.NumberText;
import org.muster.compare.VoicePair;
import org.muster.compare.VoicePairs;
import org.muster.exact.Rational;

/**
 * How far two voices are apart over all quantities that both speak of.
 *
 * @param pair the two, over all measures together
 * @param measure the measure in which they exclude one another and are farthest apart; blank where they nowhere do
 */
public record VoiceDistance(VoicePair pair, String measure) {

    /** Checks that nothing is null. */
    public VoiceDistance {
        requireNonNull(pair, "pair");
        requireNonNull(measure, "measure");
    }

    /**
     * Returns the distances of all pairs.
     *
     * @param pairs pairs by measure, and over several measures together
     * @return one for each two voices, in their order
     */
    public static List<VoiceDistance> of(VoicePairs pairs) {
        Map<List<String>, List<VoicePair>> rows = new LinkedHashMap<>();
        for (VoicePair pair : pairs.rows()) {
            rows.computeIfAbsent(List.of(pair.a(), pair.b()), any -> new ArrayList<>())
                    .add(pair);
        }
        List<VoiceDistance> distances = new ArrayList<>(rows.size());
        for (List<VoicePair> own : rows.values()) {
            VoicePair overall = own.get(0); // the one over several measures stands first
            String measure = "";
            for (VoicePair row : own) {
                if (measure.isEmpty() && row.conflicts() > 0 && row.apart() == overall.apart()) {
                    measure = row.measure();
                }
            }
            distances.add(new VoiceDistance(overall, measure));
        }
        return distances;
    }

    /**
     * Returns how far they are apart.
     *
     * @return two digits, three below 1.1, such as {@code 3.9} or {@code 1.02}; empty where a figure is 0, or they nowhere
     *     exclude one another
     */
    public String times() {
        return measure.isEmpty() || Double.isInfinite(pair.apart())
                ? ""
                : NumberText.ratioOf(Rational.of(pair.apart()));
    }

    /** Returns the pair and how far they are apart. */
    @Override
    public String toString() {
        return pair + (times().isEmpty() ? "" : ", " + times() + " times");
    }
}
