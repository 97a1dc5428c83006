package org.muster.table;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The rows of an analysis and the columns that show them.
 *
 * @param <R> what a row is
 */
public interface Rows<R> {

    /**
     * Returns the name of the analysis, that of its report without {@code .csv}.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the rows, sorted as the analysis says.
     *
     * @return the rows
     */
    List<R> rows();

    /**
     * Returns the columns, in the order of the report.
     *
     * @return the columns
     */
    List<Column> columns();

    /**
     * Hands over the cells of a row, in the order of the columns.
     *
     * @param row one of the rows
     * @param cells takes them
     */
    void cells(R row, Cells cells);

    /**
     * Returns the rows as a Tablesaw table: texts, counts and numbers as columns of their kind, ranges and ratios as an
     * {@link IntervalColumn}, and a missing value where there is nothing. A ratio is rounded outward to doubles. A column
     * of ranges is called what its two headings have in common: {@code hull_low, hull_high} are {@code hull}, or {@code
     * hull_range} beside another column {@code hull}; {@code low, high} are {@code range}; {@code low_a, high_a} are
     * {@code range_a}. Of headings that are no such pair the name is both.
     *
     * @return a new table, which {@link TableFile} writes with the headings of the report
     */
    default Table table() {
        return TableCells.table(this);
    }
}
