package org.muster.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.muster.text.Problem.Severity;

/**
 * One CSV file of a dossier (RFC 4180, a header row, UTF-8) with the line number of every row and all faults. A row
 * that cannot be read becomes a problem, and reading continues on the next line: an unclosed quote costs only the line
 * it is on.
 *
 * <p>Cells may be separated by {@code ;} or tabs throughout, as some spreadsheets write them, which is told in a warning.
 * Headings are found without regard to case, with {@code _} for the blanks within.
 */
public final class CsvTable {

    private static final int STRETCH = CsvRowScanner.MOST_LINES; // lines parsed at a time: no row may have more
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** A readable row. */
    public final class Row {
        private final int line;
        private final int last;
        private final List<String> cells;

        private Row(int line, int last, List<String> cells) {
            this.line = line;
            this.last = last;
            this.cells = cells;
        }

        /**
         * Returns the line on which the row begins.
         *
         * @return the line, from 1
         */
        public int line() {
            return line;
        }

        /**
         * Returns the line on which the row ends.
         *
         * @return the line, from 1
         */
        public int last() {
            return last;
        }

        /**
         * Returns a cell without surrounding white space.
         *
         * @param column a heading
         * @return the cell; blank if the file has no such column
         */
        public String get(String column) {
            Integer index = header.columns().get(column);
            return index == null ? "" : CellText.strip(cells.get(index));
        }

        /**
         * Returns a cell that is a name.
         *
         * @param column a heading
         * @return the {@linkplain CellText#name name}; blank where the file has no such column
         */
        public String name(String column) {
            return CellText.name(get(column));
        }

        /**
         * Returns whether the file has a column.
         *
         * @param column a heading
         * @return whether it is in the header
         */
        public boolean has(String column) {
            return header.columns().containsKey(column);
        }

        /**
         * Returns this row with the cells of some columns blanked. Its text remains as it is in the file.
         *
         * @param blank the headings of the columns
         * @return the row without these cells
         */
        public Row without(List<String> blank) {
            List<String> left = new ArrayList<>(cells);
            for (String column : blank) {
                Integer index = header.columns().get(column);
                if (index != null) {
                    left.set(index, "");
                }
            }
            return new Row(line, last, left);
        }

        /**
         * Returns the row as it is in the file.
         *
         * @return its text
         */
        public String text() {
            return lines.between(line, last);
        }

        /**
         * Returns the place of the row, as messages name it.
         *
         * @return such as {@code claims.csv, line 12}
         */
        public String place() {
            return file + ", line " + line;
        }

        /**
         * Returns an error in this row: something is lost.
         *
         * @param column the column's name; blank if the whole row is meant
         * @param message what was found and what was expected
         * @return the problem, located at this row
         */
        public Problem error(String column, String message) {
            return new Problem(file, line, column, Severity.ERROR, message, text());
        }

        /**
         * Returns a warning about this row: nothing is lost, but the analyst should look at it.
         *
         * @param column the column's name; blank if the whole row is meant
         * @param message what was found
         * @return the problem, located at this row
         */
        public Problem warning(String column, String message) {
            return new Problem(file, line, column, Severity.WARNING, message, text());
        }
    }

    private final String file;
    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private char separator = ',';
    private CsvHeader header = CsvHeader.read(List.of(), List.of());
    private boolean readable;

