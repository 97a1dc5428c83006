package org.muster.compare;

import java.util.ArrayList;
import java.util.List;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.rows.Cells;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;

/** What is claimed of every quantity and whether the claims agree: the report {@code quantities.csv}, in dossier order. */
public final class Agreements implements Tabular<Agreement> {

    private static final List<Column> COLUMNS = QuantityCells.before(
            Column.count("claims"),
            Column.count("sources"),
            Column.count("voices"),
            Column.range("low", "high"),
            Column.range("hull_low", "hull_high"),
            Column.range("common_low", "common_high"),
            Column.range("agreed_low", "agreed_high"),
            Column.count("agreeing"),
            Column.text("agreed"),
            Column.text("verdict"),
            Column.text("soft"),
            Column.text("tolerance"),
            Column.text("claim_ids"));

    private final Ranges ranges;
    private final List<Agreement> rows;

    private Agreements(Ranges ranges, List<Agreement> rows) {
        this.ranges = ranges;
        this.rows = List.copyOf(rows);
    }

    /**
     * Returns what is claimed of a dossier's quantities.
     *
     * @param dossier the claims
     * @return a row for every quantity that a claim speaks of, with nothing widened
     */
    public static Agreements of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Returns what is claimed of a dossier's quantities.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return a row for every quantity that a claim speaks of
     */
    public static Agreements of(Dossier dossier, Tolerance tolerance) {
        return of(Ranges.of(dossier, tolerance));
    }

    /**
     * Returns what is claimed of a dossier's quantities.
     *
     * @param ranges the ranges of the quantities
     * @return a row for every quantity that a claim speaks of
     */
    public static Agreements of(Ranges ranges) {
        List<Agreement> rows = new ArrayList<>();
        for (Quantity quantity : ranges.dossier().quantities()) {
            rows.add(Agreement.of(ranges, quantity));
        }
        return new Agreements(ranges, rows);
    }

    /**
     * Returns what is claimed of one quantity.
     *
     * @param ranges the ranges of the quantities
     * @param quantity the quantity
     * @return its row
     */
    public static Agreement of(Ranges ranges, Quantity quantity) {
        return Agreement.of(ranges, quantity);
    }

    /** The ranges that the rows show. */
    Ranges ranges() {
        return ranges;
    }

    @Override
    public String name() {
        return "quantities";
    }

    @Override
    public List<Agreement> rows() {
        return rows;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void cells(Agreement row, Cells cells) {
        List<Interval> agreed = row.agreed();
        QuantityCells.add(row.quantity(), cells);
        cells.count(row.claims().size());
        cells.count(row.sources());
        cells.count(row.voices().size());
        cells.range(row.range().range().orElse(Interval.EMPTY));
        cells.range(row.hull());
        cells.range(row.common());
        cells.range(agreed.size() == 1 ? agreed.get(0) : Interval.EMPTY);
        cells.count(row.agreeing());
        cells.list(agreed.size() == 1 ? List.of() : texts(agreed));
        cells.text(row.verdict().toString());
        cells.yesOrNo(row.range().soft());
        cells.text(row.tolerance().toString());
        cells.list(QuantityCells.ids(row.claims()));
    }

    private static List<String> texts(List<Interval> ranges) {
        List<String> texts = new ArrayList<>();
        for (Interval range : ranges) {
            texts.add(range.toString());
        }
        return texts;
    }

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Agreement::toString).toList());
    }
}
