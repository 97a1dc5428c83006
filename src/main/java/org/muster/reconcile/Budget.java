package org.muster.reconcile;

/**
 * How much work a search may do, measured in numbers examined rather than seconds, so that it stops at the same point
 * every time.
 */
final class Budget {

    private static final long MOST_OF_ALL = 400_000_000; // of all connected components

    static final long MOST = 20_000_000; // of one connected component
    static final long LEAST = 20_000;
    private static final long LEAST_OF_A_STATEMENT = 500; // so that a large component is looked at some thirty times

    private long left;

    Budget(long most) {
        this.left = most;
    }

    /**
     * Returns the budget of the search for the conflicts of one connected component; the search for its corrections gets
     * the same again, as do the proofs.
     *
     * @param components the number of connected components with conflicts
     * @param statements the number of statements in this one
     */
    static long of(int components, int statements) {
        long share = Math.max(LEAST, Math.min(MOST, MOST_OF_ALL / components));
        return Math.max(share, LEAST_OF_A_STATEMENT * statements);
    }

    void spend(long work) {
        left -= work;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
