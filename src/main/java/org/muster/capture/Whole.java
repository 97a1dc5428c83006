package org.muster.capture;

import java.util.Objects;
import java.util.Optional;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/** Ranges of counts. */
final class Whole {
    /** Up to here, every whole number is a double. */
    static final double LARGEST = 0x1p53;

    private Whole() {}

    /** Returns the whole numbers of a range of counts, which may have no upper end. */
    static Interval require(Interval range, String name) {
        Interval whole = Objects.requireNonNull(range, name).toWholeNumbers();
        boolean isCount = !whole.isEmpty()
                && whole.inf() >= 0
                && whole.inf() <= LARGEST
                && (whole.sup() <= LARGEST || whole.sup() == Double.POSITIVE_INFINITY);
        if (!isCount) {
            throw new IllegalArgumentException(name + ": " + range + " is not a range of counts from 0 to 2^53");
        }
        return whole;
    }

    static Interval tightest(Rational low, Optional<Rational> high) {
        return new RationalRange(low, high).toInterval();
    }
}
