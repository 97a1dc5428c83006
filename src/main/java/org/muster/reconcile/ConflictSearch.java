package org.muster.reconcile;

import java.util.ArrayList;
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

    private final ConsistencyOracle oracle;
    private final int most;
    private final List<ClaimSet> conflicts = new ArrayList<>();
    private final List<ClaimSet> corrections = new ArrayList<>();
    private boolean complete;
    private int steps;

    private ConflictSearch(ConsistencyOracle oracle, int most) {
        this.oracle = oracle;
        this.most = most;
    }

    /** Searches until all are found, or until there are so many conflicts or so many corrections. */
    static ConflictSearch of(ConsistencyOracle oracle, int most) {
        ConflictSearch search = new ConflictSearch(oracle, most);
        search.run();
        return search;
    }

    private void run() {
        if (oracle.contradiction(ClaimSet.of()).isPresent()) {
            conflicts.add(ClaimSet.of()); // no claim has to do with it, and setting none aside mends it
            complete = true;
            return;
        }
        addPairs();
        ClaimSet all = oracle.claims();
        while (conflicts.size() < most && corrections.size() < most) {
            Hitting hitting = new Hitting(conflicts, corrections, steps);
            ClaimSet aside = hitting.find();
            steps = hitting.steps;
            if (aside == null) {
                complete = !hitting.isCut();
                return;
            }
            oracle.smallest(all.without(aside)).ifPresentOrElse(conflicts::add, () -> corrections.add(aside));
        }
    }

    /** Two claims about one quantity that exclude one another need no search, if each can be true by itself. */
    private void addPairs() {
        Map<ClaimId, Boolean> possible = new HashMap<>();
        for (ClaimSet pair : oracle.pairsApart()) {
            boolean apart = conflicts.size() < most;
            for (ClaimId claim : pair) {
                apart = apart && possible.computeIfAbsent(claim, this::isPossible);
            }
            if (apart) {
                conflicts.add(pair);
            }
        }
    }

    private boolean isPossible(ClaimId claim) {
        return oracle.contradiction(ClaimSet.of(claim)).isEmpty();
    }

    /** The smallest sets of claims that cannot all be true, in the order in which they were found. */
    List<ClaimSet> conflicts() {
        return conflicts;
    }

    /** The smallest sets of claims that mend all conflicts when set aside. */
    List<ClaimSet> corrections() {
        return corrections;
    }

    /** Whether all were found. */
    boolean isComplete() {
        return complete;
    }

    /** Looks for a set that meets some sets and holds none of others, by depth-first search. */
    private static final class Hitting {
        private final List<ClaimSet> meet;
        private final List<ClaimSet> avoid;
        private final ClaimSet in = ClaimSet.of();
        private final ClaimSet out = ClaimSet.of();
        private int steps;

        Hitting(List<ClaimSet> meet, List<ClaimSet> avoid, int steps) {
            this.steps = steps;
            this.meet = meet;
            this.avoid = avoid;
        }

        /** Whether the search was given up. */
        boolean isCut() {
            return steps > MOST_STEPS;
        }

        @Nullable
        ClaimSet find() {
            return search() ? reduced() : null;
        }

        private boolean search() {
            if (++steps > MOST_STEPS) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new java.util.concurrent.CancellationException("interrupted while looking for conflicts");
            }
            for (ClaimSet held : avoid) {
                if (in.containsAll(held)) {
                    return false;
                }
            }
            Optional<ClaimSet> open = narrowest();
            if (open.isEmpty()) {
                return true;
            }
            List<ClaimId> excluded = new ArrayList<>();
            for (ClaimId claim : open.get().without(out)) {
                in.add(claim);
                if (search()) {
                    return true;
                }
                in.remove(claim);
                out.add(claim); // every set with this claim was tried
                excluded.add(claim);
            }
            excluded.forEach(out::remove);
            return false;
        }

        /** Of the sets that are not met, the one with the fewest choices left. */
        private Optional<ClaimSet> narrowest() {
            ClaimSet narrowest = null;
            int fewest = Integer.MAX_VALUE;
            for (ClaimSet set : meet) {
                if (!set.intersects(in)) {
                    int choices = set.without(out).size();
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
        private ClaimSet reduced() {
            ClaimSet reduced = in.copy();
            for (ClaimId claim : in) {
                reduced.remove(claim);
                boolean meetsAll = true;
                for (ClaimSet set : meet) {
                    meetsAll &= set.intersects(reduced);
                }
                if (!meetsAll) {
                    reduced.add(claim);
                }
            }
            return reduced;
        }
    }
}
