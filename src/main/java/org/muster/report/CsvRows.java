package org.muster.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.text.SafeText;

/**
 * Writes rows as CSV, one at a time. Whole numbers have no decimal point; other numbers have at most six significant
 * digits and no exponent; ranges are rounded outward, single numbers to nearest; a missing value is an empty cell. Text
 * that a spreadsheet could take for a formula is marked as text.
 *
 * @param <R> the type of a row
 */
public final class CsvRows<R> {

    private static final int DIGITS = 6;

    private final List<Column<R>> columns;
    private final CsvWriter csv;
    private final List<String> cells = new ArrayList<>();

    /** Passes text on, row by row, without asking that it reach the file with each. */
    private static final class Unflushed extends FilterWriter {

        Unflushed(Writer out) {
            super(out);
        }

        @Override
        public void flush() {
            // left to whoever made the writer
        }
    }

    private CsvRows(List<Column<R>> columns, Writer out) {
        this.columns = columns;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new Unflushed(out));
    }

    /**
     * Writes the headings.
     *
     * @param columns the columns of the rows to come
     * @param out receives the text immediately; it is neither flushed nor closed
     * @param <R> the type of a row
     * @return the writer of the rows
     * @throws IOException if the headings cannot be written
     */
    public static <R> CsvRows<R> of(List<Column<R>> columns, Writer out) throws IOException {
        CsvRows<R> rows = new CsvRows<>(columns, out);
        rows.write(
                Column.headings(columns).stream().map(SafeText::forSpreadsheet).toList());
        return rows;
    }

    /**
     * Writes a row.
     *
     * @param row the row
     * @throws IOException if it cannot be written
     */
    public void add(R row) throws IOException {
        cells.clear();
        for (Column<R> column : columns) {
            add(column, row);
        }
        write(cells);
    }

    private void add(Column<R> column, R row) {
        if (column instanceof Column.Texts<R> texts) {
            cells.add(SafeText.forSpreadsheet(texts.cell().apply(row)));
        } else if (column instanceof Column.Counts<R> counts) {
            cells.add(Long.toString(counts.cell().applyAsLong(row)));
        } else if (column instanceof Column.Numbers<R> numbers) {
            numbers.cell()
                    .apply(row)
                    .ifPresentOrElse(number -> cells.add(Decimals.nearest(number, DIGITS)), () -> cells.add(""));
        } else if (column instanceof Column.Ranges<R> ranges) {
            Interval range = ranges.cell().apply(row);
            cells.add(range.isEmpty() ? "" : Decimals.down(range.inf(), DIGITS));
            cells.add(range.isEmpty() ? "" : Decimals.up(range.sup(), DIGITS));
        } else if (column instanceof Column.Ratios<R> ratios) {
            RationalRange ratio = ratios.cell().apply(row);
            cells.add(ratio.lowText(DIGITS));
            cells.add(ratio.highText(DIGITS));
        }
    }

    private void write(List<String> record) throws IOException {
        try {
            csv.writeRecord(record);
            csv.flush();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
