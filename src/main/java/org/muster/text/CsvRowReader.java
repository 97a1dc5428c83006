package org.muster.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;

/**
 * Reads the rows of CSV text behind its header, one after another, and finds the faults of those that cannot be read: an unclosed
 * quote costs only the line it is on.
 *
 * <p>A stretch of lines is parsed at a time. When the parser rejects a row, it has already consumed the rest of the
 * stretch, so each row from there to the end of the stretch is scanned before it is parsed.
 */
final class CsvRowReader {

    private static final int STRETCH = CsvRowScanner.MOST_LINES; // no row may have more

    /** Takes the rows. */
    interface Receiver {

        /** Takes a row, from its first to its last line; an empty line is a row of one empty cell. */
        void row(int line, int last, List<String> cells);

        /**
         * Takes a line that cannot be read.
         *
         * @param cell the number of the faulty cell, from 1
         */
        void fault(int line, int cell, String message);

        /** Whether a line inside a quoted cell is really a row of its own, hidden by an unclosed quote. */
        boolean isRow(int line, List<String> cells);
    }

    private final Lines lines;
    private final char separator;
    private final int width;
    private final Receiver receiver;
    private final CsvRowScanner scan;

    /**
     * @param lines the text
     * @param separator what stands between two cells
     * @param width how many cells the header has
     * @param receiver takes the rows
     */
    CsvRowReader(Lines lines, char separator, int width, Receiver receiver) {
        this.lines = lines;
        this.separator = separator;
        this.width = width;
        this.receiver = receiver;
        scan = new CsvRowScanner(lines, separator);
    }

    /**
     * Reads rows.
     *
     * @param from the line on which the first begins
     * @param complete whether the text ends here; if not, a row that might go on behind it is left
     * @return the line on which the first row begins that was left; one more than there are lines where none was
     */
    int read(int from, boolean complete) {
        int next = from;
        while (next <= lines.count()) {
            int to = Math.min(lines.count(), next + STRETCH - 1);
            next = readUntilRefused(next, to);
            while (next <= to) {
                int after = readScanned(next, complete);
                if (after == next) {
                    return next;
                }
                next = after;
            }
        }
        return next;
    }

    /**
     * Reads rows up to the first one that is rejected or may hide others, and returns the line on which that row
     * begins.
     */
    private int readUntilRefused(int from, int to) {
        int next = from;
        try {
            for (CsvRecord cells : records(lines, separator, from, to)) {
                int last = next + lineBreaks(cells.getFields());
                if (last > next && (cells.getFieldCount() != width || hiddenRow(next, last) > 0)) {
                    break;
                }
                receiver.row(next, last, cells.getFields());
                next = last + 1;
            }
        } catch (CsvParseException refused) {
            return next; // the scanner will report why, and which cell
        }
        return next;
    }

    /** Reads a row, or reports the fault in its quotes, and returns the line on which the next row begins. */
    private int readScanned(int line, boolean complete) {
        scan.scan(line, width);
        if (!scan.fault().isEmpty() && !complete && scan.last() >= lines.count()) {
            return line;
        }
        int hidden = scan.fault().isEmpty() && scan.last() > line ? hiddenRow(line, scan.last()) : 0;
        if (scan.fault().isEmpty() && hidden == 0) {
            List<String> cells = List.of("");
            for (CsvRecord row : records(lines, separator, line, scan.last())) {
                cells = row.getFields();
            }
            receiver.row(line, scan.last(), cells);
            return scan.last() + 1;
        }
        receiver.fault(
                line,
                hidden == 0 ? scan.cells() : brokenCell(line, scan.last()),
                hidden == 0
                        ? scan.fault()
                        : "a quote is not closed: the row would run on to line " + lines.number(scan.last())
                                + " and hide that line " + lines.number(hidden) + " is a row of its own");
        return line + 1;
    }

    /** Parses lines that begin with a row, however many cells it has. */
    static CsvReader<CsvRecord> records(Lines lines, char separator, int from, int to) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(lines.between(from, to));
    }

    /**
     * Returns the first line inside a row of several lines that is a row of its own, or 0. If one quote is not closed
     * and another further down is not opened, the rows between them would vanish into a cell. The first line then has
     * all the separators of a row, which is rare where a cell is meant to have several lines.
     */
    private int hiddenRow(int first, int last) {
        long separators =
                lines.between(first, first).chars().filter(c -> c == separator).count();
        if (separators < width - 1) {
            return 0;
        }
        CsvRowScanner alone = new CsvRowScanner(lines, separator);
        for (int line = first + 1; line <= last; line++) {
            alone.scan(line, 0);
            if (alone.fault().isEmpty() && alone.last() == line && alone.cells() == width) {
                for (CsvRecord cells : records(lines, separator, line, line)) {
                    if (receiver.isRow(line, cells.getFields())) {
                        return line;
                    }
                }
            }
        }
        return 0;
    }

    /** Returns the number of the first cell in a well-formed row that spans several lines. */
    private int brokenCell(int first, int last) {
        int number = 0;
        for (CsvRecord cells : records(lines, separator, first, last)) {
            while (lineBreaks(cells.getFields().subList(0, number)) == 0) {
                number++;
            }
        }
        return number;
    }

    private static int lineBreaks(List<String> cells) {
        int breaks = 0;
        for (String cell : cells) {
            if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
                continue;
            }
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c == '\n' || c == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n')) {
                    breaks++;
                }
            }
        }
        return breaks;
    }
}
