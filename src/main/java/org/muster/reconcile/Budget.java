package org.muster.reconcile;

/**
 * How much work a search may do, measured in numbers examined rather than seconds, so that it stops at the same point
 * every time.
 */
final class Budget {

    /**
     * The budget of the search for the conflicts of one connected component; the search for its corrections gets the
     * same again.
     */
    static final long USUAL = 20_000_000;

    private long left;

    Budget(long most) {
        this.left = most;
    }

    void spend(long work) {
        left -= work;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
