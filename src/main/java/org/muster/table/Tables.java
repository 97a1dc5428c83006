package org.muster.table;

import java.util.List;
import java.util.function.Function;
import org.muster.interval.Interval;
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
        } else if (column instanceof Column.Value<R> number) {
            DoubleColumn cells = DoubleColumn.create(number.name());
            rows.forEach(row -> number.cell().apply(row).ifPresentOrElse(cells::append, cells::appendMissing));
            table.addColumns(cells);
        } else if (column instanceof Column.Range<R> range) {
            addEnds(table, range.low(), range.high(), rows, range.cell());
        } else if (column instanceof Column.Ratio<R> ratio) {
            addEnds(
                    table,
                    ratio.low(),
                    ratio.high(),
                    rows,
                    row -> ratio.cell().apply(row).toInterval());
        }
    }

    private static <R> void addEnds(
            Table table, String lowName, String highName, List<R> rows, Function<? super R, Interval> cell) {
        DoubleColumn low = DoubleColumn.create(lowName);
        DoubleColumn high = DoubleColumn.create(highName);
        for (R row : rows) {
            Interval interval = cell.apply(row);
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
