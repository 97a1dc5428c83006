package org.muster.compare;

import java.util.ArrayList;
import java.util.List;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;

/** What is claimed of every quantity and whether the claims agree: the report {@code quantities.csv}, in dossier order. */
public final class Agreements implements Tabular<Agreement> {

    private static final List<Column<Agreement>> COLUMNS = Column.concat(
            Quantity.columns(Agreement::quantity),
            List.of(
                    Column.count("claims", row -> row.claims().size()),
                    Column.count("sources", Agreement::sources),
                    Column.count("voices", row -> row.voices().size()),
                    Column.text("basis", row -> row.range().basis().toString()),
                    Column.range("low", "high", row -> row.range().range().orElse(Interval.EMPTY)),
                    Column.range("best_low", "best_high", Agreement::best),
                    Column.range("hull_low", "hull_high", Agreement::hull),
                    Column.range("common_low", "common_high", Agreement::common),
                    Column.range("agreed_low", "agreed_high", Agreements::onlyAgreed),
                    Column.count("agreeing", Agreement::agreeing),
                    Column.list("agreed", Agreements::allAgreed),
                    Column.text("verdict", row -> row.verdict().toString()),
                    Column.yesOrNo("soft", row -> row.range().soft()),
                    Column.text("tolerance", row -> row.tolerance().toString()),
                    Column.list("claim_ids", row -> Claim.ids(row.claims()))));

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
     * @return a row for every quantity that a claim is about, with nothing widened
     */
    public static Agreements of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Returns what is claimed of a dossier's quantities.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return a row for every quantity that a claim is about
     */
    public static Agreements of(Dossier dossier, Tolerance tolerance) {
        return of(Ranges.of(dossier, tolerance));
    }

    /**
     * Returns what is claimed of a dossier's quantities.
     *
     * @param ranges the ranges of the quantities
     * @return a row for every quantity that a claim is about
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

    /**
     * Returns the ranges that the rows show.
     *
     * @return what each voice says of every quantity, and the ranges that follow
     */
    public Ranges ranges() {
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
    public List<Column<Agreement>> columns() {
        return COLUMNS;
    }

    /** The range that most voices cover, where it is one. */
    private static Interval onlyAgreed(Agreement row) {
        return row.agreed().size() == 1 ? row.agreed().get(0) : Interval.EMPTY;
    }

    /** The ranges that most voices cover, where they are several. */
    private static List<String> allAgreed(Agreement row) {
        return row.agreed().size() == 1
                ? List.of()
                : row.agreed().stream().map(Interval::toString).toList();
    }

    /** Returns the rows, one per line, with the event where it is not the dossier's own. */
    @Override
    public String toString() {
        String own = ranges.dossier().name();
        return String.join(
                "\n",
                rows.stream()
                        .map(row -> row.quantity().event().equals(own)
                                ? row.toString()
                                : row.quantity().event() + ", " + row)
                        .toList());
    }
}
