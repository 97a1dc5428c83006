package org.muster.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muster.dossier.Claim;
import org.muster.dossier.ClaimRowReader;
import org.muster.dossier.ClaimRows;
import org.muster.dossier.Works;
import org.muster.text.AtomicFiles;
import org.muster.text.CellText;
import org.muster.text.Excerpt;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;
import org.muster.text.RepeatedProblems;
import org.muster.text.SafeText;

/**
 * The import of a table: the claims that a mapping makes of its rows, as a dossier or one by one. The rows are read one after
 * another, and neither they nor the claims are held. An import is done once.
 */
public final class TableImport {

    private static final List<String> SAME =
            List.of("event", "party", "place", "measure", "scope", "source", "claimant", "as_of");

    private static final int FIGURE = ClaimRows.columns().indexOf("figure");

    private final Table table;
    private final Mapping mapping;
    private final String name;
    private final List<ClaimTemplate> templates = new ArrayList<>();
    private final TableRow row;
    private RepeatedProblems problems = new RepeatedProblems();
    private final Fingerprints known = new Fingerprints();
    private final Set<String> ids = new HashSet<>();
    private final List<Integer> same =
            SAME.stream().map(ClaimRows.columns()::indexOf).toList();
    private final List<Long> made = new ArrayList<>(); // hashes of the claims of one row
    private final Count repeated = new Count();
    private final Count undecoded = new Count();
    private final Count undecided = new Count();
    private final Map<String, Count> formulas = new HashMap<>();
    private long rows;
    private long claims;
    private long withoutFigure;
    private long leftOut;
    private long refused;
    private String whatBecomesOfRefused = "";

    /** How often something was seen, and in which row first. */
    private static final class Count {
        private long number;
        private int first;

        void add(int record) {
            first = number++ == 0 ? record : first;
        }
    }

    /** Reads the cells of a claim, of which there is one for each of the {@link ClaimRows#columns}. */
    @FunctionalInterface
    private interface Reader {
        ClaimRows.Added read(String file, int line, Supplier<String> text, List<String> cells);
    }

    private TableImport(Table table, Mapping mapping) {
        this.table = table;
        this.mapping = mapping;
        this.name = table.event();
        Set<String> missing = mapping.missing(table);
        if (!missing.isEmpty()) {
            List<String> header = table.header().stream()
                    .map(column -> column.isEmpty() ? "(blank)" : column)
                    .toList();
            throw new IllegalArgumentException(table.name() + " has no column " + String.join(", ", missing)
                    + "; its columns are: " + String.join(", ", header));
        }
        for (Mapping.Row of : mapping.rows()) {
            templates.addAll(ClaimTemplate.of(of, table, missing));
        }
        Set<Integer> filledDown = new HashSet<>();
        templates.forEach(template -> filledDown.addAll(template.filledDown()));
        row = new TableRow(mapping, table, filledDown);
    }

    /**
     * Prepares an import.
     *
     * @param table the table
     * @param mapping what makes claims of its rows
     * @return the import, of which nothing is done yet
     * @throws IllegalArgumentException if the mapping names columns that the table does not have; the message names all of
     *     them, and those that it has
     */
    public static TableImport of(Table table, Mapping mapping) {
        return new TableImport(table, mapping);
    }

    /**
     * Writes the dossier.
     *
     * @param files the files of its folder, which do not take their places here
     * @throws IOException if the table cannot be read to its end, or a file cannot be written
     * @throws IllegalArgumentException if the mapping's {@code sources.csv} or {@code hierarchy.csv} has faults, or a
     *     regular expression takes too long
     */
    public void write(AtomicFiles files) throws IOException {
        ClaimRows claimRows = ClaimRows.of(name, mapping.beside());
        Mapping.refuse(claimRows.problems());
        mapping.warnings().forEach(problems::add);
        claimRows.problems().forEach(problems::add);
        whatBecomesOfRefused = ", to be corrected in claims.csv";
        claimRows.write(
                files,
                name,
                mapping.beside(),
                rows -> addAll((file, line, text, cells) -> {
                    noteFormulas(line, cells);
                    return rows.add(file, line, text, cells);
                }));
        warn();
    }

    /**
     * Makes the claims, without writing a dossier: those that {@link #write} would write, but for rows with faults, which are
     * left out. A row is checked with the built-in hierarchy.
     *
     * @param works the works that may be cited, instead of those beside the mapping
     * @param found takes the problems of the rows, which are the {@link #problems} from then on
     * @param claims takes the claims in the order of the rows
     * @throws IOException if the table cannot be read to its end
     * @throws IllegalArgumentException if a regular expression takes too long
     */
    public void forEach(Works works, RepeatedProblems found, Consumer<Claim> claims) throws IOException {
        problems = found;
        whatBecomesOfRefused = ", left out";
        ClaimRowReader reader = ClaimRowReader.of(name, works);
        addAll((file, line, text, cells) -> {
            ClaimRows.Added added = reader.read(file, line, text, cells);
            added.claim().ifPresent(claims);
            return added;
        });
        warn();
    }

    private void learnCenturies() throws IOException {
        TableRow first = new TableRow(mapping, table, Set.of());
        try (Table.Rows below = table.rows()) {
            for (Optional<Table.Row> next = below.next(); next.isPresent(); next = below.next()) {
                if (next.get().fault().isEmpty()) {
                    first.read(next.get().number(), next.get().cells());
                    templates.forEach(template -> template.learn(first));
                }
            }
        }
    }

