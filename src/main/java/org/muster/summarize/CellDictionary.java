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

    private final int[] cells;
    private long[] slots = new long[FIRST]; // a hash, and the number of its entry from 1; 0 if free
    private int[] starts = new int[FIRST]; // of the key of each entry
    private Object[] values = new Object[FIRST]; // of each entry
    private byte[] keys = new byte[FIRST]; // of all entries: for the garbage collector they are one object
    private int size;
    private int end; // of the keys

    /** @param cells the numbers of the cells */
    CellDictionary(int... cells) {
        this.cells = Arrays.stream(cells).filter(cell -> cell >= 0).toArray();
    }

    /** What the cells of a row mean; null if that is not known. */
    @SuppressWarnings("unchecked") // put takes nothing else
    @Nullable
    V get(ByteRow row) {
        int hash = hash(row);
        int mask = slots.length - 1;
        for (int at = hash & mask; slots[at] != 0; at = at + 1 & mask) {
            int entry = (int) slots[at] - 1;
            if ((int) (slots[at] >>> Integer.SIZE) == hash && isKey(starts[entry], row)) {
                return (V) values[entry];
            }
        }
        return null;
    }

    private int hash(ByteRow row) {
        byte[] bytes = row.bytes();
        long hash = 0;
        for (int cell : cells) {
            int at = row.start(cell);
            int length = row.end(cell) - at;
            hash = mix(hash ^ length);
            for (int left = length; left > 0; left -= Long.BYTES, at += Long.BYTES) {
                hash = mix(hash ^ word(bytes, at, left));
            }
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** The next bytes of a cell, at most eight. */
    private static long word(byte[] bytes, int at, int left) {
        if (at + Long.BYTES <= bytes.length) {
            long word = (long) LONGS.get(bytes, at);
            return left >= Long.BYTES ? word : word & (1L << Byte.SIZE * left) - 1;
        }
        long word = 0;
        for (int i = Math.min(left, Long.BYTES) - 1; i >= 0; i--) {
            word = word << Byte.SIZE | bytes[at + i] & 0xFF;
        }
        return word;
    }

    /** Both halves of the product: the lower bits depend on all, as words often differ in their last bytes only. */
    private static long mix(long bits) {
        return bits * FACTOR ^ Math.multiplyHigh(bits, FACTOR);
    }

    private boolean isKey(int start, ByteRow row) {
        int at = start;
        for (int cell : cells) {
            int length = row.end(cell) - row.start(cell);
            if (at + length >= end
                    || keys[at + length] != SEPARATOR
                    || !Arrays.equals(keys, at, at + length, row.bytes(), row.start(cell), row.end(cell))) {
                return false;
            }
            at += length + 1;
        }
        return true;
    }

    /** Remembers what the cells of a row mean. */
    void put(ByteRow row, V meaning) {
        int length = cells.length;
        for (int cell : cells) {
            length += row.end(cell) - row.start(cell);
        }
        if (size == MOST || end + length > MOST_BYTES) {
            Arrays.fill(slots, 0);
            size = 0;
            end = 0;
        }
        if (length > MOST_BYTES) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        if (2 * size >= slots.length) {
            grow();
        }
        if (end + length > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(2 * keys.length, end + length));
        }
        starts[size] = end;
        values[size] = meaning;
        for (int cell : cells) {
            int cellLength = row.end(cell) - row.start(cell);
            System.arraycopy(row.bytes(), row.start(cell), keys, end, cellLength);
            end += cellLength;
            keys[end++] = SEPARATOR;
        }
        place((long) hash(row) << Integer.SIZE | ++size);
    }

    private void place(long slot) {
        int mask = slots.length - 1;
        int at = (int) (slot >>> Integer.SIZE) & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        slots[at] = slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long slot : old) {
            if (slot != 0) {
                place(slot);
            }
        }
    }
}
