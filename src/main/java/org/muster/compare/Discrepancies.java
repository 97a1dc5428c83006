package org.muster.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Problem;
import org.muster.dossier.Problem.Severity;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.table.Column;
import org.muster.table.Rows;

/**
 * Every two claims with numbers about one quantity, the widest disagreement first (the ratio between the nearer ends),
 * ties in dossier order: the report {@code discrepancies.csv}. Of over 1,000 claims about one quantity only those that
 * hold the extreme ends are paired, and a problem says so.
 */
public final class Discrepancies implements Rows<Discrepancy> {

    private static final int MOST_CLAIMS = 1_000;

    private static final List<Column<Discrepancy>> COLUMNS = makeColumns();

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
        rows.sort(Comparator.comparingDouble(Discrepancy::separation).reversed());
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

    private static List<Column<Discrepancy>> makeColumns() {
        List<Column<Discrepancy>> columns =
                new ArrayList<>(QuantityColumns.before(row -> row.a().quantity()));
        columns.addAll(claimColumns("_a", Discrepancy::a));
        columns.addAll(claimColumns("_b", Discrepancy::b));
        columns.add(Column.text("relation", row -> row.relation().toString()));
        columns.add(Column.range("difference_low", "difference_high", Discrepancy::difference));
        columns.add(Column.ratio("ratio_low", "ratio_high", Discrepancy::ratio));
        columns.add(Column.number("gap", Discrepancy::gap));
        columns.add(Column.numberIfAny("overlap", Discrepancy::overlap));
        return List.copyOf(columns);
    }

    private static List<Column<Discrepancy>> claimColumns(String suffix, Function<Discrepancy, Claim> claim) {
        return List.of(
                Column.text("claim" + suffix, row -> claim.apply(row).id()),
                Column.text("text" + suffix, row -> claim.apply(row).figure().text()),
                Column.text(
                        "qualifier" + suffix,
                        row -> claim.apply(row).figure().qualifier().toString()),
                Column.text("claimant" + suffix, row -> claim.apply(row).claimant()),
                Column.list("source" + suffix, row -> claim.apply(row).sources()),
                Column.text("locator" + suffix, row -> claim.apply(row).locator()),
                Column.text("as_of" + suffix, row -> claim.apply(row).asOf()),
                Column.range("low" + suffix, "high" + suffix, row -> range(claim.apply(row))));
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
    public List<Column<Discrepancy>> columns() {
        return COLUMNS;
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
