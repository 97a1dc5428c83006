package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/** Rational numbers against fractions of big integers. */
@Domain(Rationals.class)
class RationalPropertiesTest {

    @Provide
    static Arbitrary<Integer> digits() {
        return Arbitraries.integers().between(1, 9);
    }

    private static Fraction fraction(Rational value) {
        String[] parts = value.toString().split("/", 2);
        Fraction over = Fraction.of(parts[0]);
        return parts.length == 1 ? over : over.dividedBy(Fraction.of(parts[1]));
    }

    @Property
    void doublesKeepTheirValue(@ForAll double x) {
        assertEquals(Fraction.of(x).reduced(), Rational.of(x).toString());
    }

    @Property
    void products(@ForAll double x, @ForAll double y) {
        assertEquals(
                Fraction.of(x).times(Fraction.of(y)).reduced(),
                Rational.of(x).multiply(Rational.of(y)).toString());
    }

    @Property
    void quotients(@ForAll double x, @ForAll double y) {
        Assume.that(y != 0);
        assertEquals(
                Fraction.of(x).dividedBy(Fraction.of(y)).reduced(),
                Rational.of(x).divide(Rational.of(y)).toString());
    }

    @Property
    void sumsAndDifferences(@ForAll double x, @ForAll double y) {
        Fraction sum = Fraction.of(x).plus(Fraction.of(y));
        assertEquals(sum.reduced(), Rational.of(x).add(Rational.of(y)).toString());
        assertEquals(
                Fraction.of(x).minus(Fraction.of(y)).reduced(),
                Rational.of(x).subtract(Rational.of(y)).toString());
        assertEquals(Rational.ZERO, Rational.of(x).add(Rational.of(x).negate()));
        assertEquals(Rational.of(Math.abs(x)), Rational.of(x).abs());
    }

    /** Fractions of longs, most of them near to where a long overflows. */
    @Property
    void fractionsOfLongs(
            @ForAll("longs") long a, @ForAll("longs") long b, @ForAll("longs") long c, @ForAll("longs") long d) {
        Assume.that(b != 0 && c != 0 && d != 0);
        Fraction left = Fraction.of(Long.toString(a)).dividedBy(Fraction.of(Long.toString(b)));
        Fraction right = Fraction.of(Long.toString(c)).dividedBy(Fraction.of(Long.toString(d)));
        Rational x = Rational.of(a, b);
        Rational y = Rational.of(c, d);
        assertEquals(left.reduced(), x.toString());
        assertEquals(left.plus(right).reduced(), x.add(y).toString());
        assertEquals(left.minus(right).reduced(), x.subtract(y).toString());
        assertEquals(left.times(right).reduced(), x.multiply(y).toString());
        assertEquals(left.dividedBy(right).reduced(), x.divide(y).toString());
        assertEquals(Integer.signum(left.compareTo(right)), Integer.signum(x.compareTo(y)));
        assertEquals(left.compareTo(right) == 0, x.equals(y));
        assertEquals(left.signum(), x.signum());
        assertEquals(left.isWhole(), x.isWhole());
        assertEquals(x, Rational.of(x.numerator(), x.denominator()));
        // Back from big integers, the number is equal to the one that never left longs.
        assertEquals(x, x.multiply(Rational.of(0x1p80)).divide(Rational.of(0x1p80)));
        assertEquals(
                x.hashCode(),
                x.add(Rational.of(0x1p80)).subtract(Rational.of(0x1p80)).hashCode());
    }

    @Provide
    static Arbitrary<Long> longs() {
        return Arbitraries.oneOf(
                        Arbitraries.longs(),
                        Arbitraries.longs().between(-20, 20),
                        Arbitraries.of(
                                Long.MIN_VALUE,
                                Long.MIN_VALUE + 1,
                                Long.MAX_VALUE,
                                Long.MAX_VALUE - 1,
                                1L << 31,
                                1L << 32,
                                -(1L << 62)))
                .withoutEdgeCases();
    }

    @Property
    void wholeNumbersAround(@ForAll double x, @ForAll double y) {
        Assume.that(y != 0);
        Rational value = Rational.of(x).divide(Rational.of(y));
        Rational floor = value.floor();
        Rational ceil = value.ceil();
        assertTrue(floor.isWhole() && ceil.isWhole());
        assertTrue(floor.compareTo(value) <= 0 && value.compareTo(floor.add(Rational.ONE)) < 0);
        assertTrue(ceil.compareTo(value) >= 0 && value.compareTo(ceil.subtract(Rational.ONE)) > 0);
    }

