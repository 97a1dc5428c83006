package org.muster.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.text.Utf8;

/**
 * Whose word a claim is, by its sources, claimant and origin: what a {@link QuantityAccumulator} needs to know of a claim
 * beside its number.
 *
 * <p>Attributions are the keys of large tables, so the hash is kept.
 */
public final class Attribution {

    private static final Figure SOME = Figure.of("1", Interval.of(1), Qualifier.EXACTLY);
    private static final Quantity ANY = new Quantity("", "any", "", Measure.parse("killed"), "");

    private final List<String> sources;
    private final String claimant;
    private final String origin;
    private final Set<String> voices;
    private final boolean copies;
    private final int hash;

    private Attribution(List<String> sources, String claimant, String origin, Set<String> voices, boolean copies) {
        this.sources = List.copyOf(sources);
        this.claimant = claimant;
        this.origin = origin;
        this.voices = Set.copyOf(voices);
        this.copies = copies;
        this.hash = 31 * (31 * this.sources.hashCode() + claimant.hashCode()) + origin.hashCode();
    }

    /**
     * Returns who speaks in a claim.
     *
     * @param claim a claim
     * @param works the works that may be cited, with what they copy; their claims do not matter
     * @return the attribution
     */
    public static Attribution of(Claim claim, Dossier works) {
        return new Attribution(
                claim.sources(),
                claim.claimant(),
                claim.origin(),
                works.voices(claim),
                claim.sources().stream()
                        .anyMatch(source -> !works.copiedBy(claim, source).isEmpty()));
    }

    /**
     * Returns the attribution to a voice alone, for claims among which none can be a copy of another.
     *
     * @param voice whose word it is
     * @return the attribution
     */
    public static Attribution of(String voice) {
        return new Attribution(List.of(voice), "", "", Set.of(voice), false);
    }

    /** Writes who speaks. */
    void write(DataOutputStream out) throws IOException {
        write(sources, out);
        Utf8.write(out, claimant);
        Utf8.write(out, origin);
        write(voices, out);
        out.writeBoolean(copies);
    }

    private static void write(Collection<String> names, DataOutputStream out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            Utf8.write(out, name);
        }
    }

    /** Reads what {@link #write} has written. */
    static Attribution read(DataInputStream in) throws IOException {
        return new Attribution(
                readNames(in), Utf8.read(in), Utf8.read(in), new TreeSet<>(readNames(in)), in.readBoolean());
    }

    private static List<String> readNames(DataInputStream in) throws IOException {
        List<String> names = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            names.add(Utf8.read(in));
        }
        return names;
    }

    /** A claim with this attribution, to find out whether it copies. */
    Claim claim(int number) {
        return new Claim("c" + number, ANY, SOME, sources, claimant, "", "", "", origin, AsOf.WHOLE_EVENT, "");
    }

    /**
     * Returns who speaks.
     *
     * @return each voice once
     */
    public Set<String> voices() {
        return voices;
    }

    /** Whether one of the works copies another one in such a claim. */
    boolean copies() {
        return copies;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Attribution that
                        && hash == that.hash
                        && sources.equals(that.sources)
                        && claimant.equals(that.claimant)
                        && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns the works, and the claimant in brackets. */
    @Override
    public String toString() {
        return String.join("; ", sources) + (claimant.isEmpty() ? "" : " (" + claimant + ")");
    }
}
