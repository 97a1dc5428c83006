package org.muster.adjust;

/**
 * The whole numbers next to a number.
 *
 * @param floor the greatest whole number not above it
 * @param remainder the rest, from 0 to below 1; 0 if the number differs from a whole one only by rounding
 */
record AdjacentIntegers(long floor, double remainder) {

    private static final double WHOLE = 1e-6;
    private static final double LARGEST = 0x1p53;

    /** Returns the integers adjacent to a number. */
    static AdjacentIntegers of(double number) {
        if (!(Math.abs(number) <= LARGEST)) {
            throw new IllegalArgumentException(number + " has no whole numbers next to it: not finite or beyond 2^53");
        }
        double nearest = Math.rint(number);
        if (Math.abs(number - nearest) <= WHOLE) {
            return new AdjacentIntegers((long) nearest, 0);
        }
        return new AdjacentIntegers((long) Math.floor(number), number - Math.floor(number));
    }

    boolean isWhole() {
        return remainder == 0;
    }

    long ceiling() {
        return isWhole() ? floor : floor + 1;
    }
}
