package org.muster.reconcile;

/**
 * How much work a search may do, measured in numbers examined rather than seconds, so that it stops at the same point
 * every time, unless a time limit ends it before.
 */
final class Budget {

    private static final long MOST_OF_ALL = 400_000_000; // of all connected components

    static final long MOST = 20_000_000; // of one connected component
    static final long LEAST = 20_000;
    private static final long LEAST_OF_A_STATEMENT = 500; // so that a large component is looked at some thirty times

    private final long most;
    private final TimeLimit limit;
    private long left;

    Budget(long most) {
        this(most, TimeLimit.NONE);
    }

    Budget(long most, TimeLimit limit) {
        this.most = most;
        this.limit = limit;
        this.left = most;
    }

    /** Returns this budget, unspent. */
    Budget unspent() {
        return new Budget(most, limit);
    }

    /** Returns why a search that did not find everything was stopped. */
    String whyStopped() {
        return limit.isOver() ? "the search was stopped by " + limit : "the search was stopped early";
    }

    /** Returns an unspent budget of a multiple of this one's work, within the same time limit. */
    Budget times(int factor) {
        return new Budget(factor * Math.max(LEAST, most), limit);
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
        return left <= 0 || limit.isOver();
    }
}
