package org.muster.text;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muster.text.Problem.Severity;

/**
 * One CSV file of a dossier (RFC 4180, a header row, UTF-8) with the line number of every row and all faults. A row
 * that cannot be read becomes a problem, and reading continues on the next line: an unclosed quote costs only the line
 * it is on.
 *
 * <p>Cells may be separated by {@code ;} or tabs throughout, as some spreadsheets write them, which is told in a warning.
 * Headings are found without regard to case, blanks and underscores.
 */
public final class CsvTable {

    private static final Lines NOTHING = new Lines("", new BitSet());
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** A readable row. */
    public static final class Row {
        private final String file;
        private final Map<String, Integer> columns;
        private final int line;
        private final int last;
        private final List<String> cells;
        private final Supplier<String> text;

        /**
         * Makes a row.
         *
         * @param file the name under which the file is reported
         * @param columns where each column stands among the cells, by its heading
         * @param line the line on which the row begins, from 1
         * @param last the line on which it ends
         * @param cells the cells
         * @param text gives the row as it is in the file
         */
        public Row(
                String file,
                Map<String, Integer> columns,
                int line,
                int last,
                List<String> cells,
                Supplier<String> text) {
            this.file = file;
            this.columns = columns;
            this.line = line;
            this.last = last;
            this.cells = cells;
            this.text = text;
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
            Integer index = columns.get(column);
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
            return columns.containsKey(column);
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
                Integer index = columns.get(column);
                if (index != null) {
                    left.set(index, "");
                }
            }
            return new Row(file, columns, line, last, left, text);
        }

        /**
         * Returns the row as it is in the file.
         *
         * @return its text
         */
        public String text() {
            return text.get();
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
    private final Consumer<Row> taker;
    private int taken;
    private char separator = ',';
    private CsvHeader header = CsvHeader.read(List.of(), List.of());
    private boolean readable;

    private int headerEnd;

    private CsvTable(String file, Lines lines) {
        this.file = file;
        this.lines = lines;
        this.taker = rows::add;
    }

    private CsvTable(String file, Lines lines, Consumer<Row> taker) {
        this.file = file;
        this.lines = lines;
        this.taker = taker;
    }

    /** Reads the header alone: the separator, the columns and their faults. */
    static CsvTable head(String file, Lines lines, List<String> required, List<String> understood) {
        CsvTable table = new CsvTable(file, lines);
        table.parseHeader(required, understood);
        return table;
    }

    /** Reads rows that stand further down in the file of this header. */
    CsvTable below(Lines rows, Predicate<Row> whole) {
        CsvTable table = new CsvTable(file, rows);
        table.separator = separator;
        table.header = header;
        table.readRows(1, whole);
        return table;
    }

    /** The last line of the header. */
    int headerEnd() {
        return headerEnd;
    }

    char separator() {
        return separator;
    }

    CsvHeader header() {
        return header;
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
        return new CsvTable(file, Utf8.otherThanUtf8(bytes).isEmpty() ? Utf8.decode(bytes) : NOTHING)
                .parsed(bytes, required, understood, whole);
    }

    /**
     * Reads a file whose rows are not held.
     *
     * @param file the name to report
     * @param bytes the content of the file
     * @param required the columns that every row needs
     * @param understood all columns that are understood
     * @param whole tells whether a line inside a quoted cell is really a row of its own
     * @param taker takes each row that can be read, in the order of the file
     * @return its problems; no rows
     */
    public static CsvTable read(
            String file,
            byte[] bytes,
            List<String> required,
            List<String> understood,
            Predicate<Row> whole,
            Consumer<Row> taker) {
        return new CsvTable(file, Utf8.otherThanUtf8(bytes).isEmpty() ? Utf8.decode(bytes) : NOTHING, taker)
                .parsed(bytes, required, understood, whole);
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
        problems.add(new Problem(file, line > 0 ? lines.number(line) : 0, column, Severity.ERROR, message, text));
    }

    private CsvTable parsed(byte[] bytes, List<String> required, List<String> understood, Predicate<Row> whole) {
        String other = Utf8.otherThanUtf8(bytes);
        if (!other.isEmpty()) {
            problem(0, "", "the file is " + other + "; expected UTF-8: save it again as CSV UTF-8", "");
            return this;
        }
        parseHeader(required, understood);
        if (readable) {
            readRows(headerEnd + 1, whole);
            if (taken == 0 && problems.isEmpty()) {
                problems.add(new Problem(file, 0, "", Severity.WARNING, "the file has a header and no rows", ""));
            }
        }
        return this;
    }

    private void parseHeader(List<String> required, List<String> understood) {
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
        for (CsvRecord cells : CsvRowReader.records(lines, separator, next, scan.last())) {
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
            headerEnd = scan.last();
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
                for (CsvRecord cells : CsvRowReader.records(lines, candidate, line, scan.last())) {
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
                    "cells are separated by " + (separator == ';' ? "semicolons" : "tabs")
                            + " instead of commas; the file is read so",
                    lines.between(line, line)));
        }
    }

    /** Returns a separator as messages name it. */
    static String named(char separator) {
        return separator == ',' ? "a comma" : separator == '\t' ? "a tab" : Character.toString(separator);
    }

    private void readRows(int from, Predicate<Row> whole) {
        CsvRowReader.Receiver receiver = new CsvRowReader.Receiver() {
            @Override
            public void row(int line, int last, List<String> cells) {
                readRow(line, last, cells);
            }

            @Override
            public void fault(int line, int cell, String message) {
                List<String> names = header.names();
                problem(line, cell <= names.size() ? names.get(cell - 1) : "", message, lines.between(line, line));
            }

            @Override
            public boolean isRow(int line, List<String> cells) {
                return whole.test(rowAt(line, line, cells));
            }
        };
        new CsvRowReader(lines, separator, header.names().size(), receiver).read(from, true);
    }

    Row rowAt(int line, int last, List<String> cells) {
        return new Row(
                file, header.columns(), lines.number(line), lines.number(last), cells, () -> lines.between(line, last));
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
        Row row = rowAt(line, last, cells);
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
        taken++;
        taker.accept(row);
    }
}
