package org.muster.tablesaw;

import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import org.muster.interval.Interval;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.columns.Column;

/** The ends, middles and widths of a column of ranges as columns of numbers, and orders by them. */
interface IntervalMeasures extends Column<Interval> {

    /**
     * Returns the low end of a range.
     *
     * @param row from 0 to size − 1
     * @return the low end, negative infinity for none; NaN for a missing range
     * @throws IndexOutOfBoundsException if there is no such row
     */
    double low(int row);

    /**
     * Returns the high end of a range.
     *
     * @param row from 0 to size − 1
     * @return the high end, positive infinity for none; NaN for a missing range
     * @throws IndexOutOfBoundsException if there is no such row
     */
    double high(int row);

    /**
     * Returns the low ends.
     *
     * @return a column of numbers with the name {@code …_low}, missing where the range is
     */
    default DoubleColumn low() {
        return numbers("_low", this::low);
    }

    /**
     * Returns the high ends.
     *
     * @return a column of numbers with the name {@code …_high}, missing where the range is
     */
    default DoubleColumn high() {
        return numbers("_high", this::high);
    }

    /**
     * Returns the middles of the ranges. They are not estimates.
     *
     * @return a column of numbers with the name {@code …_mid}, rounded to nearest; missing where the range is, or where
     *     it is unbounded
     */
    default DoubleColumn mid() {
        return numbers("_mid", row -> get(row).isCommon() ? get(row).mid() : Double.NaN);
    }

    /**
     * Returns the widths of the ranges.
     *
     * @return a column of numbers with the name {@code …_width}, rounded up; infinite where a range is unbounded,
     *     missing where it is missing
     */
    default DoubleColumn width() {
        return numbers("_width", row -> get(row).wid());
    }

    private DoubleColumn numbers(String suffix, IntToDoubleFunction measure) {
        double[] numbers = new double[size()];
        Arrays.setAll(numbers, measure);
        return DoubleColumn.create(name() + suffix, numbers);
    }

    /**
     * Returns the order of rows by the low end, then by the high end, then by row.
     *
     * @return the order, for {@code sortOn} of the table with this column
     */
    default Comparator<Row> byLow() {
        return byRowAtLast(rowComparator());
    }

    /**
     * Returns the order of rows by the high end, then by the low end, then by row.
     *
     * @return the order, for {@code sortOn} of the table with this column
     */
    default Comparator<Row> byHigh() {
        return byRowAtLast((a, b) -> {
            int byHigh = Double.compare(high(a), high(b));
            return byHigh != 0 ? byHigh : Double.compare(low(a), low(b));
        });
    }

    /**
     * Returns the order of rows by the middle as {@link Interval#mid()} defines it, then by row. Ranges without a high
     * end come after all bounded ones, those without a low end before them.
     *
     * @return the order, for {@code sortOn} of the table with this column
     */
    default Comparator<Row> byMid() {
        return byRowAtLast((a, b) -> Double.compare(get(a).mid(), get(b).mid()));
    }

    /**
     * Returns the order of rows by the width, then by row.
     *
     * @return the order, for {@code sortOn} of the table with this column
     */
    default Comparator<Row> byWidth() {
        return byRowAtLast((a, b) -> Double.compare(get(a).wid(), get(b).wid()));
    }

    /** Returns an order with the row number as tie-breaker: Tablesaw's sort is not stable. */
    private static Comparator<Row> byRowAtLast(IntComparator order) {
        return (a, b) -> {
            int compared = order.compare(a.getRowNumber(), b.getRowNumber());
            return compared != 0 ? compared : Integer.compare(a.getRowNumber(), b.getRowNumber());
        };
    }
}
