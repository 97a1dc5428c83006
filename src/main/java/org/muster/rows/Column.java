package org.muster.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/**
 * A column of an analysis: its heading (two for the ends of a range) and a function that gives the cell of each row.
 * Written reports and Tablesaw tables are made from the same columns.
 *
 * @param <R> the type of a row
 */
public sealed interface Column<R> {

    /**
     * Returns the headings.
     *
     * @return one heading, or two if a cell is shown as two ends
     */
    List<String> headings();

    /**
     * A column of texts.
     *
     * @param heading its heading
     * @param cell gives the text of a row; blank if there is none
     * @param <R> the type of a row
     */
    record Texts<R>(String heading, Function<R, String> cell) implements Column<R> {
        @Override
        public List<String> headings() {
            return List.of(heading);
        }
    }

    /**
     * A column of whole numbers.
     *
     * @param heading its heading
     * @param cell gives the number of a row
     * @param <R> the type of a row
     */
    record Counts<R>(String heading, ToLongFunction<R> cell) implements Column<R> {
        @Override
        public List<String> headings() {
            return List.of(heading);
        }
    }

    /**
     * A column of single numbers, which may be missing.
     *
     * @param heading its heading
     * @param cell gives the number of a row
     * @param <R> the type of a row
     */
    record Numbers<R>(String heading, Function<R, OptionalDouble> cell) implements Column<R> {
        @Override
        public List<String> headings() {
            return List.of(heading);
        }
    }

    /**
     * A column of ranges, shown as two ends.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell gives the range of a row; an empty range is shown as blank
     * @param <R> the type of a row
     */
    record Ranges<R>(String low, String high, Function<R, Interval> cell) implements Column<R> {
        @Override
        public List<String> headings() {
            return List.of(low, high);
        }
    }

    /**
     * A column of exact ratios, shown as two ends.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell gives the ratio of a row
     * @param <R> the type of a row
     */
    record Ratios<R>(String low, String high, Function<R, RationalRange> cell) implements Column<R> {
        @Override
        public List<String> headings() {
            return List.of(low, high);
        }
    }

    /**
     * Returns a column of texts.
     *
     * @param heading its heading
     * @param cell gives the text of a row; blank if there is none
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> text(String heading, Function<R, String> cell) {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(cell, "cell");
        return new Texts<>(heading, cell);
    }

    /**
     * Returns a column of lists, shown joined with {@code "; "}.
     *
     * @param heading its heading
     * @param cell gives the list of a row
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> list(String heading, Function<R, List<String>> cell) {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(cell, "cell");
        return text(heading, row -> {
            List<String> list = cell.apply(row);
            return list.size() == 1 ? list.get(0) : String.join("; ", list); // mostly one
        });
    }

    /**
     * Returns a column of {@code yes} and {@code no}.
     *
     * @param heading its heading
     * @param cell tells which of them a row has
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> yesOrNo(String heading, Predicate<R> cell) {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(cell, "cell");
        return text(heading, row -> cell.test(row) ? "yes" : "no");
    }

    /**
     * Returns a column of whole numbers.
     *
     * @param heading its heading
     * @param cell gives the number of a row
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> count(String heading, ToLongFunction<R> cell) {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(cell, "cell");
        return new Counts<>(heading, cell);
    }

    /**
     * Returns a column of single numbers.
     *
     * @param heading its heading
     * @param cell gives the number of a row, or empty
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> number(String heading, Function<R, OptionalDouble> cell) {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(cell, "cell");
        return new Numbers<>(heading, cell);
    }

    /**
     * Returns a column of ranges.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell gives the range of a row; an empty range is shown as blank
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> range(String low, String high, Function<R, Interval> cell) {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(cell, "cell");
        return new Ranges<>(low, high, cell);
    }

    /**
     * Returns a column of exact ratios.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell gives the ratio of a row
     * @param <R> the type of a row
     * @return the column
     */
    static <R> Column<R> ratio(String low, String high, Function<R, RationalRange> cell) {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(cell, "cell");
        return new Ratios<>(low, high, cell);
    }

    /**
     * Returns groups of columns, one after another.
     *
     * @param groups the groups
     * @param <R> the type of a row
     * @return all their columns in order
     */
    @SafeVarargs
    static <R> List<Column<R>> concat(List<Column<R>>... groups) {
        List<Column<R>> columns = new ArrayList<>();
        for (List<Column<R>> group : Objects.requireNonNull(groups, "groups")) {
            columns.addAll(group);
        }
        return List.copyOf(columns);
    }

    /**
     * Returns the headings of several columns.
     *
     * @param columns the columns
     * @return all headings in order
     */
    static List<String> headings(List<? extends Column<?>> columns) {
        List<String> headings = new ArrayList<>();
        for (Column<?> column : columns) {
            headings.addAll(column.headings());
        }
        return headings;
    }
}
