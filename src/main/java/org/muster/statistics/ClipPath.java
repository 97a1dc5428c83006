package org.muster.statistics;

import java.util.Arrays;

/**
 * The path along which every choice of values is as even as its sum allows: x = clip(c, lo, hi) for one number c, each
 * value as near to c as its range allows. Every statistic that grows with unevenness (is Schur-convex) has its minimum
 * on this path, so that one number is sought instead of n. Only the sorted ends matter, not which of them belong
 * together.
 *
 * <p>As c grows, a value stays at its low end, then follows c, then stays at its high end. Between two neighbouring
 * ends the values that do not follow c, the <i>fixed</i> ones, do not change. The place of the minimum is found by
 * bisection over the 2n ends with the sign of the slope, so the whole takes O(n log n).
 */
final class ClipPath {

    /** The sign of the slope of a statistic along the path, with a single change from −1 to 1. */
    interface Slope {
        /**
         * Returns the sign of the slope at a number. It may be 0 if it is in doubt, but is never wrong.
         *
         * @param c the number that the values are clipped to
         * @param below the number of high ends below it
         * @param above the number of low ends above it
         */
        int sign(double c, int below, int above);
    }

    final int n;
    final double[] lo;
    final double[] hi;

    /**
     * The number of values that certainly stay at their high ends (the first ones), and at their low ends (the last
     * ones).
     */
    int below;

    int above;

    /** Takes over both arrays and sorts them. */
    ClipPath(double[] lows, double[] highs) {
        n = lows.length;
        lo = lows;
        hi = highs;
        Arrays.sort(lo);
        Arrays.sort(hi);
    }

    /** Returns whether all values can be equal. */
    boolean canMeet() {
        return lo[n - 1] <= hi[0];
    }

    /**
     * Finds which values are fixed at the minimum. Where a sign is in doubt, the values in question count as free,
     * which can only lower the minimum.
     */
    void settle(Slope slope) {
        int from = 0;
        int to = n;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (hi[middle] < Double.POSITIVE_INFINITY && sign(slope, hi[middle]) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        below = from;
        from = 0;
        to = n;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (lo[middle] > Double.NEGATIVE_INFINITY && sign(slope, lo[middle]) > 0) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        above = n - from;
    }

    int sign(Slope slope, double c) {
        return slope.sign(c, below(c), n - upTo(c));
    }

    /** Returns how many high ends are below a number. */
    int below(double c) {
        return firstFrom(hi, c);
    }

    /** Returns how many low ends are not above a number. */
    int upTo(double c) {
        return c == Double.POSITIVE_INFINITY ? n : firstFrom(lo, Math.nextUp(c));
    }

    /** Returns the index of the first number that is not below another. */
    private static int firstFrom(double[] sorted, double c) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < c) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Returns how many values follow c. */
    int free() {
        return n - below - above;
    }

    /** Returns the values that are fixed, in ascending order. */
    double[] fixed() {
        return fixed(below, above);
    }

    double[] fixed(int countBelow, int countAbove) {
        double[] fixed = Arrays.copyOf(hi, countBelow + countAbove);
        System.arraycopy(lo, n - countAbove, fixed, countBelow, countAbove);
        return fixed;
    }

    /** Returns all values clipped to a number, in ascending order. */
    double[] clipped(double c) {
        int countBelow = below(c);
        int countAbove = n - upTo(c);
        double[] values = new double[n];
        Arrays.fill(values, c);
        System.arraycopy(hi, 0, values, 0, countBelow);
        System.arraycopy(lo, n - countAbove, values, n - countAbove, countAbove);
        return values;
    }
}
