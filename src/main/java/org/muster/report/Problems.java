package org.muster.report;

import java.util.List;
import org.muster.rows.Cells;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/** What could not be read, does not fit, or was cut short: the report {@code problems.csv}, by file and line. */
public final class Problems implements Tabular<Problem> {

    private static final List<Column> COLUMNS = List.of(
            Column.text("file"),
            Column.text("line"),
            Column.text("column"),
            Column.text("severity"),
            Column.text("message"),
            Column.text("text"));

    private final List<Problem> rows;

    /**
     * Makes the report of some problems.
     *
     * @param rows the problems, in their order
     */
    public Problems(List<Problem> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public String name() {
        return "problems";
    }

    @Override
    public List<Problem> rows() {
        return rows;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void cells(Problem row, Cells cells) {
        cells.text(row.file());
        cells.text(row.line() > 0 ? Integer.toString(row.line()) : "");
        cells.text(row.column());
        cells.text(row.severity().toString());
        cells.text(row.message());
        cells.text(row.text());
    }

    /** Returns the problems, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Problem::toString).toList());
    }
}
