package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.rows.Cells;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/**
 * Every two claims with numbers about one quantity, the widest disagreement first (the ratio between the nearer ends),
 * ties in dossier order: the report {@code discrepancies.csv}. Of over 1,000 claims about one quantity only those that
 * hold the extreme ends are paired, and a problem says so.
 */
public final class Discrepancies implements Tabular<Discrepancy> {

    private static final int MOST_CLAIMS = 1_000;

    private static final List<Column> COLUMNS = QuantityCells.before(
            Column.text("claim_a"),
            Column.text("text_a"),
            Column.text("qualifier_a"),
            Column.text("claimant_a"),
            Column.text("source_a"),
            Column.text("locator_a"),
            Column.text("as_of_a"),
            Column.range("low_a", "high_a"),
            Column.text("claim_b"),
            Column.text("text_b"),
            Column.text("qualifier_b"),
            Column.text("claimant_b"),
            Column.text("source_b"),
            Column.text("locator_b"),
            Column.text("as_of_b"),
            Column.range("low_b", "high_b"),
            Column.text("relation"),
            Column.range("difference_low", "difference_high"),
            Column.ratio("ratio_low", "ratio_high"),
            Column.number("gap"),
            Column.number("overlap"));

    private final List<Discrepancy> rows;
    private final List<Problem> problems;

    private Discrepancies(List<Discrepancy> rows, List<Problem> problems) {
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /**
     * Compares the claims of a dossier.
     *
     * @param dossier the claims
     * @return a row for every two claims with numbers about one quantity
     */
    public static Discrepancies of(Dossier dossier) {
        List<Discrepancy> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Quantity quantity : dossier.quantities()) {
            List<Claim> claims = new ArrayList<>();
            for (Claim claim : dossier.claims(quantity)) {
                if (claim.figure().hasNumber()) {
                    claims.add(claim);
                }
            }
            if (claims.size() > MOST_CLAIMS) {
                problems.add(new Problem(
                        "discrepancies.csv",
                        0,
                        "",
                        Severity.WARNING,
                        "of " + claims.size() + " claims only those that hold the extreme ends are compared",
                        quantity.toString()));
                claims = extremes(claims);
            }
            for (int i = 0; i < claims.size(); i++) {
                for (int j = i + 1; j < claims.size(); j++) {
                    rows.add(Discrepancy.of(claims.get(i), claims.get(j)));
                }
            }
        }
        rows.sort((a, b) -> Double.compare(b.separation(), a.separation()));
        return new Discrepancies(rows, problems);
    }

    /** The first claims, in dossier order, with the least and the greatest of each end. */
    private static List<Claim> extremes(List<Claim> claims) {
        Set<Claim> extreme = new LinkedHashSet<>();
        List<ToDoubleFunction<Interval>> measures =
                List.of(Interval::inf, range -> -range.inf(), Interval::sup, range -> -range.sup());
        for (ToDoubleFunction<Interval> measure : measures) {
            Claim least = claims.get(0);
            for (Claim claim : claims) {
                if (measure.applyAsDouble(range(claim)) < measure.applyAsDouble(range(least))) {
                    least = claim;
                }
            }
            extreme.add(least);
        }
        return claims.stream().filter(extreme::contains).toList();
    }

    private static Interval range(Claim claim) {
        return claim.figure().range().orElseThrow();
    }

    @Override
    public String name() {
        return "discrepancies";
    }

    @Override
    public List<Discrepancy> rows() {
        return rows;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void cells(Discrepancy row, Cells cells) {
        QuantityCells.add(row.a().quantity(), cells);
        add(row.a(), cells);
        add(row.b(), cells);
        cells.text(row.relation().toString());
        cells.range(row.difference());
        cells.ratio(row.ratio());
        cells.number(OptionalDouble.of(row.gap()));
        cells.number(row.overlap());
    }

    private static void add(Claim claim, Cells cells) {
        cells.text(claim.id());
        cells.text(claim.figure().text());
        cells.text(claim.figure().qualifier().toString());
        cells.text(claim.claimant());
        cells.list(claim.sources());
        cells.text(claim.locator());
        cells.text(claim.asOf().toString());
        cells.range(range(claim));
    }

    /**
     * Returns what was cut short.
     *
     * @return a warning for every quantity with more than 1,000 claims
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Discrepancy::toString).toList());
    }
}
