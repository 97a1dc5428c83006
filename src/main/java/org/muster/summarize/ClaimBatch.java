package org.muster.summarize;

import java.util.Arrays;
import org.muster.compare.QuantityRange.Firmness;

/** Claims with a number that are not to be named, column by column. */
final class ClaimBatch {

    /** How much memory a claim takes. */
    static final int CLAIM_BYTES = 3 * Long.BYTES + Integer.BYTES;

    private static final int FIRST = 512;
    private static final int FIRMNESS_BITS = 2;
    private static final long SOFT = 1;
    private static final long BOUND = 2;

    private final int most;
    private long[] keys = new long[FIRST]; // the numbers of group and speaker, and the firmness
    private int[] dates = new int[FIRST];
    private double[] lows = new double[FIRST];
    private double[] highs = new double[FIRST];
    private int size;

    /** @param most with how many claims it is full */
    ClaimBatch(int most) {
        this.most = most;
    }

    /** Adds a claim, unless it is full. */
    void add(long key, int date, double low, double high) {
        if (size == keys.length) {
            int length = Math.min(2 * size, most);
            keys = Arrays.copyOf(keys, length);
            dates = Arrays.copyOf(dates, length);
            lows = Arrays.copyOf(lows, length);
            highs = Arrays.copyOf(highs, length);
        }
        keys[size] = key;
        dates[size] = date;
        lows[size] = low;
        highs[size] = high;
        size++;
    }

    static long key(int group, int speaker, Firmness firmness) {
        return (long) group << Integer.SIZE
                | (long) speaker << FIRMNESS_BITS
                | (firmness == Firmness.FIRM ? 0 : firmness == Firmness.SOFT ? SOFT : BOUND);
    }

    /** Adds the claims to their groups, and is then empty. */
    void addToGroups(ClaimNumbers numbers) {
        for (int i = 0; i < size; i++) {
            numbers.groups()
                    .get(group(keys[i]))
                    .add(
                            numbers.speakers().get(speaker(keys[i])),
                            numbers.date(dates[i]),
                            firmness(keys[i]),
                            lows[i],
                            highs[i],
                            null);
        }
        size = 0;
    }

    /** The key of the firm claims of the same speaker. */
    static long firm(long key) {
        return key & ~(SOFT | BOUND);
    }

    static int group(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    static int speaker(long key) {
        return (int) key >>> FIRMNESS_BITS;
    }

    static Firmness firmness(long key) {
        return (key & BOUND) != 0 ? Firmness.BOUND : (key & SOFT) != 0 ? Firmness.SOFT : Firmness.FIRM;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size >= most;
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
