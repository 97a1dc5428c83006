package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What no operation on intervals asks of the rounding, but its contract promises. */
class RoundingTest {

    @Test
    void quotientsByInfinityAreZeroWithoutASign() {
        for (double dividend : new double[] {-5, -Double.MIN_VALUE, Double.MIN_VALUE, 5}) {
            assertEquals(0.0, Rounding.divideDown(dividend, Double.POSITIVE_INFINITY));
            assertEquals(0.0, Rounding.divideUp(dividend, Double.POSITIVE_INFINITY));
        }
    }

    @Test
    void productsThatVanishKeepTheirSide() {
        assertEquals(-Double.MIN_VALUE, Rounding.multiplyDown(-Double.MIN_VALUE, 0.1));
        assertEquals(0.0, Rounding.multiplyUp(-Double.MIN_VALUE, 0.1));
        assertEquals(0.0, Rounding.multiplyDown(Double.MIN_VALUE, 0.1));
        assertEquals(Double.MIN_VALUE, Rounding.multiplyUp(Double.MIN_VALUE, 0.1));
    }

    @Test
    void zeroTimesInfinityIsZero() {
        assertEquals(0.0, Rounding.multiplyDown(0, Double.NEGATIVE_INFINITY));
        assertEquals(0.0, Rounding.multiplyUp(Double.POSITIVE_INFINITY, 0));
    }
}
