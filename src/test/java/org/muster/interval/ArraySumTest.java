package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muster.interval.Exact.assertTightest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.interval.Exact.Range;
import org.muster.interval.HardArrays.Kind;

/** Sums and means of columns are rounded once, whatever cancels or overflows on the way. */
class ArraySumTest {

    @ParameterizedTest
    @EnumSource
    void sumAndMeanAreTightest(Kind kind) {
        SplittableRandom random = new SplittableRandom(11);
        for (int length : new int[] {1, 2, 3, 10, 255, 256, 257, 1025}) {
            assertSums(HardArrays.make(kind, length, random));
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void sumAndMeanOfManyColumnsAreTightest(Kind kind) {
        SplittableRandom random = new SplittableRandom(12);
        for (int run = 0; run < 1000; run++) {
            assertSums(HardArrays.make(kind, random.nextInt(1, 600), random));
        }
    }

    /** Every large number is followed by its opposite somewhere, and what is left is tiny. */
    @Test
    void sumSurvivesCancellation() {
        SplittableRandom random = new SplittableRandom(13);
        for (Kind kind : List.of(Kind.REALS, Kind.BORDERS, Kind.HUGE, Kind.BITS)) {
            for (int run = 0; run < 20; run++) {
                List<Interval> column = new ArrayList<>();
                for (int i = 0; i < 300; i++) {
                    Interval x = HardArrays.one(kind, random);
                    column.add(x);
                    column.add(random.nextInt(column.size()), Interval.of(-x.sup()));
                    column.add(random.nextInt(column.size()), Interval.of(-x.inf()));
                }
                column.add(random.nextInt(column.size()), HardArrays.one(Kind.TINY, random));
                assertSums(column.toArray(new Interval[0]));
            }
        }
    }

    /** Sums exactly between two doubles, or off the middle by the least double. */
    @Test
    void sumDecidesByTheLastBit() {
        double least = Double.MIN_VALUE;
        double half = 0x1p-53;
        for (double[] column : new double[][] {
            {1, half},
            {1, half, least},
            {1, half, -least},
            {1, least},
            {1, -least},
            {-1, least},
            {1, half, half},
            {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE},
            {Double.MAX_VALUE, least},
            {Double.MAX_VALUE, Double.MAX_VALUE},
            {-Double.MAX_VALUE, -Double.MAX_VALUE},
            {0x1p53, 1, 1, 1},
            {0.0, -0.0},
            {least, -least},
            {1e300, 1, -1e300}
        }) {
            assertSums(IntervalArray.points(column).toList().toArray(new Interval[0]));
        }
    }

    @Test
    void longSumOfRealsIsTightest() {
        SplittableRandom random = new SplittableRandom(14);
        double[] points = new double[200_000];
        BigInteger units = BigInteger.ZERO;
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextDouble(-1e6, 2e6);
            units = units.add(
                    new BigDecimal(points[i]).multiply(new BigDecimal(0x1p80)).toBigIntegerExact());
        }
        Exact sum = new Exact(units, BigInteger.ONE.shiftLeft(80));
        assertTightest(new Range(sum, sum), IntervalArray.points(points).sum());
    }

    @Test
    void infiniteEndsMakeInfiniteSums() {
        IntervalArray column = IntervalArray.of(Interval.of(1, 2), Interval.of(300, Double.POSITIVE_INFINITY));
        assertEquals(Interval.of(301, Double.POSITIVE_INFINITY), column.sum());
        assertEquals(Interval.of(150.5, Double.POSITIVE_INFINITY), column.mean());
        assertEquals(
                Interval.of(Double.NEGATIVE_INFINITY, -301), column.negate().sum());
    }

    @ParameterizedTest
    @EnumSource
    void sumsByKeyAreTheSumsOfTheGroups(Kind kind) {
        SplittableRandom random = new SplittableRandom(15);
        for (int groups : new int[] {1, 2, 7, 100}) {
            IntervalArray column = IntervalArray.of(HardArrays.make(kind, 500, random));
            int[] keys = random.ints(500, 0, groups).toArray();
            IntervalArray sums = column.sumByKey(keys, groups);
            assertEquals(groups, sums.size());
            for (int key = 0; key < groups; key++) {
                List<Interval> group = new ArrayList<>();
                for (int i = 0; i < keys.length; i++) {
                    if (keys[i] == key) {
                        group.add(column.get(i));
                    }
                }
                assertEquals(IntervalArray.of(group).sum(), sums.get(key));
            }
        }
    }

    private static void assertSums(Interval[] column) {
        IntervalArray array = IntervalArray.of(column);
        for (Interval interval : column) {
            if (interval.isEmpty()) {
                assertEquals(Interval.EMPTY, array.sum());
                assertEquals(Interval.EMPTY, array.mean());
                return;
            }
        }
        Range sum = new Range(
                sum(Arrays.stream(column).mapToDouble(Interval::inf)),
                sum(Arrays.stream(column).mapToDouble(Interval::sup)));
        assertTightest(sum, array.sum());
        assertTightest(sum.divide(Range.of(Interval.of(column.length))), array.mean());
    }

    /** Every double is a whole number of least doubles. */
    private static Exact sum(DoubleStream ends) {
        BigInteger units = BigInteger.ZERO;
        for (double end : ends.toArray()) {
            if (Double.isInfinite(end)) {
                return Exact.of(end);
            }
            int exponent = Math.max(Math.getExponent(end), Double.MIN_EXPONENT);
            // 53 bits before the point: exact, and within a long.
            long significand = (long) Math.scalb(Math.scalb(end, -exponent), 52);
            units = units.add(BigInteger.valueOf(significand).shiftLeft(exponent + 1022));
        }
        return new Exact(units, BigInteger.ONE.shiftLeft(1074));
    }
}
