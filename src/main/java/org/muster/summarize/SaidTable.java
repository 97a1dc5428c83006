package org.muster.summarize;

import java.util.Arrays;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.RangeEnds;
import org.muster.dossier.AsOf;

/**
 * What is said of some of the groups, in numbers. Most claims repeat who speaks of what, and then change little: of closed
 * ranges as of the event as a whole, all firm or all soft, only the ends matter, and most bounds and dated losses are outdone
 * by others. A table of numbers tells that faster than the objects behind a group, and takes less room; what it holds is added
 * to the groups in the end, or when it is full.
 */
final class SaidTable {

    // A slot: 1 more than its key in a batch, or 0 if it is free; how many claims; the ends of their ranges, as bits of
    // doubles that are not negative, which have the same order.
    private static final int COUNT = 1;
    private static final int LEAST = 2;
    private static final int GREATEST = 3;
    private static final int LEAST_HIGH = 4;
    private static final int GREATEST_LOW = 5;
    private static final int SIZE = 6;
    // For each slot, of bounds and dated losses that are held as they are or were added to the group:
    private static final int AT_LEAST = 0; // the greatest, as bits
    private static final int AT_MOST = 1; // the least, negative, as bits
    private static final int LAST_DATE = 2; // when the last begins
    private static final int NOTED_SIZE = 3;

    private static final int FIRST_SLOTS = 4;
    private static final int OTHERS = 2; // for each slot
    private static final int SLOT_BYTES = (SIZE + NOTED_SIZE) * Long.BYTES + OTHERS * ClaimBatch.CLAIM_BYTES;

    private final ClaimNumbers numbers;
    private final int mostSlots;

    private long[] slots = {};
    private long[] noted = {};
    private int mask;
    private int used;
    private final ClaimBatch others; // bounds and dated claims that others have not outdone

    /**
     * @param numbers whose groups, speakers and dates the claims have
     * @param mostSlots when the table is full, a power of two from 4
     */
    SaidTable(ClaimNumbers numbers, int mostSlots) {
        this.numbers = numbers;
        this.mostSlots = mostSlots;
        this.others = new ClaimBatch(OTHERS * mostSlots);
        clear();
    }

    /** Tables that together take at most a third of the memory. */
    static SaidTable[] tables(ClaimNumbers numbers, int number) {
        long slots = Runtime.getRuntime().maxMemory() / 3 / number / SLOT_BYTES;
        int mostSlots = (int) Long.highestOneBit(Math.max(FIRST_SLOTS, Math.min(1 << 24, slots)));
        SaidTable[] tables = new SaidTable[number];
        Arrays.setAll(tables, i -> new SaidTable(numbers, mostSlots));
        return tables;
    }

    /** Adds claims. */
    synchronized void add(ClaimBatch claims) {
        for (int i = 0; i < claims.size(); i++) {
            long key = claims.key(i);
            boolean isWhole = claims.date(i) == ClaimNumbers.WHOLE_EVENT;
            if (isWhole && ClaimBatch.firmness(key) != Firmness.BOUND) {
                addClosed(
                        slot(key),
                        key,
                        Double.doubleToRawLongBits(claims.low(i)),
                        Double.doubleToRawLongBits(claims.high(i)));
            } else {
                addOther(key, claims.date(i), claims.low(i), claims.high(i));
            }
        }
    }

    private void addClosed(int slot, long key, long low, long high) {
        int at = (slots[slot * SIZE] == 0 ? begin(key) : slot) * SIZE;
        slots[at + COUNT]++;
        slots[at + LEAST] = Math.min(slots[at + LEAST], low);
        slots[at + GREATEST] = Math.max(slots[at + GREATEST], high);
        slots[at + LEAST_HIGH] = Math.min(slots[at + LEAST_HIGH], high);
        slots[at + GREATEST_LOW] = Math.max(slots[at + GREATEST_LOW], low);
    }

    /** Holds a bound or a dated claim as it is, unless others have outdone it. */
    private void addOther(long key, int date, double low, double high) {
        AsOf asOf = numbers.date(date);
        int slot = slot(ClaimBatch.firm(key));
        if (slots[slot * SIZE] != 0) {
            if (isOutdone(slot, asOf, low, high)) {
                slots[slot * SIZE + COUNT]++;
                return;
            }
            note(slot * NOTED_SIZE, numbers.groups().get(ClaimBatch.group(key)), asOf, low, high);
        }
        others.add(key, date, low, high);
        if (others.isFull()) {
            others.addToGroups(numbers);
        }
    }

