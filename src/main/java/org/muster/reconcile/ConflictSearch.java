package org.muster.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds all minimal sets of statements that cannot all be true and, along the way, all minimal sets that resolve them
 * when set aside (MARCO: M. Liffiton, A. Previti, A. Malik, J. Marques-Silva, Fast, flexible MUS enumeration, 2016).
 *
 * <p>Pairs about one quantity are found by sorting. Each round then keeps as many statements as possible that are not
 * known to contradict one another: it sets aside a minimal hitting set of the known conflicts that contains no known
 * correction. If the remaining statements can all be true, the set is a new correction; otherwise they contain a new
 * conflict.
 */
final class ConflictSearch {

    private final ConsistencyOracle oracle;
    private final int most;
    private final Budget budget;
    private final List<StatementSet> conflicts = new ArrayList<>();
    private final List<StatementSet> corrections = new ArrayList<>();
    private boolean complete;

    private ConflictSearch(ConsistencyOracle oracle, int most, Budget budget) {
        this.oracle = oracle;
        this.most = most;
        this.budget = budget;
    }

    /**
     * Searches until everything is found, until the limit on conflicts (pairs about one quantity not counted) or on
     * corrections is reached, or until the budget is spent.
     */
    static ConflictSearch of(ConsistencyOracle oracle, int most, Budget budget) {
        ConflictSearch search = new ConflictSearch(oracle, most, budget);
        oracle.spendFrom(budget);
        search.run();
        return search;
    }

    private void run() {
        if (oracle.contradiction(StatementSet.of()).isPresent()) {
            conflicts.add(StatementSet.of()); // no statement is involved, and setting none aside resolves it
            complete = true;
            return;
        }
        boolean allPairs = addPairs();
        if (oracle.isAboutOneVariable()) {
            complete = allPairs; // ranges that intersect pairwise have a number in common
            if (complete) {
                return;
            }
        }
        StatementSet all = oracle.statements();
        int enough = conflicts.size() + most;
        while (conflicts.size() < enough && corrections.size() < most && !oracle.isAboutOneVariable()) {
            Hitting hitting = new Hitting(conflicts, corrections, budget);
            StatementSet aside = hitting.find();
            if (aside == null) {
                complete = !budget.isSpent();
                return;
            }
            oracle.smallest(all.without(aside)).ifPresentOrElse(conflicts::add, () -> corrections.add(aside));
            if (budget.isSpent()) {
                return;
            }
        }
    }

    /**
     * Adds the pairs of statements about one quantity that exclude one another, which need no search if each can be
     * true by itself. Returns whether these are all of the pairs.
     */
    private boolean addPairs() {
        StatementSet possible = StatementSet.of();
        StatementSet impossible = StatementSet.of();
        List<StatementSet> pairs = oracle.pairsApart(most + 1);
        for (StatementSet pair : pairs.subList(0, Math.min(most, pairs.size()))) {
            if (budget.isSpent()) {
                return false;
            }
            for (StatementId statement : pair) {
                if (!possible.contains(statement) && !impossible.contains(statement)) {
                    boolean fits =
                            oracle.contradiction(StatementSet.of(statement)).isEmpty();
                    (fits ? possible : impossible).add(statement);
                }
            }
            if (possible.containsAll(pair)) {
                conflicts.add(pair);
            }
        }
        return pairs.size() <= most;
    }

    /** Returns the minimal sets of statements that cannot all be true, in the order in which they were found. */
    List<StatementSet> conflicts() {
        return conflicts;
    }

    /** Returns the minimal sets of statements that resolve all conflicts when set aside. */
    List<StatementSet> corrections() {
        return corrections;
    }

    /** Returns whether all conflicts were found. */
    boolean isComplete() {
        return complete && oracle.isSure();
    }

    /** Finds a set that hits all of some sets and contains none of others, by depth-first search. */
    private static final class Hitting {
        private final List<StatementSet> meet;
        private final List<StatementSet> avoid;
        private final StatementSet in = StatementSet.of();
        private final StatementSet out = StatementSet.of();
        private final Budget budget;

        Hitting(List<StatementSet> meet, List<StatementSet> avoid, Budget budget) {
            this.budget = budget;
            this.meet = meet;
            this.avoid = avoid;
        }

        @Nullable
        StatementSet find() {
            return search() ? reduced() : null;
        }

        private boolean search() {
            budget.spend((1L + meet.size() + avoid.size()) * (1 + in.longs() / 16));
            if (budget.isSpent()) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new java.util.concurrent.CancellationException("interrupted while looking for conflicts");
            }
            for (StatementSet held : avoid) {
                if (in.containsAll(held)) {
                    return false;
                }
            }
            Optional<StatementSet> open = narrowest();
            if (open.isEmpty()) {
                return true;
            }
            List<StatementId> excluded = new ArrayList<>();
            for (StatementId statement : open.get().without(out)) {
                in.add(statement);
                if (search()) {
                    return true;
                }
                in.remove(statement);
                out.add(statement); // every set with this statement has been tried
                excluded.add(statement);
            }
            excluded.forEach(out::remove);
            return false;
        }

        /** Returns the set that is not yet hit and has the fewest choices left. */
        private Optional<StatementSet> narrowest() {
            StatementSet narrowest = null;
            int fewest = Integer.MAX_VALUE;
            for (StatementSet set : meet) {
                if (!set.intersects(in)) {
                    int choices = set.sizeWithout(out);
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

        /**
         * Removes the statements that are not needed. A subset of a set that contains no correction contains none
         * either.
         */
        private StatementSet reduced() {
            StatementSet reduced = in.copy();
            for (StatementId statement : in) {
                reduced.remove(statement);
                boolean meetsAll = true;
                for (StatementSet set : meet) {
                    meetsAll &= set.intersects(reduced);
                }
                if (!meetsAll) {
                    reduced.add(statement);
                }
            }
            return reduced;
        }
    }
}
