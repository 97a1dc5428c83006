package org.muster.dossier;

import java.util.List;
import java.util.Optional;
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

    private final ClaimReader reader;

    private ClaimRowReader(ClaimReader reader) {
        this.reader = reader;
    }

    /**
     * Returns a reader.
     *
     * @param event the event of the rows that name none
     * @param works the works that may be cited
     * @return the reader
     */
    public static ClaimRowReader of(String event, Works works) {
        return new ClaimRowReader(new ClaimReader(
                event, Hierarchy.BUILT_IN, works::isKnown, new Spellings(event), FigureReader.english()));
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
     * Reads what a row is about.
     *
     * @param row a row
     * @return the quantity; empty where {@link #read} has to tell whether there is anything to report
     */
    public Optional<Quantity> quantity(CsvTable.Row row) {
        return reader.quantity(row);
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
}
