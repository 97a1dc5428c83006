package org.muster.meta;

import java.util.function.DoubleUnaryOperator;

/** Roots to the last digit, by halving until no double lies in between. */
final class Roots {
    private Roots() {}

    /**
     * Returns the place from 0 up to a limit at which a falling function reaches 0: 0 if it starts below, the limit if it
     * ends above.
     */
    static double sink(DoubleUnaryOperator falling, double limit) {
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
