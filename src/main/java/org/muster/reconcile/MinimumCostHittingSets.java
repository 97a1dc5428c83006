package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All cheapest hitting sets of some sets, by branch and bound: disjoint sets each need an element of their own, so the
 * total cost of the cheapest elements of disjoint sets is a lower bound.
 */
final class MinimumCostHittingSets {

    private final List<BitSet> meet;
    private final int[] costs;
    private final int most;
    private final BitSet in = new BitSet();
    private final BitSet out = new BitSet();
    private final List<BitSet> found = new ArrayList<>();
    private long best = Long.MAX_VALUE;
    private final Budget budget;
    private boolean cut;

    private MinimumCostHittingSets(List<BitSet> meet, int[] costs, int most, Budget budget) {
        this.budget = budget;
        this.meet = meet;
        this.costs = costs;
        this.most = most;
    }

    /**
     * Searches until the budget is spent, but always finds one set; if there are more cheapest sets than the limit, the
     * first ones are kept.
     */
    static MinimumCostHittingSets of(List<BitSet> meet, int[] costs, int most, Budget budget) {
        MinimumCostHittingSets hits = new MinimumCostHittingSets(meet, costs, most, budget);
        hits.search(0);
        return hits;
    }

    List<BitSet> found() {
        return found;
    }

    long cost() {
        return best;
    }

    /** Returns whether there are more than were kept. */
    boolean isCut() {
        return cut;
    }

    private void search(long cost) {
        budget.spend(1L + meet.size());
        if (budget.isSpent() && !found.isEmpty()) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new java.util.concurrent.CancellationException("interrupted while looking for corrections");
        }
        BitSet next = null;
        int fewest = Integer.MAX_VALUE;
        long bound = cost;
        BitSet counted = new BitSet();
        for (BitSet set : meet) {
            if (set.intersects(in)) {
                continue;
            }
            int choices = 0;
            int cheapest = Integer.MAX_VALUE;
            for (int element = set.nextSetBit(0); element >= 0; element = set.nextSetBit(element + 1)) {
                if (!out.get(element)) {
                    choices++;
                    cheapest = Math.min(cheapest, costs[element]);
                }
            }
            if (choices == 0) {
                return;
            }
            if (!set.intersects(counted)) {
                counted.or(set);
                bound += cheapest;
            }
            if (choices < fewest) {
                fewest = choices;
                next = set;
            }
        }
        if (bound > best || bound == best && cut) {
            return;
        }
        if (next == null) {
            if (cost < best) {
                best = cost;
                cut = false;
                found.clear();
            }
            if (found.size() < most) {
                found.add((BitSet) in.clone());
            } else {
                cut = true;
            }
            return;
        }
        List<Integer> excluded = new ArrayList<>();
        for (int element = next.nextSetBit(0); element >= 0; element = next.nextSetBit(element + 1)) {
            if (!out.get(element)) {
                in.set(element);
                search(cost + costs[element]);
                in.clear(element);
                out.set(element);
                excluded.add(element);
            }
        }
        excluded.forEach(out::clear);
    }
}
