package org.muster.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Verdict;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;

/**
 * The sums and bounds of the hierarchy, checked claim by claim: the report {@code checks.csv}.
 *
 * <p>A rule is held against each claim about its whole; claims of equal range share a row. For the parts stand the
 * claims of the whole's own source where it gives all of them, otherwise the parts' ranges. A part without a figure
 * counts as [0, Infinity). A rule of which no part has a figure makes no row, nor does the sum of killed, missing and
 * captured where only one of them has: the bound of that loss by itself says as much. Sorted by verdict, what fails
 * for firm figures before what fails for soft ones, then by the share of the whole that is at stake, ties in dossier
 * order.
 */
public final class Checks implements Tabular<Check> {

    private static final List<Column<Check>> COLUMNS = Column.concat(
            Quantity.columns(Check::quantity),
            List.of(
                    Column.text("rule", Check::rule),
                    Column.text("kind", row -> row.kind().toString()),
                    Column.list("claims", row -> Claim.ids(row.claims())),
                    Column.range("whole_low", "whole_high", Check::whole),
                    Column.list("parts", row -> Claim.ids(row.parts())),
                    Column.text("parts_from", row -> row.partsFrom().toString()),
                    Column.range("parts_low", "parts_high", Check::partsRange),
                    Column.range("residual_low", "residual_high", Check::residual),
                    Column.text("verdict", row -> row.verdict().toString()),
                    Column.yesOrNo("soft", Check::soft),
                    Column.text("tolerance", row -> row.tolerance().toString())));

    private final List<Check> rows;

    private Checks(List<Check> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Checks a dossier.
     *
     * @param dossier the claims and the hierarchy
     * @return the checks, with nothing widened
     */
    public static Checks of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Checks a dossier.
     *
     * @param dossier the claims and the hierarchy
     * @param tolerance by how much soft claims are widened
     * @return the checks
     */
    public static Checks of(Dossier dossier, Tolerance tolerance) {
        return of(Ranges.of(dossier, tolerance));
    }

    /**
     * Checks a dossier.
     *
     * @param ranges the ranges of its quantities
     * @return the checks
     */
    public static Checks of(Ranges ranges) {
        Dossier dossier = ranges.dossier();
        PartFigures figures = new PartFigures(dossier, ranges, ranges.tolerance());
        List<Measure> losses = WholePartRule.lossesOf(dossier);
        List<Check> rows = new ArrayList<>();
        for (Quantity whole : dossier.quantities()) {
            List<Claim> claims = new ArrayList<>();
            for (Claim claim : dossier.claims(whole)) {
                if (claim.figure().hasNumber()) {
                    claims.add(claim);
                }
            }
            if (!claims.isEmpty()) {
                for (WholePartRule rule : WholePartRule.about(whole, dossier, losses)) {
                    check(rule, claims, figures, rows);
                }
            }
        }
        rows.sort(Checks::compare);
        return new Checks(rows);
    }

    private static int compare(Check a, Check b) {
        int order = a.verdict().compareTo(b.verdict());
        if (order == 0) {
            order = Boolean.compare(a.isFailed() && a.soft(), b.isFailed() && b.soft());
        }
        return order != 0 ? order : Double.compare(b.share(), a.share());
    }

    private static void check(WholePartRule rule, List<Claim> claims, PartFigures figures, List<Check> rows) {
        PartFigures.Together ranges = figures.ofRanges(rule);
        if (ranges.known() < rule.least()) {
            return;
        }
        List<Map<String, List<Claim>>> bySource = figures.bySource(rule);
        Map<List<Interval>, List<Claim>> byRange = new LinkedHashMap<>();
        Map<List<Interval>, PartFigures.Together> partsOf = new LinkedHashMap<>();
        for (Claim claim : claims) {
            PartFigures.Together parts =
                    figures.ofSameSource(rule, claim, bySource).orElse(ranges);
            // What makes a row: the range of the claims and what the parts say of it.
            List<Interval> key = List.of(figures.range(claim), parts.sum(), parts.certain());
            byRange.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
            if (parts.from() == PartsFrom.SAME_SOURCE || !partsOf.containsKey(key)) {
                partsOf.put(key, parts);
            }
        }
        for (Map.Entry<List<Interval>, List<Claim>> sharing : byRange.entrySet()) {
            PartFigures.Together parts = partsOf.getOrDefault(sharing.getKey(), ranges);
            rows.add(row(rule, sharing.getValue(), sharing.getKey().get(0), parts, figures.tolerance()));
        }
    }

    private static Check row(
            WholePartRule rule, List<Claim> claims, Interval whole, PartFigures.Together parts, Tolerance tolerance) {
        Interval residual = whole.subtract(parts.sum());
        boolean soft = false;
        for (List<Claim> used : List.of(claims, parts.claims())) {
            for (Claim claim : used) {
                soft |= claim.figure().isSoft();
            }
        }
        return new Check(
                rule.whole(),
                rule.text(),
                rule.kind() == WholePartRule.Kind.BOUND ? Check.Kind.BOUND : Check.Kind.SUM,
                claims,
                whole,
                parts.claims(),
                parts.from(),
                parts.sum(),
                residual,
                verdict(rule, whole, parts, residual),
                soft,
                tolerance);
    }

    private static Verdict verdict(WholePartRule rule, Interval whole, PartFigures.Together parts, Interval residual) {
        if (residual.sup() < 0) {
            return Verdict.SHORT;
        }
        if (residual.inf() > 0 && rule.kind() != WholePartRule.Kind.BOUND) {
            return Verdict.OVER;
        }
        if (parts.known() < rule.parts().size()) {
            return Verdict.OPEN;
        }
        boolean holds = switch (rule.kind()) {
            case SUM -> residual.equals(Interval.of(0));
            case BOUND -> residual.inf() >= 0;
            case SHARED -> whole.isSubset(parts.certain());
        };
        return holds ? Verdict.HOLDS : Verdict.POSSIBLE;
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

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Check::toString).toList());
    }
}
