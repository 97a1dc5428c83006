package org.muster.importing.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.text.CellText;
import org.muster.text.CsvStream;
import org.muster.text.InputFile;
import org.muster.text.SafeText;

/**
 * A table in a file: CSV with any separator, encoding and line end, or a sheet of an Excel workbook. Its rows are read one
 * after another, as often as needed, and not held.
 */
public final class Table {

    private static final char MARKDOWN = '|';

    private final Path file;
    private final String name;
    private final TableFormat format;
    private final List<String> header;

    private Table(Path file, String name, TableFormat format, List<String> header) {
        this.file = file;
        this.name = name;
        this.format = format;
        this.header = List.copyOf(header);
    }

    /**
     * Opens a table, and finds out how it is written.
     *
     * @param file the file
     * @param options what is known of it
     * @return the table
     * @throws IOException if the file cannot be read, or has no header
     * @throws IllegalArgumentException if the options do not fit the file
     */
    public static Table of(Path file, TableOptions options) throws IOException {
        return of(file, fileName(file), options);
    }

    /**
     * Opens tables that are read together, and finds out how they are written. If there are several, each is named by its
     * path as given.
     *
     * @param files the files
     * @param options what is known of all of them
     * @return the tables in the same order
     * @throws IOException if a file cannot be read, or has no header
     * @throws IllegalArgumentException if the options do not fit a file, or a file is given twice
     */
    public static List<Table> of(List<Path> files, TableOptions options) throws IOException {
        InputFile.requireEachOnce(files);
        List<Table> tables = new ArrayList<>();
        for (Path file : files) {
            tables.add(of(file, files.size() == 1 ? fileName(file) : file.toString(), options));
        }
        return tables;
    }

    private static String fileName(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
    }

    private static Table of(Path file, String name, TableOptions options) throws IOException {
        requireNonNull(options, "options");
        if (!Files.exists(file)) {
            throw new IOException(file + " is absent; expected a table");
        }
        String other = InputFile.otherThanFile(file);
        if (!other.isEmpty()) {
            throw new IOException(file + " is " + other + "; expected a file with a table");
        }
        TableFormat format = TableFormat.find(file, options);
        List<List<String>> lines = new ArrayList<>();
        try (RecordSource records = format.open(file)) {
            for (Optional<CsvStream.CsvRow> next = records.next();
                    next.isPresent() && next.get().number() <= format.header();
                    next = records.next()) {
                if (!next.get().fault().isEmpty()) {
                    throw new IOException(file + ": the header cannot be read, so no row can be: "
                            + next.get().fault());
                }
                lines.add(CellText.names(next.get().cells().stream()
                        .map(SafeText::withoutControls)
                        .map(cell -> format.delimiter() == MARKDOWN ? withoutBold(cell) : cell)
                        .toList()));
            }
        }
        List<String> header = names(lines);
        if (header.stream().allMatch(String::isEmpty)) {
            throw new IOException(file + " has no header; expected a line with the names of the columns");
        }
        return new Table(file, name, format, header);
    }

