package org.muster.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.compare.Agreements;
import org.muster.compare.Claimants;
import org.muster.compare.Discrepancies;
import org.muster.compare.Ratios;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;
import org.muster.reconcile.Checks;
import org.muster.report.Report;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Analyses as Tablesaw tables. */
class RowsTableTest {

    private static final Set<String> COUNTS =
            Set.of("quantities.claims", "sources", "voices", "agreeing", "quantities");

    private static Dossier manchuria() throws java.io.IOException {
        return Dossier.read(Path.of("datasets/manchuria-1945"));
    }

    @Test
    void columnsAreThoseOfTheReports() throws Exception {
        Report report = Report.of(manchuria(), Tolerance.NONE);
        for (Rows<?> analysis : List.of(
                report.quantities(),
                report.discrepancies(),
                report.claimants(),
                report.ratios(),
                report.checks(),
                report.problems())) {
            Table table = analysis.table();
            assertEquals(analysis.name(), table.name());
            assertEquals(analysis.rows().size(), table.rowCount());
            assertEquals(
                    analysis.columns().stream()
                            .flatMap(column -> column.headings().stream())
                            .toList(),
                    table.columnNames());
            for (String name : table.columnNames()) {
                boolean number = name.matches("(.*_)?(low|high)(_[ab])?|gap|overlap");
                boolean count = COUNTS.contains(name) || COUNTS.contains(analysis.name() + "." + name);
                assertEquals(
                        number ? ColumnType.DOUBLE : count ? ColumnType.LONG : ColumnType.STRING,
                        table.column(name).type(),
                        analysis.name() + " " + name);
            }
        }
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
        assertEquals(83737, quantities.doubleColumn("high").get(0));
        assertTrue(quantities.doubleColumn("common_low").isMissing(0), "a conflict has nothing in common");
        assertEquals(Double.POSITIVE_INFINITY, quantities.doubleColumn("high").get(1));
        assertTrue(quantities.doubleColumn("low").isMissing(2), "no number is not 0");
        assertEquals(2, quantities.longColumn("voices").get(0));
        assertEquals(
                "21,389",
                Discrepancies.of(dossier).table().stringColumn("text_a").get(0));

        Table discrepancies = Discrepancies.of(dossier).table();
        double low = discrepancies.doubleColumn("ratio_low").get(0);
        double high = discrepancies.doubleColumn("ratio_high").get(0);
        // 83737 / 21389 is no double: the ends are its two neighbours.
        assertEquals(Math.nextUp(low), high);
        assertTrue(Interval.of(low, high).contains(83737.0 / 21389));
        assertEquals(62348, discrepancies.doubleColumn("difference_low").get(0));
        assertEquals(0, discrepancies.doubleColumn("overlap").get(0));
        assertEquals("before", discrepancies.stringColumn("relation").get(0));

        assertEquals(1, Claimants.of(dossier).table().longColumn("quantities").get(0));
        assertEquals(0, Ratios.of(dossier).table().rowCount());
        assertEquals(0, Checks.of(dossier).table().rowCount());
    }

    private record Row(String text, long count, OptionalDouble value) {}

    @Test
    void everyKindOfColumn() {
        Rows<Row> rows = new Rows<>() {
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
            public List<Column> columns() {
                return List.of(
                        Column.text("text"),
                        Column.text("list"),
                        Column.count("count"),
                        Column.number("value"),
                        Column.number("number"),
                        Column.range("low", "high"));
            }

            @Override
            public void cells(Row row, Cells cells) {
                cells.text(row.text());
                cells.list(List.of("a", row.text()));
                cells.count(row.count());
                cells.number(row.value());
                cells.number(OptionalDouble.of(row.value().orElse(-1)));
                cells.range(row.value().isPresent() ? Interval.of(1, 2) : Interval.EMPTY);
            }
        };
        Table table = rows.table();
        Map<String, List<?>> cells = new LinkedHashMap<>();
        table.columns().forEach(column -> cells.put(column.name(), column.asList()));
        assertEquals(List.of("=1+1", ""), cells.get("text"), "formulas are guarded in reports only");
        assertEquals(List.of("a; =1+1", "a; "), cells.get("list"));
        assertEquals(List.of(9007199254740993L, 0L), cells.get("count"));
        assertTrue(table.column("value").isMissing(0));
        assertEquals(0.1, table.doubleColumn("value").get(1));
        assertEquals(-1, table.doubleColumn("number").get(0));
        assertTrue(table.column("low").isMissing(0));
        assertEquals(2, table.doubleColumn("high").get(1));
    }
}
