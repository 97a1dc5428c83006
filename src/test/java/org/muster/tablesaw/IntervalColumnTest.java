package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.joining.JoinType;

/** Columns of ranges by themselves and in Tablesaw's tables. */
class IntervalColumnTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final Interval MISSING = Interval.EMPTY;

    /** The killed and the tanks of two armies; of one nothing is known. */
    private static Table claims() {
        return Table.create(
                "claims",
                StringColumn.create("party", "Soviet Union", "Japan", "Japan", "Mongolia", "Japan"),
                IntervalColumn.create("killed", new double[] {9780, 83737, 21389, NAN, 300}, new double[] {
                    12031, 83737, 21389, NAN, NONE
                }));
    }

    private static IntervalColumn killed(Table claims) {
        return (IntervalColumn) claims.column("killed");
    }

    private static IntervalColumn column(Interval... ranges) {
        return IntervalColumn.create("range", IntervalArray.of(ranges));
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void fromTwoArrays() {
        double[] low = {9780, -0.0, NAN, Double.NEGATIVE_INFINITY};
        IntervalColumn column = IntervalColumn.create("men", low, new double[] {12031, 0, NAN, NONE});
        low[0] = 1;
        assertEquals(List.of(Interval.of(9780, 12031), Interval.of(0), MISSING, Interval.ENTIRE), column.asList());
        assertEquals(column.asList(), column.toIntervalArray().toList());
        assertEquals(
                0, IntervalColumn.create("men", new double[0], new double[0]).size());
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1", "1, NaN", "2, 1", "Infinity, Infinity", "-Infinity, -Infinity"})
    void endsThatAreNoRange(double low, double high) {
        double[] lows = {1, low};
        double[] highs = {1, high};
        String message = refusal(() -> IntervalColumn.create("men", lows, highs));
        assertTrue(message.startsWith("column men, row 1: "), message);
    }

    @Test
    void arraysOfDifferentLengths() {
        assertEquals(
                "column men: low has 1 ends, high has 2",
                refusal(() -> IntervalColumn.create("men", new double[1], new double[2])));
        assertEquals("rows: -1 is negative", refusal(() -> IntervalColumn.create("men", -1)));
    }

    @Test
    void fromText() {
        StringColumn texts =
                StringColumn.create("text", "[9780, 12031]", "", "[300,]", "80", "1230?5", "[empty]", "0.1");
        IntervalColumn column = IntervalColumn.parse("men", texts);
        assertEquals("men", column.name());
        assertEquals(
                List.of(
                        Interval.of(9780, 12031),
                        MISSING,
                        Interval.of(300, NONE),
                        Interval.of(80),
                        Interval.of(1225, 1235),
                        MISSING,
                        Interval.of(Math.nextDown(0.1), 0.1)), // the double 0.1 is above a tenth
                column.asList());
        assertEquals(0, IntervalColumn.parse("men", StringColumn.create("text")).size());
    }

    @Test
    void fromTextThatIsNone() {
        StringColumn texts = StringColumn.create("text", "80", "about 80", "60OO", "[2, 1]");
        String message = refusal(() -> IntervalColumn.parse("men", texts));
        assertTrue(message.startsWith("column text, row 1: ") && message.contains("about 80"), message);
        assertTrue(message.endsWith(" (and in 2 other rows)"), message);
    }

    @Test
    void numbers() {
        IntervalColumn column = column(Interval.of(9780, 12031), Interval.of(300, NONE), MISSING, Interval.ENTIRE);
        assertArrayEquals(new double[] {9780, 300, NAN, -NONE}, column.low().asDoubleArray());
        assertArrayEquals(new double[] {12031, NONE, NAN, NONE}, column.high().asDoubleArray());
        assertArrayEquals(new double[] {10905.5, NAN, NAN, NAN}, column.mid().asDoubleArray());
        assertArrayEquals(new double[] {2251, NONE, NAN, NONE}, column.width().asDoubleArray());
        assertEquals(
                List.of("range_low", "range_high", "range_mid", "range_width"),
                List.of(
                        column.low().name(),
                        column.high().name(),
                        column.mid().name(),
                        column.width().name()));
    }

    @Test
    void tablesSort() {
        Table claims = claims();
        IntervalColumn killed = killed(claims);
        assertOrder(claims.sortOn("killed"), 300, 9780, 21389, 83737, NAN);
        assertOrder(claims.sortDescendingOn("killed"), NAN, 83737, 21389, 9780, 300);
        assertOrder(claims.sortOn("party", "killed"), 300, 21389, 83737, NAN, 9780);
        assertOrder(claims.sortOn(killed.byLow()), 300, 9780, 21389, 83737, NAN);
        assertOrder(claims.sortOn(killed.byHigh()), 9780, 21389, 83737, 300, NAN);
        assertOrder(claims.sortOn(killed.byMid()), 9780, 21389, 83737, 300, NAN);
        assertOrder(claims.sortOn(killed.byWidth()), 83737, 21389, 9780, 300, NAN);
    }

    private static void assertOrder(Table sorted, double... lows) {
        assertArrayEquals(lows, killed(sorted).low().asDoubleArray());
    }

    @Test
    void rowsOfEqualRangesStayInOrder() {
        int rows = 5000;
        IntervalColumn column = IntervalColumn.create("range", new double[rows], new double[rows]);
        DoubleColumn number =
                DoubleColumn.create("number", IntStream.range(0, rows).toArray());
        Table table = Table.create("t", column, number);
        for (Table sorted :
                List.of(table.sortOn(column.byLow()), table.sortOn(column.byMid()), table.sortOn(column.byWidth()))) {
            assertEquals(number.asList(), sorted.column("number").asList());
        }
    }

    @Test
    void rowsAreSelected() {
        Table claims = claims();
        IntervalColumn killed = killed(claims);
        assertOrder(claims.where(killed.certainlyGreaterThan(20000)), 83737, 21389);
        assertOrder(claims.where(killed.possiblyGreaterThan(20000)), 83737, 21389, 300);
        assertOrder(claims.where(killed.isMissing()), NAN);
        assertOrder(claims.dropWhere(killed.overlaps(Interval.of(0, 10000))), 83737, 21389, NAN);
    }

    @Test
    void filtersRefuseWhatIsNoNumber() {
        IntervalColumn column = column(Interval.of(1));
        for (double number : new double[] {NAN, NONE, -NONE}) {
            String expected = "number: " + number + " is not a real number";
            assertEquals(expected, refusal(() -> column.contains(number)));
            assertEquals(expected, refusal(() -> column.certainlyGreaterThan(number)));
            assertEquals(expected, refusal(() -> column.possiblyGreaterThan(number)));
            assertEquals(expected, refusal(() -> column.certainlyLessThan(number)));
            assertEquals(expected, refusal(() -> column.possiblyLessThan(number)));
        }
        IntervalColumn longer = column(Interval.of(1), Interval.of(2));
        for (Executable call : List.<Executable>of(
                () -> column.overlaps(longer),
                () -> column.isWithin(longer),
                () -> column.certainlyGreaterThan(longer),
                () -> column.possiblyGreaterThan(longer),
                () -> column.certainlyLessThan(longer),
                () -> column.possiblyLessThan(longer))) {
            assertEquals("column range has 2 rows, range has 1", refusal(call));
        }
    }

    @Test
    void groupsAreSummedUp() {
        Table sums = claims().summarize(
                        "killed",
                        IntervalAggregate.SUM,
                        IntervalAggregate.MEAN,
                        IntervalAggregate.MIN,
                        IntervalAggregate.MAX,
                        IntervalAggregate.HULL,
                        IntervalAggregate.INTERSECTION)
                .by("party");
        assertEquals(
                List.of("Soviet Union", "Japan", "Mongolia"),
                sums.column("party").asList());
        // 83737 + 21389 + 300 = 105426
        assertGroups(sums, "Sum", Interval.of(9780, 12031), Interval.of(105426, NONE), MISSING);
        assertGroups(sums, "Mean", Interval.of(9780, 12031), Interval.of(35142, NONE), MISSING);
        assertGroups(sums, "Min", Interval.of(9780, 12031), Interval.of(300, 21389), MISSING);
        assertGroups(sums, "Max", Interval.of(9780, 12031), Interval.of(83737, NONE), MISSING);
        assertGroups(sums, "Hull", Interval.of(9780, 12031), Interval.of(300, NONE), MISSING);
        assertGroups(sums, "Intersection", Interval.of(9780, 12031), MISSING, MISSING);
    }

    private static void assertGroups(Table sums, String function, Interval... expected) {
        assertEquals(List.of(expected), sums.column(function + " [killed]").asList());
    }

    @Test
    void sumsRoundOutwardOnce() {
        // A tenth, ten times: the exact sum of the doubles is 1 + 10 · (0.1 − 1/10), between 1 and its neighbour.
        IntervalColumn tenths = IntervalColumn.create(
                "x",
                IntervalArray.points(
                        IntStream.range(0, 10).mapToDouble(i -> 0.1).toArray()));
        assertEquals(Interval.of(1, Math.nextUp(1.0)), IntervalAggregate.SUM.summarize(tenths));
        assertEquals(Interval.of(0.1), IntervalAggregate.MEAN.summarize(tenths));
    }

    @Test
    void missingRangesInGroups() {
        IntervalColumn some = column(Interval.of(1, 3), MISSING, Interval.of(2, 5));
        assertEquals(MISSING, IntervalAggregate.SUM.summarize(some), "a missing count is not 0");
        assertEquals(MISSING, IntervalAggregate.MEAN.summarize(some));
        assertEquals(MISSING, IntervalAggregate.MIN.summarize(some));
        assertEquals(MISSING, IntervalAggregate.MAX.summarize(some));
        assertEquals(Interval.of(1, 5), IntervalAggregate.HULL.summarize(some));
        assertEquals(Interval.of(2, 3), IntervalAggregate.INTERSECTION.summarize(some));
        assertEquals(Interval.of(3, 8), IntervalAggregate.SUM.summarize(some.removeMissing()));
        IntervalColumn none = column();
        assertEquals(Interval.of(0), IntervalAggregate.SUM.summarize(none));
        for (IntervalAggregate function : List.of(
                IntervalAggregate.MEAN,
                IntervalAggregate.MIN,
                IntervalAggregate.MAX,
                IntervalAggregate.HULL,
                IntervalAggregate.INTERSECTION)) {
            assertEquals(MISSING, function.summarize(none), function.functionName());
        }
    }

    @Test
    void functionsOfNumbersAndRangesDoNotMix() {
        Table claims = claims();
        assertEquals(
                MISSING,
                claims.summarize("killed", IntervalAggregate.SUM).apply().get(0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> claims.summarize("killed", AggregateFunctions.mean).by("party"));
        assertThrows(
                IllegalArgumentException.class,
                () -> claims.summarize("party", IntervalAggregate.SUM).apply());
    }

    @Test
    void rangesMakeNoGroups() {
        Table claims = claims();
        for (Executable call : List.<Executable>of(
                () -> claims.splitOn("killed"),
                () -> claims.countBy("killed"),
                () -> claims.splitOn("party", "killed"),
                () -> claims.summarize("party", AggregateFunctions.count).by("killed"))) {
            String message =
                    assertThrows(UnsupportedOperationException.class, call).getMessage();
            assertTrue(message.startsWith("column killed: cannot group by ranges"), message);
            assertTrue(message.contains("group by the columns that say what the ranges are about"), message);
        }
    }

    private static Table joined(Table left, String on, JoinType type, Table right) {
        return left.joinOn(on).type(type).with(right).join();
    }

    @Test
    void joinsCarryRanges() {
        Table claims = claims();
        Table men = Table.create(
                "men",
                StringColumn.create("party", "Japan", "Soviet Union", "Manchukuo"),
                column(Interval.of(1001400), Interval.of(1577725, NONE), Interval.of(170000, 200000)));
        Table inner = joined(claims, "party", JoinType.INNER, men);
        assertEquals(4, inner.rowCount());
        Table left = joined(claims, "party", JoinType.LEFT_OUTER, men);
        assertEquals(5, left.rowCount());
        assertEquals(
                List.of(MISSING),
                left.where(left.stringColumn("party").isEqualTo("Mongolia"))
                        .column("range")
                        .asList());
        Table full = joined(claims, "party", JoinType.FULL_OUTER, men);
        Table manchukuo = full.where(full.stringColumn("party").isEqualTo("Manchukuo"));
        assertEquals(List.of(MISSING), manchukuo.column("killed").asList());
        assertEquals(
                List.of(Interval.of(170000, 200000)), manchukuo.column("range").asList());
        Table right = joined(claims, "party", JoinType.RIGHT_OUTER, men);
        assertEquals(5, right.rowCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5000}) // Tablesaw joins in another way where values repeat
    void rangesAreNotJoinedOn(int different) {
        double[] ends = IntStream.range(0, 5000).mapToDouble(i -> i % different).toArray();
        Table claims = Table.create("claims", IntervalColumn.create("killed", ends, ends));
        Table others = Table.create("others", IntervalColumn.create("killed", ends, ends));
        for (Executable call : List.<Executable>of(
                () -> joined(claims, "killed", JoinType.INNER, others),
                () -> joined(claims, "killed", JoinType.LEFT_OUTER, others),
                () -> joined(claims, "killed", JoinType.FULL_OUTER, others))) {
            String message =
                    assertThrows(UnsupportedOperationException.class, call).getMessage();
            assertTrue(message.startsWith("column killed: cannot join on ranges"), message);
        }
    }

    @Test
    void restOfTheTable() {
        Table claims = claims();
        assertEquals(10, claims.copy().append(claims).rowCount());
        assertEquals(5, claims.copy().append(claims).dropDuplicateRows().rowCount());
        assertEquals(4, claims.dropRowsWithMissingValues().rowCount());
        assertEquals(Interval.of(9780, 12031), claims.row(0).getObject("killed"));
        assertEquals("[9780, 12031]", claims.getString(0, "killed"));
        assertEquals(
                """
                                claims
                    party      |      killed       |
                ------------------------------------
                 Soviet Union  |    [9780, 12031]  |
                        Japan  |   [83737, 83737]  |
                        Japan  |   [21389, 21389]  |
                     Mongolia  |                   |
                        Japan  |  [300, Infinity]  |""".lines().map(String::strip).toList(),
                claims.print().lines().map(String::strip).toList());
    }

    @Test
    void theTypeIsKnown() {
        assertEquals(IntervalColumnType.INTERVAL, ColumnType.valueOf("INTERVAL"));
        assertEquals(1, claims().columnsOfType(IntervalColumnType.INTERVAL).size());
        assertEquals(0, IntervalColumnType.INTERVAL.create("men").size());
    }

    @Test
    void tablesawsOwnFilesHoldTheRangeAsText() {
        StringWriter out = new StringWriter();
        claims().write().csv(out);
        assertTrue(out.toString().contains("Soviet Union,\"[9780, 12031]\"\n"), out.toString());
        Table read = Table.read()
                .usingOptions(CsvReadOptions.builderFromString(out.toString())
                        .columnTypes(new ColumnType[] {ColumnType.STRING, IntervalColumnType.INTERVAL}));
        assertEquals(killed(claims()).asList(), killed(read).asList());
    }
}
