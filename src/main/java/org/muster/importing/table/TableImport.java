package org.muster.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muster.dossier.Claim;
import org.muster.dossier.ClaimRowReader;
import org.muster.dossier.ClaimRows;
import org.muster.dossier.Works;
import org.muster.reading.FigureReader;
import org.muster.text.AtomicFiles;
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

    private final Table table;
    private final Mapping mapping;
    private final List<String> languages;
    private final String name;
    private final List<ClaimTemplate> templates = new ArrayList<>();
    private final TableRow row;
    private RepeatedProblems problems = new RepeatedProblems();
    private final Fingerprints known = new Fingerprints();
    private final Set<String> ids = new HashSet<>();
    private final List<Integer> same =
            SAME.stream().map(ClaimRows.columns()::indexOf).toList();
    private final List<Long> made = new ArrayList<>(); // hashes of the claims of one row
    private ImportWarnings warnings;
    private long rows;
    private long claims;
    private long withoutFigure;
    private long leftOut;
    private long blankFigures;
    private long refused;
    private String whatBecomesOfRefused = "";

    /** Reads the cells of a claim, of which there is one for each of the {@link ClaimRows#columns}. */
    @FunctionalInterface
    private interface Reader {
        ClaimRows.Added read(String file, int line, Supplier<String> text, List<String> cells);
    }

    private TableImport(Table table, Mapping mapping, List<String> languages) {
        this.table = table;
        this.mapping = mapping;
        this.languages = List.copyOf(languages);
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
        warnings = new ImportWarnings(table, Set.of());
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
        return of(table, mapping, List.of());
    }

    /**
     * Prepares an import of figures that are written in some languages.
     *
     * @param table the table
     * @param mapping what makes claims of its rows
     * @param languages the codes of the languages, the first wins, which the dossier names as its own; if empty, English
     * @return the import, of which nothing is done yet
     * @throws IllegalArgumentException if the mapping names columns that the table does not have; the message names all of
     *     them, and those that it has
     */
    public static TableImport of(Table table, Mapping mapping, List<String> languages) {
        return new TableImport(table, mapping, languages);
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
        ClaimRows claimRows = ClaimRows.of(name, mapping.beside(), languages);
        Mapping.refuse(claimRows.problems());
        mapping.warnings().forEach(problems::add);
        claimRows.problems().forEach(problems::add);
        whatBecomesOfRefused = ", to be corrected in claims.csv";
        warnings = new ImportWarnings(table, claimRows.wholes());
        claimRows.write(
                files,
                name,
                mapping.beside(),
                rows -> addAll((file, line, text, cells) -> {
                    warnings.noteWritten(line, cells);
                    return rows.add(file, line, text, cells);
                }));
        warnings.addTo(problems);
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
        ClaimRowReader reader = ClaimRowReader.of(name, works, FigureReader.of(languages));
        addAll((file, line, text, cells) -> {
            ClaimRows.Added added = reader.read(file, line, text, cells);
            added.claim().ifPresent(claims);
            return added;
        });
        warnings.addTo(problems);
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
        warnings.noteRow(read);
        for (ClaimTemplate template : templates) {
            if (!template.takes(read.cells())) {
                continue;
            }
            taken = true;
            if (template.isSilent(row)) {
                blankFigures++;
                continue;
            }
            try {
                List<String> cells = template.claim(row);
                if (template.hasOwn("id") && !ids.add(cells.get(0))) {
                    throw new ClaimTemplate.Refusal(
                            "id", Excerpt.quoted(cells.get(0)) + " is the id of an earlier claim");
                }
                warnings.noteClaim(read.number(), template, cells);
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
            warnings.noteRepeated(read.number());
        }
    }

    private void add(Table.Row read, List<String> cells, Reader reader) {
        claims++;
        ClaimRows.Added added = reader.read(table.name(), read.number(), text(read), cells);
        added.problems().forEach(problems::add);
        refused += added.claim().isPresent() ? 0 : 1;
        if (added.claim().isPresent() && !added.claim().get().figure().hasNumber()) {
            withoutFigure++;
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
                + " left out by when; "
                + (blankFigures == 0 ? "" : counted(blankFigures, "blank figure") + " without a claim; ")
                + counted(withoutFigure, "claim") + " without a figure"
                + (refused == 0 ? "" : "; " + counted(refused, "claim") + " with a fault" + whatBecomesOfRefused));
        long[] applied = row.applied();
        for (int i = 0; i < applied.length; i++) {
            Mapping.Value value = mapping.values().get(i);
            lines.add("  values.csv:" + value.line() + ": " + value.column() + " " + value.from() + " → "
                    + (value.to().isEmpty() ? "blank" : value.to()) + ": " + counted(applied[i], "cell"));
        }
        return lines;
    }

    static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** Returns the {@link #summary}, line by line. */
    @Override
    public String toString() {
        return String.join("\n", summary());
    }
}
