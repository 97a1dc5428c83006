package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import tech.tablesaw.selection.Selection;

/** Filters are held against their definition, "every" and "some" number, tried out on a grid that the ends lie on. */
class IntervalFiltersPropertiesTest {

    private static final double[] GRID =
            IntStream.rangeClosed(-12, 12).mapToDouble(half -> half / 2.0).toArray();

    @Provide
    static Arbitrary<Interval> ranges() {
        Arbitrary<Double> ends = Arbitraries.integers().between(-4, 4).map(Integer::doubleValue);
        Arbitrary<Interval> bounded =
                Combinators.combine(ends, ends).as((a, b) -> Interval.of(Math.min(a, b), Math.max(a, b)));
        return Arbitraries.oneOf(
                bounded,
                ends.map(end -> Interval.of(end, Double.POSITIVE_INFINITY)),
                ends.map(end -> Interval.of(Double.NEGATIVE_INFINITY, end)),
                Arbitraries.of(Interval.EMPTY, Interval.ENTIRE));
    }

    private static double[] numbers(Interval range) {
        return Arrays.stream(GRID).filter(range::contains).toArray();
    }

    private static boolean every(Interval a, Interval b, BiPredicate<Double, Double> relation) {
        return !a.isEmpty()
                && !b.isEmpty()
                && Arrays.stream(numbers(a))
                        .allMatch(x -> Arrays.stream(numbers(b)).allMatch(y -> relation.test(x, y)));
    }

    private static boolean some(Interval a, Interval b, BiPredicate<Double, Double> relation) {
        return Arrays.stream(numbers(a)).anyMatch(x -> Arrays.stream(numbers(b)).anyMatch(y -> relation.test(x, y)));
    }

    private static void assertRows(
            BiPredicate<Interval, Interval> holds, List<Interval> a, List<Interval> b, Selection selected) {
        int[] expected = IntStream.range(0, a.size())
                .filter(row -> holds.test(a.get(row), b.get(row)))
                .toArray();
        assertEquals(Arrays.toString(expected), Arrays.toString(selected.toArray()));
    }

    @Property
    void againstAnotherColumn(@ForAll("pairs") List<List<Interval>> pairs) {
        List<Interval> a = pairs.stream().map(pair -> pair.get(0)).toList();
        List<Interval> b = pairs.stream().map(pair -> pair.get(1)).toList();
        IntervalColumn left = IntervalColumn.create("left", IntervalArray.of(a));
        IntervalColumn right = IntervalColumn.create("right", IntervalArray.of(b));
        assertRows((x, y) -> every(x, y, (p, q) -> p > q), a, b, left.certainlyGreaterThan(right));
        assertRows((x, y) -> some(x, y, (p, q) -> p > q), a, b, left.possiblyGreaterThan(right));
        assertRows((x, y) -> every(x, y, (p, q) -> p < q), a, b, left.certainlyLessThan(right));
        assertRows((x, y) -> some(x, y, (p, q) -> p < q), a, b, left.possiblyLessThan(right));
        assertRows((x, y) -> some(x, y, Double::equals), a, b, left.overlaps(right));
        assertRows(IntervalFiltersPropertiesTest::isWithin, a, b, left.isWithin(right));
    }

    @Provide
    static Arbitrary<List<List<Interval>>> pairs() {
        return ranges().list().ofSize(2).list().ofMaxSize(12);
    }

    private static boolean isWithin(Interval a, Interval b) {
        // An open end sticks out of the grid, and of every range without one on that side.
        return !a.isEmpty() && Arrays.stream(numbers(a)).allMatch(b::contains);
    }

    @Property
    void againstANumberOrARange(
            @ForAll("lists") List<Interval> ranges, @ForAll("ranges") Interval range, @ForAll("halves") double number) {
        IntervalColumn column = IntervalColumn.create("men", IntervalArray.of(ranges));
        List<Interval> same = ranges.stream().map(any -> Interval.of(number)).toList();
        assertRows((x, y) -> every(x, y, (p, q) -> p > q), ranges, same, column.certainlyGreaterThan(number));
        assertRows((x, y) -> some(x, y, (p, q) -> p > q), ranges, same, column.possiblyGreaterThan(number));
        assertRows((x, y) -> every(x, y, (p, q) -> p < q), ranges, same, column.certainlyLessThan(number));
        assertRows((x, y) -> some(x, y, (p, q) -> p < q), ranges, same, column.possiblyLessThan(number));
        assertRows((x, y) -> x.contains(number), ranges, same, column.contains(number));
        List<Interval> repeated = ranges.stream().map(any -> range).toList();
        assertRows((x, y) -> some(x, y, Double::equals), ranges, repeated, column.overlaps(range));
        assertRows(IntervalFiltersPropertiesTest::isWithin, ranges, repeated, column.isWithin(range));
    }

    @Provide
    static Arbitrary<List<Interval>> lists() {
        return ranges().list().ofMaxSize(12);
    }

    @Provide
    static Arbitrary<Double> halves() {
        return Arbitraries.integers().between(-10, 10).map(half -> half / 2.0);
    }
}
