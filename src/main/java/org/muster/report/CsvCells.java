package org.muster.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.rows.Cells;
import org.muster.rows.Column;
import org.muster.rows.Rows;

/**
 * Rows to CSV. Whole numbers have no decimal point, others at most six significant digits and no exponent; ranges are
 * rounded outward, single numbers to nearest; nothing is an empty cell.
 */
final class CsvCells implements Cells {

    private static final int DIGITS = 6;

    private final List<String> cells = new ArrayList<>();

    private CsvCells() {}

    /** Writes a header row, then a row each. */
    static <R> void write(Rows<R> analysis, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> headings = Column.headings(analysis.columns());
        csv.writeRecord(headings);
        CsvCells row = new CsvCells();
        for (R each : analysis.rows()) {
            row.cells.clear();
            analysis.cells(each, row);
            if (row.cells.size() != headings.size()) {
                throw new IllegalStateException(analysis.name() + " has " + headings.size() + " headings and "
                        + row.cells.size() + " cells in a row");
            }
            csv.writeRecord(row.cells);
        }
        csv.flush();
    }

    /** Text that a spreadsheet could take for a formula is marked as text. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void text(String text) {
        cells.add(harmless(text));
    }

    @Override
    public void count(long count) {
        cells.add(Long.toString(count));
    }

    @Override
    public void number(OptionalDouble number) {
        cells.add(number.isPresent() ? Decimals.nearest(number.getAsDouble(), DIGITS) : "");
    }

    @Override
    public void range(Interval range) {
        cells.add(range.isEmpty() ? "" : Decimals.down(range.inf(), DIGITS));
        cells.add(range.isEmpty() ? "" : Decimals.up(range.sup(), DIGITS));
    }

    @Override
    public void ratio(RationalRange ratio) {
        cells.add(ratio.lowText(DIGITS));
        cells.add(ratio.highText(DIGITS));
    }
}
