package org.muster.dossier;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.muster.dossier.Problem.Severity;

/**
 * One CSV file of a dossier (RFC 4180, a header row, UTF-8) with the line of every row and all its faults. A row that
 * cannot be read is a problem, and reading goes on at the next line: an unclosed quote costs its own line alone.
 */
final class CsvTable {

    /** A readable row. */
    final class Row {
        private final int line;
        private final List<String> cells;

        private Row(int line, List<String> cells) {
            this.line = line;
            this.cells = cells;
        }

        /** The line at which the row begins, from 1. */
        int line() {
            return line;
        }

        /** The cell of a column without the white space around it; blank where the file has no such column. */
        String get(String column) {
            int index = header.indexOf(column);
            return index < 0 ? "" : cells.get(index).strip();
        }

        /** The row as it stands in the file. */
        String text() {
            return lines.between(line, line + lineBreaks(cells));
        }

        Problem error(String column, String message) {
            return new Problem(file, line, column, Severity.ERROR, message, text());
        }

        Problem warning(String column, String message) {
            return new Problem(file, line, column, Severity.WARNING, message, text());
        }
    }

    private final String file;
    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();

    private CsvTable(String file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads a text that is known to be well-formed, such as a table of the library's own. */
    static CsvTable of(String file, String text) {
        CsvTable table = new CsvTable(file, new Lines(text, new BitSet()));
        table.parse(List.of(), List.of());
        return table;
    }

    /**
     * Reads a file.
     *
     * @param file the name to report
     * @param bytes what the file holds
     * @param required the columns without which no row can be read
     * @param optional the other columns that are understood
     */
    static CsvTable read(String file, byte[] bytes, List<String> required, List<String> optional) {
        if (Utf8.isUtf16(bytes)) {
            CsvTable table = new CsvTable(file, new Lines("", new BitSet()));
            table.problem(0, "", "the file is UTF-16; expected UTF-8: save it again as CSV UTF-8", "");
            return table;
        }
        CsvTable table = new CsvTable(file, Utf8.decode(bytes));
        table.parse(required, optional);
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    List<Problem> problems() {
        return problems;
    }

    boolean has(String column) {
        return header.contains(column);
    }

    private void problem(int line, String column, String message, String text) {
        problems.add(new Problem(file, line, column, Severity.ERROR, message, text));
    }

    private void parse(List<String> required, List<String> optional) {
        int next = 1;
        int doubled = -1;
        boolean readable = true;
        while (next <= lines.count()) {
            int first = next;
            boolean swallowed = false;
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                            .skipEmptyLines(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .allowUnclosedQuote(false)
                            .ofCsvRecord(lines.from(first));
                    CloseableIterator<CsvRecord> records = reader.iterator()) {
                while (!swallowed && records.hasNext()) {
                    CsvRecord row = records.next();
                    next = first + (int) row.getStartingLineNumber() - 1;
                    List<String> cells = row.getFields();
                    int last = next + lineBreaks(cells);
                    if (cells.size() == 1 && cells.get(0).isBlank()) {
                        next = last + 1;
                        continue;
                    }
                    if (header.isEmpty()) {
                        readable = readHeader(next, cells, required, optional);
                        doubled = readable ? firstDoubled() : -1;
                    } else if (cells.size() != header.size() && last > next) {
                        swallowed = true; // a quote that closed too late took whole rows into its cell
                        continue;
                    } else if (readable) {
                        readRow(next, last, cells, doubled);
                    }
                    next = last + 1;
                }
                if (!swallowed) {
                    break;
                }
                unclosedQuote(next);
                next++;
            } catch (CsvParseException e) {
                String message = String.valueOf(e.getMessage());
                if (message.contains("quote")) {
                    unclosedQuote(next);
                } else {
                    problem(next, "", "the row cannot be read: " + message, lines.between(next, next));
                }
                next++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (header.isEmpty() && problems.isEmpty()) {
            problem(
                    0,
                    "",
                    "the file is empty; expected a header row"
                            + (required.isEmpty() ? "" : " with " + String.join(", ", required)),
                    "");
        }
    }

    /** Returns whether rows can be read under this header. */
    private boolean readHeader(int line, List<String> cells, List<String> required, List<String> optional) {
        List<String> headings = new ArrayList<>(cells.size());
        for (String cell : cells) {
            headings.add(cell.strip());
        }
        header = List.copyOf(headings);
        String text = lines.between(line, line + lineBreaks(cells));
        boolean readable = !lines.isBroken(line, line + lineBreaks(cells));
        if (!readable) {
            problem(line, "", "the header is not UTF-8; no row can be read", text);
        }
        for (String column : required) {
            if (!header.contains(column)) {
                readable = false;
                problem(line, column, "the column is missing; without it no row can be read", text);
            }
        }
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (header.indexOf(column) < i) {
                problem(line, column, "the column stands twice; rows in which the two differ are left out", text);
            } else if (!required.isEmpty() && !required.contains(column) && !optional.contains(column)) {
                problems.add(new Problem(
                        file,
                        line,
                        column,
                        Severity.WARNING,
                        "the column is not one of " + String.join(", ", required) + ", " + String.join(", ", optional)
                                + "; its cells are not read",
                        text));
            }
        }
        return readable;
    }

    private int firstDoubled() {
        for (int i = 0; i < header.size(); i++) {
            if (header.indexOf(header.get(i)) < i) {
                return i;
            }
        }
        return -1;
    }

    private void readRow(int line, int last, List<String> cells, int doubled) {
        String text = lines.between(line, last);
        if (lines.isBroken(line, last)) {
            problem(line, "", "the row is not UTF-8; expected UTF-8: save the file again as CSV UTF-8", text);
        } else if (cells.size() != header.size()) {
            problem(
                    line,
                    "",
                    "the row has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + " where the header has "
                            + header.size(),
                    text);
        } else {
            for (int i = doubled; i > 0 && i < header.size(); i++) {
                int earlier = header.indexOf(header.get(i));
                if (!cells.get(earlier).strip().equals(cells.get(i).strip())) {
                    problem(
                            line,
                            header.get(i),
                            "the column stands twice, here with \"" + cells.get(earlier) + "\" and \"" + cells.get(i)
                                    + "\"",
                            text);
                    return;
                }
            }
            rows.add(new Row(line, cells));
        }
    }

    private void unclosedQuote(int line) {
        String text = lines.between(line, line);
        String column = "";
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text)) {
            int index = reader.iterator().next().getFieldCount() - 1;
            column = index < header.size() ? header.get(index) : "";
        } catch (CsvParseException | NoSuchElementException e) {
            column = ""; // the line cannot be told apart into cells at all
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problem(
                line,
                column,
                "a quote is not closed, or text stands behind a closing quote; expected \" doubled inside"
                        + " a quoted cell and a closing \" before the comma",
                text);
    }

    private static int lineBreaks(List<String> cells) {
        int breaks = 0;
        for (String cell : cells) {
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
