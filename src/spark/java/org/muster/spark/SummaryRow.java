package org.muster.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.summarize.GroupSummary;

/** What a group says, as a row of Spark: the columns of {@code summary.csv} behind those of the group. */
final class SummaryRow {

    private static final Set<String> COUNTS = Set.of("voices", "agreeing"); // numbers that are whole, or missing

    private final List<Column<GroupSummary>> columns;

    SummaryRow(int mostVoices) {
        columns = GroupSummary.columns(List.of(), mostVoices);
    }

    StructType schema() {
        StructType schema = new StructType();
        for (Column<GroupSummary> column : columns) {
            for (String heading : column.headings()) {
                schema = schema.add(heading, type(column, heading));
            }
        }
        return schema;
    }

    private static DataType type(Column<GroupSummary> column, String heading) {
        if (column instanceof Column.Texts) {
            return DataTypes.StringType;
        }
        return column instanceof Column.Counts
                ? DataTypes.LongType
                : COUNTS.contains(heading) ? DataTypes.IntegerType : DataTypes.DoubleType;
    }

    /** A blank cell is null. */
    Row row(GroupSummary summary) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column<GroupSummary> column : columns) {
            if (column instanceof Column.Texts<GroupSummary> texts) {
                String text = texts.cell().apply(summary);
                cells.add(text.isEmpty() ? null : text);
            } else if (column instanceof Column.Counts<GroupSummary> counts) {
                cells.add(counts.cell().applyAsLong(summary));
            } else if (column instanceof Column.Numbers<GroupSummary> numbers) {
                cells.add(number(numbers.cell().apply(summary), COUNTS.contains(numbers.heading())));
            } else if (column instanceof Column.Ranges<GroupSummary> ranges) {
                Interval range = ranges.cell().apply(summary);
                cells.add(range.isEmpty() ? null : range.inf());
                cells.add(range.isEmpty() ? null : range.sup());
            } else {
                throw new AssertionError(column.headings());
            }
        }
        return RowFactory.create(cells.toArray());
    }

    private static @Nullable Object number(OptionalDouble number, boolean isCount) {
        return number.isEmpty() ? null : isCount ? (Object) (int) number.getAsDouble() : (Object) number.getAsDouble();
    }
}
