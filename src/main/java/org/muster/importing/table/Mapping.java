package org.muster.importing.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.ClaimRows;
import org.muster.dossier.Works;
import org.muster.text.CsvTable;
import org.muster.text.InputFile;
import org.muster.text.Problem;
import org.muster.text.ResourceTable;

/**
 * How the rows of a table become claims: a {@code claims.csv} whose cells name columns of the table in brackets, and a
 * {@code values.csv} with what the words and codes of the table mean (docs/importing.md). {@code sources.csv} and {@code
 * hierarchy.csv} beside them become those of the dossier.
 */
public final class Mapping {

    static final String WHEN = "when";
    static final List<String> FIGURES = List.of("figure", "low", "high", "best");
    static final String CLAIMS = "claims.csv";
    static final String VALUES = "values.csv";
    private static final String SOURCES = "sources.csv";
    static final String TO_FILL_IN = "?";
    private static final int MOST_TOLD = 20;

    /**
     * A row of the mapping's claims.
     *
     * @param number its number, the first being 1
     * @param cells what stands in the columns of {@code claims.csv}; blank ones are absent
     * @param when the conditions under which a row of the table takes part
     */
    record Row(int number, Map<String, Template> cells, List<Condition> when) {}

    /** A row of {@code values.csv}: cells of a column that read {@code from} are taken as {@code to}. */
    record Value(int line, ColumnName column, Word from, String to) {}

    private final List<Row> rows;
    private final List<Value> values;
    private final Optional<Path> beside;
    private final List<Problem> warnings;

    private Mapping(List<Row> rows, List<Value> values, Optional<Path> beside, List<Problem> warnings) {
        this.rows = List.copyOf(rows);
        this.values = List.copyOf(values);
        this.beside = beside;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a mapping.
     *
     * @param path a folder with {@code claims.csv}, or a single file of claims
     * @return the mapping
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it has faults; the message lists them with file, line and column
     */
    public static Mapping read(Path path) throws IOException {
        if (!Files.isDirectory(requireNonNull(path, "path"))) {
            return of(String.valueOf(path.getFileName()), InputFile.bytes(path), new byte[0], Optional.empty());
        }
        Path values = path.resolve(VALUES);
        return of(
                CLAIMS,
                InputFile.bytes(path.resolve(CLAIMS)),
                Files.exists(values) ? InputFile.bytes(values) : new byte[0],
                Optional.of(path));
    }

    /**
     * Returns the formats whose mappings are part of Muster.
     *
     * @return the names of the formats, such as {@code ucdp-ged}, with what they are
     */
    public static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        for (List<String> row : formatRows()) {
            formats.put(row.get(0), row.get(2));
        }
        return formats;
    }

    private static List<List<String>> formatRows() {
        return ResourceTable.rows(Mapping.class, "formats.csv", "format", "mappings", "meaning");
    }

    /**
     * Returns the mapping of a format that is part of Muster. If columns had other names in some editions, it is the one
     * that fits the table.
     *
     * @param format one of the {@link #formats()}
     * @param table the table
     * @return the mapping
     * @throws IllegalArgumentException if there is no such format
     */
    public static Mapping ofFormat(String format, Table table) {
        List<Mapping> mappings = new ArrayList<>();
        for (List<String> row : formatRows()) {
            if (row.get(0).equals(format)) {
                for (String name : ResourceTable.phrases(row.get(1))) {
                    mappings.add(of(
                            CLAIMS, resource(name + ".claims.csv"), resource(name + ".values.csv"), Optional.empty()));
                }
            }
        }
        if (mappings.isEmpty()) {
            throw new IllegalArgumentException("format \"" + format + "\" is not known; expected one of "
                    + String.join(", ", formats().keySet()));
        }
        return mappings.stream()
                .filter(mapping -> mapping.missing(table).isEmpty())
                .findFirst()
                .orElse(mappings.get(0));
    }

