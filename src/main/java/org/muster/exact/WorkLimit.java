package org.muster.exact;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much work some linear programmes may take together, in numbers computed rather than in seconds, so that they stop at the
 * same point every time.
 */
public final class WorkLimit {

    private final AtomicLong left;

    /**
     * Makes a limit.
     *
     * @param most how many entries of tableaux may be computed, about; tens of millions take a second
     */
    public WorkLimit(long most) {
        this.left = new AtomicLong(most);
    }

    /** Makes a limit that is never reached. */
    static WorkLimit none() {
        return new WorkLimit(Long.MAX_VALUE);
    }

    /**
     * Takes note of work.
     *
     * @throws WorkLimitException if it is more than is left
     */
    void spend(long work) {
        if (left.addAndGet(-work) < 0) {
            throw new WorkLimitException();
        }
    }

    /** Returns how much is left. */
    @Override
    public String toString() {
        return Math.max(0, left.get()) + " left";
    }
}
