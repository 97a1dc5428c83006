package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * Cells of {@code claims.csv} that mean "missing", column by column: many published tables write −9, −99, 0 or NA for unknown values. No cell means "missing" unless the caller says so: 0 stays 0.
 *
 * <pre>{@code
 * Dossier.read(folder, MissingCodes.of(Map.of("low", List.of("-9", "-99"), "figure", List.of("NA", "blank"))))
 * }</pre>
 *
 * <p>Numbers compare as numbers (−9 is -9.0), words without regard to case; the code {@code blank} is the empty cell. A coded cell is read as blank. If the figure is coded and no range is given, or the range is coded and no figure is given, the claim is kept without a number and with the qualifier {@code unknown}: missing is not zero, and the row does not vanish. A warning says how many cells of a column were read as missing.
 */
public final class MissingCodes {

    /** No cell means missing. */
    public static final MissingCodes NONE = new MissingCodes(Map.of());

    private static final String BLANK = "blank";

    private record Code(String text, @Nullable BigDecimal number) {

        static Code of(String text) {
            return new Code(text, MissingCodes.number(text));
        }

        boolean means(String cell, @Nullable BigDecimal value) {
            BigDecimal own = number;
            if (own != null) {
                return value != null && own.compareTo(value) == 0;
            }
            return text.equalsIgnoreCase(cell) || cell.isEmpty() && text.equalsIgnoreCase(BLANK);
        }
    }

    private final Map<String, List<Code>> byColumn;

    private MissingCodes(Map<String, List<Code>> byColumn) {
        this.byColumn = new LinkedHashMap<>(byColumn);
    }

    /**
     * Returns codes by column.
     *
     * @param byColumn for each column the cells that mean missing
     * @return the codes
     * @throws IllegalArgumentException if a column is not one of {@code claims.csv}, is one that every claim needs
     *     (party, measure, source), or has no code
     */
    public static MissingCodes of(Map<String, List<String>> byColumn) {
        MissingCodes codes = NONE;
        for (String column : DossierFile.CLAIMS.columns()) { // in a fixed order, whatever that of the map
            List<String> texts = byColumn.get(column);
            if (texts != null) {
                codes = codes.with(column, texts);
            }
        }
        for (Map.Entry<String, List<String>> entry : byColumn.entrySet()) {
            if (!codes.byColumn.containsKey(entry.getKey())) {
                codes.with(entry.getKey(), entry.getValue()); // the exception says why not
            }
        }
        return codes;
    }

    /**
     * Returns these codes with additional ones for a column.
     *
     * @param column a column of {@code claims.csv}: {@code figure}, or one that may be blank
     * @param codes the cells that mean missing: numbers, words, or {@code blank} for the empty cell
     * @return the codes
     * @throws IllegalArgumentException if the column is unknown or needed by every claim, or there is no code or an
     *     empty one
     */
    public MissingCodes with(String column, List<String> codes) {
        String name = CellText.strip(requireNonNull(column, "column"));
        if (!DossierFile.CLAIMS.columns().contains(name)) {
            throw new IllegalArgumentException("column " + Excerpt.quoted(name)
                    + " is not a column of claims.csv; expected one of " + String.join(", ", allowed()));
        }
        if (!allowed().contains(name)) {
            throw new IllegalArgumentException(
                    "column " + Excerpt.quoted(name) + " cannot have codes for missing: every claim needs a " + name);
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException(
                    "column " + Excerpt.quoted(name) + " has no code; expected some such as -9");
        }
        Map<String, List<Code>> all = new LinkedHashMap<>(byColumn);
        List<Code> own = new ArrayList<>(byColumn.getOrDefault(name, List.of()));
        for (String code : codes) {
            String text = CellText.strip(code);
            if (text.isEmpty()) {
                throw new IllegalArgumentException(
                        "column " + Excerpt.quoted(name) + " has an empty code; write blank for the empty cell");
            }
            own.add(Code.of(text));
        }
        all.put(name, List.copyOf(own));
        return new MissingCodes(all);
    }

    private static List<String> allowed() {
        List<String> allowed = new ArrayList<>(DossierFile.CLAIMS.columns());
        allowed.removeAll(DossierFile.CLAIMS.required());
        return allowed;
    }

    /**
     * Parses codes as given on the command line: columns, {@code =}, codes, with commas between columns and between
     * codes.
     *
     * @param texts such as {@code low,high=-9,-99} and {@code figure=NA,blank}
     * @return the codes of all of them
     * @throws IllegalArgumentException if a text does not have that form, or as in {@link #with}
     */
    public static MissingCodes parse(List<String> texts) {
        MissingCodes codes = NONE;
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("missing " + Excerpt.quoted(text)
                        + " has no =; expected columns and codes such as low,high=-9,-99");
            }
            List<String> own = List.of(text.substring(equals + 1).split(",", -1));
            for (String column : text.substring(0, equals).split(",", -1)) {
                codes = codes.with(column, own);
            }
        }
        return codes;
    }

    boolean isEmpty() {
        return byColumn.isEmpty();
    }

    /** Returns the columns that have codes. */
    Iterable<String> columns() {
        return byColumn.keySet();
    }

    /** Returns the code that a cell matches, as the caller wrote it; empty if there is none. */
    Optional<String> code(String column, String cell) {
        BigDecimal value = number(cell);
        for (Code code : byColumn.getOrDefault(column, List.of())) {
            if (code.means(cell, value)) {
                return Optional.of(code.text());
            }
        }
        return Optional.empty();
    }

    /** Returns the number that a text is as a whole; the minus sign may be a hyphen or U+2212. */
    private static @Nullable BigDecimal number(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String plain = text.charAt(0) == '−' ? '-' + text.substring(1) : text;
        return CellText.isDecimal(plain) ? new BigDecimal(plain) : null;
    }

    /** Returns the codes as given on the command line: {@code low=-9,-99; figure=NA}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, List<Code>> entry : byColumn.entrySet()) {
            line.append(line.isEmpty() ? "" : "; ").append(entry.getKey());
            String separator = "=";
            for (Code code : entry.getValue()) {
                line.append(separator).append(code.text());
                separator = ",";
            }
        }
        return line.isEmpty() ? "none" : line.toString();
    }
}
