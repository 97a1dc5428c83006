package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.interval.Exact.assertTightest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.muster.interval.Exact.Range;

/** The further operations of IEEE 1788-2015, each the tightest on all operands. */
@Domain(Intervals.class)
class OperationPropertiesTest {

    @Provide
    Arbitrary<Interval> onGrid() {
        return Intervals.onGrid();
    }

    @Property
    void reciprocalIsTightest(@ForAll Interval x) {
        assertTightest(x.isEmpty() ? null : Range.of(Interval.of(1)).divide(Range.of(x)), x.reciprocal());
    }

    @Property
    void fusedMultiplyAddIsTightest(@ForAll Interval x, @ForAll Interval y, @ForAll Interval z) {
        boolean empty = x.isEmpty() || y.isEmpty() || z.isEmpty();
        assertTightest(empty ? null : product(x, y).add(Range.of(z)), x.fma(y, z));
    }

    @Property
    void fusedMultiplyAddOfPointsIsTightest(@ForAll double x, @ForAll double y, @ForAll double z) {
        Interval a = Interval.of(x);
        Interval b = Interval.of(y);
        assertTightest(product(a, b).add(Range.of(Interval.of(z))), a.fma(b, Interval.of(z)));
        // What is left of a product when its rounded value is taken away.
        Interval rounded = Interval.of(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, -x * y)));
        assertTightest(product(a, b).add(Range.of(rounded)), a.fma(b, rounded));
    }

    private static Range product(Interval x, Interval y) {
        return Range.of(x).multiply(Range.of(y));
    }

    @Property
    void signHoldsTheSignsThatOccur(@ForAll Interval x) {
        assertTightest(
                x.isEmpty()
                        ? null
                        : new Range(
                                Exact.of(Exact.of(x.inf()).signum()),
                                Exact.of(Exact.of(x.sup()).signum())),
                x.sign());
    }

    @Property
    void roundingsToWholeNumbersAreExact(@ForAll Interval x) {
        assertRounded(x, RoundingMode.FLOOR, x.floor());
        assertRounded(x, RoundingMode.CEILING, x.ceil());
        assertRounded(x, RoundingMode.DOWN, x.trunc());
        assertRounded(x, RoundingMode.HALF_EVEN, x.roundTiesToEven());
        assertRounded(x, RoundingMode.HALF_UP, x.roundTiesToAway());
    }

    private static void assertRounded(Interval x, RoundingMode mode, Interval actual) {
        assertTightest(x.isEmpty() ? null : new Range(whole(x.inf(), mode), whole(x.sup(), mode)), actual);
    }

    private static Exact whole(double end, RoundingMode mode) {
        return Double.isInfinite(end) ? Exact.of(end) : Exact.of(new BigDecimal(end).setScale(0, mode));
    }

    @Property
    void wholeNumbersAreContractedAndCounted(@ForAll Interval x) {
        Interval whole = x.toWholeNumbers();
        assertFalse(Exact.isNegativeZero(whole.inf()) || Exact.isNegativeZero(whole.sup()));
        if (!x.isEmpty() && !x.isCommon()) {
            assertEquals(Optional.empty(), x.wholeNumberCount());
            assertEquals(x.isEntire(), whole.isEntire());
            return;
        }
        if (x.isEmpty()) {
            assertEquals(Interval.EMPTY, whole);
            assertEquals(Optional.of(BigInteger.ZERO), x.wholeNumberCount());
            return;
        }
        BigDecimal first = new BigDecimal(x.inf()).setScale(0, RoundingMode.CEILING);
        BigDecimal last = new BigDecimal(x.sup()).setScale(0, RoundingMode.FLOOR);
        assertEquals(first.compareTo(last) > 0 ? Interval.EMPTY : Interval.of(first, last), whole);
        assertEquals(Optional.of(last.subtract(first).add(BigDecimal.ONE).toBigIntegerExact()), x.wholeNumberCount());
    }

    @Property
    void cancellationIsTightestWhereItHasAnAnswer(@ForAll Interval x, @ForAll Interval y) {
        assertEquals(x.cancelMinus(y.negate()), x.cancelPlus(y));
        assertCancelled(x, y);
        // A summand that is a part of the sum, so that the widths often allow an answer.
        assertCancelled(x.add(y), y);
        assertCancelled(x.add(y), x);
    }

    private static void assertCancelled(Interval x, Interval y) {
        Interval actual = x.cancelMinus(y);
        if (x.isEmpty() && (y.isEmpty() || y.isCommon())) {
            assertEquals(Interval.EMPTY, actual);
        } else if (!x.isCommon() || !y.isCommon() || width(y).compareTo(width(x)) > 0) {
            assertEquals(Interval.ENTIRE, actual);
        } else {
            assertTightest(
                    new Range(
                            Exact.of(x.inf()).add(Exact.of(y.inf()).negate()),
                            Exact.of(x.sup()).add(Exact.of(y.sup()).negate())),
                    actual);
            assertTrue(x.isSubset(y.add(actual)));
        }
    }

    private static BigDecimal width(Interval x) {
        return new BigDecimal(x.sup()).subtract(new BigDecimal(x.inf()));
    }

    @Property
    void twoPiecesOfADivisionJoinToTheQuotient(@ForAll Interval x, @ForAll Interval y) {
        assertDivided(x, y);
    }

    @Property
    void twoPiecesOfADivisionOnTheGrid(@ForAll("onGrid") Interval x, @ForAll("onGrid") Interval y) {
        assertDivided(x, y);
    }

    private static void assertDivided(Interval divisor, Interval product) {
        IntervalPair pieces = divisor.mulRevToPair(product);
        if (divisor.contains(0) && product.contains(0)) {
            assertEquals(new IntervalPair(Interval.ENTIRE, Interval.EMPTY), pieces);
            return;
        }
        assertEquals(product.divide(divisor), pieces.first().convexHull(pieces.second()));
        assertTrue(!pieces.first().isEmpty() || pieces.second().isEmpty());
        boolean two = divisor.contains(0) && divisor.inf() < 0 && divisor.sup() > 0 && !product.isEmpty();
        assertEquals(two, !pieces.second().isEmpty());
        if (two) {
            Interval nearer = product.inf() > 0 ? Interval.of(product.inf()) : Interval.of(product.sup());
            assertEquals(Double.NEGATIVE_INFINITY, pieces.first().inf());
            assertEquals(Double.POSITIVE_INFINITY, pieces.second().sup());
            assertTrue(pieces.first().sup() <= 0 && pieces.second().inf() >= 0);
            assertTightest(gapEnd(nearer, product.inf() > 0 ? divisor.inf() : divisor.sup(), false), pieces.first());
            assertTightest(gapEnd(nearer, product.inf() > 0 ? divisor.sup() : divisor.inf(), true), pieces.second());
        }
    }

    /** From nearer / divisor outward; the divisor may be infinite. */
    private static Range gapEnd(Interval nearer, double divisor, boolean upward) {
        Exact end = Exact.of(nearer.inf()).multiply(Exact.of(divisor).reciprocal());
        return upward ? new Range(end, Exact.INFINITY) : new Range(Exact.MINUS_INFINITY, end);
    }

    @Property
    void hypotenuseIsTightest(@ForAll Interval x, @ForAll Interval y) {
        assertHypotenuse(x, y);
    }

    @Property
    void hypotenuseOfPointsIsTightest(@ForAll double x, @ForAll double y) {
        assertHypotenuse(Interval.of(x), Interval.of(y));
        assertHypotenuse(
                Interval.of(x), Interval.of(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, 0.75 * x))));
    }

    private static void assertHypotenuse(Interval x, Interval y) {
        Interval root = x.hypot(y);
        assertEquals(root, y.hypot(x));
        if (x.isEmpty() || y.isEmpty()) {
            assertEquals(Interval.EMPTY, root);
            return;
        }
        Exact low = Exact.of(x.mig()).pow(2).add(Exact.of(y.mig()).pow(2));
        assertTrue(Exact.of(root.inf()).pow(2).compareTo(low) <= 0);
        assertTrue(Exact.of(Math.nextUp(root.inf())).pow(2).compareTo(low) > 0);
        Exact high = Exact.of(x.mag()).pow(2).add(Exact.of(y.mag()).pow(2));
        assertTrue(Exact.of(root.sup()).pow(2).compareTo(high) >= 0);
        assertTrue(root.sup() == 0
                || high.isInfinite()
                || Exact.of(Math.nextDown(root.sup())).pow(2).compareTo(high) < 0);
    }

    @Property
    void middleAndRadiusComeTogether(@ForAll Interval x) {
        assertEquals(new MidRad(x.mid(), x.rad()), x.midRad());
    }

    @Property
    void emptyOperandGivesEmptyResult(@ForAll Interval x) {
        Interval none = Interval.EMPTY;
        for (UnaryOperator<Interval> each : List.<UnaryOperator<Interval>>of(
                Interval::reciprocal,
                Interval::sign,
                Interval::floor,
                Interval::ceil,
                Interval::trunc,
                Interval::roundTiesToEven,
                Interval::roundTiesToAway,
                Interval::toWholeNumbers,
                Interval::exp,
                Interval::log,
                Interval::log2,
                Interval::log10)) {
            assertEquals(none, each.apply(none));
        }
        assertEquals(none, none.fma(x, x));
        assertEquals(none, x.fma(none, x));
        assertEquals(none, x.fma(x, none));
        assertEquals(none, none.pow(x));
        assertEquals(none, x.pow(none));
        assertEquals(new IntervalPair(none, none), none.mulRevToPair(x));
        assertEquals(new IntervalPair(none, none), x.mulRevToPair(none));
    }
}
