package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.check.Checks;
import org.muster.compare.Agreements;
import org.muster.compare.Discrepancies;
import org.muster.compare.Ratios;
import org.muster.compare.Tolerance;
import org.muster.compare.VoicePairs;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.reconcile.Reconciliation;
import org.muster.report.Report;
import org.muster.rows.Column;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Analyses as Tablesaw tables. */
class RowsTableTest {

    private static Dossier manchuria() throws java.io.IOException {
        return Dossier.read(Path.of("datasets/manchuria-1945"));
    }

    private static List<Tabular<?>> analyses() throws java.io.IOException {
        Report report = Report.of(manchuria(), Tolerance.NONE);
        Reconciliation reconciliation = Reconciliation.of(manchuria());
        return List.of(
                report.quantities(),
                report.discrepancies(),
                report.voices(),
                report.matrix(),
                report.ratios(),
                report.checks(),
                report.problems(),
                reconciliation,
                reconciliation.conflicts(),
                reconciliation.corrections());
    }

    @Test
    void columnsAreThoseOfTheReports() throws Exception {
        assertEquals(
                List.of("range", "best", "hull", "common", "agreed_range"),
                ranges(analyses().get(0).table()).stream()
                        .map(IntervalColumn::name)
                        .toList());
        assertEquals(
                List.of("range_a", "range_b", "difference", "ratio"),
                ranges(analyses().get(1).table()).stream()
                        .map(IntervalColumn::name)
                        .toList());
        for (Tabular<?> analysis : analyses()) {
            Table table = analysis.table();
            assertEquals(analysis.name(), table.name());
            assertEquals(analysis.rows().size(), table.rowCount());
            assertEquals(analysis.columns().size(), table.columnCount());
            for (int i = 0; i < table.columnCount(); i++) {
                Column<?> column = analysis.columns().get(i);
                assertEquals(typeOf(column), table.column(i).type());
                if (column.headings().size() == 1) {
                    assertEquals(column.headings().get(0), table.column(i).name());
                }
            }
        }
    }

    private static ColumnType typeOf(Column<?> column) {
        if (column instanceof Column.Texts) {
            return ColumnType.STRING;
        } else if (column instanceof Column.Counts) {
            return ColumnType.LONG;
        }
        return column instanceof Column.Numbers ? ColumnType.DOUBLE : IntervalColumnType.INTERVAL;
    }

    private static List<IntervalColumn> ranges(Table table) {
        return table.columns().stream()
                .filter(IntervalColumn.class::isInstance)
                .map(IntervalColumn.class::cast)
                .toList();
    }

    /** The ranges and ratios of the rows, row by row. */
    private static <R> List<Interval> rangesOfRows(Tabular<R> analysis) {
        List<Interval> ranges = new ArrayList<>();
        for (R row : analysis.rows()) {
            for (Column<R> column : analysis.columns()) {
                if (column instanceof Column.Ranges<R> of) {
                    ranges.add(of.cell().apply(row));
                } else if (column instanceof Column.Ratios<R> of) {
                    ranges.add(of.cell().apply(row).toInterval());
                }
            }
        }
        return ranges;
    }

    @Test
    void tablesHoldTheEndsOfTheRows() throws Exception {
        int all = 0;
        for (Tabular<?> analysis : analyses()) {
            List<IntervalColumn> columns = ranges(analysis.table());
            List<Interval> expected = rangesOfRows(analysis);
            List<Interval> actual = new ArrayList<>();
            for (int row = 0; row < analysis.rows().size(); row++) {
                for (IntervalColumn column : columns) {
                    actual.add(column.toIntervalArray().get(row));
                }
            }
            assertEquals(expected, actual, analysis.name());
            all += actual.size();
        }
        assertTrue(all > 1000, "only " + all + " ranges");
        Agreements quantities = Agreements.of(manchuria());
        assertEquals(
                quantities.rows().stream()
                        .map(row -> row.range().range().orElse(Interval.EMPTY))
                        .toList(),
                quantities.table().column("range").asList());
    }

    @Test
    void reportsAreReadAsTheTablesTheyShow(@TempDir Path folder) throws Exception {
        for (Tabular<?> analysis : analyses()) {
            Table table = analysis.table();
            Table read = TableFile.read(Report.write(folder, analysis));
            assertEquals(table.name(), read.name());
            assertEquals(table.columnNames(), read.columnNames());
            for (IntervalColumn column : ranges(table)) {
                IntervalColumn shown = (IntervalColumn) read.column(column.name());
                assertEquals(table.rowCount(), shown.size());
                assertArrayEquals(
                        column.isMissing().toArray(), shown.isMissing().toArray());
                assertArrayEquals( // which are rounded outward to six digits
                        column.isNotMissing().toArray(), column.isWithin(shown).toArray());
            }
            Path written = folder.resolve("written.csv");
            TableFile.write(written, table);
            try (var csv = CsvReader.builder().ofCsvRecord(written)) {
                assertEquals(
                        Column.headings(analysis.columns()),
                        csv.stream().findFirst().orElseThrow().getFields());
            }
        }
    }

