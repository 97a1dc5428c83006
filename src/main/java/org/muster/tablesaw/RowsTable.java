package org.muster.tablesaw;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.rows.Cells;
import org.muster.rows.Column;
import org.muster.rows.Rows;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows to Tablesaw. Apart from {@link Rows}, so that nothing of Tablesaw is loaded until a table is asked for. */
final class RowsTable implements Cells {

    private final List<tech.tablesaw.columns.Column<?>> columns = new ArrayList<>();
    private int next;

    private RowsTable(List<Column> columns) {
        Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Column column : columns) {
            if (column.headings().size() == 1) {
                others.addAll(column.headings());
            }
        }
        for (Column column : columns) {
            String heading = column.headings().get(0);
            this.columns.add(
                    switch (column.kind()) {
                        case TEXT -> StringColumn.create(heading);
                        case COUNT -> LongColumn.create(heading);
                        case NUMBER -> DoubleColumn.create(heading);
                        case RANGE, RATIO ->
                            IntervalColumn.create(
                                    RangeName.of(heading, column.headings().get(1), others));
                    });
        }
    }

    static <R> Table table(Rows<R> analysis) {
        RowsTable cells = new RowsTable(analysis.columns());
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
        ((IntervalColumn) next()).append(range);
    }

    @Override
    public void ratio(RationalRange ratio) {
        range(ratio.toInterval());
    }
}
