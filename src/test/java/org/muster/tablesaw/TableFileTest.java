package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.interval.Intervals;
import org.muster.text.Problem;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables written and read back. */
class TableFileTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.csv"), text);
    }

    private String refusal(String text, Map<String, ColumnType> types) {
        return assertThrows(IllegalArgumentException.class, () -> TableFile.read(file(text), types))
                .getMessage();
    }

    private static IntervalColumn column(String name, Interval... ranges) {
        return IntervalColumn.create(name, IntervalArray.of(ranges));
    }

    @Test
    void rangesAreTwoColumns() throws IOException {
        Path file = folder.resolve("new/claims.csv");
        TableFile.write(
                file,
                Table.create(
                        "claims",
                        StringColumn.create("party", "Soviet Union", "007", "NA", ""),
                        column(
                                "killed",
                                Interval.of(9780, 12031),
                                Interval.of(300, NONE),
                                Interval.EMPTY,
                                Interval.of(Double.NEGATIVE_INFINITY, -0.125)),
                        column("range", Interval.of(1), Interval.of(0.1), Interval.ENTIRE, Interval.of(1e22))));
        String tenth = "0.1000000000000000055511151231257827021181583404541015625"; // the double next to it
        assertEquals(
                "party,killed_low,killed_high,low,high\n"
                        + "Soviet Union,9780,12031,1,1\n"
                        + "007,300,Infinity," + tenth + "," + tenth + "\n"
                        + "NA,,,-Infinity,Infinity\n"
                        + ",-Infinity,-0.125,10000000000000000000000,10000000000000000000000\n",
                Files.readString(file));
        Table read = TableFile.read(file);
        assertEquals("claims", read.name());
        assertEquals(List.of("party", "killed", "range"), read.columnNames());
        assertEquals(
                List.of("Soviet Union", "007", "NA", ""),
                read.stringColumn("party").asList());
        assertTrue(read.column("killed").isMissing(2));
    }

    @Test
    void valuesOfEveryTypeComeBack() throws IOException {
        Table table = Table.create(
                "mine",
                StringColumn.create("text", "a, \"b\"\nc", "", "=1+1"),
                column("range", Interval.of(0.1, 0.3), Interval.EMPTY, Interval.ENTIRE),
                DoubleColumn.create("number", 0.1, Double.NaN, Double.NEGATIVE_INFINITY),
                DoubleColumn.create("large", 1e300, Double.MIN_VALUE, -0.0),
                LongColumn.create("count", 1L << 53 | 1, -7, 0),
                IntColumn.create("whole", new Integer[] {1, null, 3}),
                BooleanColumn.create("yes", true, false, true),
                DateColumn.create("day", LocalDate.of(1945, 8, 9), null, LocalDate.of(1945, 9, 2)));
        Path file = folder.resolve("mine.csv");
        TableFile.write(file, table);
        Table read = TableFile.read(
                file,
                Map.of(
                        "number", ColumnType.DOUBLE,
                        "large", ColumnType.DOUBLE,
                        "count", ColumnType.LONG,
                        "whole", ColumnType.INTEGER,
                        "yes", ColumnType.BOOLEAN,
                        "day", ColumnType.LOCAL_DATE));
        assertEquals(table.columnNames(), read.columnNames());
        for (String name : table.columnNames()) {
            assertEquals(table.column(name).type(), read.column(name).type());
            assertEquals(table.column(name).asList(), read.column(name).asList(), name);
        }
    }

    @Provide
    static Arbitrary<Interval> ranges() {
        return Intervals.intervals();
    }

    @Property(tries = 200)
    void rangesComeBackAsTheyWere(@ForAll @Size(max = 5) List<@net.jqwik.api.From("ranges") Interval> ranges)
            throws IOException {
        Path file = Files.createTempFile("ranges", ".csv");
        try {
            TableFile.write(file, Table.create("t", IntervalColumn.create("men", IntervalArray.of(ranges))));
            assertEquals(ranges, TableFile.read(file).column("men").asList());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.of("", "low", "high", "range", "a", "men")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join("_", words));
    }

    /** Whatever the columns are called: the file is refused, or read with the same names. */
    @Property
    void namesComeBackAsTheyWere(
            @ForAll("names") String first, @ForAll("names") String second, @ForAll("names") String text) {
        TreeSet<String> names = new TreeSet<>(List.of(first, second, text));
        if (names.size() < 3) {
            return;
        }
        TreeSet<String> others = new TreeSet<>(List.of(text));
        for (String name : List.of(first, second)) {
            List<String> headings = RangeName.headings(name, others);
            assertTrue(RangeName.isPair(headings.get(0), headings.get(1)));
            assertEquals(name, RangeName.of(headings.get(0), headings.get(1), others));
        }
        assertFalse(RangeName.headings(first, others).equals(RangeName.headings(second, others)));
    }

    @Test
    void aRangeFromElsewhereEnclosesWhatTheFileSays() throws IOException {
        Table read = TableFile.read(file("\uFEFFlow_a,high_a,note\r\n0.1,0.1,x\r\n"));
        assertEquals(List.of("range_a", "note"), read.columnNames());
        assertEquals(
                Interval.of(Math.nextDown(0.1), 0.1), read.column("range_a").get(0));
    }

    @Test
    void aTypeThatIsNamedMakesNoRange() throws IOException {
        Table read = TableFile.read(
                file("a_low,a_high,b_low,other\n1,2,3,\"[1, 2]\"\n"),
                Map.of("a_high", ColumnType.DOUBLE, "other", IntervalColumnType.INTERVAL));
        assertEquals(List.of("a_low", "a_high", "b_low", "other"), read.columnNames());
        assertEquals("1", read.column("a_low").get(0));
        assertEquals(2.0, read.column("a_high").get(0));
        assertEquals(Interval.of(1, 2), read.column("other").get(0));
    }

    @Test
    void tablesWithoutRowsOrWithBlankOnes() throws IOException {
        assertEquals(0, TableFile.read(file("low,high\n")).rowCount());
        Path file = folder.resolve("one.csv");
        TableFile.write(file, Table.create("one", StringColumn.create("note", "", "a", "")));
        assertEquals(3, TableFile.read(file).rowCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"60OO,7000", "5,2", "1,", ",1", "NaN,NaN", "\"1,5\",2", "1 2,3", "Infinity,Infinity"})
    void cellsThatAreNoRange(String cells) {
        String message = refusal("low,high\n1,2\n" + cells + "\n", Map.of());
        assertTrue(message.startsWith("mine.csv:3, column range: "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "12f", "60OO"})
    void cellsThatAreNoNumber(String cell) {
        assertEquals(
                "mine.csv:2, column men: \"" + cell + "\" is not a number of type DOUBLE",
                refusal("men\n\"" + cell + "\"\n", Map.of("men", ColumnType.DOUBLE)));
    }

    @Test
    void allFaultsAreToldTogether() {
        String message = refusal("low,high\n" + "2,1\n".repeat(12), Map.of());
        assertEquals(11, message.lines().count());
        assertTrue(message.endsWith("… and 2 more"), message);
    }

    /** The row with low above high is kept, and all after it. */
    @Test
    void aRowThatIsWrongIsKeptAndTold() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Table read = TableFile.read(
                file("party,low,high,men\nA,1,2,3\nB,5,2,4\nC,3,4,x\nD\nE,5,6,7,8\n"),
                Map.of("men", ColumnType.INTEGER),
                problems::add);
        assertEquals(List.of("A", "B", "C", "D", "E"), read.column("party").asList());
        assertEquals(
                List.of(Interval.of(1, 2), Interval.EMPTY, Interval.of(3, 4), Interval.EMPTY, Interval.of(5, 6)),
                read.column("range").asList());
        assertEquals(2, read.column("men").countMissing());
        assertEquals(
                List.of("3 range B,5,2,4", "4 men C,3,4,x", "5  D", "6  E,5,6,7,8"),
                problems.stream()
                        .map(problem -> problem.line() + " " + problem.column() + " " + problem.text())
                        .toList());
        assertEquals("mine.csv:6: 5 cells; expected 4", problems.get(3).toString());
    }

    @Test
    void blankNamesComeBack() throws IOException {
        Path file = folder.resolve("blank.csv");
        TableFile.write(file, Table.create("blank", column("", Interval.of(1, 2)), StringColumn.create("a", "x")));
        assertEquals(List.of("", "a"), TableFile.read(file).columnNames());
        TableFile.write(file, Table.create("blank", StringColumn.create("", "x"), column("_range", Interval.of(1, 2))));
        assertEquals(List.of("", "_range"), TableFile.read(file).columnNames());
        TableFile.write(file, Table.create("blank", StringColumn.create("", "x")));
        assertEquals(List.of(""), TableFile.read(file).columnNames());
    }

    @Test
    void filesThatAreNoTable() throws IOException {
        assertEquals("mine.csv: empty; expected a row of headings", refusal("", Map.of()));
        assertEquals("mine.csv: two columns a", refusal("a,b,a\n", Map.of()));
        assertEquals("mine.csv: no column c among [a, b]", refusal("a,b\n", Map.of("c", ColumnType.DOUBLE)));
        assertEquals("mine.csv:2: 1 cells; expected 2", refusal("a,b\n1\n", Map.of()));
        assertTrue(refusal("a,b\n1,\"2\n", Map.of()).startsWith("mine.csv: "));
        Path file = folder.resolve("latin.csv");
        Files.write(file, "a\nMünchen\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "latin.csv: not in UTF-8",
                assertThrows(IOException.class, () -> TableFile.read(file)).getMessage());
    }

    @Test
    void headingsThatWouldBeTheSame() {
        Table table = Table.create("t", DoubleColumn.create("men_low"), IntervalColumn.create("men"));
        assertEquals(
                "table t: two columns of the file would be called men_low",
                assertThrows(IllegalArgumentException.class, () -> TableFile.write(folder.resolve("t.csv"), table))
                        .getMessage());
    }
}
