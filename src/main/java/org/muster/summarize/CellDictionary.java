package org.muster.summarize;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muster.text.ByteRow;

/**
 * What some cells of a row mean, remembered by their bytes, so that what a file repeats is read once. If there are too many,
 * all are forgotten and learnt again.
 */
final class CellDictionary<V> {

    private static final int FIRST = 256;
    private static final int MOST = 1 << 17;
    private static final int MOST_BYTES = 1 << 25;
    private static final byte SEPARATOR = (byte) 0xFF; // which is no part of UTF-8
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // The first and the last of each run of adjacent cells, which is looked up as it is written, with separators and
    // quotes.
    private final int[] firsts;
    private final int[] lasts;
    private long[] slots = new long[FIRST]; // a hash, and 1 more than where the key begins; 0 if free
    private @Nullable Object[] values = new Object[FIRST]; // of each slot
    private byte[] keys = new byte[FIRST]; // of all entries: for the garbage collector they are one object
    private int size;
    private int end; // of the keys

    /** @param cells the numbers of the cells */
    CellDictionary(int... cells) {
        int[] sorted = Arrays.stream(cells)
                .filter(cell -> cell >= 0)
                .sorted()
                .distinct()
                .toArray();
        int[] from = new int[sorted.length];
        int[] to = new int[sorted.length];
        int runs = 0;
        for (int cell : sorted) {
            if (runs == 0 || cell > to[runs - 1] + 1) {
                from[runs++] = cell;
            }
            to[runs - 1] = cell;
        }
        firsts = Arrays.copyOf(from, runs);
        lasts = Arrays.copyOf(to, runs);
    }

    /** What the cells of a row mean; null if that is not known. */
    @SuppressWarnings("unchecked") // put takes nothing else
    @Nullable
    V get(ByteRow row) {
        int hash = hash(row);
        int mask = slots.length - 1;
        for (int at = hash & mask; slots[at] != 0; at = at + 1 & mask) {
            if ((int) (slots[at] >>> Integer.SIZE) == hash && isKey((int) slots[at] - 1, row)) {
                return (V) values[at];
            }
        }
        return null;
    }

    private int hash(ByteRow row) {
        byte[] bytes = row.bytes();
        long hash = 0;
        for (int run = 0; run < firsts.length; run++) {
            int end = row.end(lasts[run]);
            int at = row.writtenStart(firsts[run]);
            hash = mix(hash ^ end - at);
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                hash = mix(hash ^ (long) LONGS.get(bytes, at));
            }
            if (at < end) {
                hash = mix(hash ^ rest(bytes, at, end));
            }
        }
        return (int) (hash * FACTOR >>> Integer.SIZE);
    }

    /** Less than eight bytes. */
    private static long rest(byte[] bytes, int at, int end) {
        if (at + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, at) & (1L << Byte.SIZE * (end - at)) - 1;
        }
        long rest = 0;
        for (int i = end - 1; i >= at; i--) {
            rest = rest << Byte.SIZE | bytes[i] & 0xFF;
        }
        return rest;
    }

    /** The upper half is mixed into the lower one, since words often differ in their last bytes only, which are the upper. */
    private static long mix(long bits) {
        long product = bits * FACTOR;
        return product ^ product >>> Integer.SIZE;
    }

    private boolean isKey(int start, ByteRow row) {
        int at = start;
        for (int run = 0; run < firsts.length; run++) {
            int from = row.writtenStart(firsts[run]);
            int length = row.end(lasts[run]) - from;
            if (at + length >= end
                    || keys[at + length] != SEPARATOR
                    || !Arrays.equals(keys, at, at + length, row.bytes(), from, from + length)) {
                return false;
            }
            at += length + 1;
        }
        return true;
    }

    /** Remembers what the cells of a row mean. */
    void put(ByteRow row, V meaning) {
        int length = firsts.length;
        for (int run = 0; run < firsts.length; run++) {
            length += row.end(lasts[run]) - row.writtenStart(firsts[run]);
        }
        if (size == MOST || end + length > MOST_BYTES) {
            Arrays.fill(slots, 0);
            Arrays.fill(values, null);
            size = 0;
            end = 0;
        }
        if (length > MOST_BYTES) {
            return;
        }
        if (2 * ++size >= slots.length) {
            grow();
        }
        if (end + length > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(2 * keys.length, end + length));
        }
        place((long) hash(row) << Integer.SIZE | end + 1, meaning);
        for (int run = 0; run < firsts.length; run++) {
            int from = row.writtenStart(firsts[run]);
            int runLength = row.end(lasts[run]) - from;
            System.arraycopy(row.bytes(), from, keys, end, runLength);
            end += runLength;
            keys[end++] = SEPARATOR;
        }
    }

    private void place(long slot, @Nullable Object value) {
        int mask = slots.length - 1;
        int at = (int) (slot >>> Integer.SIZE) & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        slots[at] = slot;
        values[at] = value;
    }

    private void grow() {
        long[] old = slots;
        @Nullable Object[] oldValues = values;
        slots = new long[2 * old.length];
        values = new Object[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                place(old[i], oldValues[i]);
            }
        }
    }
}
