package org.muster.tablesaw;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.statistics.Sample;
import tech.tablesaw.api.CategoricalColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.AbstractColumn;
import tech.tablesaw.columns.AbstractColumnParser;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/**
 * A column of ranges in a Tablesaw table, stored as two arrays of ends.
 *
 * <p>A missing range is the empty interval: {@link #get} gives {@link Interval#EMPTY} for it, and a {@code null} or
 * empty interval that is stored becomes missing. It is shown as a blank cell and sorts after all others, or before them
 * in descending order. Ends may be infinite, but never NaN.
 *
 * <p>Ranges sort by the low end, then by the high end. For another order, pass {@code table.sortOn} one of
 * {@link #byLow}, {@link #byHigh}, {@link #byMid} and {@link #byWidth}. Rows are selected by methods such as
 * {@link #overlaps} and {@link #certainlyGreaterThan}, groups are aggregated by {@link IntervalAggregate}, and tables
 * are written and read by {@link TableFile}.
 *
 * <p>The column can be carried through a join, but neither joined on nor grouped by: ranges that differ slightly would
 * not match, and those that overlap would seem to have nothing in common. Join and group by the columns that say what
 * the ranges are about. It is a {@link CategoricalColumn} so that Tablesaw lets it refuse with an
 * {@link UnsupportedOperationException}.
 *
 * <p>Like Tablesaw's own columns, it is mutable and not safe for use by several threads at once.
 *
 * <p>The class is long because Tablesaw requires some fifty methods of a column.
 */
