package org.muster.meta;

import java.util.function.DoubleUnaryOperator;

/** Roots to the last digit, by halving until no double lies in between. */
final class Roots {
    private Roots() {}

    /**
     * Returns the place from 0 up at which a falling function reaches 0: 0 if it starts below.
     *
     * @param falling a function that is below 0 from some number on
     * @param guess a number above 0 from which to look for one beyond the root
     */
    static double sink(DoubleUnaryOperator falling, double guess) {
        double limit = guess;
        while (falling.applyAsDouble(limit) > 0) {
            limit *= 2;
        }
        return falling.applyAsDouble(0) <= 0 ? 0 : sink(falling, 0, limit);
    }

    /** Returns the place at which a function that is above 0 at one number first is not so at a greater one. */
    static double sink(DoubleUnaryOperator function, double above, double below) {
        double low = above;
        double high = below;
        for (double middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (function.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
