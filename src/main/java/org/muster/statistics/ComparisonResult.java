package org.muster.statistics;

import org.muster.interval.Interval;

/** How a first sample compares with a second, whatever the true values are. */
public enum ComparisonResult {
    /** The first is less, for every choice of values. */
    LESS,
    /** The first is greater, for every choice of values. */
    GREATER,
    /** No difference, or none that the test shows, for every choice of values. */
    NO_DIFFERENCE,
    /** It depends on where in their ranges the true values lie. */
    UNDECIDED;

    /**
     * Returns the result for a range of differences.
     *
     * @param difference the range of first minus second
     * @param line the threshold that a difference must exceed to count, from 0 up
     * @return LESS if all are below −line, GREATER if all are above the line, NO_DIFFERENCE if none is either
     * @throws IllegalArgumentException if the difference is empty, or the line is not a number from 0 up
     */
    public static ComparisonResult of(Interval difference, double line) {
        if (difference.isEmpty() || !(line >= 0)) {
            throw new IllegalArgumentException(
                    "difference: " + difference + ", line: " + line + " do not give a result");
        }
        if (difference.inf() > line) {
            return GREATER;
        }
        if (difference.sup() < -line) {
            return LESS;
        }
        return difference.inf() >= -line && difference.sup() <= line ? NO_DIFFERENCE : UNDECIDED;
    }
}
