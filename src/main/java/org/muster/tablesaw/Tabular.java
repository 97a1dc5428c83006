package org.muster.tablesaw;

import org.muster.rows.Rows;
import tech.tablesaw.api.Table;

/**
 * An analysis that also gives its rows as a Tablesaw table.
 *
 * @param <R> the type of a row
 */
public interface Tabular<R> extends Rows<R> {

    /**
     * Returns the rows as a Tablesaw table: texts, counts and numbers as columns of their type, ranges and ratios as an
     * {@link IntervalColumn}, and a missing value where a cell is blank. A ratio is rounded outward to doubles. A
     * column of ranges is named after the common part of its two headings: {@code hull_low, hull_high} become
     * {@code hull}, or {@code hull_range} next to another column {@code hull}; {@code low, high} become {@code range};
     * {@code low_a, high_a} become {@code range_a}. If the headings are not such a pair, the name consists of both.
     *
     * @return a new table, which {@link TableFile} writes with the headings of the report
     */
    default Table table() {
        return RowsTable.table(this);
    }
}
