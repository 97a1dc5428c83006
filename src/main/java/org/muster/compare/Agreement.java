package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What all claims about one quantity have in common, and which voices agree.
 *
 * @param quantity what is counted
 * @param claims all claims about it, those without a number too
 * @param sources how many works give them
 * @param voices the voices that give a number, in dossier order
 * @param range the range of the quantity, where it has one
 * @param hull from the least number claimed to the greatest; empty where no claim has a number
 * @param common what all claims have in common; empty where that is nothing, and where there is one voice
 * @param agreed the ranges that most voices cover, from the lowest; empty where there is one voice
 * @param agreeing how many voices cover them
 * @param verdict whether the claims agree
 * @param tolerance by how much soft claims were widened
 */
public record Agreement(
        Quantity quantity,
        List<Claim> claims,
        int sources,
        List<String> voices,
        QuantityRange range,
        Interval hull,
        Interval common,
        List<Interval> agreed,
        int agreeing,
        Verdict verdict,
        Tolerance tolerance) {

    /** Whether claims agree. */
    public enum Verdict {
        /** No claim has a number. */
        NO_NUMBER("no number"),
        /** One voice alone gives a number. */
        SINGLE("single"),
        /** All claims have a number in common. */
        AGREE("agree"),
        /** The claims cannot all be true. */
        CONFLICT("conflict");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns the word of the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Checks that nothing is null, and copies the lists. */
    public Agreement {
        claims = List.copyOf(claims);
        voices = List.copyOf(voices);
        agreed = List.copyOf(agreed);
    }

    static Agreement of(Dossier dossier, Quantity quantity, QuantityRange range, Tolerance tolerance) {
        List<Claim> claims = dossier.claims(quantity);
        Set<String> sources = new LinkedHashSet<>();
        Map<String, List<Interval>> byVoice = new LinkedHashMap<>();
        Interval hull = Interval.EMPTY;
        Interval common = Interval.ENTIRE;
        for (Claim claim : claims) {
            sources.addAll(claim.sources());
            Optional<Interval> figure = tolerance.range(claim.figure());
            if (figure.isPresent()) {
                hull = hull.convexHull(figure.get());
                common = common.intersection(figure.get());
                for (String voice : dossier.voices(claim)) {
                    byVoice.computeIfAbsent(voice, name -> new ArrayList<>()).add(figure.get());
                }
            }
        }
        boolean several = byVoice.size() > 1;
        CoverageDepth depth =
                several ? CoverageDepth.of(byVoice.values()) : new CoverageDepth(byVoice.size(), List.of());
        Verdict verdict = byVoice.isEmpty()
                ? Verdict.NO_NUMBER
                : !several ? Verdict.SINGLE : common.isEmpty() ? Verdict.CONFLICT : Verdict.AGREE;
        return new Agreement(
                quantity,
                claims,
                sources.size(),
                List.copyOf(byVoice.keySet()),
                range,
                hull,
                several ? common : Interval.EMPTY,
                depth.deepest(),
                depth.depth(),
                verdict,
                tolerance);
    }

    /**
     * Says whether this rests on a soft claim.
     *
     * @return whether any figure about this quantity, or about the parts that its range rests on, is about, nearly or
     *     rounded
     */
    public boolean isSoft() {
        for (Claim claim : claims) {
            if (claim.figure().isSoft()) {
                return true;
            }
        }
        return range.isSoft();
    }

    /** Returns quantity and verdict: {@code Japan: killed, 2 voices: conflict, [21389, 83737]}. */
    @Override
    public String toString() {
        return quantity.label() + ", " + voices.size() + (voices.size() == 1 ? " voice: " : " voices: ") + verdict
                + (hull.isEmpty() ? "" : ", " + hull);
    }
}
