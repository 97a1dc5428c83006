package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/** Relations and overlap states against their definitions, which speak of the numbers in the sets and not of ends. */
@Domain(Intervals.class)
class RelationPropertiesTest {

    /** Two intervals on a grid touch or share an end in most samples. */
    @Provide
    Arbitrary<Interval> onGrid() {
        return Intervals.onGrid();
    }

    /**
     * Enough numbers to decide any relation between sets with ends in -2 … 2: those of the set among all quarters from
     * -9 to 9, where 9 stands for arbitrarily far out.
     */
    private static List<Double> numbers(Interval x) {
        List<Double> numbers = new ArrayList<>();
        for (double number = -9; number <= 9; number += 0.25) {
            if (x.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /**
     * For every number of one set there is one in the other that the relation holds with; the ends of the grid are
     * never the last numbers of an unbounded set.
     */
    private static boolean everyHasSome(Interval x, Interval y, BiPredicate<Double, Double> relation) {
        List<Double> others = numbers(y);
        return numbers(x).stream()
                .filter(number -> Math.abs(number) < 9)
                .allMatch(number -> others.stream().anyMatch(other -> relation.test(number, other)));
    }

    private static boolean everyWithEvery(Interval x, Interval y, BiPredicate<Double, Double> relation) {
        List<Double> others = numbers(y);
        return numbers(x).stream().allMatch(number -> others.stream().allMatch(other -> relation.test(number, other)));
    }

    @Property
    void relationsFollowTheirDefinitions(@ForAll("onGrid") Interval x, @ForAll("onGrid") Interval y) {
        assertEquals(everyHasSome(x, y, Double::equals), x.isSubset(y), "subset");
        assertEquals(everyWithEvery(x, y, (a, b) -> !a.equals(b)), x.isDisjoint(y), "disjoint");
        assertEquals(everyWithEvery(x, y, (a, b) -> a <= b), x.precedes(y), "precedes");
        assertEquals(everyWithEvery(x, y, (a, b) -> a < b), x.strictlyPrecedes(y), "strictlyPrecedes");
        assertEquals(everyHasSome(x, y, (a, b) -> a <= b) && everyHasSome(y, x, (b, a) -> a <= b), x.isLess(y), "less");
        assertEquals(
                everyHasSome(x, y, (a, b) -> a < b) && everyHasSome(y, x, (b, a) -> a < b),
                x.isStrictlyLess(y),
                "strictlyLess");
        assertEquals(
                everyHasSome(x, y, (a, b) -> a < b) && everyHasSome(x, y, (a, b) -> b < a),
                x.isInterior(y),
                "interior");
        assertEquals(x.isSubset(y) && y.isSubset(x), x.equals(y), "equals");
    }

    @Property
    void membershipFollowsFromTheEnds(@ForAll Interval x, @ForAll double number) {
        assertEquals(x.inf() <= number && number <= x.sup(), x.contains(number));
        assertEquals(x.contains(number), Interval.of(number).isSubset(x));
    }

    @Property
    void setOperationsAgreeWithMembership(@ForAll Interval x, @ForAll Interval y, @ForAll double number) {
        assertEquals(x.contains(number) && y.contains(number), x.intersection(y).contains(number));
        assertTrue(
                !(x.contains(number) || y.contains(number)) || x.convexHull(y).contains(number));
        assertEquals(x.isDisjoint(y), x.intersection(y).isEmpty());
        assertEquals(x.isSubset(y), x.intersection(y).equals(x));
        assertEquals(x.isSubset(y), x.convexHull(y).equals(y));
    }

    @Property
    void strictRelationsImplyTheirWeakForms(@ForAll Interval x, @ForAll Interval y) {
        assertTrue(!x.isInterior(y) || x.isSubset(y));
        assertTrue(!x.isStrictlyLess(y) || x.isLess(y));
        assertTrue(!x.strictlyPrecedes(y) || x.precedes(y));
        assertTrue(!x.precedes(y) || x.isEmpty() || y.isEmpty() || x.isLess(y));
        assertEquals(x.isDisjoint(y), x.strictlyPrecedes(y) || y.strictlyPrecedes(x));
    }

    @Property
    void oppositesReverseTheOrder(@ForAll Interval x, @ForAll Interval y) {
        Interval minusX = x.negate();
        Interval minusY = y.negate();
        assertEquals(x.isLess(y), minusY.isLess(minusX));
        assertEquals(x.isStrictlyLess(y), minusY.isStrictlyLess(minusX));
        assertEquals(x.precedes(y), minusY.precedes(minusX));
        assertEquals(x.strictlyPrecedes(y), minusY.strictlyPrecedes(minusX));
        assertEquals(x.isSubset(y), minusX.isSubset(minusY));
        assertEquals(x.isInterior(y), minusX.isInterior(minusY));
    }

    @Property
    void equalIntervalsAreInterchangeable(@ForAll("onGrid") Interval x, @ForAll("onGrid") Interval y) {
        assertEquals(x.equals(y), y.equals(x));
        assertEquals(x.equals(y), x.overlap(y) == Overlap.EQUALS || x.overlap(y) == Overlap.BOTH_EMPTY);
        if (x.equals(y)) {
            assertEquals(x.hashCode(), y.hashCode());
            assertEquals(x.toString(), y.toString());
        }
    }

    /** Exactly one of the sixteen conditions of IEEE 1788-2015 holds, and it is the one reported. */
    private static void assertOverlapByDefinition(Interval x, Interval y) {
        double a = x.inf();
        double b = x.sup();
        double c = y.inf();
        double d = y.sup();
        boolean both = !x.isEmpty() && !y.isEmpty();
        List<Overlap> holding = new ArrayList<>();
        for (Overlap state : Overlap.values()) {
            boolean holds = switch (state) {
                case BOTH_EMPTY -> x.isEmpty() && y.isEmpty();
                case FIRST_EMPTY -> x.isEmpty() && !y.isEmpty();
                case SECOND_EMPTY -> !x.isEmpty() && y.isEmpty();
                case BEFORE -> both && b < c;
                case MEETS -> both && a < b && b == c && c < d;
                case OVERLAPS -> both && a < c && c < b && b < d;
                case STARTS -> both && a == c && b < d;
                case CONTAINED_BY -> both && c < a && b < d;
                case FINISHES -> both && c < a && b == d;
                case EQUALS -> both && a == c && b == d;
                case FINISHED_BY -> both && a < c && b == d;
                case CONTAINS -> both && a < c && d < b;
                case STARTED_BY -> both && a == c && d < b;
                case OVERLAPPED_BY -> both && c < a && a < d && d < b;
                case MET_BY -> both && c < d && d == a && a < b;
                case AFTER -> both && d < a;
            };
            if (holds) {
                holding.add(state);
            }
        }
        assertEquals(List.of(x.overlap(y)), holding);
    }

    @Property
    void overlapStateFollowsItsDefinition(@ForAll Interval x, @ForAll Interval y) {
        assertOverlapByDefinition(x, y);
    }

    @Property
    void overlapStateOnSharedEndsFollowsItsDefinition(@ForAll("onGrid") Interval x, @ForAll("onGrid") Interval y) {
        assertOverlapByDefinition(x, y);
    }

    @Property
    void converseIsTheStateSeenFromTheOtherSide(@ForAll("onGrid") Interval x, @ForAll("onGrid") Interval y) {
        assertEquals(y.overlap(x), x.overlap(y).converse());
        assertEquals(x.overlap(y), x.overlap(y).converse().converse());
    }
}
