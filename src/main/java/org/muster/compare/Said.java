package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What one voice says of a quantity, determined in this order:
 *
 * <ol>
 *   <li>A claim that {@link Copy copies} another voice's own claim is left out: the original speaks.
 *   <li>Of a loss, the claims of the voice's latest date count; of a strength, all. A dated count wholly below the
 *       voice's undated one is earlier than that, which is the final count.
 *   <li>Of these the firm closed ranges count, and the soft ones only where no firm one stands for their date; their
 *       hull.
 *   <li>The voice's bounds cut that hull, or else stretch it to their stated end.
 *   <li>A voice that gives no number of the whole, but closed ranges of every part of a complete breakdown of the
 *       dossier, says their sum ({@link Ranges} adds it).
 * </ol>
 *
 * @param voice who speaks
 * @param quantity what is counted
 * @param range what the voice says, over all dates
 * @param firmness what kind of claims that rests on
 * @param claims the claims that make it up, those of bounds last
 * @param dated what the voice says as of each date that its claims name
 * @param contradictsItself whether two of the claims, of dates that are not different, exclude one another
 * @param isSum whether this is the sum of what the voice says of the parts
 */
public record Said(
        String voice,
        Quantity quantity,
        Interval range,
        Firmness firmness,
        List<Claim> claims,
        List<Dated> dated,
        boolean contradictsItself,
        boolean isSum) {

    /**
     * What a voice says as of one date: by its claims whose date is not a different one.
     *
     * @param asOf the date
     * @param range the range
     */
    public record Dated(AsOf asOf, Interval range) {
        /** Checks that nothing is null. */
        public Dated {
            requireNonNull(asOf, "asOf");
            requireNonNull(range, "range");
        }
    }

    /** How what two voices say fits together. */
    enum Conclusion {
        /** A number, or a growing count, fits both. */
        FIT,
        /** They would exclude one another, but count as of different dates. */
        BY_DATE,
        /** They cannot both be true. */
        EXCLUDE
    }

    /** Copies the lists. */
    public Said {
        requireNonNull(voice, "voice");
        requireNonNull(quantity, "quantity");
        requireNonNull(range, "range");
        requireNonNull(firmness, "firmness");
        claims = List.copyOf(requireNonNull(claims, "claims"));
        dated = List.copyOf(requireNonNull(dated, "dated"));
    }

    /** The sum of what a voice says of the parts. */
    static Said sum(String voice, Quantity whole, Interval range, Firmness firmness, List<Claim> claims) {
        List<AsOf> dates = AsOf.of(claims).stream().filter(AsOf::isGiven).toList();
        AsOf date = dates.size() == 1 ? dates.get(0) : AsOf.WHOLE_EVENT;
        return new Said(voice, whole, range, firmness, claims, List.of(new Dated(date, range)), false, true);
    }

    /**
     * What each voice says of one quantity, in the order of the claims; a voice that gives no number is left out.
     *
     * @param claims the claims about the quantity that are to be counted
     * @param isLoss whether the quantity is a count that only grows
     */
    static List<Said> of(Dossier dossier, Quantity quantity, List<Claim> claims, boolean isLoss, Tolerance tolerance) {
        Map<String, List<Claim>> byVoice = new LinkedHashMap<>();
        Map<Claim, List<String>> copying = Copies.among(dossier, claims).sources();
        for (Claim claim : claims) {
            if (claim.figure().hasNumber()) {
                for (String voice : voices(dossier, claim, copying.getOrDefault(claim, List.of()))) {
                    byVoice.computeIfAbsent(voice, any -> new ArrayList<>()).add(claim);
                }
            }
        }
        List<Said> said = new ArrayList<>();
        byVoice.forEach((voice, own) -> said.add(of(voice, quantity, own, isLoss, tolerance)));
        return said;
    }

    /** The voices in which a claim speaks, those left out which only repeat an original. */
    static Set<String> voices(Dossier dossier, Claim claim, List<String> copying) {
        if (copying.size() == claim.sources().size()) {
            return Set.of();
        }
        if (copying.isEmpty() || !claim.claimant().isEmpty()) {
            return dossier.voices(claim);
        }
        Set<String> voices = new LinkedHashSet<>();
        for (String source : claim.sources()) {
            if (!copying.contains(source)) {
                voices.add(dossier.voice(claim, source));
            }
        }
        return voices;
    }

    private static Said of(String voice, Quantity quantity, List<Claim> claims, boolean isLoss, Tolerance tolerance) {
        VoiceAccumulator all = VoiceAccumulator.zero(isLoss);
        for (Claim claim : claims) {
            all.add(claim.asOf(), Firmness.of(claim), range(claim, tolerance));
        }
        Predicate<Claim> counted = all.counted(tolerance);
        List<Claim> bounds = new ArrayList<>();
        List<Claim> closed = new ArrayList<>();
        for (Claim claim : claims) {
            if (counted.test(claim)) {
                (Firmness.of(claim) == Firmness.BOUND ? bounds : closed).add(claim);
            }
        }
        closed.addAll(bounds);
        return all.said(voice, quantity, List.copyOf(closed));
    }

    /** What this voice would say by some of its claims alone; they are of its latest date already. */
    Said taking(List<Claim> taken, Tolerance tolerance) {
        return taken.size() == claims.size() ? this : of(voice, quantity, taken, false, tolerance);
    }

    static Interval range(Claim claim, Tolerance tolerance) {
        return tolerance.range(claim.figure()).orElseThrow();
    }

    /**
     * Returns whether what this voice says is only a bound.
     *
     * @return whether none of its claims closes a range
     */
    public boolean isBound() {
        return firmness == Firmness.BOUND;
    }

    /**
     * Returns the dates of the claims.
     *
     * @return each date once; the event as a whole is one of them
     */
    public List<AsOf> dates() {
        if (isSum) {
            return AsOf.of(claims);
        }
        List<AsOf> dates = new ArrayList<>(dated.size());
        for (Dated each : dated) {
            dates.add(each.asOf());
        }
        return List.copyOf(dates);
    }

    /** Whether all that the voice says is as of dates before another. */
    boolean isBefore(AsOf date) {
        for (AsOf own : dates()) {
            if (!own.isBefore(date)) {
                return false;
            }
        }
        return true;
    }

    /** What the voice says as of dates that are not different from one; empty where that is nothing. */
    Interval asOf(AsOf date) {
        Interval then = Interval.EMPTY;
        for (Dated each : dated) {
            then = each.asOf().isDifferentFrom(date) ? then : then.convexHull(each.range());
        }
        return then;
    }

    /** How this fits together with what another voice says of the same quantity, date by date. */
    Conclusion with(Said other, boolean isLoss) {
        return DateSweep.worst(List.of(this, other), isLoss);
    }

    /** The ratio of the nearer ends of what two voices say, as of the dates of which it is widest and they exclude one another. */
    double apart(Said other, boolean isLoss) {
        double widest = 1;
        for (Dated own : dated) {
            for (Dated theirs : other.dated) {
                if (excludes(own, theirs, isLoss)) {
                    boolean isLower = own.range.sup() < theirs.range.inf();
                    widest = Math.max(
                            widest,
                            isLower
                                    ? Side.separation(own.range, theirs.range)
                                    : Side.separation(theirs.range, own.range));
                }
            }
        }
        return widest;
    }

    /**
     * Returns whether two counts that have no number in common cannot both be true. A loss only grows, so that a later count
     * must not be the lesser; one without a date is the final count. A strength without a date holds throughout.
     *
     * @param a what one voice says as of a date
     * @param b what another says; disjoint from the first
     * @param isLoss whether they count a loss
     * @return whether different dates do not excuse them
     */
    public static boolean excludes(Dated a, Dated b, boolean isLoss) {
        boolean different = a.asOf().isDifferentFrom(b.asOf());
        if (!isLoss) {
            return !different;
        }
        boolean oneIsFinal = a.asOf().isGiven() != b.asOf().isGiven();
        if (!different && !oneIsFinal) {
            return true;
        }
        boolean aIsLater = different ? b.asOf().isBefore(a.asOf()) : !a.asOf().isGiven();
        return aIsLater ? a.range().precedes(b.range()) : b.range().precedes(a.range());
    }

    /** Returns voice and range: {@code Soviet Union: [83737, 83737]}. */
    @Override
    public String toString() {
        return voice + ": " + range;
    }
}
