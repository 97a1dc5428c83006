package org.muster.figure;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;

/**
 * What a source writes of one count: the text as written, the range it states, how firmly, and sometimes a best value.
 *
 * <p>Counts are never below 0. A figure without a number ("unknown", "heavy") is kept and has no range: missing is not
 * zero. The best value is a third number that the source states, not the middle of the range.
 *
 * <p>Every figure with a number is one of three: {@linkplain #isFirm() firm}, {@linkplain #isSoft() soft} or
 * {@linkplain #isOneSided() one-sided}.
 *
 * @param text the text as written; may be blank if the numbers were given separately
 * @param range what the text states, present if and only if the qualifier
 *     {@linkplain Qualifier#hasNumber() has a number}; not empty, not below 0, open above for lower bounds
 * @param qualifier how firmly the source states it
 * @param best the value the source considers most likely, inside the range; empty if it names none
 * @param unit the value of one unit of the last written digit: 1 for "12,031", 100000 for "1.5 million"; for a range,
 *     the finer of its two; positive. Rounding moves a number by at most half of it
 */
public record Figure(String text, Optional<Interval> range, Qualifier qualifier, OptionalDouble best, double unit) {

    /**
     * Checks the components.
     *
     * @param text the text as written
     * @param range what it states, if it has a number
     * @param qualifier how firmly
     * @param best the value considered most likely, if any
     * @param unit the value of one unit of the last written digit
     * @throws IllegalArgumentException if range and qualifier do not match, the range is empty or extends below 0, the
     *     best value lies outside it, or the unit is not positive and finite
     */
    public Figure {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(best, "best");
        if (!isSound(range.orElse(null), qualifier, best, unit)) {
            throw new IllegalArgumentException(refusal(range, qualifier, best, unit));
        }
    }

    private static boolean isSound(@Nullable Interval range, Qualifier qualifier, OptionalDouble best, double unit) {
        boolean fits = range == null ? best.isEmpty() : !range.isEmpty() && range.inf() >= 0 && contains(range, best);
        return fits && (range != null) == qualifier.hasNumber() && unit > 0 && unit < Double.POSITIVE_INFINITY;
    }

    private static boolean contains(Interval range, OptionalDouble best) {
        return best.isEmpty() || range.contains(best.getAsDouble());
    }

    /** Returns why the components do not make a figure; blank if they do. */
    private static String refusal(Optional<Interval> range, Qualifier qualifier, OptionalDouble best, double unit) {
        if (range.isPresent() != qualifier.hasNumber()) {
            return range.isPresent()
                    ? "range " + range.get() + " does not match the qualifier \"" + qualifier
                            + "\", which stands for a figure without a number"
                    : "range is missing: the qualifier \"" + qualifier + "\" needs one";
        }
        if (range.isPresent() && range.get().isEmpty()) {
            return "range is empty: a figure states at least one count";
        }
        if (range.isPresent() && range.get().inf() < 0) {
            return "range " + range.get() + " extends below 0; a count is never negative";
        }
        if (best.isPresent() && !(range.isPresent() && range.get().contains(best.getAsDouble()))) {
            return "best " + best.getAsDouble() + " lies outside the range "
                    + (range.isPresent() ? range.get().toString() : "of a figure without a number");
        }
        return "unit " + unit + " is not a positive number";
    }

    /**
     * Returns a figure whose range is known independently of its text. The unit is 1, or for {@link Qualifier#ROUNDED}
     * the place of the last digit that is not a trailing zero: 100000 for [1500000, 1500000].
     *
     * @param text the text as written, or blank
     * @param range the range it states
     * @param qualifier a qualifier that has a number
     * @return the figure, without a best value
     * @throws IllegalArgumentException as the {@linkplain #Figure constructor}
     */
    public static Figure of(String text, Interval range, Qualifier qualifier) {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(qualifier, "qualifier");
        double unit = qualifier == Qualifier.ROUNDED && !range.isEmpty()
                ? Math.min(lastPlace(range.inf()), lastPlace(range.sup()))
                : 1;
        return new Figure(
                text,
                Optional.of(range),
                qualifier,
                OptionalDouble.empty(),
                unit < Double.POSITIVE_INFINITY ? unit : 1);
    }

    /**
     * Returns a figure without a number.
     *
     * @param text the text as written
     * @param qualifier {@link Qualifier#UNKNOWN} or {@link Qualifier#WORDS}
     * @return the figure, without a range
     * @throws IllegalArgumentException if the qualifier is one that has a number
     */
    public static Figure withoutNumber(String text, Qualifier qualifier) {
        return new Figure(text, Optional.empty(), qualifier, OptionalDouble.empty(), 1);
    }

    /**
     * Returns whether the source gives a number at all.
     *
     * @return true if there is a range
     */
    public boolean hasNumber() {
        return range.isPresent();
    }

    /**
     * Returns whether the figure is closed and stated without reservation.
     *
     * @return true if it has a number and is neither soft nor one-sided
     */
    public boolean isFirm() {
        return hasNumber() && !isSoft() && !isOneSided();
    }

    /**
     * Returns whether the figure is a closed estimate.
     *
     * @return true if its qualifier is soft and its range has an upper end
     */
    public boolean isSoft() {
        return qualifier.isSoft() && !isOneSided();
    }

    /**
     * Returns whether the figure only bounds the count.
     *
     * @return true if its qualifier is one-sided or its range has no upper end
     */
    public boolean isOneSided() {
        return hasNumber() && (qualifier.isOneSided() || range.orElseThrow().sup() == Double.POSITIVE_INFINITY);
    }

    /** Returns the text, what it was read as and how firmly: {@code 9,780–12,031 killed → [9780, 12031] exactly}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(text.length() + 40).append(text).append(text.isEmpty() ? "→ " : " → ");
        if (range.isPresent()) {
            line.append(range.get()).append(' ');
        }
        line.append(qualifier);
        if (best.isPresent()) {
            double value = best.getAsDouble();
            line.append(", best ");
            if (value == Math.rint(value) && value < 1e15) {
                line.append((long) value);
            } else {
                line.append(value);
            }
        }
        return line.toString();
    }

    /**
     * Returns the greatest power of ten that divides a whole number; infinite for 0 and infinity, 1 for other numbers.
     */
    private static double lastPlace(double value) {
        if (value == 0 || value == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double place = 1;
        while (value % (place * 10) == 0) {
            place *= 10;
        }
        return place;
    }
}
