package org.muster.compare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;
import org.muster.text.SafeText;

/**
 * What each voice says of every quantity, for reading in a spreadsheet: the report {@code matrix.csv}, in dossier order. A
 * column for each voice, those that speak of the most quantities first, of equally many by name, holds what people would
 * write: {@code 9,780–12,031}, {@code 300+}, {@code ≤3,500}, {@code c. 400}. Sums of parts are left out.
 *
 * <p>If there are more than 100 voices, only the first 100 have a column, and a problem says so.
 */
public final class Matrix implements Tabular<Agreement> {

    static final int MOST_VOICES = 100;

    private static final int DIGITS = 6;

    private static final List<Column<Agreement>> FIRST_COLUMNS = Column.concat(
            Quantity.columns(Agreement::quantity),
            List.of(Column.text("verdict", row -> row.verdict().toString())));

    private final List<Agreement> rows;
    private final Map<String, String> voices;
    private final List<Column<Agreement>> columns;
    private final List<Problem> problems;

    private Matrix(List<Agreement> rows, Map<String, String> voices, List<Problem> problems) {
        this.rows = List.copyOf(rows);
        this.voices = Collections.unmodifiableMap(voices);
        List<Column<Agreement>> byVoice = new ArrayList<>();
        voices.forEach((heading, voice) -> byVoice.add(Column.text(heading, row -> cell(row, voice))));
        this.columns = Column.concat(FIRST_COLUMNS, byVoice);
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns what the voices of a dossier say, with nothing widened.
     *
     * @param dossier the claims
     * @return a row for every quantity that a claim speaks of
     */
    public static Matrix of(Dossier dossier) {
        return of(Agreements.of(dossier));
    }

    /**
     * Returns what voices say.
     *
     * @param quantities what they say of every quantity
     * @return a row for every quantity
     */
    public static Matrix of(Agreements quantities) {
        Map<String, Integer> spokenOf = new HashMap<>();
        for (Agreement row : quantities.rows()) {
            row.voices().forEach(said -> spokenOf.merge(said.voice(), 1, Integer::sum));
        }
        List<String> voices = VoicePairs.mostFirst(spokenOf);
        List<Problem> problems = new ArrayList<>();
        if (voices.size() > MOST_VOICES) {
            problems.add(Problem.limit(
                    "matrix.csv",
                    "only " + MOST_VOICES + " of " + voices.size()
                            + " voices have a column: those that speak of the most quantities",
                    ""));
            voices = voices.subList(0, MOST_VOICES);
        }
        return new Matrix(quantities.rows(), headings(voices), problems);
    }

    /** The voices by headings, which differ from one another and from the columns that stand first. */
    private static Map<String, String> headings(List<String> voices) {
        Map<String, String> headings = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Column.headings(FIRST_COLUMNS));
        for (String voice : voices) {
            String name = Normalizer.normalize(voice, Normalizer.Form.NFC);
            String heading = name;
            for (int i = 1; !taken.add(SafeText.forSpreadsheet(heading).toLowerCase(Locale.ROOT)); i++) {
                heading = name + (i == 1 ? " (voice)" : " (voice " + i + ")");
            }
            headings.put(heading, voice);
        }
        return headings;
    }

    private static String cell(Agreement row, String voice) {
        for (Said said : row.voices()) {
            if (said.voice().equals(voice)) {
                return written(said.range(), said.firmness());
            }
        }
        return "";
    }

    /** A range as people write it, an end that is not whole rounded outward. */
    static String written(Interval range, Firmness firmness) {
        String low = NumberText.grouped(Decimals.down(range.inf(), DIGITS));
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return low + "+";
        }
        String high = NumberText.grouped(Decimals.up(range.sup(), DIGITS));
        if (firmness == Firmness.BOUND && range.inf() == 0) {
            return "≤" + high;
        }
        return (firmness == Firmness.SOFT ? "c. " : "") + (low.equals(high) ? low : low + "–" + high);
    }

    /**
     * Returns the voices that have a column.
     *
     * @return the voices by the headings of their columns, which are their names unless another column has that name
     */
    public Map<String, String> voices() {
        return voices;
    }

    /**
     * Returns what was left out.
     *
     * @return a warning where there are more than 100 voices
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public List<Agreement> rows() {
        return rows;
    }

    @Override
    public List<Column<Agreement>> columns() {
        return columns;
    }

    /** Returns the rows, one per line: {@code Japan: killed: 21,389 (Japan), 83,737 (Soviet Union)}. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Agreement row : rows) {
            List<String> said = new ArrayList<>();
            row.voices().forEach(one -> said.add(written(one.range(), one.firmness()) + " (" + one.voice() + ")"));
            lines.add(row.quantity().label() + ": " + String.join(", ", said));
        }
        return String.join("\n", lines);
    }
}
