package org.muster.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * Every two statements of different ranges about one quantity, the widest disagreement first (the ratio between the nearer
 * ends), those of different dates last, ties in dossier order: the report {@code discrepancies.csv}.
 *
 * <p>Its size does not grow with the square of the claims. If there are more than 40 statements about one quantity,
 * only 40 are compared, taken alternately from the least low end upward and from the greatest high end downward. If
 * there would then be more than 200,000 rows, each quantity keeps one: the statement with the least high end against
 * that with the greatest low end. Of these, the widest are kept. A problem reports whatever was left out.
 */
public final class Discrepancies implements Tabular<Discrepancy> {

    static final int MOST_STATEMENTS = 40;
    static final int MOST_ROWS = 200_000;

    private static final Comparator<Statement> LOWEST_FIRST = Statement.BY_RANGE;
    private static final Comparator<Statement> HIGHEST_FIRST = Comparator.<Statement>comparingDouble(
                    row -> row.range().sup())
            .reversed()
            .thenComparing(Statement.BY_RANGE);

    private static final List<Column<Discrepancy>> COLUMNS = Column.concat(
            Quantity.columns(Discrepancy::quantity),
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
     * Compares the claims of a dossier, as written.
     *
     * @param dossier the claims
     * @return a row for every two statements about one quantity that state different ranges
     */
    public static Discrepancies of(Dossier dossier) {
        return of(Objects.requireNonNull(dossier, "dossier"), MOST_ROWS);
    }

    /** Compares with another limit on the rows, which a test can reach. */
    static Discrepancies of(Dossier dossier, int mostRows) {
        List<Problem> problems = new ArrayList<>();
        List<List<Statement>> compared = new ArrayList<>();
        List<Discrepancy> rows = new ArrayList<>();
        for (Quantity quantity : dossier.quantities()) {
            List<Statement> statements = Statement.of(dossier, quantity);
            if (statements.size() > MOST_STATEMENTS) {
                problems.add(cut(
                        "only " + MOST_STATEMENTS + " of " + statements.size()
                                + " statements are compared: those with the least low and the greatest high ends",
                        quantity.toString()));
                statements = outermost(statements);
            }
            if (differ(statements)) {
                compared.add(statements);
                if (rows.size() <= mostRows) {
                    addPairs(statements, rows);
                }
            }
        }
        if (rows.size() > mostRows) {
            problems.add(cut(
                    "there would be more than " + mostRows
                            + " rows: for each quantity only the statements with the least high end"
                            + " and the greatest low end are compared",
                    ""));
            rows.clear();
            compared.forEach(statements -> rows.add(widest(statements)));
        }
        rows.sort(Discrepancy.WIDEST_FIRST);
        if (rows.size() > mostRows) {
            problems.add(cut(
                    "only " + mostRows + " of " + rows.size() + " quantities with differing statements have a row:"
                            + " those with the widest disagreement",
                    ""));
            rows.subList(mostRows, rows.size()).clear();
        }
        return new Discrepancies(rows, problems);
    }

    private static Problem cut(String message, String text) {
        return Problem.limit("discrepancies.csv", message, text);
    }

    private static void addPairs(List<Statement> statements, List<Discrepancy> rows) {
        for (int i = 0; i < statements.size(); i++) {
            for (int j = i + 1; j < statements.size(); j++) {
                if (!statements.get(i).range().equals(statements.get(j).range())) {
                    rows.add(Discrepancy.of(statements.get(i), statements.get(j)));
                }
            }
        }
    }

    private static boolean differ(List<Statement> statements) {
        return statements.stream().map(Statement::range).distinct().count() > 1;
    }

    /** The statements, in their order, that are reached first in turn from the lowest and from the highest. */
    private static List<Statement> outermost(List<Statement> statements) {
        List<Statement> fromBelow = new ArrayList<>(statements);
        List<Statement> fromAbove = new ArrayList<>(statements);
        fromBelow.sort(LOWEST_FIRST);
        fromAbove.sort(HIGHEST_FIRST);
        Set<Statement> taken = new LinkedHashSet<>();
        int below = 0;
        int above = 0;
        while (taken.size() < MOST_STATEMENTS) {
            if (taken.size() % 2 == 0) {
                taken.add(fromBelow.get(below++));
            } else {
                taken.add(fromAbove.get(above++));
            }
        }
        return statements.stream().filter(taken::contains).toList();
    }

    /** The statement with the least high end against that of another range with the greatest low end. */
    private static Discrepancy widest(List<Statement> statements) {
        Statement low = statements.stream()
                .min(Comparator.<Statement>comparingDouble(row -> row.range().sup())
                        .thenComparing(Statement.BY_RANGE))
                .orElseThrow();
        Statement high = statements.stream()
                .filter(row -> !row.range().equals(low.range()))
                .max(Comparator.<Statement>comparingDouble(row -> row.range().inf())
                        .thenComparing(Statement.BY_RANGE))
                .orElseThrow();
        return Discrepancy.of(low, high);
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

    private static List<Column<Discrepancy>> columns(String suffix, Function<Discrepancy, Statement> statement) {
        return List.of(
                Column.list("claim" + suffix, statement.andThen(Statement::ids)),
                Column.list("text" + suffix, statement.andThen(Statement::texts)),
                Column.list("qualifier" + suffix, statement.andThen(Statement::qualifiers)),
                Column.list("voice" + suffix, statement.andThen(Statement::voices)),
                Column.list("claimant" + suffix, statement.andThen(Statement::claimants)),
                Column.list("source" + suffix, statement.andThen(Statement::sources)),
                Column.list("locator" + suffix, statement.andThen(Statement::locators)),
                Column.text("as_of" + suffix, row -> statement.apply(row).asOf().toString()),
                Column.range("low" + suffix, "high" + suffix, statement.andThen(Statement::range)));
    }

    /**
     * Returns what was left out.
     *
     * @return a warning for every quantity with more than 40 statements, and for a report that would be too long
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Discrepancy::toString).toList());
    }
}
