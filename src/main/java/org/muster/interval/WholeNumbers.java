package org.muster.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Counts the whole numbers in intervals: men and tanks come whole, so [100, 200] contains 101 possible counts. */
final class WholeNumbers {
    /** Up to here, sums of counts are exact in doubles. */
    private static final double SMALL = 0x1p50;

    /**
     * More digits than are needed to distinguish a quotient of two counts from the midpoint of two doubles, so that
     * rounding twice is rounding once.
     */
    private static final MathContext BEYOND_TIES = new MathContext(800, RoundingMode.HALF_EVEN);

    private WholeNumbers() {}

    static OptionalDouble overlap(Interval first, Interval second) {
        if (isUnbounded(first) || isUnbounded(second)) {
            return OptionalDouble.empty();
        }
        Interval shared = first.intersection(second);
        if (isSmall(first) && isSmall(second)) {
            double common = count(shared);
            double all = count(first) + count(second) - common;
            return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(common / all);
        }
        BigInteger common = countExactly(shared);
        BigInteger all = countExactly(first).add(countExactly(second)).subtract(common);
        return all.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(new BigDecimal(common)
                        .divide(new BigDecimal(all), BEYOND_TIES)
                        .doubleValue());
    }

    static Optional<BigInteger> countIn(Interval interval) {
        return isUnbounded(interval) ? Optional.empty() : Optional.of(countExactly(interval));
    }

    private static boolean isUnbounded(Interval interval) {
        return !interval.isEmpty() && !interval.isCommon();
    }

    private static boolean isSmall(Interval interval) {
        return interval.isEmpty() || interval.mag() <= SMALL;
    }

    private static double count(Interval interval) {
        return interval.isEmpty() ? 0 : Math.floor(interval.sup()) - Math.ceil(interval.inf()) + 1;
    }

    private static BigInteger countExactly(Interval interval) {
        if (interval.isEmpty()) {
            return BigInteger.ZERO;
        }
        BigInteger last = new BigDecimal(Math.floor(interval.sup())).toBigIntegerExact();
        BigInteger first = new BigDecimal(Math.ceil(interval.inf())).toBigIntegerExact();
        return last.subtract(first).add(BigInteger.ONE);
    }
}
