package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.util.Optional;
import org.muster.interval.Interval;

/**
 * What a number may be: at least the low end, at most the high end, each of which may be absent. The ends may come from
 * different claims, so low may stand above high. Then no number fits, and a linear programme says so with both ends as
 * the reason.
 *
 * @param low the least value; empty where there is none
 * @param high the greatest value; empty where there is none
 */
public record Bounds(Optional<Rational> low, Optional<Rational> high) {

    /** Any number. */
    public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

    /** Checks that nothing is null. */
    public Bounds {
        requireNonNull(low, "low");
        requireNonNull(high, "high");
    }

    /**
     * Returns bounds on both sides.
     *
     * @param low the least value
     * @param high the greatest value
     * @return from low to high, both included
     */
    public static Bounds of(Rational low, Rational high) {
        return new Bounds(Optional.of(low), Optional.of(high));
    }

    /**
     * Returns bounds with the ends of an interval.
     *
     * @param range an interval, not empty
     * @return the same numbers
     * @throws IllegalArgumentException if the interval is empty: it has no ends to name as a reason
     */
    public static Bounds of(Interval range) {
        if (range.isEmpty()) {
            throw new IllegalArgumentException("range is empty, expected an interval with numbers");
        }
        return new Bounds(end(range.inf()), end(range.sup()));
    }

    private static Optional<Rational> end(double value) {
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(Rational.of(value));
    }

    /**
     * Returns bounds that leave one number.
     *
     * @param value the number
     * @return from the value to the value
     */
    public static Bounds exactly(Rational value) {
        return of(value, value);
    }

    /**
     * Returns a bound from below.
     *
     * @param low the least value
     * @return from low up
     */
    public static Bounds atLeast(Rational low) {
        return new Bounds(Optional.of(low), Optional.empty());
    }

    /**
     * Returns a bound from above.
     *
     * @param high the greatest value
     * @return up to high
     */
    public static Bounds atMost(Rational high) {
        return new Bounds(Optional.empty(), Optional.of(high));
    }

    /**
     * Tells whether a number keeps the bounds.
     *
     * @param value a number
     * @return whether it is neither below low nor above high
     */
    public boolean contains(Rational value) {
        return (low.isEmpty() || low.get().compareTo(value) <= 0)
                && (high.isEmpty() || value.compareTo(high.get()) <= 0);
    }

    /**
     * Says whether the ends are whole numbers.
     *
     * @return whether each end that there is, is whole
     */
    public boolean isWhole() {
        return low.map(Rational::isWhole).orElse(true)
                && high.map(Rational::isWhole).orElse(true);
    }

    /**
     * Returns what lies within both.
     *
     * @param other other bounds
     * @return the greater low end and the lesser high end; empty if nothing lies within both
     */
    public Bounds intersection(Bounds other) {
        boolean higher =
                other.low.isPresent() && (low.isEmpty() || other.low.get().compareTo(low.get()) > 0);
        boolean lower =
                other.high.isPresent() && (high.isEmpty() || other.high.get().compareTo(high.get()) < 0);
        return new Bounds(higher ? other.low : low, lower ? other.high : high);
    }

    /**
     * Tells whether no number keeps the bounds.
     *
     * @return whether low is above high
     */
    public boolean isEmpty() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    }

    /**
     * Returns the tightest interval of doubles around the numbers that keep the bounds.
     *
     * @return an interval, empty if no number keeps them
     */
    public Interval toInterval() {
        if (isEmpty()) {
            return Interval.EMPTY;
        }
        return Interval.of(
                low.isPresent() ? around(low.get()).inf() : Double.NEGATIVE_INFINITY,
                high.isPresent() ? around(high.get()).sup() : Double.POSITIVE_INFINITY);
    }

    private static Interval around(Rational value) {
        return Interval.of(value.bracket(RoundingMode.FLOOR), value.bracket(RoundingMode.CEILING));
    }

    /** Returns the ends as fractions: {@code [20/3, Infinity]}. */
    @Override
    public String toString() {
        return "[" + low.map(Rational::toString).orElse("-Infinity") + ", "
                + high.map(Rational::toString).orElse("Infinity") + "]";
    }
}
