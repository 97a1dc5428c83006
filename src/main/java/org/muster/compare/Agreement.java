package org.muster.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What all claims about one quantity have in common, and which voices agree.
 *
 * @param quantity what is counted
 * @param claims all claims about it, those without a number too
 * @param sources how many works make them
 * @param voices what each voice says that claims a number of it, in dossier order
 * @param range the range of the quantity, where it has one
 * @param hull from the least number claimed to the greatest; empty where no claim has a number
 * @param best from the least to the greatest best value of the claims; empty where none has one
 * @param common what the voices have in common; empty where that is nothing, and where there is one voice
 * @param agreed the ranges that most voices cover, from the lowest; empty where there is one voice
 * @param agreeing how many voices cover them
 * @param verdict whether the voices agree
 * @param tolerance by how much soft claims were widened
 */
public record Agreement(
        Quantity quantity,
        List<Claim> claims,
        int sources,
        List<Said> voices,
        QuantityRange range,
        Interval hull,
        Interval best,
        Interval common,
        List<Interval> agreed,
        int agreeing,
        Verdict verdict,
        Tolerance tolerance) {

    /** Whether voices agree; the first that fits. */
    public enum Verdict {
        /** No voice gives a number. */
        NO_NUMBER("no number"),
        /** Two voices exclude one another, and different dates do not excuse it. */
        CONFLICT("conflict"),
        /** Of the claims that make up what one voice says, two of one date exclude one another. */
        CONTRADICTS_ITSELF("contradicts itself"),
        /** One voice alone gives a number. */
        SINGLE("single"),
        /** Two voices exclude one another, but count as of different dates. */
        BY_DATE("by date"),
        /** Two voices or more have closed ranges with a number in common, which every bound allows. */
        AGREE("agree"),
        /** What the voices have in common is only the room that a bound leaves. */
        NOT_EXCLUDED("not excluded");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns the word used in the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Copies the lists. */
    public Agreement {
        claims = List.copyOf(claims);
        voices = List.copyOf(voices);
        agreed = List.copyOf(agreed);
    }

    static Agreement of(Ranges ranges, Quantity quantity) {
        Tolerance tolerance = ranges.tolerance();
        List<Claim> claims = ranges.dossier().claims(quantity);
        Set<String> sources = new LinkedHashSet<>();
        Interval hull = Interval.EMPTY;
        Interval best = Interval.EMPTY;
        for (Claim claim : claims) {
            sources.addAll(claim.sources());
            hull = hull.convexHull(tolerance.range(claim.figure()).orElse(Interval.EMPTY));
            if (claim.figure().best().isPresent()) {
                best = best.convexHull(Interval.of(claim.figure().best().getAsDouble()));
            }
        }
        List<Said> voices =
                ranges.said(quantity).stream().filter(voice -> !voice.isSum()).toList();
        Interval common = Interval.ENTIRE;
        for (Said voice : voices) {
            common = common.intersection(voice.range());
        }
        boolean several = voices.size() > 1;
        DepthProfile profile = DepthProfile.of(voices.stream().map(Said::range).toList());
        return new Agreement(
                quantity,
                claims,
                sources.size(),
                voices,
                ranges.of(quantity),
                hull,
                best,
                several ? common : Interval.EMPTY,
                several ? profile.deepest() : List.of(),
                profile.depth(),
                verdict(voices, common, ranges.isLoss(quantity)),
                tolerance);
    }

    private static Verdict verdict(List<Said> voices, Interval common, boolean isLoss) {
        if (voices.isEmpty()) {
            return Verdict.NO_NUMBER;
        }
        boolean fit = !common.isEmpty()
                && voices.stream().allMatch(voice -> voice.dated().size() == 1);
        Said.Conclusion worst = fit ? Said.Conclusion.FIT : DateSweep.worst(voices, isLoss);
        if (worst == Said.Conclusion.EXCLUDE) {
            return Verdict.CONFLICT;
        }
        if (voices.stream().anyMatch(Said::contradictsItself)) {
            return Verdict.CONTRADICTS_ITSELF;
        }
        if (voices.size() == 1) {
            return Verdict.SINGLE;
        }
        if (worst == Said.Conclusion.BY_DATE) {
            return Verdict.BY_DATE;
        }
        return voices.stream().filter(voice -> !voice.isBound()).count() > 1 ? Verdict.AGREE : Verdict.NOT_EXCLUDED;
    }

    /** Returns the quantity and the verdict: {@code Japan: killed, 2 voices: conflict, [21389, 83737]}. */
    @Override
    public String toString() {
        return quantity.label() + ", " + voices.size() + (voices.size() == 1 ? " voice: " : " voices: ") + verdict
                + (hull.isEmpty() ? "" : ", " + hull);
    }
}
