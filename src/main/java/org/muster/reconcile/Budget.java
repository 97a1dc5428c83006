package org.muster.reconcile;

/**
 * How much work a search may do, counted in numbers looked at and not in seconds, so that it ends at the same place every
 * time.
 */
final class Budget {

    /** What the search for the conflicts of quantities that hang together may cost, and again that for their corrections. */
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
