package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the ends of a block decides which kernel may compute it; see the bounds in ColumnEnds. */
class ColumnEndsTest {

    private static ColumnEnds ends(double lo, double hi) {
        return new ColumnEnds(new double[] {1, lo}, new double[] {2, hi}, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-300, 1, 1e6, 0x1p300})
    void moderateEnds(double end) {
        assertEquals(ColumnEnds.POSITIVE, ends(end, end).kind(0));
        assertEquals(ColumnEnds.NOT_NEGATIVE, ends(0, end).kind(0));
        assertEquals(ColumnEnds.MODERATE, ends(-end, end).kind(0));
        assertEquals(ColumnEnds.MODERATE, ends(-end, 0).kind(0));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0x1p-301, 0x1.fffffffffffffp-301, 0x1.0000000000001p300, Double.MAX_VALUE, Double.MIN_VALUE})
    void endsThatAreNotModerate(double end) {
        assertEquals(ColumnEnds.ANY, ends(end, 2 * Math.max(end, 1)).kind(0));
        assertEquals(ColumnEnds.ANY, ends(-end, 1).kind(0));
        assertEquals(ColumnEnds.ANY, ends(-1, end).kind(0));
    }

    @Test
    void emptyAndUnboundedElementsAreNotModerate() {
        assertEquals(ColumnEnds.ANY, ends(Double.NaN, Double.NaN).kind(0));
        assertEquals(ColumnEnds.ANY, ends(1, Double.POSITIVE_INFINITY).kind(0));
        assertEquals(ColumnEnds.ANY, ends(Double.NEGATIVE_INFINITY, 1).kind(0));
    }

    @Test
    void everyBlockIsLookedAtByItself() {
        int size = 2 * ColumnEnds.BLOCK + 1;
        double[] lo = new double[size];
        double[] hi = new double[size];
        Arrays.fill(lo, 1);
        Arrays.fill(hi, 2);
        lo[ColumnEnds.BLOCK - 1] = 0;
        lo[ColumnEnds.BLOCK] = -1;
        ColumnEnds ends = new ColumnEnds(lo, hi, false);
        assertEquals(ColumnEnds.NOT_NEGATIVE, ends.kind(0));
        assertEquals(ColumnEnds.MODERATE, ends.kind(ColumnEnds.BLOCK));
        assertEquals(ColumnEnds.POSITIVE, ends.kind(2 * ColumnEnds.BLOCK));
    }

    @Test
    void oneIntervalIsTheSameEverywhere() {
        ColumnEnds ends = ColumnEnds.repeat(Interval.of(0, 3), 5 * ColumnEnds.BLOCK);
        assertEquals(ColumnEnds.NOT_NEGATIVE, ends.kind(4 * ColumnEnds.BLOCK));
        assertEquals(Interval.of(0, 3), ends.get(4 * ColumnEnds.BLOCK + 7));
    }

    @Test
    void kernelsTakeTheBlocksTheyAreRightOn() {
        for (byte x = ColumnEnds.ANY; x <= ColumnEnds.POSITIVE; x++) {
            for (byte y = ColumnEnds.ANY; y <= ColumnEnds.POSITIVE; y++) {
                boolean moderate = x != ColumnEnds.ANY && y != ColumnEnds.ANY;
                boolean notNegative = x >= 2 && y >= 2;
                assertEquals(moderate, ColumnOperation.ADD.isFast(x, y));
                assertEquals(moderate, ColumnOperation.SUBTRACT.isFast(x, y));
                assertEquals(moderate, ColumnOperation.MULTIPLY_SIGNED.isFast(x, y));
                assertEquals(notNegative, ColumnOperation.MULTIPLY.isFast(x, y));
                assertEquals(x >= 2 && y == ColumnEnds.POSITIVE, ColumnOperation.DIVIDE.isFast(x, y));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAKernelNothingIsFast(ColumnOperation operation) {
        if (EnumSet.of(ColumnOperation.MIN, ColumnOperation.MAX, ColumnOperation.INTERSECTION, ColumnOperation.HULL)
                .contains(operation)) {
            assertFalse(operation.isFast(ColumnEnds.POSITIVE, ColumnEnds.POSITIVE));
            ColumnEnds ends = ends(1, 2);
            assertThrows(IllegalStateException.class, () -> operation.run(ends, ends, ends, 0, 1));
        } else {
            assertTrue(operation.isFast(ColumnEnds.POSITIVE, ColumnEnds.POSITIVE));
        }
    }

    /** The two multiplications differ in speed alone. */
    @Test
    void signedProductsAreThoseOfIntervals() {
        Interval x = Interval.of(-2.5, 3.1);
        Interval y = Interval.of(-0.7, 11);
        assertEquals(x.multiply(y), ColumnOperation.MULTIPLY_SIGNED.scalar(x, y));
    }
}
