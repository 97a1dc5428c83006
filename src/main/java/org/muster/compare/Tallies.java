package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * The tallies of quantities, each computed once, since parties and places nest in many ways. They are based on the
 * quantities' ranges, or on what one voice says and, where it says nothing, on the ranges.
 */
final class Tallies {

    private final Ranges ranges;
    private final Optional<String> voice;
    private final Map<Quantity, Tally> made = new HashMap<>(); // of what has no range
    private final Map<Quantity, Set<Quantity>> claimed = new HashMap<>(); // of what nobody claims

    private Tallies(Ranges ranges, Optional<String> voice) {
        this.ranges = ranges;
        this.voice = voice;
    }

    static Tallies of(Ranges ranges) {
        return new Tallies(ranges, Optional.empty());
    }

    static Tallies by(String voice, Ranges ranges) {
        return new Tallies(ranges, Optional.of(voice));
    }

    /**
     * Returns what is known of a quantity: its range where it has one; otherwise the sum over the complete breakdown by
     * party or place that has the fewest parts missing, the first of them where several have. Items and states are
     * never summed in part: the killed alone are not the casualties.
     */
    Tally of(Quantity quantity) {
        Optional<QuantityRange> range = range(quantity);
        if (range.isPresent()) {
            return of(range.get());
        }
        Deque<Quantity> open = new ArrayDeque<>(); // instead of recursion: hierarchies may be deep
        open.push(quantity);
        while (!open.isEmpty()) {
            Quantity next = open.element();
            boolean ready = true;
            if (!made.containsKey(next) && range(next).isEmpty()) {
                for (Breakdown breakdown : sums(next)) {
                    for (Quantity part : breakdown.partsOf(next)) {
                        if (!made.containsKey(part)) {
                            open.push(part);
                            ready = false;
                        }
                    }
                }
            }
            if (ready) {
                open.remove();
                if (!made.containsKey(next)) {
                    made.put(next, make(next));
                }
            }
        }
        return requireNonNull(made.get(quantity));
    }

    /** The tally of a quantity whose parts have theirs. */
    private Tally make(Quantity quantity) {
        Optional<QuantityRange> range = range(quantity);
        if (range.isPresent()) {
            return of(range.get());
        }
        Tally best = Tally.unknown(quantity);
        for (Breakdown breakdown : sums(quantity)) {
            boolean partial = breakdown.dimension() == Dimension.PARTY || breakdown.dimension() == Dimension.PLACE;
            Tally sum = sum(breakdown.dimension(), breakdown.partsOf(quantity));
            if (sum.isKnown()
                    && (partial || sum.missing().isEmpty())
                    && (!best.isKnown() || sum.missing().size() < best.missing().size())) {
                best = sum;
            }
        }
        return best;
    }

    private static Tally of(QuantityRange range) {
        return new Tally(range.range().orElseThrow(), List.of(), List.of(range));
    }

    /** The range, or what the voice says; of what nobody claims the voice's row looks at the parts. */
    private Optional<QuantityRange> range(Quantity quantity) {
        Optional<Said> said = voice.flatMap(name -> ranges.said(quantity, name));
        if (said.isPresent()) {
            return said.map(QuantityRange::of);
        }
        return voice.isPresent() && !ranges.isClaimed(quantity)
                ? Optional.empty()
                : Optional.of(ranges.of(quantity)).filter(range -> range.range().isPresent());
    }

    private List<Breakdown> sums(Quantity quantity) {
        if (!ranges.isFounded(quantity)) {
            return List.of();
        }
        Hierarchy hierarchy = ranges.dossier().hierarchy();
        return hierarchy.of(quantity).stream()
                .filter(breakdown -> breakdown.complete() == Completeness.YES)
                .toList();
    }

    /**
     * The sum of what is known as of the latest date. A loss as of an earlier date counts as "at least", and a strength
     * as of an earlier date is no longer known. Between events dates do not matter.
     */
    private Tally sum(Dimension dimension, List<Quantity> parts) {
        List<Tally> tallies =
                parts.stream().map(part -> requireNonNull(made.get(part))).toList();
        AsOf latest = AsOf.WHOLE_EVENT;
        for (Tally tally : tallies) {
            for (AsOf date : tally.dates()) {
                latest = date.beginsAfter(latest) ? date : latest;
            }
        }
        Interval known = Interval.EMPTY;
        Set<Quantity> missing = new LinkedHashSet<>(); // sets, as a part may be reached by several ways
        Map<Quantity, QuantityRange> used = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Tally tally = tallies.get(i);
            boolean outdated = dimension != Dimension.EVENT
                    && tally.isKnown()
                    && tally.dates().stream().allMatch(latest::isDifferentFrom);
            if (outdated && !ranges.isLoss(parts.get(i))) {
                missing.add(parts.get(i));
                continue;
            }
            missing.addAll(tally.missing());
            if (tally.isKnown()) {
                Interval figure = outdated ? Interval.of(tally.known().inf(), Double.POSITIVE_INFINITY) : tally.known();
                known = known.isEmpty() ? figure : known.add(figure);
                tally.used().forEach(range -> used.put(range.quantity(), range));
            }
        }
        return new Tally(known, List.copyOf(missing), List.copyOf(used.values()));
    }

    /**
     * The quantities that stand for one: itself where somebody claims it, else those of its members; where it has none
     * with a figure, those of its other parts.
     */
    Set<Quantity> claimed(Quantity quantity) {
        return ranges.isClaimed(quantity) ? Set.of(quantity) : claimed.computeIfAbsent(quantity, this::claimedParts);
    }

    private Set<Quantity> claimedParts(Quantity quantity) {
        Set<Quantity> claimed = new LinkedHashSet<>();
        Set<Quantity> seen = new HashSet<>();
        Deque<Quantity> open = new ArrayDeque<>();
        open.push(quantity);
        while (!open.isEmpty()) {
            Quantity next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (ranges.isClaimed(next)) {
                claimed.add(next);
            } else {
                List<Quantity> parts = partsWithClaims(next);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    open.push(parts.get(i));
                }
            }
        }
        return claimed;
    }

    /** The members about which, or about whose parts, somebody claims something; if there are none, the other such parts. */
    private List<Quantity> partsWithClaims(Quantity quantity) {
        List<Quantity> members = new ArrayList<>();
        List<Quantity> others = new ArrayList<>();
        for (Breakdown breakdown : sums(quantity)) {
            for (Quantity part : breakdown.partsOf(quantity)) {
                if (ranges.isFounded(part)) { // that is, something is claimed of it or of what adds up to it
                    (breakdown.dimension() == Dimension.PARTY ? members : others).add(part);
                }
            }
        }
        return members.isEmpty() ? others : members;
    }
}
