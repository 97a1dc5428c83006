package org.muster.tablesaw;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muster.interval.Interval;
import org.muster.text.AtomicFile;
import org.muster.text.Problem;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables as CSV files in which a column of ranges becomes two adjacent columns, one for each end: {@code hull} is
 * {@code hull_low,hull_high}. A column {@code range} is {@code low,high}, {@code range_a} is {@code low_a,high_a}, and
 * {@code agreed_range} next to a column {@code agreed} of something else is {@code agreed_low,agreed_high}. These are
 * the headings of the reports and of {@code claims.csv}.
 *
 * <p>Nothing is guessed. A pair of such headings is a column of ranges; every other column is text, so that {@code 007}
 * and {@code NA} are kept as they are, unless the caller gives a type for it.
 *
 * <p>Ends are written with all their digits, and rounded outward when read. So a written table is read back unchanged,
 * and a range from elsewhere encloses what the file says. An open end is {@code Infinity} or {@code -Infinity}; a
 * missing range is two blank cells, any other missing value one. Files are in UTF-8.
 */
public final class TableFile {

    private static final int SHOWN = 10;

    private final String name;
    private final List<String> headings;
    private final List<Column<?>> columns = new ArrayList<>();
    private final Consumer<? super Problem> problems;

    private TableFile(String name, List<String> headings, Consumer<? super Problem> problems) {
        this.name = name;
        this.headings = headings;
        this.problems = problems;
    }

    /**
     * Writes a table. If that fails, an existing file is left untouched.
     *
     * @param file the file; its folder is created if it does not exist
     * @param table the table
     * @throws IllegalArgumentException if two columns of the file would have the same heading
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Table table) throws IOException {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(table, "table");
        List<String> headings = headings(table);
        AtomicFile.write(file, out -> {
            CsvWriter.CsvWriterBuilder format = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
            if (headings.size() == 1) { // or a blank cell would be an empty line
                format.quoteStrategy(QuoteStrategies.EMPTY);
            }
            CsvWriter csv = format.build(out);
            csv.writeRecord(headings);
            List<String> cells = new ArrayList<>();
            for (int row = 0; row < table.rowCount(); row++) {
                cells.clear();
                for (Column<?> column : table.columns()) {
                    boolean missing = column.isMissing(row);
                    if (column instanceof IntervalColumn ranges) {
                        cells.add(missing ? "" : digits(ranges.low(row)));
                        cells.add(missing ? "" : digits(ranges.high(row)));
                    } else {
                        cells.add(missing ? "" : column.getUnformattedString(row));
                    }
                }
                csv.writeRecord(cells);
            }
            csv.flush();
        });
    }

    private static List<String> headings(Table table) {
        Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Column<?> column : table.columns()) {
            if (!(column instanceof IntervalColumn)) {
                others.add(column.name());
            }
        }
        List<String> headings = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            headings.addAll(
                    column instanceof IntervalColumn
                            ? RangeName.headings(column.name(), others)
                            : List.of(column.name()));
        }
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!seen.add(heading)) {
                throw new IllegalArgumentException(
                        "table " + table.name() + ": two columns of the file would be called " + heading);
            }
        }
        return headings;
    }

    /** Returns an end with all its digits, since the shortest decimal for a double is seldom equal to it. */
    private static String digits(double end) {
        return Double.isInfinite(end)
                ? Double.toString(end)
                : new BigDecimal(end).stripTrailingZeros().toPlainString();
    }

    /**
     * Reads a table in which every column except those of ranges is text.
     *
     * @param file the file; the table gets its name without extension
     * @return the table
     * @throws IllegalArgumentException if the file is not such a table; the message names the first faults with their
     *     lines
     * @throws IOException if the file cannot be read, or is not in UTF-8
     */
    public static Table read(Path file) throws IOException {
        return read(file, Map.of());
    }

    /**
     * Reads a table.
     *
     * @param file the file; the table gets its name without extension
     * @param types the types of columns by their headings in the file; other columns are as in {@link #read(Path)}. A
     *     heading named here is not one half of a range
     * @return the table
     * @throws IllegalArgumentException if the file is not such a table, or has no column with a heading in
     *     {@code types}; the message names the first faults with their lines
     * @throws IOException if the file cannot be read, or is not in UTF-8
     */
    public static Table read(Path file, Map<String, ColumnType> types) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Table table = read(file, types, problems::add);
        if (!problems.isEmpty()) {
            String others = problems.size() > SHOWN ? "\n… and " + (problems.size() - SHOWN) + " more" : "";
            throw new IllegalArgumentException(
                    problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n")) + others);
        }
        return table;
    }

