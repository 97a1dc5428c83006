package org.muster.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muster.check.Check.Verdict;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * Rules checked against what each voice says of their wholes: the report {@code checks.csv}.
 *
 * <p>The rules are the breakdowns of the hierarchy, the bound of losses, a voice's own counts over time, copies against
 * their originals, and the written rules. The parts are what the voice of the whole says of them, if it speaks of all
 * of them; otherwise their ranges.
 *
 * <p>The rows are sorted by certainty: failures of one voice, failures across voices, what is possible, what is open,
 * what holds; within each the greatest share of the whole first, ties in dossier order.
 *
 * <p>Its size does not grow with the square of the claims: of each quantity, the 200 most serious checks by breakdowns and the
 * bound of losses and the 200 most serious of counts over time are listed, and 200 by each written rule; of each of these kinds,
 * and of copies, at most 100,000; in each row, at most 100 claims, works and dates of the parts. A problem says what was left out.
 */
public final class Checks implements Tabular<Check> {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_LISTED = 100;

    private static final List<Column<Check>> COLUMNS = Column.concat(
            List.of(
                    Column.text(
                            "event", row -> row.quantity().map(Quantity::event).orElse("")),
                    Column.text(
                            "party", row -> row.quantity().map(Quantity::party).orElse("")),
                    Column.text(
                            "place", row -> row.quantity().map(Quantity::place).orElse("")),
                    Column.text(
                            "measure",
                            row -> row.quantity()
                                    .map(whole -> whole.measure().toString())
                                    .orElse("")),
                    Column.text(
                            "scope", row -> row.quantity().map(Quantity::scope).orElse(""))),
            List.of(
                    Column.text("rule", Check::rule),
                    Column.text("kind", row -> row.kind().toString()),
                    Column.list("claims", row -> Claim.ids(row.whole().claims())),
                    Column.list("voices", row -> row.whole().voices()),
                    Column.list("whole_text", row -> row.whole().texts()),
                    Column.list("whole_as_of", row -> row.whole().asOf()),
                    Column.list("whole_sources", row -> row.whole().sources()),
                    Column.range("whole_low", "whole_high", row -> row.whole().range()),
                    Column.list("parts", row -> listed(row.parts().claims(), Claim::id)),
                    Column.text("parts_from", row -> row.partsFrom().toString()),
                    Column.list("parts_sources", row -> listed(row.parts().sources(), source -> source)),
                    Column.list("parts_as_of", row -> listed(row.parts().asOf(), date -> date)),
                    Column.range("parts_low", "parts_high", row -> row.parts().range()),
                    Column.range("residual_low", "residual_high", Check::residual),
                    Column.text("verdict", row -> row.verdict().toString()),
                    Column.yesOrNo("soft", Check::soft),
                    Column.text("tolerance", row -> row.tolerance().toString())));

    private final List<Check> rows;
    private final List<Problem> problems;

    private Checks(List<Check> rows, List<Problem> problems) {
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /**
     * Checks a dossier.
     *
     * @param dossier the claims, the hierarchy and the rules
     * @return the checks, with nothing widened
     */
    public static Checks of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Checks a dossier.
     *
     * @param dossier the claims, the hierarchy and the rules
     * @param tolerance by how much soft claims are widened
     * @return the checks
     */
    public static Checks of(Dossier dossier, Tolerance tolerance) {
        return of(Ranges.of(dossier, tolerance));
    }

    /**
     * Checks a dossier.
     *
     * @param ranges what each voice says of its quantities, and their ranges
     * @return the checks
     */
    public static Checks of(Ranges ranges) {
        return of(ranges, MOST_ROWS);
    }

    /** Checks with another limit on the rows, which a test can reach. */
    static Checks of(Ranges ranges, int mostRows) {
        List<Problem> problems = new ArrayList<>();
        List<Check> rows = new ArrayList<>();
        SurestChecks breakdowns = new SurestChecks(mostRows);
        HierarchyChecks.addTo(breakdowns, ranges, problems);
        rows.addAll(breakdowns.sorted("sums, bounds and losses", problems));
        SurestChecks series = new SurestChecks(mostRows);
        SeriesChecks.addTo(series, ranges, problems);
        rows.addAll(series.sorted("counts over time", problems));
        SurestChecks copies = new SurestChecks(mostRows);
        CopyChecks.addTo(copies, ranges);
        rows.addAll(copies.sorted("copies", problems));
        SurestChecks rules = new SurestChecks(mostRows);
        WrittenRuleChecks.addTo(rules, ranges, problems);
        rows.addAll(rules.sorted("written rules", problems));
        rows.sort(SurestChecks.SUREST_FIRST);
        if (rows.stream().anyMatch(row -> row.parts().claims().size() > MOST_LISTED)) {
            problems.add(Problem.limit(
                    "checks.csv",
                    "of parts that rest on more than " + MOST_LISTED + " claims, only " + MOST_LISTED
                            + " claims, works and dates are listed; quantities.csv has the claims of each part",
                    ""));
        }
        return new Checks(rows, problems);
    }

    /** Lists the first, and says how many more there are. */
    private static <T> List<String> listed(List<T> all, Function<T, String> name) {
        List<String> listed =
                new ArrayList<>(all.stream().limit(MOST_LISTED).map(name).toList());
        if (all.size() > MOST_LISTED) {
            listed.add("… and " + (all.size() - MOST_LISTED) + " more");
        }
        return listed;
    }

    /**
     * Returns the checks that fail whatever the true figures are.
     *
     * @return those that are short or over, in the order of the report
     */
    public List<Check> failed() {
        return rows.stream().filter(Check::isFailed).toList();
    }

    /**
     * Returns the verdict on whole − parts, which must not be below 0, and not above it either in an equation.
     *
     * @param parts the total of the parts; where that has no upper end, a figure or its upper end is missing
     * @param allKnown whether all parts, and the whole, have a figure
     */
    static Verdict verdict(Interval residual, boolean isEquation, Interval parts, boolean allKnown) {
        if (residual.sup() < 0) {
            return Verdict.SHORT;
        }
        if (isEquation && residual.inf() > 0) {
            return Verdict.OVER;
        }
        if (!allKnown || parts.sup() == Double.POSITIVE_INFINITY) {
            return Verdict.OPEN;
        }
        boolean holds = residual.inf() >= 0 && (!isEquation || residual.sup() <= 0);
        return holds ? Verdict.HOLDS : Verdict.POSSIBLE;
    }

    /**
     * Returns what was left out.
     *
     * @return a warning for every quantity and every written rule with more than 200 checks, for a report that would be too
     *     long, and for lists that would
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public List<Check> rows() {
        return rows;
    }

    @Override
    public List<Column<Check>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Check::toString).toList());
    }
}