public final class IntervalColumn extends AbstractColumn<IntervalColumn, Interval>
        implements IntervalFilters, CategoricalColumn<Interval> {

    // A missing range has NaN at both ends, and there are no negative zeros: equal ranges have equal bits.
    private double[] low;
    private double[] high;
    private int size;

    private IntervalColumn(String name, int capacity) {
        super(IntervalColumnType.INTERVAL, Objects.requireNonNull(name, "name"), new IntervalColumnParser());
        this.low = new double[capacity];
        this.high = new double[capacity];
    }

    /**
     * Returns a column without rows.
     *
     * @param name the name of the column
     * @return the column
     */
    public static IntervalColumn create(String name) {
        return new IntervalColumn(name, 0);
    }

    /**
     * Returns a column of missing ranges.
     *
     * @param name the name of the column
     * @param rows the number of rows
     * @return the column
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public static IntervalColumn create(String name, int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows: " + rows + " is negative");
        }
        IntervalColumn column = new IntervalColumn(name, rows);
        column.size = rows;
        Arrays.fill(column.low, Double.NaN);
        Arrays.fill(column.high, Double.NaN);
        return column;
    }

    /**
     * Returns a column of the ranges between the ends in two arrays, which are copied. A range is missing if both ends
     * are NaN, like missing numbers in Tablesaw.
     *
     * @param name the name of the column
     * @param low the low ends, {@link Double#NEGATIVE_INFINITY} for none
     * @param high the high ends, {@link Double#POSITIVE_INFINITY} for none
     * @return the column of [low[i], high[i]]
     * @throws IllegalArgumentException if the lengths differ, or if a pair of ends is not a range: one of them NaN, low
     *     above high, or both the same infinity; the message names the row
     */
    public static IntervalColumn create(String name, double[] low, double[] high) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.length != high.length) {
            throw new IllegalArgumentException(
                    "column " + name + ": low has " + low.length + " ends, high has " + high.length);
        }
        IntervalColumn column = new IntervalColumn(name, low.length);
        for (int row = 0; row < low.length; row++) {
            if (Double.isNaN(low[row]) && Double.isNaN(high[row])) {
                column.appendMissing();
            } else {
                try {
                    column.append(Interval.of(low[row], high[row]));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("column " + name + ", row " + row + ": " + e.getMessage(), e);
                }
            }
        }
        return column;
    }

    /**
     * Returns a column of the elements of an array of intervals; empty ones are missing.
     *
     * @param name the name of the column
     * @param ranges the ranges
     * @return the column
     */
    public static IntervalColumn create(String name, IntervalArray ranges) {
        IntervalColumn column = new IntervalColumn(
                name, Objects.requireNonNull(ranges, "ranges").size());
        for (int i = 0; i < ranges.size(); i++) {
            column.append(ranges.get(i));
        }
        return column;
    }

    /**
     * Parses a column of text. Figures as people write them are not understood; use
     * {@code org.muster.reading.FigureReader} for those.
     *
     * @param name the name of the new column
     * @param texts texts that {@link Interval#parse} accepts, such as {@code [9780, 12031]}, {@code [300,]} or
     *     {@code 80}; missing for a missing range
     * @return the column; ends that are not doubles are rounded outward
     * @throws IllegalArgumentException if texts are not intervals; the message gives their number and the first of them
     */
    public static IntervalColumn parse(String name, StringColumn texts) {
        IntervalColumn column =
                new IntervalColumn(name, Objects.requireNonNull(texts, "texts").size());
        int faults = 0;
        String first = "";
        for (int row = 0; row < texts.size(); row++) {
            try {
                column.appendCell(texts.get(row));
            } catch (IllegalArgumentException e) {
                if (faults++ == 0) {
                    first = "row " + row + ": " + e.getMessage();
                }
            }
        }
        if (faults > 0) {
            String others = faults == 1 ? "" : " (and in " + (faults - 1) + " other rows)";
            throw new IllegalArgumentException("column " + texts.name() + ", " + first + others);
        }
        return column;
    }

    /**
     * Returns the column of ranges with a name in a table, without a cast.
     *
     * @param table the table
     * @param name the name of the column, in any case
     * @return the column itself, not a copy
     * @throws IllegalArgumentException if there is no such column, or it has no ranges; the message names those that have
     */
    public static IntervalColumn of(Table table, String name) {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(name) && column instanceof IntervalColumn ranges) {
                return ranges;
            }
        }
        List<String> names = table.columns().stream()
                .filter(IntervalColumn.class::isInstance)
                .map(Column::name)
                .toList();
        throw new IllegalArgumentException(
                "table " + table.name() + ": no column of ranges " + name + "; expected one of " + names);
    }

    /**
     * Returns the ranges as a sample.
     *
     * @return the sample of all rows
     * @throws IllegalArgumentException if there is no row, or a missing range; use {@link #removeMissing} to leave those
     *     out
     */
    public Sample toSample() {
        if (size == 0 || countMissing() > 0) {
            throw new IllegalArgumentException("column " + name() + ": "
                    + (size == 0
                            ? "no rows"
                            : countMissing() + " of " + size + " ranges are missing; removeMissing() drops them"));
        }
        return Sample.of(toIntervalArray());
    }

    /**
     * Returns the ranges as an array of intervals, in which missing ones are empty.
     *
     * @return the array, for arithmetic and statistics
     */
    public IntervalArray toIntervalArray() {
        return isMissing().isEmpty()
                ? IntervalArray.of(Arrays.copyOf(low, size), Arrays.copyOf(high, size)) // without an object per row
                : IntervalArray.of(asList());
    }

    // Order.

    @Override
    public int compare(Interval a, Interval b) {
        int byLow = Double.compare(lowOf(a), lowOf(b));
        return byLow != 0 ? byLow : Double.compare(highOf(a), highOf(b));
    }

    @Override
    public IntComparator rowComparator() {
        return (a, b) -> {
            int byLow = Double.compare(low[a], low[b]);
            return byLow != 0 ? byLow : Double.compare(high[a], high[b]);
        };
    }

    @Override
    public void sortAscending() {
        sort(rowComparator());
    }

    @Override
    public void sortDescending() {
        IntComparator ascending = rowComparator();
        sort((a, b) -> ascending.compare(b, a));
    }

    private void sort(IntComparator order) {
        int[] rows = new int[size];
        Arrays.setAll(rows, row -> row);
        IntArrays.quickSort(rows, order);
        IntervalColumn sorted = subset(rows);
        low = sorted.low;
        high = sorted.high;
    }

    // Reading rows.

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public double low(int row) {
        return low[Objects.checkIndex(row, size)];
    }

    @Override
    public double high(int row) {
        return high[Objects.checkIndex(row, size)];
    }

    /**
     * Returns a range.
     *
     * @param row from 0 to size − 1
     * @return the range, empty if it is missing
     */
    @Override
    public Interval get(int row) {
        return isMissing(row) ? Interval.EMPTY : Interval.of(low[row], high[row]);
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(low(row));
    }

    @Override
    public Selection isMissing() {
        return rows(true);
    }

    @Override
    public Selection isNotMissing() {
        return rows(false);
    }

    private Selection rows(boolean missing) {
        Selection rows = new BitmapBackedSelection();
        for (int row = 0; row < size; row++) {
            if (isMissing(row) == missing) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public int countMissing() {
        return isMissing().size();
    }

    /** Returns a range as text in the form of {@link Interval#toString()}, a missing one as blank. */
    @Override
    public String getString(int row) {
        return isMissing(row) ? "" : get(row).toString();
    }

    /** Returns a range as text with all digits of its ends, which parses as the same range; a missing one as blank. */
    @Override
    public String getUnformattedString(int row) {
        return isMissing(row) ? "" : get(row).toExactString();
    }

    /** Returns all ranges, missing ones as empty intervals and never as {@code null}. */
    @Override
    public List<Interval> asList() {
        return new ArrayList<>(Arrays.asList(asObjectArray()));
    }

    @Override
    public Interval[] asObjectArray() {
        Interval[] ranges = new Interval[size];
        Arrays.setAll(ranges, this::get);
        return ranges;
    }

    /** Returns the distinct ranges in the order in which they first appear. */
    @Override
    public Set<Interval> asSet() {
        return new LinkedHashSet<>(asList());
    }

    @Override
    public Iterator<Interval> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Interval next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }

    @Override
    public int byteSize() {
        return IntervalColumnType.BYTES;
    }

    /**
     * Always throws, since Tablesaw calls this only to make groups. It would group equal ranges, and parse the group's
     * key from text, which rounds.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public byte[] asBytes(int row) {
        throw noGroups();
    }

    /**
     * Always throws, like {@link #asBytes}.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Table countByCategory() {
        throw noGroups();
    }

    /**
     * Always throws, since Tablesaw calls this only before it joins on the column, which would fail later with a less
     * helpful message. The count is {@code unique().size()}.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public int countUnique() {
        throw new UnsupportedOperationException("column " + name()
                + ": cannot join on ranges, since two that overlap may be about the same thing; join on the columns that"
                + " say what the ranges are about; the number of distinct ranges is unique().size()");
    }

    private UnsupportedOperationException noGroups() {
        return new UnsupportedOperationException("column " + name()
                + ": cannot group by ranges, since two that overlap may be about the same thing; group by the columns that say"
                + " what the ranges are about, by low() or high(), or by asStringColumn() if equal ranges are meant");
    }

    @Override
    public int valueHash(int row) {
        return get(row).hashCode();
    }

    @Override
    public boolean equals(int row, int otherRow) {
        return get(row).equals(get(otherRow));
    }

    /**
     * Returns statistics of the ranges that are present.
     *
     * @return a table with the columns {@code statistic}, {@code value} and {@code settled}, false where a search was
     *     stopped and an end is only a bound. The statistics are n, missing, mean, deviation of a sample, minimum, lower
     *     quartile, median, upper quartile (type R7), maximum and gini; one that is not defined for these ranges, such as
     *     the deviation of a single one, is missing, and without any range only n and missing are there
     */
    @Override
    public Table summary() {
        return StatisticsTable.summary(this);
    }

    // Changing rows.

    @Override
    public void clear() {
        size = 0;
    }

    @Override
    public IntervalColumn append(@Nullable Interval range) {
        if (size == low.length) {
            int capacity = Math.max(DEFAULT_ARRAY_SIZE, size + (size >> 1));
            low = Arrays.copyOf(low, capacity);
            high = Arrays.copyOf(high, capacity);
        }
        return set(size++, range);
    }

    @Override
    public IntervalColumn appendMissing() {
        return append(Interval.EMPTY);
    }

    @Override
    public IntervalColumn append(Column<Interval> column) {
        IntervalColumn that = ranges(column);
        int rows = that.size; // before the first append, since it may be this column
        for (int row = 0; row < rows; row++) {
            append(that.get(row));
        }
        return this;
    }

    @Override
    public IntervalColumn append(Column<Interval> column, int row) {
        return append(ranges(column).get(row));
    }

    @Override
    public IntervalColumn appendObj(@Nullable Object range) {
        if (range == null || range instanceof Interval) {
            return append((Interval) range);
        }
        throw new IllegalArgumentException("column " + name() + " holds ranges; found a "
                + range.getClass().getSimpleName() + ", " + range + "; expected an Interval, such as from Interval.of");
    }

    @Override
    public IntervalColumn appendCell(String text) {
        return appendCell(text, parser());
    }

    @Override
    public IntervalColumn appendCell(String text, AbstractColumnParser<?> parser) {
        return appendObj(parser.parse(text));
    }

    @Override
    public IntervalColumn set(int row, @Nullable Interval range) {
        Objects.checkIndex(row, size);
        low[row] = range == null ? Double.NaN : lowOf(range);
        high[row] = range == null ? Double.NaN : highOf(range);
        return this;
    }

    @Override
    public IntervalColumn set(int row, Column<Interval> column, int sourceRow) {
        return set(row, ranges(column).get(sourceRow));
    }

    @Override
    public IntervalColumn setMissing(int row) {
        return set(row, Interval.EMPTY);
    }

    // New columns of these rows.

    @Override
    public IntervalColumn emptyCopy() {
        return create(name());
    }

    /** Returns a column of equally many missing ranges with the same name. */
    @Override
    public IntervalColumn emptyCopy(int rows) {
        return create(name(), rows);
    }

    @Override
    public IntervalColumn copy() {
        return where(Selection.withRange(0, size));
    }

    @Override
    public IntervalColumn where(Selection rows) {
        return subset(rows.toArray());
    }

    @Override
    public IntervalColumn subset(int[] rows) {
        IntervalColumn subset = emptyCopy(rows.length);
        for (int i = 0; i < rows.length; i++) {
            subset.low[i] = low(rows[i]);
            subset.high[i] = high(rows[i]);
        }
        return subset;
    }

    @Override
    public IntervalColumn removeMissing() {
        return where(isNotMissing());
    }

    /** Returns the distinct ranges in the order in which they first appear; all missing ones count as one. */
    @Override
    public IntervalColumn unique() {
        IntervalColumn unique = emptyCopy();
        asSet().forEach(unique::append);
        return unique;
    }

    /** Returns a column in which each range is moved down by n rows, or up if n is negative. */
    @Override
    public IntervalColumn lag(int n) {
        IntervalColumn lag = emptyCopy(size);
        lag.setName(name() + " lag(" + n + ")");
        for (int row = 0; row < size; row++) {
            long from = (long) row - n;
            if (from >= 0 && from < size) {
                lag.set(row, get((int) from));
            }
        }
        return lag;
    }

    /** Returns row by row the result of {@link Interval#min}, which need be neither of the two; missing if one is. */
    @Override
    public IntervalColumn min(Column<Interval> that) {
        return rowByRow(that, Interval::min);
    }

    /** Returns row by row the result of {@link Interval#max}, which need be neither of the two; missing if one is. */
    @Override
    public IntervalColumn max(Column<Interval> that) {
        return rowByRow(that, Interval::max);
    }

    private IntervalColumn rowByRow(Column<Interval> that, BinaryOperator<Interval> operation) {
        if (that.size() != size) {
            throw new IllegalArgumentException(
                    "column " + that.name() + " has " + that.size() + " rows, " + name() + " has " + size);
        }
        IntervalColumn result = emptyCopy(size);
        for (int row = 0; row < size; row++) {
            result.set(row, operation.apply(get(row), ranges(that).get(row)));
        }
        return result;
    }

    static double lowOf(Interval range) {
        return range.isEmpty() ? Double.NaN : range.inf();
    }

    static double highOf(Interval range) {
        return range.isEmpty() ? Double.NaN : range.sup();
    }

    private IntervalColumn ranges(Column<Interval> column) {
        if (column instanceof IntervalColumn ranges) {
            return ranges;
        }
        throw new IllegalArgumentException(
                "column " + name() + " holds ranges; column " + column.name() + " is of type " + column.type());
    }
}
