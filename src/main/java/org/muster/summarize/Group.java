package org.muster.summarize;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Attribution;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityAccumulator;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.RangeEnds;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.dossier.Works;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.summarize.Grouping.Part;
import org.muster.text.Utf8;

/**
 * The claims of one group, so far; what they say together only if they are all about one quantity. All threads add to it, and
 * groups of other claims may be merged into it, also as bytes from other processes: in whatever order they come, the result
 * is the same.
 */
public final class Group {

    private static final byte FORM = 1; // of the bytes
    private static final String NO_GROUP =
            "these bytes are no group of claims, or one that another release of Muster has made";

    private final Quantity first;
    private final int mostVoices;
    private final Set<Part> varying;
    private QuantityAccumulator claims;
    private final boolean isLoss;
    private volatile Held held = Held.NOTHING;

    /** The two ends for which claims are named, and the claims that hold them. */
    private record Held(
            double leastHigh,
            @Nullable Holder holdsLeastHigh,
            double greatestLow,
            @Nullable Holder holdsGreatestLow) {

        static final Held NOTHING = new Held(Double.POSITIVE_INFINITY, null, Double.NEGATIVE_INFINITY, null);

        boolean mayChangeBy(double low, double high, Claimed claim, Speaking speaking) {
            return high <= leastHigh && (high < leastHigh || mayBeBefore(holdsLeastHigh, claim, speaking))
                    || low >= greatestLow && (low > greatestLow || mayBeBefore(holdsGreatestLow, claim, speaking));
        }

        /** Of claims with the same end, the first by voices and name holds it; names of most need not be made to tell. */
        private static boolean mayBeBefore(@Nullable Holder holder, Claimed claim, Speaking speaking) {
            if (holder == null) {
                return true;
            }
            int byVoices = speaking.voices().compareTo(holder.voice());
            return byVoices < 0
                    || byVoices == 0 && claim.nameLength() <= holder.claim().length();
        }

        Held with(double low, double high, Holder holder) {
            return new Held(
                    Math.min(leastHigh, high),
                    high < leastHigh || high == leastHigh && isBefore(holder, holdsLeastHigh) ? holder : holdsLeastHigh,
                    Math.max(greatestLow, low),
                    low > greatestLow || low == greatestLow && isBefore(holder, holdsGreatestLow)
                            ? holder
                            : holdsGreatestLow);
        }

        private static boolean isBefore(Holder holder, @Nullable Holder other) {
            return other == null || holder.compareTo(other) < 0;
        }
    }

    private Group(Quantity first, int mostVoices, Set<Part> varying, QuantityAccumulator claims) {
        this.first = first;
        this.mostVoices = mostVoices;
        this.varying = varying;
        this.claims = claims;
        this.isLoss = Hierarchy.BUILT_IN.isLoss(first.measure());
    }

    /**
     * Returns a group without claims.
     *
     * @param first what its first claim is about
     * @param mostVoices above how many voices a group has no range, agreement and verdict
     * @return the group
     */
    public static Group about(Quantity first, int mostVoices) {
        return new Group(first, mostVoices, EnumSet.noneOf(Part.class), noClaims(first, mostVoices));
    }

    private static QuantityAccumulator noClaims(Quantity first, int mostVoices) {
        return QuantityAccumulator.zero(Hierarchy.BUILT_IN.isLoss(first.measure()), mostVoices);
    }

    /** Notes a quantity about which there are claims in this group. */
    synchronized void admit(Quantity quantity) {
        for (Part part : Part.values()) {
            if (!part.of(quantity).equals(part.of(first))) {
                varying.add(part);
                claims.dropWhatIsSaid();
            }
        }
    }

    /**
     * Adds a claim.
     *
     * @param claim a claim
     * @param speaking who speaks in it
     * @param prefix what stands before its id, to tell files apart
     */
    public void add(Claim claim, Speaking speaking, String prefix) {
        admit(claim.quantity());
        if (claim.figure().range().isEmpty()) {
            addWithoutNumber();
            return;
        }
        Interval range = claim.figure().range().get();
        Claimed named = Claimed.of(claim, prefix);
        boolean mayHold = mayHold(range.inf(), range.sup(), named, speaking);
        add(
                speaking,
                claim.asOf(),
                Firmness.of(claim),
                range.inf(),
                range.sup(),
                mayHold ? named.holder(speaking) : null);
    }

