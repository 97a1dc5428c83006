package org.muster.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.Agreement.Verdict;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.table.Column;
import org.muster.table.Rows;

/** What is claimed of every quantity and whether the claims agree: the report {@code quantities.csv}, in dossier order. */
public final class Agreements implements Rows<Agreement> {

    private static final List<Column<Agreement>> COLUMNS = QuantityColumns.before(
            Agreement::quantity,
            Column.count("claims", row -> row.claims().size()),
            Column.count("sources", Agreement::sources),
            Column.count("voices", row -> row.voices().size()),
            Column.range("low", "high", row -> row.range().range().orElse(Interval.EMPTY)),
            Column.range("hull_low", "hull_high", Agreement::hull),
            Column.range("common_low", "common_high", Agreement::common),
            Column.range(
                    "agreed_low",
                    "agreed_high",
                    row -> row.agreed().size() == 1 ? row.agreed().get(0) : Interval.EMPTY),
            Column.count("agreeing", Agreement::agreeing),
            Column.list(
                    "agreed",
                    row -> row.agreed().size() > 1
                            ? row.agreed().stream().map(Interval::toString).toList()
                            : List.of()),
            Column.text("verdict", row -> row.verdict().toString()),
            Column.text("soft", row -> row.isSoft() ? "yes" : "no"),
            Column.text("tolerance", row -> row.tolerance().toString()),
            Column.list("claim_ids", row -> row.claims().stream().map(Claim::id).toList()));

    private final List<Agreement> rows;

    private Agreements(List<Agreement> rows) {
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
        Ranges ranges = Ranges.of(dossier, tolerance);
        List<Agreement> rows = new ArrayList<>();
        for (Quantity quantity : dossier.quantities()) {
            rows.add(Agreement.of(dossier, quantity, ranges.of(quantity), tolerance));
        }
        return new Agreements(rows);
    }

    /** The quantities whose claims cannot all be true. */
    Set<Quantity> inConflict() {
        Set<Quantity> quantities = new HashSet<>();
        for (Agreement row : rows) {
            if (row.verdict() == Verdict.CONFLICT) {
                quantities.add(row.quantity());
            }
        }
        return quantities;
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
    public List<Column<Agreement>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Agreement::toString).toList());
    }
}