    @Test
    void aDossierIsMadeOfATable(@TempDir Path folder) throws Exception {
        Table claims = Table.create(
                "claims",
                StringColumn.create("party", "Japan", "Japan"),
                StringColumn.create("measure", "killed", "strength"),
                StringColumn.create("figure", "21,389", "over 900,000"),
                StringColumn.create("source", "ajrp", "glantz"),
                IntervalColumn.create(
                        "range", IntervalArray.of(Interval.EMPTY, Interval.of(900000, Double.POSITIVE_INFINITY))));
        TableFile.write(folder.resolve("claims.csv"), claims);
        Dossier dossier = Dossier.read(folder.resolve("claims.csv"));
        assertEquals(List.of(), dossier.problems());
        assertEquals(
                List.of(Interval.of(21389), Interval.of(900000, Double.POSITIVE_INFINITY)),
                Agreements.of(dossier).table().column("range").asList());
    }

    @Test
    void cells() {
        Dossier dossier = Dossier.of(
                "manchuria",
                Claim.of("Japan", "killed", "21,389", "ajrp").claimedBy("Japan"),
                Claim.of("Japan", "killed", "83,737", "coox").claimedBy("Soviet Union"),
                Claim.of("Japan", "tanks captured", "at least 300", "glantz"),
                Claim.of("Japan", "tanks strength", "heavy", "glantz"));
        Table quantities = Agreements.of(dossier).table();
        assertEquals(Interval.of(21389, 83737), quantities.column("range").get(0));
        assertTrue(quantities.column("common").isMissing(0), "a conflict has nothing in common");
        assertEquals(
                Interval.of(300, Double.POSITIVE_INFINITY),
                quantities.column("range").get(1));
        assertTrue(quantities.column("range").isMissing(2), "no number is not 0");
        assertEquals(2, quantities.longColumn("voices").get(0));
        assertEquals(
                "21,389",
                Discrepancies.of(dossier).table().stringColumn("text_a").get(0));

        Table discrepancies = Discrepancies.of(dossier).table();
        Interval ratio = (Interval) discrepancies.column("ratio").get(0);
        // 83737 / 21389 is no double: the ends are its two neighbours.
        assertEquals(Math.nextUp(ratio.inf()), ratio.sup());
        assertTrue(ratio.contains(83737.0 / 21389));
        assertEquals(Interval.of(62348), discrepancies.column("difference").get(0));
        assertEquals(0, discrepancies.doubleColumn("overlap").get(0));
        assertEquals("before", discrepancies.stringColumn("relation").get(0));

        assertEquals(1, VoicePairs.of(dossier).table().longColumn("quantities").get(0));
        assertEquals(0, Ratios.of(dossier).table().rowCount());
        assertEquals(0, Checks.of(dossier).table().rowCount());
    }

    private record Row(String text, long count, OptionalDouble value) {}

    @Test
    void everyKindOfColumn() {
        Tabular<Row> rows = new Tabular<>() {
            @Override
            public String name() {
                return "made";
            }

            @Override
            public List<Row> rows() {
                return List.of(
                        new Row("=1+1", 1L << 53 | 1, OptionalDouble.empty()), new Row("", 0, OptionalDouble.of(0.1)));
            }

            @Override
            public List<Column<Row>> columns() {
                return List.of(
                        Column.text("text", Row::text),
                        Column.list("list", row -> List.of("a", row.text())),
                        Column.yesOrNo("blank", row -> row.text().isEmpty()),
                        Column.count("count", Row::count),
                        Column.number("value", Row::value),
                        Column.number(
                                "number", row -> OptionalDouble.of(row.value().orElse(-1))),
                        Column.range(
                                "low", "high", row -> row.value().isPresent() ? Interval.of(1, 2) : Interval.EMPTY),
                        Column.range("from", "to", row -> Interval.of(3)));
            }
        };
        Table table = rows.table();
        Map<String, List<?>> cells = new LinkedHashMap<>();
        table.columns().forEach(column -> cells.put(column.name(), column.asList()));
        assertEquals(List.of("=1+1", ""), cells.get("text"), "formulas are guarded in reports only");
        assertEquals(List.of("a; =1+1", "a; "), cells.get("list"));
        assertEquals(List.of("no", "yes"), cells.get("blank"));
        assertEquals(List.of(9007199254740993L, 0L), cells.get("count"));
        assertTrue(table.column("value").isMissing(0));
        assertEquals(0.1, table.doubleColumn("value").get(1));
        assertEquals(-1, table.doubleColumn("number").get(0));
        assertEquals(List.of(Interval.EMPTY, Interval.of(1, 2)), cells.get("range"));
        assertEquals(List.of(Interval.of(3), Interval.of(3)), cells.get("from_to"), "no pair of headings");
    }
}
