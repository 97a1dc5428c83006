package org.muster.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muster.figure.Figure;
import org.muster.reading.FigureReader;
import org.muster.text.CsvTable;

/**
 * Reads rows of claims one by one, as the reader of a dossier does, without holding them: two rows with the same id, and names
 * that are spelled in two ways, are not noticed. The hierarchy is the built-in one.
 *
 * <p>A warning about a measure is given for the first row only that has it. Not for several threads at a time.
 */
public final class ClaimRowReader {

    private static final Map<String, Integer> COLUMNS = columnNumbers();

    private final ClaimReader reader;

    ClaimRowReader(ClaimReader reader) {
        this.reader = reader;
    }

    private static Map<String, Integer> columnNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String column : DossierFile.CLAIMS.columns()) {
            numbers.put(column, numbers.size());
        }
        return numbers;
    }

    /**
     * Returns a reader.
     *
     * @param event the event of the rows that name none
     * @param works the works that may be cited
     * @param figures reads the figures
     * @return the reader
     */
    public static ClaimRowReader of(String event, Works works, FigureReader figures) {
        return new ClaimRowReader(
                new ClaimReader(event, Hierarchy.BUILT_IN, works::isKnown, new Spellings(event), figures));
    }

    /**
     * Returns the columns that every row needs.
     *
     * @return as {@link CsvTable#read} takes them
     */
    public static List<String> required() {
        return DossierFile.CLAIMS.required();
    }

    /**
     * Returns whether a line is a row of claims in itself, rather than text that happens to have as many commas.
     *
     * @param row the line, as a row
     * @return whether it has a party, a source and a known measure
     */
    public static boolean isWhole(CsvTable.Row row) {
        return ClaimReader.isWhole(row);
    }

    /**
     * Reads the figure of a row.
     *
     * @param row a row
     * @return the figure; empty where {@link #read} has to tell whether there is anything to report
     */
    public Optional<Figure> figure(CsvTable.Row row) {
        return reader.figure(row);
    }

    /**
     * Reads a row.
     *
     * @param row a row
     * @return the claim, or what is wrong with it
     */
    public ClaimRows.Added read(CsvTable.Row row) {
        Optional<Claim> claim = reader.read(row, List.of());
        return new ClaimRows.Added(claim, reader.takeProblems());
    }

    /**
     * Reads a row that was made of another file.
     *
     * @param file the name of that file, for problems
     * @param line the line or record there
     * @param text gives what stands there
     * @param cells a cell for each of the {@link ClaimRows#columns}
     * @return the claim, or what is wrong with it
     */
    public ClaimRows.Added read(String file, int line, Supplier<String> text, List<String> cells) {
        return read(new CsvTable.Row(file, COLUMNS, line, line, cells, text));
    }
}
