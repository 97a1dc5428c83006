package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds all smallest sets of claims that cannot all be true, and along the way all smallest sets that mend them when set
 * aside (MARCO: M. Liffiton, A. Previti, A. Malik, J. Marques-Silva, Fast, flexible MUS enumeration, 2016).
 *
 * <p>Each round takes claims that are not known to contradict one another, as many as possible: it sets aside a smallest
 * set that meets every conflict known and holds no correction known. If the others can all be true, what was set aside is
 * a correction; otherwise there is a conflict among them that is new.
 */
final class ConflictSearch {

    private static final int MOST_STEPS = 50_000; // of all looks for claims to take

    private final ConsistencyOracle claims;
    private final int most;
    private final List<BitSet> conflicts = new ArrayList<>();
    private final List<BitSet> corrections = new ArrayList<>();
    private boolean complete;
    private int steps;

    private ConflictSearch(ConsistencyOracle claims, int most) {
        this.claims = claims;
        this.most = most;
    }

    /** Searches until all are found, or until there are so many conflicts or so many corrections. */
    static ConflictSearch of(ConsistencyOracle claims, int most) {
        ConflictSearch search = new ConflictSearch(claims, most);
        search.run();
        return search;
    }

    private void run() {
        if (claims.contradiction(new BitSet()).isPresent()) {
            conflicts.add(new BitSet()); // no claim has to do with it, and setting none aside mends it
            complete = true;
            return;
        }
        addPairs();
        BitSet all = new BitSet();
        all.set(0, claims.size());
        while (conflicts.size() < most && corrections.size() < most) {
            Hitting hitting = new Hitting(conflicts, corrections, steps);
            BitSet aside = hitting.find();
            steps = hitting.steps;
            if (aside == null) {
                complete = !hitting.isCut();
                return;
            }
            BitSet taken = (BitSet) all.clone();
            taken.andNot(aside);
            claims.smallest(taken).ifPresentOrElse(conflicts::add, () -> corrections.add(aside));
        }
    }

    /** Two claims about one quantity that exclude one another need no search, if each can be true by itself. */
    private void addPairs() {
        Map<Integer, Boolean> possible = new HashMap<>();
        for (BitSet pair : claims.pairsApart()) {
            if (conflicts.size() < most
                    && pair.stream().allMatch(claim -> possible.computeIfAbsent(claim, this::isPossible))) {
                conflicts.add(pair);
            }
        }
    }

    private boolean isPossible(int claim) {
        BitSet alone = new BitSet();
        alone.set(claim);
        return claims.contradiction(alone).isEmpty();
    }

    /** The smallest sets of claims that cannot all be true, in the order in which they were found. */
    List<BitSet> conflicts() {
        return conflicts;
    }

    /** The smallest sets of claims that mend all conflicts when set aside. */
    List<BitSet> corrections() {
        return corrections;
    }

    /** Whether all were found. */
    boolean isComplete() {
        return complete;
    }

    /** Looks for a set that meets some sets and holds none of others, by depth-first search. */
    private static final class Hitting {
        private final List<BitSet> meet;
        private final List<BitSet> avoid;
        private final BitSet in = new BitSet();
        private final BitSet out = new BitSet();
        private int steps;

        Hitting(List<BitSet> meet, List<BitSet> avoid, int steps) {
            this.steps = steps;
            this.meet = meet;
            this.avoid = avoid;
        }

        /** Whether the search was given up. */
        boolean isCut() {
            return steps > MOST_STEPS;
        }

        @Nullable
        BitSet find() {
            return search() ? reduced() : null;
        }

        private boolean search() {
            if (++steps > MOST_STEPS) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new java.util.concurrent.CancellationException("interrupted while looking for conflicts");
            }
            for (BitSet held : avoid) {
                if (holds(in, held)) {
                    return false;
                }
            }
            Optional<BitSet> open = narrowest();
            if (open.isEmpty()) {
                return true;
            }
            BitSet choices = (BitSet) open.get().clone();
            choices.andNot(out);
            List<Integer> excluded = new ArrayList<>();
            for (int claim = choices.nextSetBit(0); claim >= 0; claim = choices.nextSetBit(claim + 1)) {
                in.set(claim);
                if (search()) {
                    return true;
                }
                in.clear(claim);
                out.set(claim); // every set with this claim was tried
                excluded.add(claim);
            }
            excluded.forEach(out::clear);
            return false;
        }

        /** Of the sets that are not met, the one with the fewest choices left. */
        private Optional<BitSet> narrowest() {
            BitSet narrowest = null;
            int fewest = Integer.MAX_VALUE;
            for (BitSet set : meet) {
                if (!set.intersects(in)) {
                    int choices = 0;
                    for (int claim = set.nextSetBit(0); claim >= 0; claim = set.nextSetBit(claim + 1)) {
                        choices += out.get(claim) ? 0 : 1;
                    }
                    if (choices < fewest) {
                        fewest = choices;
                        narrowest = set;
                        if (choices <= 1) {
                            break;
                        }
                    }
                }
            }
            return Optional.ofNullable(narrowest);
        }

        /** Without the claims that could be spared. A part of a set that holds no correction holds none. */
        private BitSet reduced() {
            BitSet reduced = (BitSet) in.clone();
            for (int claim = in.nextSetBit(0); claim >= 0; claim = in.nextSetBit(claim + 1)) {
                reduced.clear(claim);
                boolean meetsAll = true;
                for (BitSet set : meet) {
                    meetsAll &= set.intersects(reduced);
                }
                if (!meetsAll) {
                    reduced.set(claim);
                }
            }
            return reduced;
        }

        private static boolean holds(BitSet set, BitSet part) {
            for (int claim = part.nextSetBit(0); claim >= 0; claim = part.nextSetBit(claim + 1)) {
                if (!set.get(claim)) {
                    return false;
                }
            }
            return true;
        }
    }
}
