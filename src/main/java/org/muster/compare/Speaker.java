package org.muster.compare;

import java.util.List;
import java.util.Set;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/**
 * Who speaks in claims that are alike in their sources, claimant and origin: what a {@link QuantityAccumulator} needs to know
 * of a claim beside its number.
 *
 * @param sources the works that make the claim
 * @param claimant the party whose claim they report; blank where they speak for themselves
 * @param origin the origin of the claim itself; blank where there is none
 * @param voices who speaks, each once
 * @param copies whether one of the works copies another one in such a claim
 */
public record Speaker(List<String> sources, String claimant, String origin, Set<String> voices, boolean copies) {

    private static final Figure SOME = Figure.of("1", Interval.of(1), Qualifier.EXACTLY);
    private static final Quantity ANY = new Quantity("", "any", "", Measure.parse("killed"), "");

    /** Copies the lists. */
    public Speaker {
        sources = List.copyOf(sources);
        voices = Set.copyOf(voices);
    }

    /**
     * Returns who speaks in a claim.
     *
     * @param claim a claim
     * @param works the works that may be cited, with what they copy; their claims do not matter
     * @return the speaker
     */
    public static Speaker of(Claim claim, Dossier works) {
        return new Speaker(
                claim.sources(),
                claim.claimant(),
                claim.origin(),
                works.voices(claim),
                claim.sources().stream()
                        .anyMatch(source -> !works.copiedBy(claim, source).isEmpty()));
    }

    /**
     * Returns a voice as a speaker by itself, for claims among which none can be a copy of another.
     *
     * @param voice who speaks
     * @return the speaker
     */
    public static Speaker of(String voice) {
        return new Speaker(List.of(voice), "", "", Set.of(voice), false);
    }

    /** A claim of this speaker, to find out whether it copies. */
    Claim claim(int number) {
        return new Claim("c" + number, ANY, SOME, sources, claimant, "", "", "", origin, AsOf.WHOLE_EVENT, "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Speaker that
                && sources.equals(that.sources)
                && claimant.equals(that.claimant)
                && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sources.hashCode() + claimant.hashCode()) + origin.hashCode();
    }
}
