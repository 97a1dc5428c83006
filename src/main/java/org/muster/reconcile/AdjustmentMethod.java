package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * From which points of the stated ranges, and with which weights, single values are adjusted to the rules. There is no
 * default: a caller who wants single values has to choose.
 *
 * @param point the value that represents a range
 * @param weights how costly it is to move a value
 */
public record AdjustmentMethod(Point point, Weights weights) {

    /** Which value represents a stated range. A range without an upper end is ignored. */
    public enum Point {
        /** The best value that the claims state, if they state one; a range of a single number is its own best value. */
        BEST,
        /** The low end. */
        LOW,
        /** The high end. */
        HIGH,
        /** The middle of the range. */
        MID;

        OptionalDouble of(Quantity quantity, Interval range, Dossier dossier) {
            if (!range.isCommon()) {
                return OptionalDouble.empty();
            }
            return switch (this) {
                case LOW -> OptionalDouble.of(range.inf());
                case HIGH -> OptionalDouble.of(range.sup());
                case MID -> OptionalDouble.of(range.mid());
                case BEST -> range.isSingleton() ? OptionalDouble.of(range.inf()) : best(quantity, dossier);
            };
        }

        /** Returns the best value of the claims that state one, if they all state the same. */
        private static OptionalDouble best(Quantity quantity, Dossier dossier) {
            OptionalDouble best = OptionalDouble.empty();
            for (Claim claim : dossier.claims(quantity)) {
                OptionalDouble stated = claim.figure().best();
                if (stated.isPresent()) {
                    if (best.isPresent() && best.getAsDouble() != stated.getAsDouble()) {
                        return OptionalDouble.empty();
                    }
                    best = stated;
                }
            }
            return best;
        }
    }

    /** How costly it is to move a value: the inverse of its variance in weighted least squares. */
    public enum Weights {
        /** All values have the same weight. */
        EQUAL,
        /** The wider the range, the cheaper: the variance is the square of half its width. */
        WIDTH,
        /** The better the grade, the costlier: the weight is the greatest {@linkplain Costs cost} of a claim. */
        GRADE;

        double variance(Quantity quantity, Interval range, Ranges ranges, Costs costs) {
            return switch (this) {
                case EQUAL -> 1;
                case WIDTH -> range.isSingleton() ? 1 : range.rad() * range.rad(); // its range fixes a single number
                case GRADE -> 1.0 / grade(quantity, ranges, costs);
            };
        }

        private static int grade(Quantity quantity, Ranges ranges, Costs costs) {
            int greatest = 2;
            for (Claim claim : ranges.of(quantity).claims()) {
                greatest = Math.max(greatest, costs.of(claim, ranges.dossier()));
            }
            return greatest;
        }
    }

    /** Checks that nothing is null. */
    public AdjustmentMethod {
        requireNonNull(point, "point");
        requireNonNull(weights, "weights");
    }

    /**
     * Reads a choice.
     *
     * @param point {@code best}, {@code low}, {@code high} or {@code mid}
     * @param weights {@code equal}, {@code width} or {@code grade}
     * @return the choice
     * @throws IllegalArgumentException if a word is none of these
     */
    public static AdjustmentMethod parse(String point, String weights) {
        return new AdjustmentMethod(
                word(Point.values(), point, "adjust", "best, low, high, mid"),
                word(Weights.values(), weights, "weights", "equal, width, grade"));
    }

    private static <T extends Enum<T>> T word(T[] values, String word, String what, String expected) {
        Optional<T> found = Optional.empty();
        for (T value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                found = Optional.of(value);
            }
        }
        return found.orElseThrow(
                () -> new IllegalArgumentException(what + " \"" + word + "\" is not one of " + expected));
    }

    /** Returns both choices in words: {@code mid, weights width}. */
    @Override
    public String toString() {
        return point.name().toLowerCase(Locale.ROOT) + ", weights "
                + weights.name().toLowerCase(Locale.ROOT);
    }
}