    /** Whether all that a bound or a dated claim could change has been changed by others. */
    private boolean isOutdone(int slot, AsOf date, double low, double high) {
        int at = slot * SIZE;
        int noteAt = slot * NOTED_SIZE;
        if (date.isGiven()) {
            return date.lastDay() < noted[noteAt + LAST_DATE]
                    && low >= number(slots[at + LEAST])
                    && high <= number(slots[at + GREATEST]);
        }
        return high == Double.POSITIVE_INFINITY
                ? low > number(slots[at + LEAST_HIGH]) && low <= number(noted[noteAt + AT_LEAST])
                : low == 0 && high < number(slots[at + GREATEST_LOW]) && high >= -number(noted[noteAt + AT_MOST]);
    }

    /** Notes a bound or a dated claim that is held as it is. */
    private void note(int at, Group group, AsOf date, double low, double high) {
        if (date.isGiven()) {
            if (group.isLoss()) {
                noted[at + LAST_DATE] = Math.max(noted[at + LAST_DATE], date.firstDay());
            }
        } else if (high == Double.POSITIVE_INFINITY) {
            noted[at + AT_LEAST] = Double.doubleToRawLongBits(Math.max(number(noted[at + AT_LEAST]), low));
        } else if (low == 0) {
            noted[at + AT_MOST] = Double.doubleToRawLongBits(Math.max(number(noted[at + AT_MOST]), -high));
        }
    }

    private static double number(long bits) {
        return Double.longBitsToDouble(bits);
    }

    /** The slot of a key, or the free one that it would take. */
    private int slot(long key) {
        long entry = key + 1;
        int slot = (int) (entry * 0x9E3779B97F4A7C15L >>> Integer.SIZE) & mask;
        while (slots[slot * SIZE] != entry && slots[slot * SIZE] != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int begin(long key) {
        if (4 * used >= 3 * mask) {
            makeRoom();
        }
        used++;
        int slot = slot(key);
        slots[slot * SIZE] = key + 1;
        slots[slot * SIZE + LEAST] = Long.MAX_VALUE;
        slots[slot * SIZE + LEAST_HIGH] = Long.MAX_VALUE;
        int at = slot * NOTED_SIZE;
        noted[at + AT_LEAST] = Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);
        noted[at + AT_MOST] = Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);
        noted[at + LAST_DATE] = Long.MIN_VALUE;
        return slot;
    }

    private void makeRoom() {
        if (mask + 1 >= mostSlots) {
            addSlotsToGroups();
            return;
        }
        long[] old = slots;
        long[] oldNoted = noted;
        int oldNumber = mask + 1;
        allocate(Math.min(4 * oldNumber, mostSlots));
        for (int i = 0; i < oldNumber; i++) {
            if (old[i * SIZE] != 0) {
                int slot = slot(old[i * SIZE] - 1);
                System.arraycopy(old, i * SIZE, slots, slot * SIZE, SIZE);
                System.arraycopy(oldNoted, i * NOTED_SIZE, noted, slot * NOTED_SIZE, NOTED_SIZE);
            }
        }
    }

    private void allocate(int number) {
        slots = new long[number * SIZE];
        noted = new long[number * NOTED_SIZE];
        mask = number - 1;
    }

    private void clear() {
        allocate(FIRST_SLOTS);
        used = 0;
    }

    /** Adds all to their groups, and is then empty. */
    synchronized void addToGroups() {
        others.addToGroups(numbers);
        addSlotsToGroups();
    }

    private void addSlotsToGroups() {
        for (int slot = 0; slot <= mask; slot++) {
            int at = slot * SIZE;
            if (slots[at] != 0) {
                RangeEnds ends = new RangeEnds();
                ends.add(number(slots[at + LEAST]), number(slots[at + LEAST_HIGH]));
                ends.add(number(slots[at + GREATEST_LOW]), number(slots[at + GREATEST]));
                long key = slots[at] - 1;
                numbers.groups()
                        .get(ClaimBatch.group(key))
                        .add(
                                numbers.speakers().get(ClaimBatch.speaker(key)),
                                ClaimBatch.firmness(key),
                                slots[at + COUNT],
                                ends);
            }
        }
        clear();
    }
}