    /**
     * Adds a claim about an admitted quantity.
     *
     * @param name how it is named; need not be given where it never {@link #mayHold}
     */
    synchronized void add(
            Speaking speaking, AsOf date, Firmness firmness, double low, double high, @Nullable Holder name) {
        if (name == null) {
            claims.addNumber(low, high);
        } else {
            claims.addNumber(low, high, name);
            held = held.with(low, high, name);
        }
        for (Attribution attribution : speaking.attributions()) {
            claims.add(attribution, date, firmness, low, high);
        }
    }

    /** Adds claims that are not to be named, with closed ranges, as of the event as a whole. */
    synchronized void add(Speaking speaking, Firmness firmness, long count, RangeEnds ranges) {
        claims.addNumbers(count, ranges);
        for (Attribution attribution : speaking.attributions()) {
            claims.add(attribution, firmness, count, ranges);
        }
    }

    /** Whether a claim may become one of the two that are named; if not, it never will. No lock is needed to ask. */
    boolean mayHold(double low, double high, Claimed claim, Speaking speaking) {
        return held.mayChangeBy(low, high, claim, speaking);
    }

    /** Whether the claims count what only grows. */
    boolean isLoss() {
        return isLoss;
    }

    synchronized void addWithoutNumber() {
        claims.addWithoutNumber();
    }

    /**
     * Adds all that another group holds, which must not be used again.
     *
     * @param other a group of other claims
     * @throws IllegalArgumentException if the groups were made for different numbers of voices
     */
    public synchronized void merge(Group other) {
        requireMostVoices(other.mostVoices, mostVoices);
        admit(other.first);
        varying.addAll(other.varying);
        claims.merge(other.claims);
    }

    private static void requireMostVoices(int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException("this group was made with at most " + found + " voices; expected "
                    + expected + ", since groups are merged and read with the number they were made with");
        }
    }

    /**
     * Returns all that is held, to be merged elsewhere.
     *
     * @return bytes for {@link #of}; their order may differ between groups that hold the same
     */
    public synchronized byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeInt(mostVoices);
            for (Part part : Part.values()) {
                Utf8.write(out, part.of(first));
                out.writeBoolean(varying.contains(part));
            }
            claims.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
        return bytes.toByteArray();
    }

    /**
     * Returns a group that holds what another one held.
     *
     * @param bytes what {@link #toBytes} gave
     * @param mostVoices the number of voices with which the other group was made
     * @return the group
     * @throws IllegalArgumentException if the number was another, or the bytes are no group, or one of another release
     */
    public static Group of(byte[] bytes, int mostVoices) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalArgumentException(NO_GROUP);
            }
            int found = in.readInt();
            Set<Part> varying = EnumSet.noneOf(Part.class);
            List<String> first = new ArrayList<>();
            for (Part part : Part.values()) {
                first.add(Utf8.read(in));
                if (in.readBoolean()) {
                    varying.add(part);
                }
            }
            Group group = new Group(
                    new Quantity(first.get(0), first.get(1), first.get(2), Measure.parse(first.get(3)), first.get(4)),
                    found,
                    varying,
                    QuantityAccumulator.read(in, found));
            if (in.read() >= 0) {
                throw new IllegalArgumentException(NO_GROUP);
            }
            requireMostVoices(found, mostVoices);
            return group;
        } catch (IOException e) {
            throw new IllegalArgumentException(NO_GROUP, e);
        }
    }

    /**
     * Returns what the claims say together.
     *
     * @param key the columns by which claims are grouped
     * @param works the works that may be cited, with what they copy
     * @return the row
     */
    public synchronized GroupSummary summary(List<String> key, Works works) {
        return new GroupSummary(
                key,
                varying.stream().map(Part::toString).toList(),
                claims.hasTooManyVoices(),
                claims.summary(first, works.dossier()));
    }

    /** Returns what the claims say together, and holds none from then on. */
    synchronized GroupSummary takeSummary(List<String> key, Works works) {
        GroupSummary taken = summary(key, works);
        claims = noClaims(first, mostVoices);
        return taken;
    }

    /** Returns what the group is about, and its claims. */
    @Override
    public synchronized String toString() {
        return first + ": " + claims;
    }
}
