package org.muster.report;

import java.util.List;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/** What could not be read, does not fit, or was left out of a report: the report {@code problems.csv}, by file and line. */
public final class Problems implements Tabular<Problem> {

    private static final List<Column<Problem>> COLUMNS = List.of(
            Column.text("file", Problem::file),
            Column.text("line", row -> row.line() > 0 ? Integer.toString(row.line()) : ""),
            Column.text("column", Problem::column),
            Column.text("severity", row -> row.severity().toString()),
            Column.text("message", Problem::message),
            Column.text("text", Problem::text));

    private final List<Problem> rows;

    /**
     * Makes the report of some problems.
     *
     * @param rows the problems, in order
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
    public List<Column<Problem>> columns() {
        return COLUMNS;
    }

    /** Returns the problems, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Problem::toString).toList());
    }
}