    /**
     * Reads a table of which some cells may be wrong, such as a low end above the high one. Every row is kept. What
     * cannot be read in it is missing, and is told.
     *
     * @param file the file; the table gets its name without extension
     * @param types the types of columns, as in {@link #read(Path, Map)}
     * @param problems takes each cell that cannot be read, and each row with more or fewer cells than there are
     *     headings, in the order of the file; such as {@code list::add}
     * @return the table, with as many rows as the file
     * @throws IllegalArgumentException if the file has no row of headings, two equal headings or an unclosed quote, or
     *     has no column with a heading in {@code types}
     * @throws IOException if the file cannot be read, or is not in UTF-8
     */
    public static Table read(Path file, Map<String, ColumnType> types, Consumer<? super Problem> problems)
            throws IOException {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(types, "types");
        Objects.requireNonNull(problems, "problems");
        String fileName = String.valueOf(file.getFileName());
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            TableFile table = null;
            for (CsvRecord record : records) {
                if (table == null) {
                    table = new TableFile(fileName, withoutMark(record.getFields()), problems);
                    table.addColumns(types);
                } else {
                    table.addRow(record);
                }
            }
            if (table == null) {
                throw new IllegalArgumentException(fileName + ": empty; expected a row of headings");
            }
            return table.table();
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(fileName + ": " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(fileName, Objects.requireNonNull(e.getCause()));
        }
    }

    private static IOException unreadable(String fileName, IOException cause) {
        return cause instanceof CharacterCodingException ? new IOException(fileName + ": not in UTF-8", cause) : cause;
    }

    private static List<String> withoutMark(List<String> headings) {
        List<String> without = new ArrayList<>(headings);
        if (without.get(0).startsWith("\uFEFF")) {
            without.set(0, without.get(0).substring(1));
        }
        return without;
    }

    private void addColumns(Map<String, ColumnType> types) {
        for (String heading : new TreeSet<>(types.keySet())) {
            if (!headings.contains(heading)) {
                throw new IllegalArgumentException(name + ": no column " + heading + " among " + headings);
            }
        }
        Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headings.size(); i++) {
            if (isPair(i, types)) {
                i++;
            } else if (!others.add(headings.get(i))) {
                throw new IllegalArgumentException(name + ": two columns " + headings.get(i));
            }
        }
        for (int i = 0; i < headings.size(); i++) {
            if (isPair(i, types)) {
                columns.add(IntervalColumn.create(RangeName.of(headings.get(i), headings.get(++i), others)));
            } else {
                columns.add(
                        types.getOrDefault(headings.get(i), ColumnType.STRING).create(headings.get(i)));
            }
        }
    }

    private boolean isPair(int i, Map<String, ColumnType> types) {
        return i + 1 < headings.size()
                && RangeName.isPair(headings.get(i), headings.get(i + 1))
                && !types.containsKey(headings.get(i))
                && !types.containsKey(headings.get(i + 1));
    }

    private void addRow(CsvRecord record) {
        List<String> cells = new ArrayList<>(record.getFields());
        if (cells.size() != headings.size()) {
            tell(record, "", cells.size() + " cells; expected " + headings.size());
            cells.addAll(Collections.nCopies(Math.max(0, headings.size() - cells.size()), ""));
        }
        int cell = 0;
        for (Column<?> column : columns) {
            int first = cell;
            try {
                if (column instanceof IntervalColumn ranges
                        && !headings.get(cell).equals(column.name())) {
                    cell += 2;
                    ranges.append(range(cells.get(first), cells.get(first + 1)));
                } else {
                    cell++;
                    append(column, cells.get(first));
                }
            } catch (RuntimeException e) { // Tablesaw's parsers throw various exceptions
                column.appendMissing();
                tell(record, column.name(), String.valueOf(e.getMessage()));
            }
        }
    }

    private void tell(CsvRecord record, String column, String message) {
        problems.accept(new Problem(
                name,
                (int) record.getStartingLineNumber(),
                column,
                Problem.Severity.ERROR,
                message,
                String.join(",", record.getFields())));
    }

    private static Interval range(String low, String high) {
        if (low.isBlank() && high.isBlank()) {
            return Interval.EMPTY;
        }
        if (low.isBlank() || high.isBlank()) {
            throw new IllegalArgumentException(
                    "found only one end, \"" + low + high + "\"; expected both, Infinity for none");
        }
        return Interval.parse("[" + low + ", " + high + "]");
    }

    private static void append(Column<?> column, String text) {
        if (column instanceof StringColumn texts) {
            texts.append(text);
        } else if (text.isBlank()) {
            column.appendMissing();
        } else if (column instanceof NumericColumn<?>) {
            appendNumber(column, text);
        } else {
            column.appendCell(text);
        }
    }

    /** Appends a number. Tablesaw would read 1,5 as 15, and Java would accept 12f and 12d. */
    private static void appendNumber(Column<?> column, String text) {
        try {
            if ("dDfF".indexOf(text.charAt(text.length() - 1)) >= 0) {
                throw new NumberFormatException();
            }
            if (column instanceof DoubleColumn numbers) {
                numbers.append(Double.parseDouble(text));
            } else if (column instanceof LongColumn numbers) {
                numbers.append(Long.parseLong(text));
            } else if (column instanceof IntColumn numbers) {
                numbers.append(Integer.parseInt(text));
            } else {
                column.appendCell(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number of type " + column.type(), e);
        }
    }

    private Table table() {
        int dot = name.lastIndexOf('.');
        return Table.create(dot > 0 ? name.substring(0, dot) : name, columns);
    }
}