    /**
     * Joins the lines of a header: a name that stands over several columns holds for all up to the next. A title
     * names no column.
     */
    private static List<String> names(List<List<String>> lines) {
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        List<StringBuilder> names = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            names.add(new StringBuilder());
        }
        for (int number = 0; number < lines.size(); number++) {
            List<String> line = lines.get(number);
            boolean isLast = number == lines.size() - 1;
            if (!isLast && width > 2 && TableFormat.isTitle(line)) {
                continue;
            }
            String above = "";
            for (int i = 0; i < width; i++) {
                String own = i < line.size() ? line.get(i) : "";
                above = own.isEmpty() && !isLast ? above : own;
                String name = isNamedBelow(lines, number, i) ? above : own;
                if (!name.isEmpty()) {
                    names.get(i).append(names.get(i).isEmpty() ? "" : " ").append(name);
                }
            }
        }
        return CellText.names(names.stream().map(StringBuilder::toString).toList());
    }

    /** Whether a column has a name of its own in a line of the header further down. */
    private static boolean isNamedBelow(List<List<String>> lines, int number, int column) {
        return lines.subList(number + 1, lines.size()).stream()
                .anyMatch(line -> column < line.size() && !line.get(column).isEmpty());
    }

    /**
     * Returns the names of the columns.
     *
     * @return the header, in which any white space is one blank; a name may be blank
     */
    public List<String> header() {
        return header;
    }

    /**
     * Returns what problems call the table.
     *
     * @return its file's name or, of several tables, its path as given
     */
    public String name() {
        return name;
    }

    /** What its claims are about if they name no event, and the name of its dossier: that of the file, without its ending. */
    String event() {
        String last = fileName(file);
        int dot = last.lastIndexOf('.');
        String event = CellText.name(dot > 0 ? last.substring(0, dot) : last);
        return event.isEmpty() ? "dossier" : event;
    }

    private boolean isMarkdown() {
        return format.delimiter() == MARKDOWN;
    }

    private static String withoutBold(String cell) {
        return cell.replace("**", "");
    }

    /** Whether a row is the line of dashes below the header of a table in Markdown. */
    private static boolean isRule(List<String> cells) {
        return cells.stream().allMatch(cell -> cell.isEmpty() || cell.matches(":?-{2,}:?"))
                && cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
    }

    boolean hasDecimalComma() {
        return format.decimalComma();
    }

    TableFormat format() {
        return format;
    }

    /** Begins before the first row below the header. */
    Rows rows() throws IOException {
        RecordSource records = format.open(file);
        return new Rows(records);
    }

    /** A row of a table: as many cells as the header, without control characters and surrounding white space. */
    record Row(CsvStream.CsvRow record, List<String> cells, String fault) {

        int number() {
            return (int) Math.min(record.number(), Integer.MAX_VALUE);
        }
    }

    /** The rows below the header. */
    final class Rows implements AutoCloseable {
        private final RecordSource records;
        private boolean isBelowHeader;

        private Rows(RecordSource records) {
            this.records = records;
        }

        /** Returns the next row that is not empty; empty at the end. */
        Optional<Row> next() throws IOException {
            while (true) {
                Optional<CsvStream.CsvRow> next = records.next();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                CsvStream.CsvRow record = next.get();
                if (!isBelowHeader && record.number() >= format.header()) {
                    isBelowHeader = true;
                    records.expect(header.size());
                }
                if (record.number() <= format.header()) {
                    continue;
                }
                if (!record.fault().isEmpty()) {
                    return Optional.of(new Row(record, List.of(), record.fault()));
                }
                List<String> cells = cells(record.cells());
                if (!cells.isEmpty() && !(isMarkdown() && isRule(cells))) {
                    return Optional.of(new Row(record, cells, fault(record.cells(), cells)));
                }
            }
        }

        /** The cells; none if all are blank. */
        private List<String> cells(List<String> written) {
            List<String> cells = new ArrayList<>(header.size());
            boolean isBlank = true;
            for (String cell : written) {
                String text = CellText.strip(SafeText.withoutControls(isMarkdown() ? withoutBold(cell) : cell));
                isBlank &= text.isEmpty();
                cells.add(text);
            }
            if (isBlank) {
                return List.of();
            }
            while (cells.size() > header.size() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            while (format.isExcel() && cells.size() < header.size()) {
                cells.add(""); // a workbook keeps no blank cells at the end of a row
            }
            return cells;
        }

        private String fault(List<String> written, List<String> cells) {
            return cells.size() == header.size()
                    ? ""
                    : "the row has " + written.size() + (written.size() == 1 ? " cell" : " cells")
                            + " where the header has " + header.size();
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }

    /** Returns the table's name, how it is written and how many columns it has. */
    @Override
    public String toString() {
        return name() + ": " + format + ", " + header.size() + (header.size() == 1 ? " column" : " columns");
    }
}
