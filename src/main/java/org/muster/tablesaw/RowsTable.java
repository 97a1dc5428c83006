package org.muster.tablesaw;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muster.rows.Column;
import org.muster.rows.Rows;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Converts rows to Tablesaw tables. Separate from {@link Tabular}, so that Tablesaw is not loaded until a table is
 * requested.
 */
final class RowsTable {

    private RowsTable() {}

    static <R> Table table(Rows<R> analysis) {
        Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Column<R> column : analysis.columns()) {
            if (column.headings().size() == 1) {
                others.addAll(column.headings());
            }
        }
        Table table = Table.create(analysis.name());
        for (Column<R> column : analysis.columns()) {
            table.addColumns(filled(column, analysis.rows(), others));
        }
        return table;
    }

    private static <R> tech.tablesaw.columns.Column<?> filled(Column<R> column, List<R> rows, Set<String> others) {
        if (column instanceof Column.Texts<R> texts) {
            StringColumn filled = StringColumn.create(texts.heading());
            rows.forEach(row -> filled.append(texts.cell().apply(row)));
            return filled;
        } else if (column instanceof Column.Counts<R> counts) {
            LongColumn filled = LongColumn.create(counts.heading());
            rows.forEach(row -> filled.append(counts.cell().applyAsLong(row)));
            return filled;
        } else if (column instanceof Column.Numbers<R> numbers) {
            DoubleColumn filled = DoubleColumn.create(numbers.heading());
            rows.forEach(row -> numbers.cell().apply(row).ifPresentOrElse(filled::append, filled::appendMissing));
            return filled;
        }
        IntervalColumn filled = IntervalColumn.create(
                RangeName.of(column.headings().get(0), column.headings().get(1), others));
        if (column instanceof Column.Ranges<R> ranges) {
            rows.forEach(row -> filled.append(ranges.cell().apply(row)));
        } else if (column instanceof Column.Ratios<R> ratios) {
            rows.forEach(row -> filled.append(ratios.cell().apply(row).toInterval()));
        }
        return filled;
    }
}
