package org.muster.meta;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.muster.interval.Interval;

/**
 * A range that cannot take part in a meta-analysis on the logarithmic scale.
 *
 * @param index its place in the list that was given, from 0
 * @param range the range
 * @param reason why it was left out
 */
public record LeftOut(int index, Interval range, Reason reason) {

    /** Why a range has no logarithm with a standard error. */
    public enum Reason {
        /** The range is empty: nothing is known. */
        EMPTY,
        /** The range has no upper end, such as "at least 300". */
        OPEN,
        /** The range reaches 0 or goes below it, where there is no logarithm. */
        REACHES_ZERO,
        /** The range is a single number, which says nothing of how uncertain it is. */
        SINGLE_NUMBER;

        /** Returns the reason in words: {@code reaches zero}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Checks that nothing is null. */
    public LeftOut {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(reason, "reason");
    }

    static Optional<Reason> reason(Interval range) {
        if (range.isEmpty()) {
            return Optional.of(Reason.EMPTY);
        }
        if (range.inf() <= 0) {
            return Optional.of(Reason.REACHES_ZERO);
        }
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return Optional.of(Reason.OPEN);
        }
        return range.isSingleton() ? Optional.of(Reason.SINGLE_NUMBER) : Optional.empty();
    }
}