    /** The columns that a table lacks for this mapping. */
    Set<String> missing(Table table) {
        Set<String> missing = new LinkedHashSet<>();
        for (Row row : rows) {
            Set<String> own = new LinkedHashSet<>();
            ClaimTemplate.of(row, table, own);
            missing.addAll(own);
        }
        values.forEach(value -> ClaimTemplate.found(value.column(), table, missing));
        return missing;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Mapping.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    private static Mapping of(String file, byte[] claims, byte[] values, Optional<Path> beside) {
        List<Problem> problems = new ArrayList<>();
        List<String> columns = new ArrayList<>(ClaimRows.columns());
        columns.add(WHEN);
        CsvTable table = CsvTable.read(
                file, withoutRemarks(claims), List.of("party", "measure", "source"), columns, row -> false);
        problems.addAll(table.problems());
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            rows.add(row(row, rows.size() + 1, columns, problems));
        }
        List<Value> lines = new ArrayList<>();
        if (values.length > 0) {
            List<String> header = List.of("column", "from", "to");
            CsvTable read = CsvTable.read(VALUES, values, header, header, row -> false);
            problems.addAll(read.problems());
            for (CsvTable.Row row : read.rows()) {
                value(row, problems).ifPresent(lines::add);
            }
        }
        refuse(problems);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the mapping cannot be used: " + file + " has no rows below its header");
        }
        return new Mapping(rows, lines, beside, problems);
    }

    /** Throws if a file of the mapping has faults. */
    static void refuse(List<Problem> found) {
        List<Problem> problems = found.stream().filter(Problem::isError).toList();
        if (problems.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>();
        for (Problem problem : problems.subList(0, Math.min(MOST_TOLD, problems.size()))) {
            told.add(problem.toString());
        }
        if (problems.size() > MOST_TOLD) {
            told.add("and " + (problems.size() - MOST_TOLD) + " more");
        }
        throw new IllegalArgumentException("the mapping cannot be used: " + String.join("; ", told));
    }

    /** Lines that begin with # above the header are remarks; they are kept as empty lines, so that lines keep their numbers. */
    private static byte[] withoutRemarks(byte[] claims) {
        byte[] kept = claims.clone();
        int at = kept.length > 3 && new String(kept, 0, 3, StandardCharsets.UTF_8).equals("\uFEFF") ? 3 : 0;
        while (at < kept.length && isRemark(kept, at)) {
            while (at < kept.length && kept[at] != '\n' && kept[at] != '\r') {
                kept[at++] = ' ';
            }
            at++;
        }
        return kept;
    }

    /** A spreadsheet may have put a remark into quotation marks. */
    private static boolean isRemark(byte[] bytes, int at) {
        return bytes[at] == '#'
                || bytes[at] == '\n'
                || bytes[at] == '\r'
                || bytes[at] == '"' && at + 1 < bytes.length && bytes[at + 1] == '#';
    }

    private static Row row(CsvTable.Row row, int number, List<String> columns, List<Problem> problems) {
        boolean stars = false;
        for (String column : columns) { // a first look: does a reference of the row have a *?
            try {
                stars |= !column.equals(WHEN)
                        && Template.of(row.get(column), false).references().stream()
                                .anyMatch(reference -> reference.column().hasStar());
            } catch (IllegalArgumentException e) {
                // told below
            }
        }
        Map<String, Template> cells = new LinkedHashMap<>();
        List<Condition> when = List.of();
        for (String column : columns) {
            try {
                if (column.equals(WHEN)) {
                    when = Condition.all(row.get(WHEN));
                } else if (!row.get(column).isEmpty()) {
                    Template template = Template.of(row.get(column), stars);
                    checkPercent(column, template, row);
                    cells.put(column, template);
                }
            } catch (IllegalArgumentException e) {
                problems.add(row.error(column, String.valueOf(e.getMessage())));
            }
        }
        for (String column : columns) {
            if (row.get(column).equals(TO_FILL_IN)) {
                problems.add(
                        row.error(column, "? stands for what you know and the table does not say; write it there"));
            }
        }
        for (String column : List.of("party", "measure", "source")) {
            if (row.get(column).isEmpty()) {
                problems.add(
                        row.error(column, "the cell is blank; expected the " + column + ", or a column that holds it"));
            }
        }
        if (FIGURES.stream().allMatch(column -> row.get(column).isEmpty())) {
            problems.add(row.error("", "figure, low, high and best are blank; expected the column of the figure"));
        }
        return new Row(number, cells, when);
    }

    private static void checkPercent(String column, Template template, CsvTable.Row row) {
        for (Template.Reference reference : template.references()) {
            int percents = 0;
            for (Reading reading : reference.readings()) {
                if (reading instanceof Reading.Percent) {
                    percents++;
                } else if (percents > 0) {
                    throw new IllegalArgumentException("the readings of percent come last in a reference");
                }
            }
            if (percents > 0
                    && (!column.equals("figure")
                            || template.parts().size() > 1
                            || !(row.get("low") + row.get("high") + row.get("best")).isEmpty())) {
                throw new IllegalArgumentException(
                        "readings of percent give the low, high and best of a figure that is one reference; they need these blank");
            }
        }
    }

    private static Optional<Value> value(CsvTable.Row row, List<Problem> problems) {
        try {
            if (row.get("from").isEmpty()) {
                throw new IllegalArgumentException("the cell from is blank; write blank for the empty cell");
            }
            if (row.get("to").equals(TO_FILL_IN)) {
                throw new IllegalArgumentException(
                        row.get("from") + " is taken as ?; write what it means, or leave the cell blank");
            }
            return Optional.of(new Value(
                    row.line(),
                    ColumnName.of(row.get("column")),
                    Word.of(row.get("from")),
                    row.get("to").equals("blank") ? "" : row.get("to")));
        } catch (IllegalArgumentException e) {
            problems.add(row.error("", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<Value> values() {
        return values;
    }

    /**
     * Returns what is not read of the mapping's files.
     *
     * @return warnings by file and line
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * Reads the works that claims may cite.
     *
     * @return those of the {@code sources.csv} beside the mapping; any if there is none
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it has faults; the message lists them with line and column
     */
    public Works works() throws IOException {
        Optional<Path> sources = beside.map(folder -> folder.resolve(SOURCES))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        if (sources.isEmpty()) {
            return Works.any();
        }
        Works works = Works.read(sources.get());
        refuse(works.dossier().problems());
        return works;
    }

    /** The folder with the files that become the dossier's own. */
    Optional<Path> beside() {
        return beside;
    }

    /**
     * Returns the files of the mapping.
     *
     * @param path where it stands
     * @return the files that are read
     */
    public static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        return List.of(CLAIMS, VALUES, SOURCES, "hierarchy.csv").stream()
                .map(path::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Returns how many rows its files have: {@code mapping with 2 rows of claims, 1 of values}. */
    @Override
    public String toString() {
        return "mapping with " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " of claims, " + values.size()
                + " of values";
    }
}
