package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.muster.interval.Exact.Range;

/** Sums over arrays are rounded once, whatever the numbers. */
@Domain(Intervals.class)
class ReductionsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Provide
    Arbitrary<double[]> numbers() {
        return Intervals.reals().list().ofMaxSize(8).map(list -> {
            // Every third number is taken back, so that what is left is small.
            double[] numbers = new double[list.size() + list.size() / 3];
            for (int i = 0; i < list.size(); i++) {
                numbers[i] = list.get(i);
            }
            for (int i = list.size(); i < numbers.length; i++) {
                numbers[i] = -list.get(3 * (i - list.size()));
            }
            return numbers;
        });
    }

    @Provide
    Arbitrary<Interval[]> intervals() {
        return Intervals.intervals().list().ofMaxSize(5).map(list -> list.toArray(new Interval[0]));
    }

    private static BigDecimal exactSum(double[] values, Function<BigDecimal, BigDecimal> term) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).map(term).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The JDK rounds a decimal to nearest. */
    private static void assertNearest(BigDecimal exact, double actual) {
        assertEquals(exact.doubleValue(), actual);
        assertFalse(Exact.isNegativeZero(actual) && exact.signum() == 0);
    }

    @Property
    void sumsAreNearest(@ForAll("numbers") double[] values) {
        BigDecimal sum = exactSum(values, x -> x);
        assertNearest(sum, Reductions.sum(values));
        assertNearest(exactSum(values, BigDecimal::abs), Reductions.sumAbs(values));
        assertNearest(exactSum(values, x -> x.multiply(x)), Reductions.sumSquares(values));
        assertEquals(Interval.of(sum, sum), Reductions.enclosedSum(values));
    }

    @Property
    void dotProductsAreNearest(@ForAll("numbers") double[] x, @ForAll("numbers") double[] y) {
        int length = Math.min(x.length, y.length);
        BigDecimal dot = IntStream.range(0, length)
                .mapToObj(i -> new BigDecimal(x[i]).multiply(new BigDecimal(y[i])))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double[] first = Arrays.copyOf(x, length);
        double[] second = Arrays.copyOf(y, length);
        assertNearest(dot, Reductions.dot(first, second));
        assertEquals(Interval.of(dot, dot), Reductions.enclosedDot(first, second));
    }

    @Property
    void sumsOfIntervalsAreTightest(@ForAll("intervals") Interval[] values) {
        List<Interval> list = List.of(values);
        Exact.assertTightest(total(list, Range::of), Reductions.sum(values));
        Exact.assertTightest(total(list, x -> Range.of(x.abs())), Reductions.sumAbs(values));
        Exact.assertTightest(total(list, x -> Range.of(x).pow(2)), Reductions.sumSquares(values));
    }

    private static Range total(List<Interval> values, Function<Interval, Range> term) {
        return values.stream().anyMatch(Interval::isEmpty)
                ? null
                : values.stream().map(term).reduce(Range.of(Interval.of(0)), Range::add);
    }

    @Property
    void dotProductsOfIntervalsAreTightest(@ForAll("intervals") Interval[] x, @ForAll("intervals") Interval[] y) {
        int length = Math.min(x.length, y.length);
        Interval[] first = Arrays.copyOf(x, length);
        Interval[] second = Arrays.copyOf(y, length);
        boolean empty = IntStream.range(0, length).anyMatch(i -> x[i].isEmpty() || y[i].isEmpty());
        Range expected = empty
                ? null
                : IntStream.range(0, length)
                        .mapToObj(i -> Range.of(x[i]).multiply(Range.of(y[i])))
                        .reduce(Range.of(Interval.of(0)), Range::add);
        Exact.assertTightest(expected, Reductions.dot(first, second));
    }

    /** Products that round to the same double still have a least and a greatest. */
    @Test
    void equallyRoundedProductsAreTold() {
        double up = Math.nextUp(1.0);
        double tiny = 0x1p-1074;
        Interval[] x = {Interval.of(-0.3, 0.5), Interval.of(-up, up)};
        Interval[] y = {Interval.of(-tiny, tiny), Interval.of(-up, Math.nextUp(up))};
        assertEquals(x[0].multiply(y[0]), Reductions.dot(new Interval[] {x[0]}, new Interval[] {y[0]}));
        Range expected =
                Range.of(x[0]).multiply(Range.of(y[0])).add(Range.of(x[1]).multiply(Range.of(y[1])));
        Exact.assertTightest(expected, Reductions.dot(x, y));
    }

    /** A product beyond the greatest double is a number that others can take back; an unbounded one is not. */
    @Test
    void overflowIsNotInfinity() {
        Interval huge = Interval.of(1e200);
        Interval minusHuge = Interval.of(-1e200);
        Interval above = Interval.of(1e200, INFINITY);
        assertEquals(Interval.of(0), dotOfPairs(huge, huge, minusHuge, huge));
        assertEquals(Interval.of(0, INFINITY), dotOfPairs(above, huge, minusHuge, huge));
        assertEquals(Interval.of(0, INFINITY), dotOfPairs(huge, above, minusHuge, huge));
        assertEquals(Interval.of(-INFINITY, 0), dotOfPairs(above.negate(), huge, huge, huge));
        assertEquals(Interval.of(-INFINITY, 0), dotOfPairs(above, minusHuge, huge, huge));
        assertEquals(Interval.of(0, INFINITY), dotOfPairs(above.negate(), minusHuge, minusHuge, huge));
        assertEquals(Interval.of(0, INFINITY), dotOfPairs(above, above, minusHuge, huge));
    }

    private static Interval dotOfPairs(Interval a, Interval b, Interval c, Interval d) {
        return Reductions.dot(new Interval[] {a, c}, new Interval[] {b, d});
    }

    @Property
    void orderDoesNotMatter(@ForAll("numbers") double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        assertEquals(Reductions.sum(values), Reductions.sum(sorted));
    }

    @Test
    void smallSummandsSurviveLargeOnes() {
        assertEquals(1, Reductions.sum(new double[] {1e300, 1, -1e300}));
        assertEquals(
                Double.MIN_VALUE, Reductions.sum(new double[] {Double.MAX_VALUE, Double.MIN_VALUE, -Double.MAX_VALUE}));
        assertEquals(
                Double.MAX_VALUE, Reductions.sum(new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE}));
        assertEquals(
                -1,
                Reductions.dot(new double[] {1, 0x10000000000001p0, 0x1p104}, new double[] {0x1p104, -1, -1})
                        + 0x10000000000000p0);
        assertEquals(INFINITY, Reductions.sum(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}));
        assertEquals(-INFINITY, Reductions.sum(new double[] {-Double.MAX_VALUE, -Double.MAX_VALUE}));
        assertEquals(INFINITY, Reductions.sumSquares(new double[] {1e200}));
    }

    /** Halfway between two doubles the even one is taken, a hair beyond it the nearer. */
    @Test
    void halvesGoToTheEvenNeighbour() {
        assertEquals(0x1p53, Reductions.sum(new double[] {0x1p53, 1}));
        assertEquals(0x1p53 + 4, Reductions.sum(new double[] {0x1p53 + 2, 1}));
        assertEquals(0x1p53 + 2, Reductions.sum(new double[] {0x1p53, 1, Double.MIN_VALUE}));
        assertEquals(-0x1p53, Reductions.sum(new double[] {-0x1p53, -1}));
        assertEquals(0, Reductions.sumSquares(new double[] {0x1p-538, 0x1p-538, 0x1p-538 * 0.5}) - Double.MIN_VALUE);
        assertEquals(0, Reductions.dot(new double[] {0x1p-1074}, new double[] {0.5}));
        assertEquals(INFINITY, Reductions.sum(new double[] {Double.MAX_VALUE, 0x1p970}));
        assertEquals(Double.MAX_VALUE, Reductions.sum(new double[] {Double.MAX_VALUE, Math.nextDown(0x1p970)}));
    }

    @Test
    void numbersThatAreNotFiniteFollowIeee754() {
        assertEquals(NAN, Reductions.sum(new double[] {1, NAN, 3}));
        assertEquals(NAN, Reductions.sum(new double[] {1, -INFINITY, 2, INFINITY}));
        assertEquals(-INFINITY, Reductions.sum(new double[] {1, -INFINITY, -INFINITY}));
        assertEquals(NAN, Reductions.sumAbs(new double[] {1, NAN}));
        assertEquals(INFINITY, Reductions.sumAbs(new double[] {1, -INFINITY, 2, INFINITY}));
        assertEquals(INFINITY, Reductions.sumSquares(new double[] {1, -INFINITY, INFINITY}));
        assertEquals(NAN, Reductions.sumSquares(new double[] {1, NAN}));
        assertEquals(NAN, Reductions.dot(new double[] {0, 1}, new double[] {INFINITY, 1}));
        assertEquals(NAN, Reductions.dot(new double[] {1, 1}, new double[] {INFINITY, -INFINITY}));
        assertEquals(-INFINITY, Reductions.dot(new double[] {-INFINITY, 1}, new double[] {2, 1}));
        assertEquals(-INFINITY, Reductions.dot(new double[] {-2, 1}, new double[] {INFINITY, 1}));
    }

    @Test
    void nothingAddsUpToZero() {
        assertEquals(0.0, Reductions.sum(new double[0]));
        assertEquals(0.0, Reductions.sum(new double[] {-0.0, -0.0}));
        assertEquals(Interval.of(0), Reductions.sum(new Interval[0]));
        assertEquals(Interval.of(0), Reductions.dot(new Interval[0], new Interval[0]));
        assertEquals(Interval.of(0), Reductions.enclosedSum(new double[] {1, -1}));
        assertEquals(Interval.EMPTY, Reductions.sum(new Interval[] {Interval.of(1), Interval.EMPTY, Interval.of(2)}));
    }

    @Test
    void operandsThatDoNotFitAreRefused() {
        assertRefused(
                "second: its length 1 is not that of first, 2", () -> Reductions.dot(new double[2], new double[1]));
        assertRefused(
                "second: its length 1 is not that of first, 0", () -> Reductions.dot(new Interval[0], new Interval[1]));
        assertRefused(
                "second: its length 0 is not that of first, 1",
                () -> Reductions.enclosedDot(new double[1], new double[0]));
        assertRefused(
                "values: NaN at index 1 is not a real number", () -> Reductions.enclosedSum(new double[] {1, NAN}));
        assertRefused(
                "first: Infinity at index 0 is not a real number",
                () -> Reductions.enclosedDot(new double[] {INFINITY}, new double[] {1}));
        assertRefused(
                "second: -Infinity at index 0 is not a real number",
                () -> Reductions.enclosedDot(new double[] {1}, new double[] {-INFINITY}));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    /** Carries run through when the digits are nearly full. */
    @Test
    void manySummandsCarry() {
        double[] values = new double[3_000_000];
        Arrays.fill(values, Math.nextDown(0x1p32));
        assertEquals(
                new BigDecimal(Math.nextDown(0x1p32))
                        .multiply(BigDecimal.valueOf(values.length))
                        .doubleValue(),
                Reductions.sum(values));
        Arrays.fill(values, 0, values.length / 2, -Math.nextDown(0x1p32));
        assertEquals(0.0, Reductions.sum(values));
        assertTrue(Reductions.enclosedSum(values).isSingleton());
    }
}
