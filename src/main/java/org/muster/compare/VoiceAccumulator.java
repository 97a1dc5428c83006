package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What one voice says of one quantity, claim after claim: the accumulator behind {@link Said}, which states the rules. In
 * whatever order claims are added and accumulators merged, the voice says the same.
 *
 * <p>Of any number of closed ranges as of a date it keeps four ends. Each bound is kept once, and of the dated counts of a
 * loss each once that no later date has replaced, since the final count decides which of them it follows.
 */
final class VoiceAccumulator {

    /** A range as it was stated. */
    private record Stated(Firmness firmness, Interval range) {}

    /** What is stated as of one date: firm ranges and bounds, and soft ranges by themselves. */
    private static final class Count extends Estimates {
        private @Nullable Estimates soft;

        void add(Firmness firmness, double low, double high) {
            if (firmness == Firmness.BOUND) {
                add(Interval.of(low, high), firmness);
            } else {
                (firmness == Firmness.FIRM ? this : soft()).addClosed(low, high, firmness);
            }
        }

        private Estimates soft() {
            Estimates known = soft;
            if (known == null) {
                known = new Estimates();
                soft = known;
            }
            return known;
        }

        void merge(Count other) {
            super.merge(other);
            if (other.soft != null) {
                soft().merge(other.soft);
            }
        }

        /** All that is stated, without what is soft where a firm range stands beside it. */
        Estimates estimates(boolean besideFirm) {
            Estimates all = new Estimates();
            all.merge(this);
            if (soft != null && !besideFirm) {
                all.merge(soft);
            }
            return all;
        }
    }

    private final boolean isLoss;
    private @Nullable Count whole; // as of the event as a whole: most voices say nothing else
    private Map<AsOf, Count> dated = Map.of(); // of a strength
    private Map<AsOf, Set<Stated>> losses = Map.of(); // of a loss, those of dates that none follows
    private AsOf last = AsOf.WHOLE_EVENT;
    private double greatestFinal = Double.NEGATIVE_INFINITY;
    private boolean isEmpty = true;
    private boolean hasSeveral;

    private VoiceAccumulator(boolean isLoss) {
        this.isLoss = isLoss;
    }

    /** The accumulator of a voice that has said nothing. */
    static VoiceAccumulator zero(boolean isLoss) {
        return new VoiceAccumulator(isLoss);
    }

    void add(AsOf date, Firmness firmness, Interval range) {
        add(date, firmness, range.inf(), range.sup());
    }

    /** Adds a claim with a number; firmness says whether it is firm, soft or a bound. */
    void add(AsOf date, Firmness firmness, double low, double high) {
        hasSeveral |= !isEmpty;
        isEmpty = false;
        if (!date.isGiven()) {
            whole().add(firmness, low, high);
            greatestFinal = Math.max(greatestFinal, low);
        } else if (!isLoss) {
            dated = dated.isEmpty() ? new LinkedHashMap<>() : dated;
            dated.computeIfAbsent(date, any -> new Count()).add(firmness, low, high);
        } else if (follow(date)) {
            losses.computeIfAbsent(date, any -> new LinkedHashSet<>())
                    .add(new Stated(firmness, Interval.of(low, high)));
        }
    }

    private Count whole() {
        Count known = whole;
        if (known == null) {
            known = new Count();
            whole = known;
        }
        return known;
    }

    /** Forgets what a date is later than, and returns whether none is later than it. */
    private boolean follow(AsOf date) {
        losses = losses.isEmpty() ? new LinkedHashMap<>() : losses;
        if (date.beginsAfter(last)) {
            last = date;
            losses.keySet().removeIf(earlier -> earlier.isBefore(date));
        }
        return !date.isBefore(last);
    }

    /** Adds all that the same voice says elsewhere. */
    void merge(VoiceAccumulator other) {
        hasSeveral |= other.hasSeveral || !isEmpty && !other.isEmpty;
        isEmpty &= other.isEmpty;
        if (other.whole != null) {
            whole().merge(other.whole);
        }
        greatestFinal = Math.max(greatestFinal, other.greatestFinal);
        dated = dated.isEmpty() && !other.dated.isEmpty() ? new LinkedHashMap<>() : dated;
        other.dated.forEach(
                (date, count) -> dated.computeIfAbsent(date, any -> new Count()).merge(count));
        other.losses.forEach((date, stated) -> {
            if (follow(date)) {
                losses.computeIfAbsent(date, any -> new LinkedHashSet<>()).addAll(stated);
            }
        });
    }

    /** Whether more than one claim was added. */
    boolean hasSeveral() {
        return hasSeveral;
    }

    /** Whether of a loss a count is not that of an earlier date, nor below the final one. */
    private boolean isLatest(AsOf date, Interval range) {
        return !isLoss || !date.isBefore(last) && !(date.isGiven() && range.sup() < greatestFinal);
    }

    /** What is stated as of each date, the event as a whole first; of a loss, as of the latest. */
    private Map<AsOf, Count> latest() {
        Map<AsOf, Count> latest = new LinkedHashMap<>();
        if (whole != null) {
            latest.put(AsOf.WHOLE_EVENT, whole);
        }
        latest.putAll(dated);
        losses.forEach((date, all) -> {
            for (Stated stated : all) {
                if (isLatest(date, stated.range)) {
                    latest.computeIfAbsent(date, any -> new Count())
                            .add(stated.firmness, stated.range.inf(), stated.range.sup());
                }
            }
        });
        return latest;
    }

    /** The dates beside which a firm range stands: that of a date that is not different. */
    private static Set<AsOf> besideFirm(Map<AsOf, Count> latest) {
        if (latest.values().stream().noneMatch(Count::isFirm)) {
            return Set.of();
        }
        Set<AsOf> beside = new HashSet<>();
        DateSweep.together(latest.keySet()).forEach((date, others) -> {
            if (others.stream()
                    .anyMatch(other -> requireNonNull(latest.get(other)).isFirm())) {
                beside.add(date);
            }
        });
        return beside;
    }

    /** Which of the voice's claims make up what it says. */
    Predicate<Claim> counted(Tolerance tolerance) {
        Set<AsOf> besideFirm = besideFirm(latest());
        return claim -> isLatest(claim.asOf(), Said.range(claim, tolerance))
                && !(Firmness.of(claim) == Firmness.SOFT && besideFirm.contains(claim.asOf()));
    }

    /**
     * Returns what the voice says.
     *
     * @param claims the claims that make it up, or none if they were not kept
     */
    Said said(String voice, Quantity quantity, List<Claim> claims) {
        Map<AsOf, Count> latest = latest();
        Set<AsOf> besideFirm = besideFirm(latest);
        Estimates all = new Estimates();
        Map<AsOf, Estimates> byDate = new LinkedHashMap<>();
        latest.forEach((date, count) -> {
            Estimates estimates = count.estimates(besideFirm.contains(date));
            if (!estimates.isEmpty()) {
                byDate.put(date, estimates);
                all.merge(estimates);
            }
        });
        List<Said.Dated> ranges = new ArrayList<>();
        boolean contradictsItself = false;
        for (Map.Entry<AsOf, List<AsOf>> date :
                DateSweep.together(byDate.keySet()).entrySet()) {
            Estimates together = new Estimates();
            date.getValue().forEach(other -> together.merge(requireNonNull(byDate.get(other))));
            ranges.add(new Said.Dated(date.getKey(), together.range()));
            contradictsItself |= requireNonNull(byDate.get(date.getKey())).isApartFrom(together);
        }
        return new Said(voice, quantity, all.range(), all.firmness(), claims, ranges, contradictsItself, false);
    }
}
