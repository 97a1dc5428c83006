package org.muster.dossier;

import static org.muster.dossier.DossierFile.CLAIMS;
import static org.muster.dossier.DossierFile.HIERARCHY;
import static org.muster.dossier.DossierFile.SOURCES;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.reading.FigureReader;
import org.muster.text.AtomicFile;
import org.muster.text.AtomicFiles;
import org.muster.text.CellText;
import org.muster.text.Problem;

/**
 * Claims that are written row by row and not held in memory: what an import makes of a table of any size. Each row is
 * checked as the reader of the dossier will check it, but for names that are spelled in two ways.
 *
 * <p>A row with faults is written as it is, so that it can be corrected in {@code claims.csv}; until then, it takes no part
 * in analyses.
 */
public final class ClaimRows {

    /** What fills the claims of a dossier. */
    @FunctionalInterface
    public interface Content {

        /**
         * Adds all rows.
         *
         * @param rows takes them
         * @throws IOException if what they are made of cannot be read, or they cannot be written
         */
        void addTo(ClaimRows rows) throws IOException;
    }

    /**
     * A row that was read.
     *
     * @param claim the claim; empty if the row has faults
     * @param problems what the reader of dossiers says of it
     */
    public record Added(Optional<Claim> claim, List<Problem> problems) {}

    private final ClaimRowReader reader;
    private final List<String> languages;
    private final List<Problem> problems;
    private final Set<String> wholes;
    private @Nullable CsvWriter csv;

    private ClaimRows(ClaimReader reader, List<String> languages, List<Problem> problems, Set<String> wholes) {
        this.reader = new ClaimRowReader(reader);
        this.languages = List.copyOf(languages);
        this.problems = problems;
        this.wholes = wholes;
    }

    /**
     * Prepares the claims of a dossier.
     *
     * @param name the dossier's name, which is also that of its own event
     * @param beside the folder with the {@code sources.csv} and {@code hierarchy.csv} of the dossier, which may lack them;
     *     empty if there are none
     * @param languages the codes of the languages of the figures, the first wins; if empty, English
     * @return the rows to come
     * @throws IOException if one of the files cannot be read
     * @throws IllegalArgumentException if a language is not known
     */
    public static ClaimRows of(String name, Optional<Path> beside, List<String> languages) throws IOException {
        Spellings spellings = new Spellings(name);
        FigureReader figures = FigureReader.of(languages);
        if (beside.isEmpty()) {
            return new ClaimRows(
                    new ClaimReader(name, Hierarchy.BUILT_IN, id -> true, spellings, figures),
                    languages,
                    List.of(),
                    Set.of());
        }
        DossierReader.Context context = new DossierReader(beside.get(), MissingCodes.NONE, List.of()).context(name);
        return new ClaimRows(
                new ClaimReader(name, context.hierarchy(), context.isSource(), spellings, figures),
                languages,
                context.problems(),
                context.hierarchy().own().stream().map(Breakdown::whole).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns the columns of a row.
     *
     * @return the columns of {@code claims.csv}, in the order in which they are written
     */
    public static List<String> columns() {
        return CLAIMS.columns();
    }

    /**
     * Returns the problems of {@code sources.csv} and {@code hierarchy.csv}.
     *
     * @return the problems by file and line
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Returns the names that the {@code hierarchy.csv} says are made of others.
     *
     * @return the wholes of its breakdowns, of every dimension
     */
    public Set<String> wholes() {
        return wholes;
    }

    /**
     * Writes the dossier: the claims, copies of the files beside them, and the description of all.
     *
     * @param files the files of the dossier's folder, which do not take their places here
     * @param name the dossier's name
     * @param beside as in {@link #of}
     * @param content adds the rows
     * @throws IOException if a file cannot be read or written
     */
    public void write(AtomicFiles files, String name, Optional<Path> beside, Content content) throws IOException {
        Map<DossierFile, AtomicFile.Content> contents = new EnumMap<>(DossierFile.class);
        contents.put(CLAIMS, out -> {
            CsvWriter writer = DossierWriter.csv(out);
            writer.writeRecord(CLAIMS.columns());
            csv = writer;
            content.addTo(this);
            writer.flush();
        });
        for (DossierFile file : List.of(SOURCES, HIERARCHY)) {
            Optional<Path> copied =
                    beside.map(folder -> folder.resolve(file.toString())).filter(Files::isRegularFile);
            if (copied.isPresent()) {
                String text = Files.readString(copied.get());
                contents.put(file, out -> out.write(text));
            }
        }
        DossierWriter.write(CellText.name(name), CellText.name(name), languages, contents, files);
    }

    /**
     * Writes a row.
     *
     * @param file the name of the file that the row is made of, for its problems
     * @param line the line or record in that file
     * @param text gives what stands there
     * @param cells a cell for each of the {@link #columns}
     * @return the claim, or what is wrong with it
     */
    public Added add(String file, int line, Supplier<String> text, List<String> cells) {
        Objects.requireNonNull(csv, "rows are added while they are written").writeRecord(cells);
        return reader.read(file, line, text, cells);
    }
}
