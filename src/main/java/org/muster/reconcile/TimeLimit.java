package org.muster.reconcile;

import java.time.Duration;

/** How long searches may take, from when it is made. What they find within it depends on the machine. */
final class TimeLimit {

    static final TimeLimit NONE = new TimeLimit(Duration.ofNanos(Long.MAX_VALUE));

    private final Duration length;
    private final long start = System.nanoTime();

    TimeLimit(Duration length) {
        this.length = length;
    }

    boolean isOver() {
        return System.nanoTime() - start >= length.toNanos();
    }

    /** Returns what a reader is told: {@code the time limit of 5 s}. */
    @Override
    public String toString() {
        return "the time limit of " + (length.toSeconds() > 0 ? length.toSeconds() + " s" : length.toMillis() + " ms");
    }
}