    @Example
    void hugeExponentsAreRefused() {
        assertEquals("5/4", Rational.of(new BigDecimal("1.25")).toString());
        assertEquals("1200", Rational.of(new BigDecimal("1.2e3")).toString());
        assertEquals(
                "value has the decimal exponent 1000000000, expected one within ±10000",
                assertThrows(IllegalArgumentException.class, () -> Rational.of(new BigDecimal("1e1000000000")))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Rational.of(new BigDecimal("1e-1000000000")));
        assertThrows(IllegalArgumentException.class, () -> Rational.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Rational.of(BigInteger.ONE, BigInteger.ZERO));
    }

    @Property
    void orderAndEquality(@ForAll double x, @ForAll double y, @ForAll double z) {
        Assume.that(y != 0 && z != 0);
        Rational a = Rational.of(x).divide(Rational.of(y));
        Rational b = Rational.of(z);
        assertEquals(Integer.signum(fraction(a).compareTo(Fraction.of(z))), Integer.signum(a.compareTo(b)));
        Rational again = Rational.of(x).multiply(b).divide(Rational.of(y).multiply(b));
        assertEquals(a, again);
        assertEquals(a.hashCode(), again.hashCode());
        assertEquals(0, a.compareTo(again));
        assertEquals((int) (Math.signum(x) * Math.signum(y)), a.signum());
    }

    /** Rounded down, text is the greatest decimal of so many digits that is not above the number; up, the least. */
    @Property
    void decimalTextIsTightest(@ForAll double x, @ForAll double y, @ForAll("digits") int digits) {
        Assume.that(y != 0);
        Rational value = Rational.of(x).divide(Rational.of(y));
        Fraction exact = Fraction.of(x).dividedBy(Fraction.of(y));
        String down = value.toDecimal(digits, RoundingMode.FLOOR);
        String up = value.toDecimal(digits, RoundingMode.CEILING);
        if (exact.isWhole()) {
            assertEquals(exact.reduced(), down);
            assertEquals(down, up);
            return;
        }
        assertTrue(Fraction.of(down).compareTo(exact) <= 0, down);
        assertTrue(Fraction.of(up).compareTo(exact) >= 0, up);
        // The decimals of so many digits around a number of this size stand one unit of the last digit apart.
        Fraction unit = Fraction.of("1");
        Fraction size = exact.compareTo(Fraction.of("0")) < 0 ? exact.times(Fraction.of("-1")) : exact;
        Fraction ten = Fraction.of("10");
        Fraction most = Fraction.of("1" + "0".repeat(digits));
        while (size.dividedBy(unit).compareTo(most) >= 0) {
            unit = unit.times(ten);
        }
        while (size.dividedBy(unit).times(ten).compareTo(most) < 0) {
            unit = unit.dividedBy(ten);
        }
        assertTrue(Fraction.of(down).plus(unit).compareTo(exact) > 0, () -> down + " is not the tightest");
        assertTrue(
                Fraction.of(up).plus(unit.times(Fraction.of("-1"))).compareTo(exact) < 0,
                () -> up + " is not the tightest");
        assertTrue(new BigDecimal(down).stripTrailingZeros().precision() <= digits, down);
        assertTrue(down.matches("-?[0-9]+(\\.[0-9]*[1-9])?"), down);
    }

    @Property
    void zeroDivisorsAndOtherThanNumbersAreRefused(@ForAll double x) {
        assertThrows(IllegalArgumentException.class, () -> Rational.of(x).divide(Rational.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Rational.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Rational.of(Double.NEGATIVE_INFINITY));
    }

    @Example
    void roundingMayCarry() {
        // 999999.5: six digits reach up to the next power of ten.
        Rational value = Rational.of(999999.5);
        assertEquals("999999", value.toDecimal(6, RoundingMode.FLOOR));
        assertEquals("1000000", value.toDecimal(6, RoundingMode.CEILING));
        assertEquals("0", Rational.of(-0.0).toDecimal(6, RoundingMode.FLOOR));
    }
}
