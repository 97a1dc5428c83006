package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;

/** The laws of interval arithmetic. */
@Domain(Intervals.class)
class AlgebraPropertiesTest {
    private static final Interval ZERO = Interval.of(0);
    private static final Interval ONE = Interval.of(1);

    /** An interval and a set that encloses it. */
    @Provide
    Arbitrary<Tuple2<Interval, Interval>> nested() {
        return Combinators.combine(Intervals.intervals(), Intervals.intervals())
                .as((x, y) -> Tuple.of(x, x.convexHull(y)));
    }

    @Provide
    Arbitrary<BinaryOperator<Interval>> binaryOperations() {
        return Arbitraries.of(List.of(
                Interval::add,
                Interval::subtract,
                Interval::multiply,
                Interval::divide,
                Interval::min,
                Interval::max,
                Interval::intersection,
                Interval::convexHull));
    }

    @Provide
    Arbitrary<UnaryOperator<Interval>> unaryOperations() {
        return Arbitraries.of(List.of(
                Interval::negate,
                Interval::abs,
                Interval::sqr,
                Interval::sqrt,
                x -> x.pow(3),
                x -> x.pow(-2),
                x -> x.pow(-5)));
    }

    @Property
    void widerOperandsGiveWiderResults(
            @ForAll("nested") Tuple2<Interval, Interval> x,
            @ForAll("nested") Tuple2<Interval, Interval> y,
            @ForAll("binaryOperations") BinaryOperator<Interval> operation) {
        Interval inner = operation.apply(x.get1(), y.get1());
        Interval outer = operation.apply(x.get2(), y.get2());
        assertTrue(inner.isSubset(outer), () -> inner + " is not within " + outer);
    }

    @Property
    void widerOperandGivesWiderResult(
            @ForAll("nested") Tuple2<Interval, Interval> x,
            @ForAll("unaryOperations") UnaryOperator<Interval> operation) {
        Interval inner = operation.apply(x.get1());
        Interval outer = operation.apply(x.get2());
        assertTrue(inner.isSubset(outer), () -> inner + " is not within " + outer);
    }

    @Property
    void operandsCommute(@ForAll Interval x, @ForAll Interval y) {
        assertEquals(x.add(y), y.add(x));
        assertEquals(x.multiply(y), y.multiply(x));
        assertEquals(x.min(y), y.min(x));
        assertEquals(x.max(y), y.max(x));
        assertEquals(x.intersection(y), y.intersection(x));
        assertEquals(x.convexHull(y), y.convexHull(x));
        assertEquals(x.subtract(y), y.subtract(x).negate());
    }

    @Property
    void setOperationsAssociate(@ForAll Interval x, @ForAll Interval y, @ForAll Interval z) {
        assertEquals(x.intersection(y).intersection(z), x.intersection(y.intersection(z)));
        assertEquals(x.convexHull(y).convexHull(z), x.convexHull(y.convexHull(z)));
        assertEquals(x.min(y).min(z), x.min(y.min(z)));
        assertEquals(x.max(y).max(z), x.max(y.max(z)));
    }

    @Property
    void neutralElementsChangeNothing(@ForAll Interval x) {
        assertEquals(x, x.add(ZERO));
        assertEquals(x, x.subtract(ZERO));
        assertEquals(x, x.multiply(ONE));
        assertEquals(x, x.divide(ONE));
        assertEquals(x, x.pow(1));
        assertEquals(x, x.intersection(Interval.ENTIRE));
        assertEquals(x, x.convexHull(Interval.EMPTY));
        assertEquals(x.isEmpty() ? Interval.EMPTY : ZERO, x.multiply(ZERO));
        assertEquals(x.isEmpty() ? Interval.EMPTY : ONE, x.pow(0));
        assertEquals(x.negate(), x.multiply(Interval.of(-1)));
        assertEquals(x.negate(), x.divide(Interval.of(-1)));
    }

    /** Exact on counts. With rounding the law holds only for the exact ranges. */
    @Property
    void multiplicationDistributesOverAdditionToASubset(
            @ForAll("countIntervals") Interval x,
            @ForAll("countIntervals") Interval y,
            @ForAll("countIntervals") Interval z) {
        assertTrue(x.multiply(y.add(z)).isSubset(x.multiply(y).add(x.multiply(z))));
    }

    @Provide
    Arbitrary<Interval> countIntervals() {
        return Combinators.combine(Intervals.counts(), Intervals.counts()).as(Intervals::between);
    }

    /** What an operation undoes encloses what it began with, unless a divisor held 0 or an unbounded end. */
    @Property
    void inverseOperationsEnclose(@ForAll Interval x, @ForAll Interval y) {
        assertTrue(y.isEmpty() || x.isSubset(x.add(y).subtract(y)));
        assertTrue(y.isEmpty() || y.contains(0) || x.isSubset(x.multiply(y).divide(y)));
        assertTrue(x.abs().isSubset(x.sqr().sqrt()));
    }

    @Property
    void squareIsAPowerAndPartOfTheProduct(@ForAll Interval x) {
        assertEquals(x.sqr(), x.pow(2));
        assertTrue(x.sqr().isSubset(x.multiply(x)));
    }

    @Property
    void emptyOperandGivesEmptyResult(
            @ForAll Interval x, @ForAll("unaryOperations") UnaryOperator<Interval> operation) {
        assertEquals(Interval.EMPTY, operation.apply(Interval.EMPTY));
        for (BinaryOperator<Interval> each : List.<BinaryOperator<Interval>>of(
                Interval::add,
                Interval::subtract,
                Interval::multiply,
                Interval::divide,
                Interval::min,
                Interval::max,
                Interval::intersection)) {
            assertEquals(Interval.EMPTY, each.apply(x, Interval.EMPTY));
            assertEquals(Interval.EMPTY, each.apply(Interval.EMPTY, x));
        }
    }
}
