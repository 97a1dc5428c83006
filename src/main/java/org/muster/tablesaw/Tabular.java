package org.muster.tablesaw;

import org.muster.rows.Rows;
import tech.tablesaw.api.Table;

/**
 * An analysis that gives its rows as a Tablesaw table too.
 *
 * @param <R> what a row is
 */
public interface Tabular<R> extends Rows<R> {

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
        return RowsTable.table(this);
    }
}
