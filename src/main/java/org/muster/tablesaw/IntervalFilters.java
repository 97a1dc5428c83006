package org.muster.tablesaw;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.muster.interval.Interval;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/**
 * Selections of the rows of a column of ranges, for {@code table.where(…)}.
 *
 * <p>One range is <em>certainly</em> greater than another if every number in it is greater than every number in the
 * other; it is <em>possibly</em> greater if some number in it is greater than some number in the other. A missing range
 * is selected by {@link Column#isMissing()} only, and no row is selected against a missing range.
 */
interface IntervalFilters extends IntervalMeasures {

    /**
     * Returns the rows whose range has a number in common with a given one.
     *
     * @param range any interval
     * @return the rows
     */
    default Selection overlaps(Interval range) {
        double from = IntervalColumn.lowOf(range);
        double to = IntervalColumn.highOf(range);
        return rows(row -> low(row) <= to && from <= high(row));
    }

    /**
     * Returns the rows whose range has a number in common with that of another column in the same row.
     *
     * @param that the other column, of the same length
     * @return the rows
     * @throws IllegalArgumentException if the lengths differ
     */
    default Selection overlaps(IntervalColumn that) {
        requireSameSize(that);
        return rows(row -> low(row) <= that.high(row) && that.low(row) <= high(row));
    }

    /**
     * Returns the rows whose range contains a number. Not to be confused with Tablesaw's {@code contains(Interval)},
     * which tells whether a range occurs anywhere in the column.
     *
     * @param number a real number
     * @return the rows
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    default Selection contains(double number) {
        requireReal(number);
        return rows(row -> low(row) <= number && number <= high(row));
    }

    /**
     * Returns the rows whose range lies in a given one.
     *
     * @param range any interval
     * @return the rows
     */
    default Selection isWithin(Interval range) {
        double from = IntervalColumn.lowOf(range);
        double to = IntervalColumn.highOf(range);
        return rows(row -> from <= low(row) && high(row) <= to);
    }

    /**
     * Returns the rows whose range lies in that of another column in the same row.
     *
     * @param that the other column, of the same length
     * @return the rows
     * @throws IllegalArgumentException if the lengths differ
     */
    default Selection isWithin(IntervalColumn that) {
        requireSameSize(that);
        return rows(row -> that.low(row) <= low(row) && high(row) <= that.high(row));
    }

    /**
     * Returns the rows in whose range every number is greater than a given one.
     *
     * @param number a real number
     * @return the rows
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    default Selection certainlyGreaterThan(double number) {
        requireReal(number);
        return rows(row -> low(row) > number);
    }

    /**
     * Returns the rows in whose range every number is greater than every number in that of another column in the same
     * row.
     *
     * @param that the other column, of the same length
     * @return the rows
     * @throws IllegalArgumentException if the lengths differ
     */
    default Selection certainlyGreaterThan(IntervalColumn that) {
        requireSameSize(that);
        return rows(row -> low(row) > that.high(row));
    }

    /**
     * Returns the rows in whose range some number is greater than a given one.
     *
     * @param number a real number
     * @return the rows
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    default Selection possiblyGreaterThan(double number) {
        requireReal(number);
        return rows(row -> high(row) > number);
    }

    /**
     * Returns the rows in whose range some number is greater than some number in that of another column in the same row.
     *
     * @param that the other column, of the same length
     * @return the rows
     * @throws IllegalArgumentException if the lengths differ
     */
    default Selection possiblyGreaterThan(IntervalColumn that) {
        requireSameSize(that);
        return rows(row -> high(row) > that.low(row));
    }

    /**
     * Returns the rows in whose range every number is less than a given one.
     *
     * @param number a real number
     * @return the rows
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    default Selection certainlyLessThan(double number) {
        requireReal(number);
        return rows(row -> high(row) < number);
    }

    /**
     * Returns the rows in whose range every number is less than every number in that of another column in the same row.
     *
     * @param that the other column, of the same length
     * @return the rows
     * @throws IllegalArgumentException if the lengths differ
     */
    default Selection certainlyLessThan(IntervalColumn that) {
        requireSameSize(that);
        return rows(row -> high(row) < that.low(row));
    }

    /**
     * Returns the rows in whose range some number is less than a given one.
     *
     * @param number a real number
     * @return the rows
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    default Selection possiblyLessThan(double number) {
        requireReal(number);
        return rows(row -> low(row) < number);
    }

    /**
     * Returns the rows in whose range some number is less than some number in that of another column in the same row.
     *
     * @param that the other column, of the same length
     * @return the rows
     * @throws IllegalArgumentException if the lengths differ
     */
    default Selection possiblyLessThan(IntervalColumn that) {
        requireSameSize(that);
        return rows(row -> low(row) < that.high(row));
    }

    // Comparisons with the NaN of a missing range are false, so none of the above needs to look for one.
    private Selection rows(IntPredicate holds) {
        Selection rows = new BitmapBackedSelection();
        for (int row = 0; row < size(); row++) {
            if (holds.test(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void requireSameSize(IntervalColumn that) {
        Objects.requireNonNull(that, "that");
        if (size() != that.size()) {
            throw new IllegalArgumentException(
                    "column " + that.name() + " has " + that.size() + " rows, " + name() + " has " + size());
        }
    }

    private static void requireReal(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number: " + number + " is not a real number");
        }
    }
}
