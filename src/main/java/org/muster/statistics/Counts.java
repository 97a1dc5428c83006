package org.muster.statistics;

import java.util.Objects;
import org.muster.interval.Interval;

/** Ranges of whole numbers. */
final class Counts {
    private Counts() {}

    static Interval require(Interval range, String name) {
        Interval whole = Objects.requireNonNull(range, name).toWholeNumbers();
        if (whole.isEmpty() || whole.inf() < 0 || whole.sup() > Integer.MAX_VALUE - 1) {
            throw new IllegalArgumentException(
                    name + ": " + range + " is not a range of counts from 0 to " + (Integer.MAX_VALUE - 1));
        }
        return whole;
    }
}
