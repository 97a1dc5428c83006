package org.muster.summarize;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.Attribution;
import org.muster.compare.QuantityAccumulator;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.RangeEnds;
import org.muster.dossier.AsOf;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.dossier.Works;
import org.muster.summarize.Grouping.Part;

/**
 * The claims of one group, so far; what they say together only if they are all about one quantity. All threads add to it: in
 * whatever order they come, the result is the same.
 */
final class Group {

    private final List<String> key;
    private final Grouping grouping;
    private final Quantity first;
    private final Set<Part> varying = EnumSet.noneOf(Part.class);
    private final QuantityAccumulator claims;
    private final boolean isLoss;
    private final int number;
    private volatile double leastHigh = Double.POSITIVE_INFINITY; // of all claims that may hold it
    private volatile double greatestLow = Double.NEGATIVE_INFINITY;

    Group(int number, List<String> key, Grouping grouping, Quantity first, int mostVoices) {
        this.key = key;
        this.grouping = grouping;
        this.first = first;
        this.isLoss = Hierarchy.BUILT_IN.isLoss(first.measure());
        this.claims = QuantityAccumulator.zero(isLoss, mostVoices);
        this.number = number;
    }

    /** Notes a quantity about which there are claims in this group. */
    synchronized void admit(Quantity quantity) {
        for (Part part : grouping.others()) {
            if (!part.of(quantity).equals(part.of(first))) {
                varying.add(part);
                claims.dropWhatIsSaid();
            }
        }
    }

    /** Adds a claim about an admitted quantity. */
    synchronized void add(Claimed claim, Speaking speaking, AsOf date, Firmness firmness, double low, double high) {
        if (mayHold(low, high)) {
            claims.addNumber(low, high, claim.holder(speaking));
            leastHigh = Math.min(leastHigh, high);
            greatestLow = Math.max(greatestLow, low);
        } else {
            claims.addNumber(low, high);
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
    boolean mayHold(double low, double high) {
        return high <= leastHigh || low >= greatestLow;
    }

    /** Whether the claims count what only grows. */
    boolean isLoss() {
        return isLoss;
    }

    synchronized void addWithoutNumber() {
        claims.addWithoutNumber();
    }

    synchronized GroupSummary summary(Works works) {
        return new GroupSummary(
                key,
                varying.stream().map(Part::toString).toList(),
                claims.hasTooManyVoices(),
                claims.summary(first, works.dossier()));
    }

    /** A number that no other group has. */
    int number() {
        return number;
    }
}
