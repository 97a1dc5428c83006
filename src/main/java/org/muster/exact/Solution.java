package org.muster.exact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The greatest or least value of a form, or of a ratio of two forms, or why there is none. */
public sealed interface Solution {

    /**
     * Returns the greatest or least value, whether it is attained or only approached.
     *
     * @return the value; empty if there is none
     */
    default Optional<Rational> value() {
        return Optional.empty();
    }

    /**
     * The value is attained.
     *
     * @param optimum the greatest or least value
     * @param point a point that attains it
     * @param proof that a form cannot exceed its limit. For a maximum of f: that f is at most the optimum. For a
     *     minimum: that −f is at most −optimum. For a greatest ratio n/d = r: that n − r·d is at most 0; for a least
     *     ratio: that r·d − n is at most 0
     */
    record Optimum(Rational optimum, List<Rational> point, Proof proof) implements Solution {

        /** Copies the point. */
        public Optimum {
            point = List.copyOf(Objects.requireNonNull(point, "point"));
        }

        @Override
        public Optional<Rational> value() {
            return Optional.of(optimum);
        }
    }

    /**
     * A ratio comes arbitrarily close to the value, from the point along the ray, and never attains it.
     *
     * @param limit the value
     * @param point the starting point
     * @param ray the direction
     * @param proof as for an {@link Optimum}
     */
    record Limit(Rational limit, List<Rational> point, List<Rational> ray, Proof proof) implements Solution {

        /** Copies the point and the ray. */
        public Limit {
            point = List.copyOf(Objects.requireNonNull(point, "point"));
            ray = List.copyOf(Objects.requireNonNull(ray, "ray"));
        }

        @Override
        public Optional<Rational> value() {
            return Optional.of(limit);
        }
    }

    /**
     * There is no greatest or least value.
     *
     * <p>A form grows (or falls) without limit from the point along the ray. So does a ratio, unless its denominator is
     * 0 at the point: then the ray leads to points where it is not, and the ratio grows without limit on the way back.
     *
     * @param point the starting point
     * @param ray the direction
     */
    record Unbounded(List<Rational> point, List<Rational> ray) implements Solution {

        /** Copies the point and the ray. */
        public Unbounded {
            point = List.copyOf(Objects.requireNonNull(point, "point"));
            ray = List.copyOf(Objects.requireNonNull(ray, "ray"));
        }
    }

    /** A ratio is undefined: its denominator is 0 everywhere. */
    record Undefined() implements Solution {}

    /**
     * No point satisfies all bounds and constraints.
     *
     * @param proof that 0 is at most a number below 0; its multipliers are whole and have no common factor
     */
    record Infeasible(Proof proof) implements Solution {

        /**
         * Returns the gap between the ends that the proof combines.
         *
         * @return a number above 0
         */
        public Rational shortfall() {
            return proof.limit().negate();
        }
    }
}
