package org.muster.text;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muster.text.Problem.Severity;

/**
 * One CSV file of a dossier (RFC 4180, a header row, UTF-8; with a warning also separated by semicolons or tabs) with the line number of every row and all faults. A row
 * that cannot be read becomes a problem, and reading continues on the next line: an unclosed quote costs only the line
 * it is on.
 */
public final class CsvTable {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int MOST_UNKNOWN = 20; // columns that are reported one by one

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
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Integer> doubled = new ArrayList<>();
    private List<String> header = List.of();
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
     * @param required the columns that every row needs
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
        char separator = required.isEmpty() ? ',' : separator(next);
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
        for (CsvRecord cells : CsvRows.records(lines, separator, next, scan.last())) {
            readable = readHeader(next, scan.last(), cells.getFields(), required, understood);
        }
        if (readable) {
            readRows(separator, scan.last() + 1, whole);
            if (rows.isEmpty() && problems.isEmpty()) {
                problems.add(new Problem(file, 0, "", Severity.WARNING, "the file has a header and no rows", ""));
            }
        }
    }

    /** What separates the cells of the header: a comma, or if there is none, a semicolon or a tab, with a warning. */
    private char separator(int line) {
        for (char separator : SEPARATORS) {
            CsvRowScanner scan = new CsvRowScanner(lines, separator);
            scan.scan(line, 0);
            if (!scan.fault().isEmpty() || scan.cells() > 1) {
                if (separator != ',') {
                    problems.add(new Problem(
                            file,
                            line,
                            "",
                            Severity.WARNING,
                            "cells are separated by " + (separator == ';' ? "semicolons" : "tabs")
                                    + " instead of commas; the file is read so",
                            lines.between(line, scan.last())));
                }
                return separator;
            }
        }
        return ',';
    }

    private void readRows(char separator, int from, Predicate<Row> whole) {
        CsvRows.Receiver receiver = new CsvRows.Receiver() {
            @Override
            public void row(int line, int last, List<String> cells) {
                readRow(line, last, cells);
            }

            @Override
            public void fault(int line, int cell, String message) {
                problem(line, cell <= header.size() ? header.get(cell - 1) : "", message, lines.between(line, line));
            }

            @Override
            public boolean isRow(int line, List<String> cells) {
                return whole.test(new Row(file, columns, line, line, cells, () -> lines.between(line, line)));
            }
        };
        new CsvRows(lines, separator, header.size(), receiver).read(from, true);
    }

    /** Returns whether rows can be read with this header. */
    private boolean readHeader(int line, int last, List<String> cells, List<String> required, List<String> understood) {
        header = cells.stream().map(cell -> heading(cell, understood)).toList();
        String text = lines.between(line, last);
        boolean complete = true;
        if (lines.isBroken(line, last)) {
            problem(line, "", "the header is not UTF-8; expected UTF-8: save the file again as CSV UTF-8", text);
        }
        for (String column : required) {
            if (!header.contains(column)) {
                complete = false;
                problem(line, column, "the column is missing; no row can be read without it", text);
            }
        }
        int unknown = 0;
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (column.isEmpty()) {
                continue; // spreadsheets leave such columns at the end; their cells are checked row by row
            }
            if (columns.putIfAbsent(column, i) != null) {
                doubled.add(i);
                problem(
                        line,
                        column,
                        Excerpt.quoted(column) + " appears twice; rows in which the two columns differ are left out",
                        text);
            } else if (!understood.isEmpty() && !understood.contains(column)) {
                unknown++;
                if (unknown <= MOST_UNKNOWN) {
                    problems.add(new Problem(
                            file,
                            line,
                            Excerpt.of(column),
                            Severity.WARNING,
                            Excerpt.quoted(column) + " is not one of " + String.join(", ", understood)
                                    + "; its cells are not read",
                            text));
                }
            }
        }
        if (unknown > MOST_UNKNOWN) {
            problems.add(new Problem(
                    file,
                    line,
                    "",
                    Severity.WARNING,
                    (unknown - MOST_UNKNOWN) + " more columns are unknown; their cells are not read",
                    text));
        }
        return complete;
    }

    /** A heading as it is understood: without regard to case, blanks and underscores. */
    private static String heading(String cell, List<String> understood) {
        String name = CellText.name(cell);
        if (!understood.contains(name)) {
            for (String column : understood) {
                if (plain(column).equals(plain(name))) {
                    return column;
                }
            }
        }
        return name;
    }

    private static String plain(String heading) {
        return heading.replace(" ", "").replace("_", "").toLowerCase(Locale.ROOT);
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
        if (cells.size() != header.size()) {
            problem(
                    line,
                    "",
                    "the row has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + " where the header has "
                            + header.size(),
                    text);
            return;
        }
        Row row = new Row(file, columns, line, last, cells, () -> lines.between(line, last));
        for (int second : doubled) {
            String column = header.get(second);
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
            if (header.get(i).isEmpty() && !CellText.strip(cells.get(i)).isEmpty()) {
                problems.add(row.warning(
                        "", Excerpt.quoted(cells.get(i)) + " is in a column without a name and is not read"));
            }
        }
        rows.add(row);
    }
}
