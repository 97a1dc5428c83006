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
class ArrayEndsTest {

    private static ArrayEnds ends(double lo, double hi) {
        return new ArrayEnds(new double[] {1, lo}, new double[] {2, hi}, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-300, 1, 1e6, 0x1p300})
    void moderateEnds(double end) {
        assertEquals(ArrayEnds.POSITIVE, ends(end, end).kind(0));
        assertEquals(ArrayEnds.NOT_NEGATIVE, ends(0, end).kind(0));
        assertEquals(ArrayEnds.MODERATE, ends(-end, end).kind(0));
        assertEquals(ArrayEnds.MODERATE, ends(-end, 0).kind(0));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0x1p-301, 0x1.fffffffffffffp-301, 0x1.0000000000001p300, Double.MAX_VALUE, Double.MIN_VALUE})
    void endsThatAreNotModerate(double end) {
        assertEquals(ArrayEnds.ANY, ends(end, 2 * Math.max(end, 1)).kind(0));
        assertEquals(ArrayEnds.ANY, ends(-end, 1).kind(0));
        assertEquals(ArrayEnds.ANY, ends(-1, end).kind(0));
    }

    @Test
    void emptyAndUnboundedElementsAreNotModerate() {
        assertEquals(ArrayEnds.ANY, ends(Double.NaN, Double.NaN).kind(0));
        assertEquals(ArrayEnds.ANY, ends(1, Double.POSITIVE_INFINITY).kind(0));
        assertEquals(ArrayEnds.ANY, ends(Double.NEGATIVE_INFINITY, 1).kind(0));
    }

    @Test
    void everyBlockIsLookedAtByItself() {
        int size = 2 * ArrayEnds.BLOCK + 1;
        double[] lo = new double[size];
        double[] hi = new double[size];
        Arrays.fill(lo, 1);
        Arrays.fill(hi, 2);
        lo[ArrayEnds.BLOCK - 1] = 0;
        lo[ArrayEnds.BLOCK] = -1;
        ArrayEnds ends = new ArrayEnds(lo, hi, false);
        assertEquals(ArrayEnds.NOT_NEGATIVE, ends.kind(0));
        assertEquals(ArrayEnds.MODERATE, ends.kind(ArrayEnds.BLOCK));
        assertEquals(ArrayEnds.POSITIVE, ends.kind(2 * ArrayEnds.BLOCK));
    }

    @Test
    void oneIntervalIsTheSameEverywhere() {
        ArrayEnds ends = ArrayEnds.repeat(Interval.of(0, 3), 5 * ArrayEnds.BLOCK);
        assertEquals(ArrayEnds.NOT_NEGATIVE, ends.kind(4 * ArrayEnds.BLOCK));
        assertEquals(Interval.of(0, 3), ends.get(4 * ArrayEnds.BLOCK + 7));
    }

    @Test
    void kernelsTakeTheBlocksTheyAreRightOn() {
        for (byte x = ArrayEnds.ANY; x <= ArrayEnds.POSITIVE; x++) {
            for (byte y = ArrayEnds.ANY; y <= ArrayEnds.POSITIVE; y++) {
                boolean moderate = x != ArrayEnds.ANY && y != ArrayEnds.ANY;
                boolean notNegative = x >= 2 && y >= 2;
                assertEquals(moderate, ArrayOperation.ADD.isFast(x, y));
                assertEquals(moderate, ArrayOperation.SUBTRACT.isFast(x, y));
                assertEquals(moderate, ArrayOperation.MULTIPLY_SIGNED.isFast(x, y));
                assertEquals(notNegative, ArrayOperation.MULTIPLY.isFast(x, y));
                assertEquals(x >= 2 && y == ArrayEnds.POSITIVE, ArrayOperation.DIVIDE.isFast(x, y));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAKernelNothingIsFast(ArrayOperation operation) {
        if (EnumSet.of(ArrayOperation.MIN, ArrayOperation.MAX, ArrayOperation.INTERSECTION, ArrayOperation.HULL)
                .contains(operation)) {
            assertFalse(operation.isFast(ArrayEnds.POSITIVE, ArrayEnds.POSITIVE));
            ArrayEnds ends = ends(1, 2);
            assertThrows(IllegalStateException.class, () -> operation.run(ends, ends, ends, 0, 1));
        } else {
            assertTrue(operation.isFast(ArrayEnds.POSITIVE, ArrayEnds.POSITIVE));
        }
    }

    /** The two multiplications differ in speed alone. */
    @Test
    void signedProductsAreThoseOfIntervals() {
        Interval x = Interval.of(-2.5, 3.1);
        Interval y = Interval.of(-0.7, 11);
        assertEquals(x.multiply(y), ArrayOperation.MULTIPLY_SIGNED.scalar(x, y));
    }
}
