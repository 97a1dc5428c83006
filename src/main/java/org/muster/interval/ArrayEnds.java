package org.muster.interval;

import org.jspecify.annotations.Nullable;

/**
 * The ends of a column, or of one interval that stands for a column of any length, and what is known about them block
 * by block. A column does not change, so its ends are classified once, when they are first used in a computation, and
 * not in every operation.
 */
final class ArrayEnds {
    /** The length of a block, short enough to stay in the L1 cache. */
    static final int BLOCK = 1024;

    /** An end of the block is not moderate: only the operations of {@link Interval} are correct on it. */
    static final byte ANY = 0;

    /** Every end is 0 or of a magnitude from {@link #LEAST} to {@link #MOST}: no residual underflows or overflows. */
    static final byte MODERATE = 1;

    /** Moderate, and no end is negative. */
    static final byte NOT_NEGATIVE = 2;

    /** Moderate, and every end is positive. */
    static final byte POSITIVE = 3;

    private static final double LEAST = 0x1p-300;
    private static final double MOST = 0x1p300;

    final double[] lo;
    final double[] hi;
    final boolean repeated;
    private byte @Nullable [] kinds;

    ArrayEnds(double[] lo, double[] hi, boolean repeated) {
        this.lo = lo;
        this.hi = hi;
        this.repeated = repeated;
    }

    static ArrayEnds repeat(Interval interval, int size) {
        int n = Math.min(size, BLOCK);
        ArrayEnds ends = new ArrayEnds(new double[n], new double[n], true);
        for (int i = 0; i < n; i++) {
            ends.set(i, interval);
        }
        return ends;
    }

    Interval get(int i) {
        int at = repeated ? i % BLOCK : i;
        return new Interval(lo[at], hi[at]);
    }

    void set(int i, Interval interval) {
        lo[i] = interval.isEmpty() ? Double.NaN : interval.inf();
        hi[i] = interval.isEmpty() ? Double.NaN : interval.sup();
    }

    /** Returns what is known about all ends in the block that begins at an element. */
    byte kind(int from) {
        return kinds()[repeated ? 0 : from / BLOCK];
    }

    private synchronized byte[] kinds() {
        if (kinds == null) {
            byte[] found = new byte[(lo.length + BLOCK - 1) / BLOCK];
            for (int block = 0; block < found.length; block++) {
                int from = block * BLOCK;
                found[block] = kind(from, Math.min(lo.length, from + BLOCK));
            }
            kinds = found;
        }
        return kinds;
    }

    private byte kind(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (!isModerate(lo[i]) || !isModerate(hi[i])) {
                return ANY;
            }
            least = Math.min(least, lo[i]);
        }
        return least > 0 ? POSITIVE : least == 0 ? NOT_NEGATIVE : MODERATE;
    }

    private static boolean isModerate(double end) {
        double magnitude = Math.abs(end);
        return magnitude >= LEAST && magnitude <= MOST || end == 0;
    }
}