    private CsvTable(String file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Returns the name under which the file is reported.
     *
     * @return the file's name
     */
    public String file() {
        return file;
    }

    /**
     * Reads a file.
     *
     * @param file the name to report
     * @param bytes the content of the file
     * @param required the columns that every row needs; {@code figure or low,high} is there with either
     * @param understood all columns that are understood
     * @param whole tells whether a line inside a quoted cell is really a row of its own, hidden by an unclosed quote
     * @return its rows and its problems
     */
    public static CsvTable read(
            String file, byte[] bytes, List<String> required, List<String> understood, Predicate<Row> whole) {
        if (Utf8.isUtf16(bytes)) {
            CsvTable table = new CsvTable(file, new Lines("", new BitSet()));
            table.problem(0, "", "the file is UTF-16; expected UTF-8: save it again as CSV UTF-8", "");
            return table;
        }
        CsvTable table = new CsvTable(file, Utf8.decode(bytes));
        table.parse(required, understood, whole);
        return table;
    }

    /**
     * Returns the rows that can be read.
     *
     * @return the rows in the order of the file
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Returns the problems found.
     *
     * @return the problems in the order of the file
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Returns whether the file has a usable header.
     *
     * @return false if no row could be read
     */
    public boolean isReadable() {
        return readable;
    }

    private void problem(int line, String column, String message, String text) {
        problems.add(new Problem(file, line, column, Severity.ERROR, message, text));
    }

    private void parse(List<String> required, List<String> understood, Predicate<Row> whole) {
        int next = 1;
        while (next <= lines.count() && lines.isBlank(next)) {
            next++;
        }
        if (next > lines.count()) {
            problem(
                    0,
                    "",
                    "the file is empty; expected a header row"
                            + (required.isEmpty() ? "" : " with " + String.join(", ", required)),
                    "");
            return;
        }
        findSeparator(next, understood);
        CsvRowScanner scan = new CsvRowScanner(lines, separator);
        scan.scan(next, 0);
        if (!scan.fault().isEmpty()) {
            problem(
                    next,
                    "",
                    "the header cannot be read, so no row can be: " + scan.fault(),
                    lines.between(next, next));
            return;
        }
        for (CsvRecord cells : records(next, scan.last())) {
            header = CsvHeader.read(cells.getFields(), understood);
            if (lines.isBroken(next, scan.last())) {
                problem(
                        next,
                        "",
                        "the header is not UTF-8; expected UTF-8: save the file again as CSV UTF-8",
                        lines.between(next, scan.last()));
            }
            problems.addAll(header.problems(file, next, lines.between(next, scan.last()), required, understood));
            readable = required.stream().allMatch(header::has);
        }
        if (readable) {
            readRows(scan, scan.last() + 1, whole);
            if (rows.isEmpty() && problems.isEmpty()) {
                problems.add(new Problem(file, 0, "", Severity.WARNING, "the file has a header and no rows", ""));
            }
        }
    }

    /** Finds what separates the cells: that by which most headings are understood; the comma where others are no better. */
    private void findSeparator(int line, List<String> understood) {
        int most = 0;
        char best = separator;
        for (char candidate : SEPARATORS) {
            separator = candidate;
            CsvRowScanner scan = new CsvRowScanner(lines, candidate);
            scan.scan(line, 0);
            int found = 0;
            if (scan.fault().isEmpty()) {
                for (CsvRecord cells : records(line, scan.last())) {
                    for (String cell : cells.getFields()) {
                        found += understood.contains(CsvHeader.heading(cell, understood)) ? 1 : 0;
                    }
                }
            }
            if (found > most) {
                most = found;
                best = candidate;
            }
        }
        separator = best;
        if (separator != ',') {
            problems.add(new Problem(
                    file,
                    line,
                    "",
                    Severity.WARNING,
                    "cells are separated by " + named(separator) + " instead of a comma, and are read so",
                    lines.between(line, line)));
        }
    }

    /** Returns a separator as messages name it. */
    static String named(char separator) {
        return separator == ',' ? "a comma" : separator == '\t' ? "a tab" : Character.toString(separator);
    }

    /**
     * Parses a stretch of lines at a time. When the parser rejects a row, it has already consumed the rest of the
     * stretch, so each row from there to the end of the stretch is scanned before it is parsed.
     */
    private void readRows(CsvRowScanner scan, int from, Predicate<Row> whole) {
        int next = from;
        while (next <= lines.count()) {
            int to = Math.min(lines.count(), next + STRETCH - 1);
            next = readUntilRefused(next, to, whole);
            while (next <= to) {
                next = readScanned(scan, next, whole);
            }
        }
    }

    /**
     * Reads rows up to the first one that is rejected or may hide others, and returns the line on which that row
     * begins.
     */
    private int readUntilRefused(int from, int to, Predicate<Row> whole) {
        int next = from;
        try {
            for (CsvRecord cells : records(from, to)) {
                int last = next + lineBreaks(cells.getFields());
                if (last > next
                        && (cells.getFieldCount() != header.names().size() || hiddenRow(next, last, whole) > 0)) {
                    break;
                }
                readRow(next, last, cells.getFields());
                next = last + 1;
            }
        } catch (CsvParseException refused) {
            return next; // the scanner will report why, and which cell
        }
        return next;
    }

    /** Reads a row, or reports the fault in its quotes, and returns the line on which the next row begins. */
    private int readScanned(CsvRowScanner scan, int line, Predicate<Row> whole) {
        scan.scan(line, header.names().size());
        int hidden = scan.fault().isEmpty() && scan.last() > line ? hiddenRow(line, scan.last(), whole) : 0;
        if (scan.fault().isEmpty() && hidden == 0) {
            for (CsvRecord cells : records(line, scan.last())) {
                readRow(line, scan.last(), cells.getFields());
            }
            return scan.last() + 1;
        }
        int cell = hidden == 0 ? scan.cells() : brokenCell(line, scan.last());
        problem(
                line,
                cell <= header.names().size() ? header.names().get(cell - 1) : "",
                hidden == 0
                        ? scan.fault()
                        : "a quote is not closed: the row would run on to line " + scan.last() + " and hide that line "
                                + hidden + " is a row of its own",
                lines.between(line, line));
        return line + 1;
    }

    private CsvReader<CsvRecord> records(int from, int to) {
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
    private int hiddenRow(int first, int last, Predicate<Row> whole) {
        long separators =
                lines.between(first, first).chars().filter(c -> c == separator).count();
        if (separators < header.names().size() - 1) {
            return 0;
        }
        CsvRowScanner alone = new CsvRowScanner(lines, separator);
        for (int line = first + 1; line <= last; line++) {
            alone.scan(line, 0);
            if (alone.fault().isEmpty()
                    && alone.last() == line
                    && alone.cells() == header.names().size()) {
                for (CsvRecord cells : records(line, line)) {
                    if (whole.test(new Row(line, line, cells.getFields()))) {
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
        for (CsvRecord cells : records(first, last)) {
            while (lineBreaks(cells.getFields().subList(0, number)) == 0) {
                number++;
            }
        }
        return number;
    }

    private void readRow(int line, int last, List<String> cells) {
        boolean blank = true;
        for (int i = 0; i < cells.size() && blank; i++) {
            blank = CellText.strip(cells.get(i)).isEmpty();
        }
        if (blank) {
            return;
        }
        String text = lines.between(line, last);
        if (lines.isBroken(line, last)) {
            problem(line, "", "the row is not UTF-8; expected UTF-8: save the file again as CSV UTF-8", text);
            return;
        }
        if (cells.size() != header.names().size()) {
            problem(
                    line,
                    "",
                    "the row has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + " where the header has "
                            + header.names().size(),
                    text);
            return;
        }
        Row row = new Row(line, last, cells);
        for (int second : header.doubled()) {
            String column = header.names().get(second);
            String cell = CellText.strip(cells.get(second));
            if (!row.get(column).equals(cell)) {
                problems.add(row.error(
                        column,
                        "the column appears twice, here with " + Excerpt.quoted(row.get(column)) + " and "
                                + Excerpt.quoted(cell)));
                return;
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            if (header.names().get(i).isEmpty() && !CellText.strip(cells.get(i)).isEmpty()) {
                problems.add(row.warning(
                        "", Excerpt.quoted(cells.get(i)) + " is in a column without a name and is not read"));
            }
        }
        rows.add(row);
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
