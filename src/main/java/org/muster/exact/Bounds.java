package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.muster.interval.Interval;

/**
 * The bounds of a number: at least the low end and at most the high end, either of which may be absent. The ends may
 * come from different claims, so low may be above high. Then no number satisfies them, and a linear programme gives
 * both ends as the reason.
 *
 * @param low the least value; empty if there is none
 * @param high the greatest value; empty if there is none
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
        return new Bounds(Optional.of(requireNonNull(low, "low")), Optional.of(requireNonNull(high, "high")));
    }

    /**
     * Returns bounds with the ends of an interval.
     *
     * @param range an interval, not empty
     * @return the same numbers
     * @throws IllegalArgumentException if the interval is empty: it has no ends that could be given as a reason
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
     * Returns bounds that allow one number only.
     *
     * @param value the number
     * @return from the value to the value
     */
    public static Bounds exactly(Rational value) {
        return of(requireNonNull(value, "value"), value);
    }

    /**
     * Returns a lower bound.
     *
     * @param low the least value
     * @return low or more
     */
    public static Bounds atLeast(Rational low) {
        return new Bounds(Optional.of(requireNonNull(low, "low")), Optional.empty());
    }

    /**
     * Returns an upper bound.
     *
     * @param high the greatest value
     * @return high or less
     */
    public static Bounds atMost(Rational high) {
        return new Bounds(Optional.empty(), Optional.of(requireNonNull(high, "high")));
    }

    /**
     * Returns whether a number is within the bounds.
     *
     * @param value a number
     * @return whether it is neither below low nor above high
     */
    public boolean contains(Rational value) {
        return (low.isEmpty() || low.get().compareTo(value) <= 0)
                && (high.isEmpty() || value.compareTo(high.get()) <= 0);
    }

    /**
     * Returns whether all ends are whole numbers.
     *
     * @return whether each end that is present is a whole number
     */
    public boolean isWhole() {
        return low.map(Rational::isWhole).orElse(true)
                && high.map(Rational::isWhole).orElse(true);
    }

    /**
     * Returns the numbers within both bounds.
     *
     * @param other other bounds
     * @return the greater low end and the lesser high end; empty if no number is within both
     */
    public Bounds intersection(Bounds other) {
        boolean higher =
                other.low.isPresent() && (low.isEmpty() || other.low.get().compareTo(low.get()) > 0);
        boolean lower =
                other.high.isPresent() && (high.isEmpty() || other.high.get().compareTo(high.get()) < 0);
        return new Bounds(higher ? other.low : low, lower ? other.high : high);
    }

    /**
     * Returns whether no number is within the bounds.
     *
     * @return whether low is above high
     */
    public boolean isEmpty() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    }

    /**
     * Returns the tightest interval of doubles around the numbers within the bounds.
     *
     * @return an interval, empty if there are no such numbers
     */
    public Interval toInterval() {
        if (isEmpty()) {
            return Interval.EMPTY;
        }
        return Interval.of(
                low.isPresent() ? low.get().around().inf() : Double.NEGATIVE_INFINITY,
                high.isPresent() ? high.get().around().sup() : Double.POSITIVE_INFINITY);
    }

    /** Returns the ends as fractions: {@code [20/3, Infinity]}. */
    @Override
    public String toString() {
        return "[" + low.map(Rational::toString).orElse("-Infinity") + ", "
                + high.map(Rational::toString).orElse("Infinity") + "]";
    }
}
