package org.muster.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows to Tablesaw. Apart from {@link Rows}, so that nothing of Tablesaw is loaded until a table is asked for. */
final class TableCells implements Cells {

    private final List<tech.tablesaw.columns.Column<?>> columns = new ArrayList<>();
    private int next;

    private TableCells(List<Column> columns) {
        for (Column column : columns) {
            for (String heading : column.headings()) {
                this.columns.add(
                        switch (column.kind()) {
                            case TEXT -> StringColumn.create(heading);
                            case COUNT -> LongColumn.create(heading);
                            default -> DoubleColumn.create(heading);
                        });
            }
        }
    }

    static <R> Table table(Rows<R> analysis) {
        TableCells cells = new TableCells(analysis.columns());
        for (R row : analysis.rows()) {
            cells.next = 0;
            analysis.cells(row, cells);
        }
        return Table.create(analysis.name(), cells.columns);
    }

    private tech.tablesaw.columns.Column<?> next() {
        return columns.get(next++);
    }

    @Override
    public void text(String text) {
        ((StringColumn) next()).append(text);
    }

    @Override
    public void count(long count) {
        ((LongColumn) next()).append(count);
    }

    @Override
    public void number(OptionalDouble number) {
        DoubleColumn column = (DoubleColumn) next();
        if (number.isPresent()) {
            column.append(number.getAsDouble());
        } else {
            column.appendMissing();
        }
    }

    @Override
    public void range(Interval range) {
        number(range.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(range.inf()));
        number(range.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(range.sup()));
    }

    @Override
    public void ratio(RationalRange ratio) {
        range(ratio.toInterval());
    }
}
