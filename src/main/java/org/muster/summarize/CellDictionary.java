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

    private static final int MOST = 1 << 18;
    private static final long MOST_BYTES = 1 << 25;
    private static final byte SEPARATOR = (byte) 0xFF; // which is no part of UTF-8
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] cells;
    private long[] hashes = new long[256];
    private byte[][] keys = new byte[256][];
    private @Nullable Object[] values = new Object[256];
    private int size;
    private long held;

    /** @param cells the numbers of the cells */
    CellDictionary(int... cells) {
        this.cells = Arrays.stream(cells).filter(cell -> cell >= 0).toArray();
    }

    /** What the cells of a row mean; null if that is not known. */
    @SuppressWarnings("unchecked") // put takes nothing else
    @Nullable
    V get(ByteRow row) {
        long hash = hash(row);
        int mask = hashes.length - 1;
        for (int at = (int) hash & mask; values[at] != null; at = at + 1 & mask) {
            if (hashes[at] == hash && isKey(keys[at], row)) {
                return (V) values[at];
            }
        }
        return null;
    }

    private long hash(ByteRow row) {
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
        return hash;
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

    private boolean isKey(byte[] key, ByteRow row) {
        int at = 0;
        for (int cell : cells) {
            int length = row.end(cell) - row.start(cell);
            if (at + length >= key.length
                    || key[at + length] != SEPARATOR
                    || !Arrays.equals(key, at, at + length, row.bytes(), row.start(cell), row.end(cell))) {
                return false;
            }
            at += length + 1;
        }
        return at == key.length;
    }

    /** Remembers what the cells of a row mean. */
    void put(ByteRow row, V meaning) {
        int length = cells.length;
        for (int cell : cells) {
            length += row.end(cell) - row.start(cell);
        }
        if (size == MOST || held + length > MOST_BYTES) {
            clear();
        }
        if (2 * size >= hashes.length) {
            grow();
        }
        byte[] key = new byte[length];
        int end = 0;
        for (int cell : cells) {
            int cellLength = row.end(cell) - row.start(cell);
            System.arraycopy(row.bytes(), row.start(cell), key, end, cellLength);
            end += cellLength;
            key[end++] = SEPARATOR;
        }
        place(hash(row), key, meaning);
        size++;
        held += length;
    }

    private void place(long hash, byte[] key, Object value) {
        int mask = hashes.length - 1;
        int at = (int) hash & mask;
        while (values[at] != null) {
            at = at + 1 & mask;
        }
        hashes[at] = hash;
        keys[at] = key;
        values[at] = value;
    }

    private void grow() {
        long[] oldHashes = hashes;
        byte[][] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        hashes = new long[2 * oldHashes.length];
        keys = new byte[hashes.length][];
        values = new Object[hashes.length];
        for (int i = 0; i < oldValues.length; i++) {
            Object value = oldValues[i];
            if (value != null) {
                place(oldHashes[i], oldKeys[i], value);
            }
        }
    }

    private void clear() {
        Arrays.fill(values, null);
        Arrays.fill(keys, null);
        size = 0;
        held = 0;
    }
}
