package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.muster.interval.HardArrays.Kind;

class IntervalArrayTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    // Manchuria 1945: killed, as two works give it, and "at least 300".
    private static final IntervalArray COLUMN =
            IntervalArray.of(new double[] {9780, 300, 12031}, new double[] {12031, INFINITY, 12031});

    private static final IntervalArray NONE = IntervalArray.of();

    @Test
    void isMadeFromArraysIntervalsListsAndPoints() {
        List<Interval> list = List.of(Interval.of(9780, 12031), Interval.of(300, INFINITY), Interval.of(12031));
        assertEquals(COLUMN, IntervalArray.of(list));
        assertEquals(COLUMN, IntervalArray.of(list.toArray(new Interval[0])));
        assertEquals(list, COLUMN.toList());
        assertEquals(3, COLUMN.size());
        assertEquals(list.get(1), COLUMN.get(1));
        assertEquals(300, COLUMN.inf(1));
        assertEquals(INFINITY, COLUMN.sup(1));
        assertEquals(IntervalArray.of(Interval.of(1), Interval.of(2)), IntervalArray.points(1, 2));
        IntervalArray empty = IntervalArray.of(Interval.EMPTY);
        assertEquals(Interval.EMPTY, empty.get(0));
        assertEquals(INFINITY, empty.inf(0));
        assertEquals(-INFINITY, empty.sup(0));
    }

    @Test
    void doesNotChangeWithTheArraysItWasMadeFrom() {
        double[] low = {1};
        double[] high = {2};
        IntervalArray column = IntervalArray.of(low, high);
        IntervalArray points = IntervalArray.points(low);
        low[0] = 7;
        high[0] = 8;
        assertEquals(Interval.of(1, 2), column.get(0));
        assertEquals(Interval.of(1), points.get(0));
        assertThrows(UnsupportedOperationException.class, () -> column.toList().set(0, Interval.EMPTY));
    }

    @Test
    void hasNoNegativeZero() {
        assertEquals(IntervalArray.points(0.0), IntervalArray.points(-0.0));
        assertEquals(IntervalArray.points(0.0), IntervalArray.of(new double[] {-0.0}, new double[] {-0.0}));
    }

    @Test
    void refusesBadEndsByIndex() {
        assertRefused(
                "at index 1, low: 3.0 is above high: 2.0",
                () -> IntervalArray.of(new double[] {1, 3}, new double[] {2, 2}));
        assertRefused(
                "at index 0, high: NaN is not the end of an interval",
                () -> IntervalArray.of(new double[] {1}, new double[] {Double.NaN}));
        assertRefused(
                "at index 0, low: no real number lies above Infinity",
                () -> IntervalArray.of(new double[] {INFINITY}, new double[] {INFINITY}));
        assertRefused(
                "at index 0, high: no real number lies below -Infinity",
                () -> IntervalArray.of(new double[] {-INFINITY}, new double[] {-INFINITY}));
        assertRefused("low has 2 ends, high has 1", () -> IntervalArray.of(new double[] {1, 3}, new double[] {2}));
        assertRefused("at index 1, point: Infinity is not a real number", () -> IntervalArray.points(1, INFINITY));
        assertRefused("at index 0, point: NaN is not a real number", () -> IntervalArray.points(Double.NaN));
        assertRefused("factor: NaN is not a real number", () -> COLUMN.scale(Double.NaN));
        assertRefused("factor: -Infinity is not a real number", () -> COLUMN.scale(-INFINITY));
    }

    @Test
    void refusesColumnsOfOtherLengths() {
        IntervalArray other = IntervalArray.points(1, 2);
        for (Executable operation : List.<Executable>of(
                () -> COLUMN.add(other),
                () -> COLUMN.convexHull(other),
                () -> COLUMN.isEqual(other),
                () -> COLUMN.isSubset(other),
                () -> COLUMN.isDisjoint(other),
                () -> COLUMN.precedes(other),
                () -> COLUMN.strictlyPrecedes(other),
                () -> COLUMN.mayStrictlyPrecede(other))) {
            assertRefused("that has 2 elements, this has 3", operation);
        }
    }

    @Test
    void refusesBadKeys() {
        assertRefused("keys: 1 for 3 elements", () -> COLUMN.sumByKey(new int[1], 1));
        assertRefused("groups: -1 is negative", () -> COLUMN.sumByKey(new int[3], -1));
        assertRefused("at index 2, key: 2 is not one of the 2 groups", () -> COLUMN.sumByKey(new int[] {0, 1, 2}, 2));
        assertRefused("at index 0, key: -1 is not one of the 2 groups", () -> COLUMN.sumByKey(new int[] {-1, 1, 2}, 2));
    }

    private static void assertRefused(String message, Executable operation) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, operation).getMessage());
    }

    @Test
    void columnWithoutElementsHasResultsToo() {
        assertEquals(NONE, NONE.add(NONE));
        assertEquals(NONE, NONE.multiply(Interval.of(2)));
        assertEquals(NONE, NONE.negate());
        assertEquals(Interval.of(0), NONE.sum());
        assertEquals(Interval.EMPTY, NONE.mean());
        assertEquals(Interval.EMPTY, NONE.min());
        assertEquals(Interval.EMPTY, NONE.max());
        assertEquals(Interval.EMPTY, NONE.hull());
        assertEquals(Interval.ENTIRE, NONE.intersectionOfAll());
        assertEquals(new BitSet(), NONE.isEmpty());
        assertEquals(IntervalArray.points(0, 0), NONE.sumByKey(new int[0], 2));
        assertEquals("[]", NONE.toString());
    }

    @Test
    void reducesAllElements() {
        assertEquals(Interval.of(300, 12031), COLUMN.min());
        assertEquals(Interval.of(12031, INFINITY), COLUMN.max());
        assertEquals(Interval.of(300, INFINITY), COLUMN.hull());
        assertEquals(Interval.of(12031), COLUMN.intersectionOfAll());
        assertEquals(Interval.EMPTY, IntervalArray.points(1, 2).intersectionOfAll());
        assertEquals(Interval.of(4.0 / 2), IntervalArray.points(1, 3).mean());
    }

    @Test
    void emptyElementsCountOnlyInHulls() {
        IntervalArray column = IntervalArray.of(Interval.of(1, 2), Interval.EMPTY, Interval.of(5));
        assertEquals(Interval.EMPTY, column.sum());
        assertEquals(Interval.EMPTY, column.mean());
        assertEquals(Interval.EMPTY, column.min());
        assertEquals(Interval.EMPTY, column.max());
        assertEquals(Interval.EMPTY, column.intersectionOfAll());
        assertEquals(Interval.of(1, 5), column.hull());
        assertEquals(IntervalArray.of(Interval.EMPTY, Interval.of(5)), column.sumByKey(new int[] {0, 0, 1}, 2));
    }

    @Test
    void relationsAreThoseOfTheElements() {
        SplittableRandom random = new SplittableRandom(5);
        IntervalArray x = IntervalArray.of(HardArrays.make(Kind.MIXED, 400, random));
        IntervalArray y = IntervalArray.of(HardArrays.make(Kind.MIXED, 400, random));
        IntervalArray small = IntervalArray.of(HardArrays.make(Kind.SMALL, 400, random));
        assertRelations(x, y);
        assertRelations(x, x);
        assertRelations(small, IntervalArray.of(HardArrays.make(Kind.SMALL, 400, random)));
    }

    private static void assertRelations(IntervalArray x, IntervalArray y) {
        assertRelation(x, y, x.isEmpty(), (a, b) -> a.isEmpty());
        assertRelation(x, y, x.contains(1), (a, b) -> a.contains(1));
        assertRelation(x, y, x.isEqual(y), Interval::equals);
        assertRelation(x, y, x.isSubset(y), Interval::isSubset);
        assertRelation(x, y, x.isDisjoint(y), Interval::isDisjoint);
        assertRelation(x, y, x.precedes(y), Interval::precedes);
        assertRelation(x, y, x.strictlyPrecedes(y), Interval::strictlyPrecedes);
        assertRelation(x, y, x.mayStrictlyPrecede(y), (a, b) -> !a.isEmpty() && !b.isEmpty() && a.inf() < b.sup());
    }

    private static void assertRelation(
            IntervalArray x, IntervalArray y, BitSet actual, BiPredicate<Interval, Interval> relation) {
        for (int i = 0; i < x.size(); i++) {
            assertEquals(relation.test(x.get(i), y.get(i)), actual.get(i), x.get(i) + " and " + y.get(i));
        }
        assertTrue(actual.length() <= x.size());
    }

    @Test
    void selectsElements() {
        BitSet unbounded = new BitSet();
        unbounded.set(1);
        assertEquals(IntervalArray.of(COLUMN.get(1)), COLUMN.select(unbounded));
        assertEquals(IntervalArray.of(COLUMN.get(2), COLUMN.get(0), COLUMN.get(2)), COLUMN.select(2, 0, 2));
        assertEquals(NONE, COLUMN.select());
        assertThrows(IndexOutOfBoundsException.class, () -> COLUMN.select(3));
        assertThrows(IndexOutOfBoundsException.class, () -> COLUMN.get(-1));
    }

    @Test
    void isEqualByValue() {
        IntervalArray same = COLUMN.add(Interval.of(0));
        assertEquals(COLUMN, same);
        assertEquals(COLUMN.hashCode(), same.hashCode());
        assertNotEquals(COLUMN, COLUMN.negate());
        assertNotEquals(COLUMN, COLUMN.add(Interval.of(0, 1)));
        assertNotEquals(COLUMN, COLUMN.toList());
    }

    @Test
    void showsTheFirstTen() {
        assertEquals("[[9780, 12031], [300, Infinity], [12031, 12031]]", COLUMN.toString());
        IntervalArray eleven = IntervalArray.points(new double[11]);
        assertTrue(eleven.toString().endsWith("[0, 0], ... 11 in all]"), eleven.toString());
    }
}
