package org.muster.importing.table;

import java.util.Arrays;

/**
 * A set of texts of which only 64-bit hashes are kept, in 16 to 32 bytes each. Among ten million, one pair of different
 * texts is taken for the same with a probability of three in a million.
 */
final class Fingerprints {

    private long[] slots = new long[1 << 10];
    private int count;
    private boolean hasZero;

    /** Returns the hash of several texts in turn. */
    static long of(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return (mixed ^ 0x1_0000) * 0x9E3779B97F4A7C15L; // the end of the text, which no character is
    }

    /** Adds a hash; returns whether it is new. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (2 * (count + 1) > slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            count = 0;
            Arrays.stream(old).filter(kept -> kept != 0).forEach(this::put);
        }
        return put(hash);
    }

    private boolean put(long hash) {
        int at = (int) (hash >>> 20) & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hash;
        count++;
        return true;
    }
}