    private void addAll(Reader reader) throws IOException {
        templates.forEach(ClaimTemplate::forget);
        if (templates.stream().anyMatch(ClaimTemplate::lacksCentury)) {
            learnCenturies();
        }
        try (Table.Rows below = table.rows()) {
            for (Optional<Table.Row> next = below.next(); next.isPresent(); next = below.next()) {
                rows++;
                Table.Row read = next.get();
                if (read.fault().isEmpty()) {
                    row.read(read.number(), read.cells());
                    add(read, reader);
                } else {
                    problem(read, "", read.fault());
                }
            }
        }
    }

    private void add(Table.Row read, Reader reader) {
        boolean taken = false;
        made.clear();
        noteUndecoded(read);
        for (ClaimTemplate template : templates) {
            if (!template.takes(read.cells())) {
                continue;
            }
            taken = true;
            if (template.isSilent(row)) {
                continue;
            }
            try {
                List<String> cells = template.claim(row);
                if (template.hasOwn("id") && !ids.add(cells.get(0))) {
                    throw new ClaimTemplate.Refusal(
                            "id", Excerpt.quoted(cells.get(0)) + " is the id of an earlier claim");
                }
                add(read, cells, reader);
                made.add(hash(cells));
            } catch (ClaimTemplate.Refusal e) {
                problem(read, e.column(), e.reason());
            }
        }
        leftOut += taken ? 0 : 1;
        boolean again = false;
        for (int i = 0; i < made.size(); i++) {
            boolean isFirstOfRow = made.indexOf(made.get(i)) == i;
            again |= isFirstOfRow && !known.add(made.get(i));
        }
        if (again) {
            repeated.add(read.number());
        }
    }

    private void noteUndecoded(Table.Row read) {
        for (String cell : read.cells()) {
            if (cell.indexOf('\uFFFD') >= 0) {
                undecoded.add(read.number());
                return;
            }
        }
    }

    private void add(Table.Row read, List<String> cells, Reader reader) {
        claims++;
        if (NumberText.mayBeGroup(cells.get(FIGURE))) {
            undecided.add(read.number());
        }
        ClaimRows.Added added = reader.read(table.name(), read.number(), text(read), cells);
        added.problems().forEach(problems::add);
        refused += added.claim().isPresent() ? 0 : 1;
        if (added.claim().isPresent() && !added.claim().get().figure().hasNumber()) {
            withoutFigure++;
        }
    }

    private void noteFormulas(int record, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && SafeText.beginsLikeFormula(cell) && !CellText.isDecimal(cell)) {
                formulas.computeIfAbsent(ClaimRows.columns().get(i), any -> new Count())
                        .add(record);
            }
        }
    }

    private long hash(List<String> cells) {
        long hash = 1;
        for (int column : same) {
            hash = Fingerprints.of(hash, cells.get(column));
        }
        return hash;
    }

    private void problem(Table.Row read, String column, String message) {
        problems.add(new Problem(
                table.name(),
                read.number(),
                column,
                Severity.ERROR,
                message,
                text(read).get()));
    }

    private static Supplier<String> text(Table.Row read) {
        return () -> SafeText.withoutControls(read.record().text().get());
    }

    /** What was kept, but should be looked at. */
    private void warn() {
        if (repeated.number > 0) {
            warning(
                    repeated.first,
                    "",
                    counted(repeated.number, "row") + (repeated.number == 1 ? " gives" : " give")
                            + " a quantity and date that an earlier row gives from the same source; this is the first");
        }
        if (undecided.number > 0) {
            warning(
                    undecided.first,
                    "figure",
                    counted(undecided.number, "figure") + " with a point before three digits "
                            + (undecided.number == 1 ? "is" : "are")
                            + " read as thousands, as 1234 for 1.234, since no other number shows the decimal sign; if it is"
                            + " the point, say --decimal . ; this is the first");
        }
        if (undecoded.number > 0) {
            warning(
                    undecoded.first,
                    "",
                    counted(undecoded.number, "row") + " with \uFFFD, which stands for bytes that could not be read as "
                            + table.format().encoding().name() + ", here or when the file was made; this is the first");
        }
        for (String column : ClaimRows.columns()) {
            Count count = formulas.get(column);
            if (count != null) {
                warning(
                        count.first,
                        column,
                        counted(count.number, "cell") + (count.number == 1 ? " begins" : " begin")
                                + " like a formula: a spreadsheet in which the dossier is edited may work it out; this is"
                                + " the first");
            }
        }
    }

    private void warning(int record, String column, String message) {
        problems.add(new Problem(table.name(), record, column, Severity.WARNING, message, ""));
    }

    /**
     * Returns how many claims were made, those with faults included.
     *
     * @return the number of claims
     */
    public long claims() {
        return claims;
    }

    /**
     * Returns what could not be turned into a claim, and what the analyst should look at. The line of a problem is the
     * number of the row, the first line of the header being 1; the column is one of {@code claims.csv}.
     *
     * @return the problems; an error means that something was left out, or written with a fault
     */
    public RepeatedProblems problems() {
        return problems;
    }

    /**
     * Returns how the table was read and what became of its rows, for a person.
     *
     * @return a line about the table, one about the claims, and one for each line of {@code values.csv} with how many cells
     *     it changed
     */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(table.toString());
        lines.add(counted(claims, "claim") + " from " + counted(rows, "row") + "; " + counted(leftOut, "row")
                + " left out by when; " + counted(withoutFigure, "claim") + " without a figure"
                + (refused == 0 ? "" : "; " + counted(refused, "claim") + " with a fault" + whatBecomesOfRefused));
        long[] applied = row.applied();
        for (int i = 0; i < applied.length; i++) {
            Mapping.Value value = mapping.values().get(i);
            lines.add("  values.csv:" + value.line() + ": " + value.column() + " " + value.from() + " → "
                    + (value.to().isEmpty() ? "blank" : value.to()) + ": " + counted(applied[i], "cell"));
        }
        return lines;
    }

    private static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
