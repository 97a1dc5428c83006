package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.interval.HardArrays.Kind;

/** A column gives, element by element, the bits that the operation on single intervals gives. */
class IntervalArrayPropertiesTest {

    /** Around the lengths of the blocks in which columns are computed. */
    private static final List<Integer> LENGTHS = List.of(0, 1, 2, 3, 17, 511, 1023, 1024, 1025, 2047, 2048, 3001);

    @ParameterizedTest
    @EnumSource
    void equalsSingleOperations(Kind kind) {
        for (int length : LENGTHS) {
            assertColumns(kind, kind, length, length);
        }
    }

    @Test
    void equalsSingleOperationsOnMixedKinds() {
        for (Kind x : Kind.values()) {
            for (Kind y : Kind.values()) {
                assertColumns(x, y, 1100, 7);
            }
        }
    }

    @Tag("slow")
    @Test
    void equalsSingleOperationsAtLength() {
        for (int seed = 0; seed < 40; seed++) {
            for (Kind x : Kind.values()) {
                for (Kind y : Kind.values()) {
                    assertColumns(x, y, 2500, 1000 + seed);
                }
            }
        }
    }

    /** One hard element among ordinary ones: nothing of its block may come from the fast way by mistake. */
    @Test
    void oneHardElementSpoilsNoBlock() {
        for (Kind kind : Kind.values()) {
            SplittableRandom random = new SplittableRandom(3);
            for (int run = 0; run < 25; run++) {
                Interval[] x = HardArrays.make(Kind.COUNTS, 1024, random);
                Interval[] y = HardArrays.make(Kind.REALS, 1024, random);
                x[random.nextInt(1024)] = HardArrays.one(kind, random);
                y[random.nextInt(1024)] = HardArrays.one(kind, random);
                assertColumns(x, y);
            }
        }
    }

    private static void assertColumns(Kind kindX, Kind kindY, int length, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        assertColumns(HardArrays.make(kindX, length, random), HardArrays.make(kindY, length, random));
    }

    private static void assertColumns(Interval[] x, Interval[] y) {
        IntervalArray a = IntervalArray.of(x);
        IntervalArray b = IntervalArray.of(y);
        assertElements(x, y, a.add(b), Interval::add);
        assertElements(x, y, a.subtract(b), Interval::subtract);
        assertElements(x, y, a.multiply(b), Interval::multiply);
        assertElements(x, y, a.divide(b), Interval::divide);
        assertElements(x, y, a.min(b), Interval::min);
        assertElements(x, y, a.max(b), Interval::max);
        assertElements(x, y, a.intersection(b), Interval::intersection);
        assertElements(x, y, a.convexHull(b), Interval::convexHull);
        assertElements(x, a.negate(), Interval::negate);
        assertElements(x, a.abs(), Interval::abs);
        if (y.length > 0) {
            Interval one = y[y.length / 2];
            assertElements(x, a.add(one), element -> element.add(one));
            assertElements(x, a.subtract(one), element -> element.subtract(one));
            assertElements(x, a.multiply(one), element -> element.multiply(one));
            assertElements(x, a.divide(one), element -> element.divide(one));
            double factor = one.isCommon() ? one.inf() : -3;
            assertElements(x, a.scale(factor), element -> element.multiply(Interval.of(factor)));
        }
    }

    private static void assertElements(
            Interval[] x, Interval[] y, IntervalArray actual, BinaryOperator<Interval> operation) {
        assertEquals(x.length, actual.size());
        for (int i = 0; i < x.length; i++) {
            Interval expected = operation.apply(x[i], y[i]);
            if (!sameBits(expected, actual.get(i))) {
                int at = i;
                assertTrue(
                        false,
                        () -> "at " + at + ": " + x[at].toExactString() + " and " + y[at].toExactString() + " gave "
                                + actual.get(at).toExactString() + ", not " + expected.toExactString());
            }
        }
    }

    private static void assertElements(Interval[] x, IntervalArray actual, UnaryOperator<Interval> operation) {
        assertElements(x, x, actual, (element, same) -> operation.apply(element));
    }

    /** Equal ends may differ in the sign of zero, so the bits are compared. */
    private static boolean sameBits(Interval expected, Interval actual) {
        return Double.doubleToRawLongBits(expected.inf()) == Double.doubleToRawLongBits(actual.inf())
                && Double.doubleToRawLongBits(expected.sup()) == Double.doubleToRawLongBits(actual.sup());
    }
}
