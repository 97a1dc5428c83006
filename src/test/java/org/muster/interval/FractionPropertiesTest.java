package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The tightest interval around a fraction, compared with it by products of whole numbers. */
class FractionPropertiesTest {

    /** Fractions of every size and sign, a third of which are doubles. */
    @Property
    void enclosesAndIsTightest(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BigInteger numerator = number(random, random.nextInt(1100));
        BigInteger denominator = random.nextInt(3) == 0
                ? BigInteger.ONE.shiftLeft(random.nextInt(1100))
                : number(random, random.nextInt(1100)).abs().add(BigInteger.ONE);
        Interval around = Interval.ofFraction(numerator, denominator);
        assertTrue(compare(around.inf(), numerator, denominator) <= 0);
        assertTrue(compare(around.sup(), numerator, denominator) >= 0);
        assertTrue(around.inf() == around.sup() || Math.nextUp(around.inf()) == around.sup());
        if (around.inf() != around.sup()) {
            assertTrue(compare(around.inf(), numerator, denominator) != 0, "the low end is the fraction itself");
            assertTrue(compare(around.sup(), numerator, denominator) != 0, "the high end is the fraction itself");
        }
    }

    private static BigInteger number(SplittableRandom random, int bits) {
        byte[] bytes = new byte[bits / 8 + 1];
        random.nextBytes(bytes);
        return new BigInteger(bytes);
    }

    private static int compare(double end, BigInteger numerator, BigInteger denominator) {
        return Double.isInfinite(end)
                ? Double.compare(end, 0)
                : new BigDecimal(end).multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator));
    }

    @Test
    void examples() {
        assertEquals(Interval.of(2).divide(Interval.of(3)), fraction(2, 3));
        assertEquals(Interval.of(-2).divide(Interval.of(3)), fraction(-2, 3));
        assertEquals(Interval.of(0.625), fraction(5, 8));
        assertEquals(Interval.of(0), fraction(0, 7));
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> fraction(1, 0));
        assertEquals("denominator: 0 is not above 0", thrown.getMessage());
    }

    private static Interval fraction(long numerator, long denominator) {
        return Interval.ofFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
