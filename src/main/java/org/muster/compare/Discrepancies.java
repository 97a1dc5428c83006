package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
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

    private static final List<Column<Discrepancy>> COLUMNS = Column.concat(
            Quantity.columns(row -> row.a().quantity()),
            columns("_a", Discrepancy::a),
            columns("_b", Discrepancy::b),
            List.of(
                    Column.text("relation", row -> row.relation().toString()),
                    Column.range("difference_low", "difference_high", Discrepancy::difference),
                    Column.ratio("ratio_low", "ratio_high", Discrepancy::ratio),
                    Column.number("gap", row -> OptionalDouble.of(row.gap())),
                    Column.number("overlap", Discrepancy::overlap)));

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
    public List<Column<Discrepancy>> columns() {
        return COLUMNS;
    }

    private static List<Column<Discrepancy>> columns(String suffix, Function<Discrepancy, Claim> claim) {
        return List.of(
                Column.text("claim" + suffix, claim.andThen(Claim::id)),
                Column.text("text" + suffix, row -> claim.apply(row).figure().text()),
                Column.text(
                        "qualifier" + suffix,
                        row -> claim.apply(row).figure().qualifier().toString()),
                Column.text("claimant" + suffix, claim.andThen(Claim::claimant)),
                Column.list("source" + suffix, claim.andThen(Claim::sources)),
                Column.text("locator" + suffix, claim.andThen(Claim::locator)),
                Column.text("as_of" + suffix, claim.andThen(Claim::asOf)),
                Column.range("low" + suffix, "high" + suffix, claim.andThen(Discrepancies::range)));
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
