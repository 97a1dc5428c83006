package org.muster.summarize;

import org.muster.compare.QuantityRange.Firmness;

/** Claims with a number that are not to be named, column by column. */
final class ClaimBatch {

    private static final int MOST = 512;
    private static final int FIRMNESS_BITS = 2;
    private static final Firmness[] FIRMNESS = Firmness.values();

    private final long[] keys = new long[MOST]; // the numbers of group and speaker, and the firmness
    private final int[] dates = new int[MOST];
    private final double[] lows = new double[MOST];
    private final double[] highs = new double[MOST];
    private int size;

    void add(int group, int speaker, int date, Firmness firmness, double low, double high) {
        keys[size] = key(group, speaker, firmness);
        dates[size] = date;
        lows[size] = low;
        highs[size] = high;
        size++;
    }

    static long key(int group, int speaker, Firmness firmness) {
        return (long) group << Integer.SIZE | (long) speaker << FIRMNESS_BITS | firmness.ordinal();
    }

    /** The key of the firm claims of the same speaker. */
    static long firm(long key) {
        return key & -FIRMNESS.length | Firmness.FIRM.ordinal();
    }

    static int group(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    static int speaker(long key) {
        return (int) key >>> FIRMNESS_BITS;
    }

    static Firmness firmness(long key) {
        return FIRMNESS[(int) key & FIRMNESS.length - 1];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == MOST;
    }

    void clear() {
        size = 0;
    }

    /** Of which group a claim is, who speaks, and how firmly. */
    long key(int claim) {
        return keys[claim];
    }

    /** The number of a claim's date. */
    int date(int claim) {
        return dates[claim];
    }

    double low(int claim) {
        return lows[claim];
    }

    double high(int claim) {
        return highs[claim];
    }
}
