package org.muster.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/**
 * One column of an analysis: its name and where its cells come from. Written reports and Tablesaw tables are made of the
 * same columns.
 *
 * @param <R> what a row is
 */
public sealed interface Column<R> {

    /**
     * A column of text; blank is the empty string.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     */
    record Text<R>(String name, Function<? super R, String> cell) implements Column<R> {}

    /**
     * A column of counts.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     */
    record Count<R>(String name, ToLongFunction<? super R> cell) implements Column<R> {}

    /**
     * A column of single numbers, which may be missing.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     */
    record Value<R>(String name, Function<? super R, OptionalDouble> cell) implements Column<R> {}

    /**
     * A column of ranges, shown by their ends; the empty interval has no ends to show.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell the cell of a row
     * @param <R> what a row is
     */
    record Range<R>(String low, String high, Function<? super R, Interval> cell) implements Column<R> {}

    /**
     * A column of exact ratios, shown by their ends.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell the cell of a row
     * @param <R> what a row is
     */
    record Ratio<R>(String low, String high, Function<? super R, RationalRange> cell) implements Column<R> {}

    /**
     * Returns a column of text.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> text(String name, Function<? super R, String> cell) {
        return new Text<>(requireNonNull(name, "name"), cell);
    }

    /**
     * Returns a column of lists, joined by {@code "; "}.
     *
     * @param name the heading
     * @param cell the texts in a row's cell
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> list(String name, Function<? super R, ? extends Iterable<String>> cell) {
        return new Text<>(requireNonNull(name, "name"), row -> String.join("; ", cell.apply(row)));
    }

    /**
     * Returns a column of counts.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> count(String name, ToLongFunction<? super R> cell) {
        return new Count<>(requireNonNull(name, "name"), cell);
    }

    /**
     * Returns a column of single numbers that are always there.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> number(String name, ToDoubleFunction<? super R> cell) {
        return new Value<>(requireNonNull(name, "name"), row -> OptionalDouble.of(cell.applyAsDouble(row)));
    }

    /**
     * Returns a column of single numbers, which may be missing.
     *
     * @param name the heading
     * @param cell the cell of a row
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> numberIfAny(String name, Function<? super R, OptionalDouble> cell) {
        return new Value<>(requireNonNull(name, "name"), cell);
    }

    /**
     * Returns a column of ranges.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell the cell of a row, the empty interval where there is nothing to show
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> range(String low, String high, Function<? super R, Interval> cell) {
        return new Range<>(requireNonNull(low, "low"), requireNonNull(high, "high"), cell);
    }

    /**
     * Returns a column of exact ratios.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @param cell the cell of a row
     * @param <R> what a row is
     * @return the column
     */
    static <R> Column<R> ratio(String low, String high, Function<? super R, RationalRange> cell) {
        return new Ratio<>(requireNonNull(low, "low"), requireNonNull(high, "high"), cell);
    }

    /**
     * Returns the headings: one, or two for a range or ratio.
     *
     * @return the headings
     */
    default List<String> headings() {
        if (this instanceof Text<R> text) {
            return List.of(text.name());
        } else if (this instanceof Count<R> count) {
            return List.of(count.name());
        } else if (this instanceof Value<R> number) {
            return List.of(number.name());
        } else if (this instanceof Ratio<R> ratio) {
            return List.of(ratio.low(), ratio.high());
        }
        Range<R> range = (Range<R>) this;
        return List.of(range.low(), range.high());
    }
}
