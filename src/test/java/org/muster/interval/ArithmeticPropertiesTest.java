package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.interval.Exact.assertTightest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.muster.interval.Exact.Range;

/** Every operation gives the tightest interval that encloses the exact result, on all operands. */
@Domain(Intervals.class)
class ArithmeticPropertiesTest {

    @Property
    void sumIsTightest(@ForAll Interval x, @ForAll Interval y) {
        assertTightest(x.isEmpty() || y.isEmpty() ? null : Range.of(x).add(Range.of(y)), x.add(y));
    }

    @Property
    void differenceIsTightest(@ForAll Interval x, @ForAll Interval y) {
        assertTightest(
                x.isEmpty() || y.isEmpty() ? null : Range.of(x).add(Range.of(y).negate()), x.subtract(y));
    }

    @Property
    void productIsTightest(@ForAll Interval x, @ForAll Interval y) {
        assertTightest(x.isEmpty() || y.isEmpty() ? null : Range.of(x).multiply(Range.of(y)), x.multiply(y));
    }

    @Property
    void quotientIsTightest(@ForAll Interval x, @ForAll Interval y) {
        assertTightest(x.isEmpty() || y.isEmpty() ? null : Range.of(x).divide(Range.of(y)), x.divide(y));
    }

    /** Points do not let a wrong end hide behind a wide operand, and zero in the divisor is rare among them. */
    @Property
    void operationsOnPointsAreTightest(@ForAll double x, @ForAll double y) {
        Interval a = Interval.of(x);
        Interval b = Interval.of(y);
        assertTightest(Range.of(a).add(Range.of(b)), a.add(b));
        assertTightest(Range.of(a).add(Range.of(b).negate()), a.subtract(b));
        assertTightest(Range.of(a).multiply(Range.of(b)), a.multiply(b));
        assertTightest(Range.of(a).divide(Range.of(b)), a.divide(b));
    }

    @Property
    void oppositeIsExact(@ForAll Interval x) {
        assertTightest(x.isEmpty() ? null : Range.of(x).negate(), x.negate());
        assertEquals(x, x.negate().negate());
    }

    @Property
    void absoluteValueIsExact(@ForAll Interval x) {
        if (x.isEmpty()) {
            assertEquals(Interval.EMPTY, x.abs());
            return;
        }
        Range range = Range.of(x);
        Exact high = Range.hull(List.of(range.low().abs(), range.high().abs())).high();
        Exact low = x.contains(0)
                ? Exact.ZERO
                : Range.hull(List.of(range.low().abs(), range.high().abs())).low();
        assertTightest(new Range(low, high), x.abs());
    }

    @Property
    void minimumAndMaximumAreExact(@ForAll Interval x, @ForAll Interval y) {
        if (x.isEmpty() || y.isEmpty()) {
            assertEquals(Interval.EMPTY, x.min(y));
            assertEquals(Interval.EMPTY, x.max(y));
            return;
        }
        Range lows = Range.hull(List.of(Exact.of(x.inf()), Exact.of(y.inf())));
        Range highs = Range.hull(List.of(Exact.of(x.sup()), Exact.of(y.sup())));
        assertTightest(new Range(lows.low(), highs.low()), x.min(y));
        assertTightest(new Range(lows.high(), highs.high()), x.max(y));
    }

    @Property
    void squareIsTightest(@ForAll Interval x) {
        assertTightest(x.isEmpty() ? null : Range.of(x).pow(2), x.sqr());
    }

    @Property
    void squareOfPointIsTightest(@ForAll double x) {
        assertTightest(Range.of(Interval.of(x)).pow(2), Interval.of(x).sqr());
    }

    /**
     * Without an oracle for roots: their squares lie on the right side of the ends, those of the next doubles on the
     * wrong one.
     */
    @Property
    void squareRootIsTightest(@ForAll Interval x) {
        assertSquareRootTightest(x);
    }

    @Property
    void squareRootOfPointIsTightest(@ForAll double x) {
        assertSquareRootTightest(Interval.of(x));
        assertSquareRootTightest(Interval.of(Math.abs(x)));
    }

    private static void assertSquareRootTightest(Interval x) {
        Interval root = x.sqrt();
        if (x.isEmpty() || x.sup() < 0) {
            assertEquals(Interval.EMPTY, root);
            return;
        }
        Exact low = Exact.of(Math.max(0, x.inf()));
        assertTrue(root.inf() >= 0);
        assertTrue(Exact.of(root.inf()).pow(2).compareTo(low) <= 0);
        assertTrue(Exact.of(Math.nextUp(root.inf())).pow(2).compareTo(low) > 0);
        Exact high = Exact.of(x.sup());
        assertTrue(Exact.of(root.sup()).pow(2).compareTo(high) >= 0);
        if (x.sup() == 0) {
            assertEquals(0, root.sup());
        } else if (x.sup() < Double.POSITIVE_INFINITY) {
            assertTrue(Exact.of(Math.nextDown(root.sup())).pow(2).compareTo(high) < 0);
        }
    }

    @Provide
    Arbitrary<Integer> smallExponents() {
        return Arbitraries.integers().between(-9, 9).withoutEdgeCases();
    }

    @Property
    void powerIsTightest(@ForAll Interval x, @ForAll("smallExponents") int n) {
        assertTightest(x.isEmpty() ? null : Range.of(x).pow(n), x.pow(n));
    }

    @Property
    void powerOfPointIsTightest(@ForAll double x, @ForAll("smallExponents") int n) {
        assertTightest(Range.of(Interval.of(x)).pow(n), Interval.of(x).pow(n));
    }

    @Provide
    Arbitrary<Integer> largeExponents() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(2, 1_000).withoutEdgeCases(),
                Arbitraries.integers().between(2, 10_000_000).withoutEdgeCases(),
                Arbitraries.integers().between(2, 999_999_999).withoutEdgeCases());
    }

    @Provide
    Arbitrary<Double> nearOne() {
        return Intervals.scaled(-52, -20).map(difference -> 1 + difference);
    }

    /**
     * The powers that neither overflow nor underflow although their exponent is large. BigDecimal gives 60 digits, far
     * more than the next double needs.
     */
    @Property
    void largePowerIsTightest(@ForAll("nearOne") double x, @ForAll("largeExponents") int n) {
        BigDecimal exact = new BigDecimal(x).pow(n, new MathContext(80, RoundingMode.HALF_EVEN));
        assertHolds(Interval.of(x).pow(n), exact);
        assertHolds(Interval.of(x).pow(-n), BigDecimal.ONE.divide(exact, new MathContext(70, RoundingMode.HALF_EVEN)));
    }

    private static void assertHolds(Interval power, BigDecimal exact) {
        assertTrue(Exact.of(power.inf()).compareTo(Exact.of(exact)) <= 0);
        assertTrue(Exact.of(power.sup()).compareTo(Exact.of(exact)) >= 0);
        assertTrue(power.sup() <= Math.nextUp(power.inf()));
        assertFalse(power.isEmpty());
    }
}
