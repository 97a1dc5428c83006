package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.muster.interval.Exact.Range;

/** Printing and reading keep every number of the set. */
@Domain(Intervals.class)
class TextPropertiesTest {

    @Property
    void exactTextReadsBackAsTheSameInterval(@ForAll Interval x) {
        assertEquals(x, Interval.parse(x.toExactString()));
    }

    /** What is printed encloses the set and reads back as at most the next double on either side. */
    @Property
    void printedTextEncloses(@ForAll Interval x) {
        Interval printed = Interval.parse(x.toString());
        assertTrue(x.isSubset(printed));
        assertTrue(x.isEmpty() || printed.inf() >= Math.nextDown(x.inf()));
        assertTrue(x.isEmpty() || printed.sup() <= Math.nextUp(x.sup()));
    }

    @Property
    void printedEndsAreTheShortestOutward(@ForAll double value) {
        Assume.that(value != Math.rint(value) || Math.abs(value) >= 1e21 && Math.abs(value) < Double.MAX_VALUE);
        BigDecimal exact = new BigDecimal(value);
        BigDecimal down = new BigDecimal(Decimals.shortestDown(value));
        BigDecimal up = new BigDecimal(Decimals.shortestUp(value));
        assertTrue(down.compareTo(exact) <= 0 && down.compareTo(new BigDecimal(Math.nextDown(value))) > 0);
        assertTrue(up.compareTo(exact) >= 0 && up.compareTo(new BigDecimal(Math.nextUp(value))) < 0);
        assertTrue(down.precision() <= 17 && up.precision() <= 17);
        if (down.precision() > 1) {
            BigDecimal shorter = exact.round(new MathContext(down.precision() - 1, RoundingMode.FLOOR));
            assertTrue(shorter.compareTo(new BigDecimal(Math.nextDown(value))) <= 0);
        }
        if (up.precision() > 1) {
            BigDecimal shorter = exact.round(new MathContext(up.precision() - 1, RoundingMode.CEILING));
            assertTrue(shorter.compareTo(new BigDecimal(Math.nextUp(value))) >= 0);
        }
    }

    /** Decimals of any size, many of them next to a double or to the middle of two. */
    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigDecimal> written = Combinators.combine(
                        Arbitraries.longs().withoutEdgeCases(),
                        Arbitraries.integers().between(-340, 360).withoutEdgeCases())
                .as(BigDecimal::valueOf);
        Arbitrary<BigDecimal> nextToDoubles = Combinators.combine(
                        Intervals.reals(),
                        Arbitraries.of("0", "1e-1100", "-1e-1100", "1e-30", "-1e-30", "1e292")
                                .map(BigDecimal::new))
                .as((value, offset) -> new BigDecimal(value).add(offset));
        return Arbitraries.oneOf(written, nextToDoubles);
    }

    @Property
    void endsOfDecimalsAreRoundedOutward(@ForAll("decimals") BigDecimal x, @ForAll("decimals") BigDecimal y) {
        BigDecimal low = x.min(y);
        BigDecimal high = x.max(y);
        Range range = new Range(Exact.of(low), Exact.of(high));
        Exact.assertTightest(range, Interval.of(low, high));
        Exact.assertTightest(new Range(Exact.of(x), Exact.of(x)), Interval.of(x, x));
        if (low.precision() + Math.abs(low.scale()) + high.precision() + Math.abs(high.scale()) < 4000) {
            assertEquals(Interval.of(low, high), Interval.parse("[" + low + ", " + high + "]"));
            assertEquals(Interval.of(low, low), Interval.parse(low.toPlainString()));
        }
    }

    @Provide
    Arbitrary<Integer> digits() {
        return Arbitraries.integers().between(1, 25);
    }

    @Property
    void decimalsAreRoundedToTheStatedSide(@ForAll double value, @ForAll("digits") int digits) {
        BigDecimal exact = new BigDecimal(value);
        assertRounded(exact, Decimals.down(value, digits), digits, RoundingMode.FLOOR);
        assertRounded(exact, Decimals.up(value, digits), digits, RoundingMode.CEILING);
        assertRounded(exact, Decimals.nearest(value, digits), digits, RoundingMode.HALF_EVEN);
    }

    private static void assertRounded(BigDecimal exact, String text, int digits, RoundingMode mode) {
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        BigDecimal expected = whole ? exact : exact.round(new MathContext(digits, mode));
        assertEquals(0, expected.compareTo(new BigDecimal(text)), () -> text + " is not " + expected);
        assertFalse(text.contains("E") || text.contains("e"));
        assertFalse(text.contains(".") && (text.endsWith("0") || text.endsWith(".")));
        assertTrue(text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?"), text);
        assertFalse(text.equals("-0"));
    }
}
