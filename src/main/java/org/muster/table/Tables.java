package org.muster.table;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows to Tablesaw. Apart from {@link Rows}, so that nothing of Tablesaw is loaded until a table is asked for. */
final class Tables {

    private Tables() {}

    static <R> Table of(Rows<R> analysis) {
        Table table = Table.create(analysis.name());
        for (Column<R> column : analysis.columns()) {
            add(table, column, analysis.rows());
        }
        return table;
    }

    private static <R> void add(Table table, Column<R> column, List<R> rows) {
        if (column instanceof Column.Text<R> text) {
            StringColumn cells = StringColumn.create(text.name());
            rows.forEach(row -> cells.append(text.cell().apply(row)));
            table.addColumns(cells);
        } else if (column instanceof Column.Count<R> count) {
            LongColumn cells = LongColumn.create(count.name());
            rows.forEach(row -> cells.append(count.cell().applyAsLong(row)));
            table.addColumns(cells);
        } else if (column instanceof Column.Number<R> number) {
            DoubleColumn cells = DoubleColumn.create(number.name());
            rows.forEach(row -> number.cell().apply(row).ifPresentOrElse(cells::append, cells::appendMissing));
            table.addColumns(cells);
        } else if (column instanceof Column.Range<R> range) {
            DoubleColumn low = DoubleColumn.create(range.low());
            DoubleColumn high = DoubleColumn.create(range.high());
            for (R row : rows) {
                var interval = range.cell().apply(row);
                if (interval.isEmpty()) {
                    low.appendMissing();
                    high.appendMissing();
                } else {
                    low.append(interval.inf());
                    high.append(interval.sup());
                }
            }
            table.addColumns(low, high);
        }
    }
}
