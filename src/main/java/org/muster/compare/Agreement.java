package org.muster.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
        claims = List.copyOf(Objects.requireNonNull(claims, "claims"));
        voices = List.copyOf(Objects.requireNonNull(voices, "voices"));
        agreed = List.copyOf(Objects.requireNonNull(agreed, "agreed"));
    }

    static Agreement of(Ranges ranges, Quantity quantity) {
        Tolerance tolerance = ranges.tolerance();
        List<Claim> claims = ranges.dossier().claims(quantity);
        Set<String> sources = new LinkedHashSet<>();
        ExtremesAccumulator extremes = new ExtremesAccumulator();
        Interval best = Interval.EMPTY;
        for (Claim claim : claims) {
            sources.addAll(claim.sources());
            tolerance.range(claim.figure()).ifPresent(range -> extremes.add(range.inf(), range.sup()));
            if (claim.figure().best().isPresent()) {
                best = best.convexHull(Interval.of(claim.figure().best().getAsDouble()));
            }
        }
        List<Said> voices =
                ranges.said(quantity).stream().filter(voice -> !voice.isSum()).toList();
        Accord accord = Accord.of(voices, ranges.isLoss(quantity));
        return new Agreement(
                quantity,
                claims,
                sources.size(),
                voices,
                ranges.of(quantity),
                extremes.extremes().hull(),
                best,
                accord.common(),
                accord.agreed(),
                accord.agreeing(),
                accord.verdict(),
                tolerance);
    }

    /** Returns the quantity and the verdict: {@code Japan: killed, 2 voices: conflict, claimed [21389, 83737]}. */
    @Override
    public String toString() {
        return quantity.label() + ", " + voices.size() + (voices.size() == 1 ? " voice: " : " voices: ") + verdict
                + (hull.isEmpty() ? "" : ", claimed " + hull);
    }
}
