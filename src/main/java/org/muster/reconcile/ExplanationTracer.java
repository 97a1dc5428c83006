package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muster.exact.Proof;

/** Goes back from ends to the rules that set them and the ends that were given. */
final class ExplanationTracer {

    private final ImpliedRanges ranges;
    private final int most;

    private final Set<Long> seen = new TreeSet<>();
    private final Deque<Long> open = new ArrayDeque<>();
    private final Set<Integer> rules = new TreeSet<>();
    private final Set<Long> givenEnds = new TreeSet<>();

    private ExplanationTracer(ImpliedRanges ranges, int most) {
        this.ranges = ranges;
        this.most = most;
    }

    /** Traces everything. */
    static ExplanationTracer of(ImpliedRanges ranges) {
        return new ExplanationTracer(ranges, Integer.MAX_VALUE);
    }

    /** Traces until so many ends are seen, the nearest first. */
    static ExplanationTracer of(ImpliedRanges ranges, int most) {
        return new ExplanationTracer(ranges, most);
    }

    /** An end as implied, or as it was collected from the leaves. */
    void add(int quantity, boolean isHigh, boolean isImplied) {
        long key = quantity * 4L + (isHigh ? 2 : 0) + (isImplied ? 1 : 0);
        if (seen.size() < most && seen.add(key)) {
            open.add(key);
        }
    }

    void add(Proof proof, ImpliedRanges.Circle circle) {
        for (Proof.Step step : proof.steps()) {
            if (step.part() == Proof.Part.CONSTRAINT) {
                rules.add(circle.rules().get(step.number()));
            } else {
                add(circle.quantities().get(step.number()), step.isHigh(), false);
            }
        }
    }

    /** A rule whose least or greatest sum is out of its bounds. */
    void add(int number, boolean greatest) {
        rules.add(number);
        LinearRule rule = ranges.network().rules().get(number);
        for (int i = 0; i < rule.size(); i++) {
            add(rule.quantity(i), greatest == rule.factor(i).signum() > 0, false);
        }
    }

    Explanation grounds() {
        while (!open.isEmpty()) {
            long key = open.remove();
            follow((int) (key / 4), (key & 2) != 0, (key & 1) != 0);
        }
        List<Explanation.End> ends = new ArrayList<>();
        for (long key : givenEnds) {
            ends.add(new Explanation.End((int) (key / 2), (key & 1) != 0));
        }
        return new Explanation(List.copyOf(rules), ends);
    }

    private void follow(int quantity, boolean isHigh, boolean isImplied) {
        int number = (isImplied ? ranges.implied() : ranges.collected()).by(quantity, isHigh);
        if (number == DerivedBounds.GIVEN) {
            givenEnds.add(quantity * 2L + (isHigh ? 1 : 0));
        } else if (number == DerivedBounds.TOGETHER) {
            ImpliedRanges.Proofs proof = ranges.proofs(quantity);
            if (proof != null) {
                (isHigh ? proof.high() : proof.low()).ifPresent(found -> add(found, proof.circle()));
            }
        } else {
            rules.add(number);
            follow(number, quantity, isHigh);
        }
    }

    /**
     * A rule sets an end by the ends of its other quantities that leave the least room. A rule that told outward took
     * those of the shared quantity as implied, all others as collected.
     */
    private void follow(int number, int quantity, boolean isHigh) {
        LinearRule rule = ranges.network().rules().get(number);
        boolean least = false;
        for (int i = 0; i < rule.size(); i++) {
            if (rule.quantity(i) == quantity) {
                least = isHigh == rule.factor(i).signum() > 0;
            }
        }
        for (int i = 0; i < rule.size() && seen.size() < most; i++) {
            int other = rule.quantity(i);
            if (other != quantity) {
                add(other, least == rule.factor(i).signum() < 0, other == ranges.inward(number));
            }
        }
    }
}
