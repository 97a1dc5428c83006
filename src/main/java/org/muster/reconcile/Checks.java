package org.muster.reconcile;

import org.muster.dossier.WholePartRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.QuantityCells;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.reconcile.Check.PartsFrom;
import org.muster.reconcile.Check.Verdict;
import org.muster.rows.Cells;
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

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    private static final List<Column> COLUMNS = QuantityCells.before(
            Column.text("rule"),
            Column.text("kind"),
            Column.text("claims"),
            Column.range("whole_low", "whole_high"),
            Column.text("parts"),
            Column.text("parts_from"),
            Column.range("parts_low", "parts_high"),
            Column.range("residual_low", "residual_high"),
            Column.text("verdict"),
            Column.text("soft"),
            Column.text("tolerance"));

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
        Figures figures = new Figures(dossier, ranges, ranges.tolerance());
        List<Measure> losses = losses(dossier);
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

    static List<Measure> losses(Dossier dossier) {
        Set<Measure> losses = new LinkedHashSet<>();
        for (Quantity quantity : dossier.quantities()) {
            if (dossier.hierarchy().isLoss(quantity.measure())) {
                losses.add(quantity.measure());
            }
        }
        return List.copyOf(losses);
    }

    private static void check(WholePartRule rule, List<Claim> claims, Figures figures, List<Check> rows) {
        Parts ranges = figures.ofRanges(rule);
        if (ranges.known < rule.least()) {
            return;
        }
        List<Map<String, List<Claim>>> bySource = figures.bySource(rule);
        Map<List<Interval>, List<Claim>> byRange = new LinkedHashMap<>();
        Map<List<Interval>, Parts> partsOf = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Parts parts = figures.ofSameSource(rule, claim, bySource).orElse(ranges);
            // What makes a row: the range of the claims and what the parts say of it.
            List<Interval> key = List.of(figures.range(claim), parts.sum, parts.certain);
            byRange.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
            if (parts.from == PartsFrom.SAME_SOURCE || !partsOf.containsKey(key)) {
                partsOf.put(key, parts);
            }
        }
        for (Map.Entry<List<Interval>, List<Claim>> sharing : byRange.entrySet()) {
            Parts parts = partsOf.getOrDefault(sharing.getKey(), ranges);
            rows.add(row(rule, sharing.getValue(), sharing.getKey().get(0), parts, figures.tolerance));
        }
    }

    private static Check row(WholePartRule rule, List<Claim> claims, Interval whole, Parts parts, Tolerance tolerance) {
        Interval residual = whole.subtract(parts.sum);
        boolean soft = false;
        for (List<Claim> used : List.of(claims, parts.claims)) {
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
                parts.claims,
                parts.from,
                parts.sum,
                residual,
                verdict(rule, whole, parts, residual),
                soft,
                tolerance);
    }

    private static Verdict verdict(WholePartRule rule, Interval whole, Parts parts, Interval residual) {
        if (residual.sup() < 0) {
            return Verdict.SHORT;
        }
        if (residual.inf() > 0 && rule.kind() != WholePartRule.Kind.BOUND) {
            return Verdict.OVER;
        }
        if (parts.known < rule.parts().size()) {
            return Verdict.OPEN;
        }
        boolean holds = switch (rule.kind()) {
            case SUM -> residual.equals(Interval.of(0));
            case BOUND -> residual.inf() >= 0;
            case SHARED -> whole.isSubset(parts.certain);
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
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void cells(Check row, Cells cells) {
        QuantityCells.add(row.quantity(), cells);
        cells.text(row.rule());
        cells.text(row.kind().toString());
        cells.list(QuantityCells.ids(row.claims()));
        cells.range(row.whole());
        cells.list(QuantityCells.ids(row.parts()));
        cells.text(row.partsFrom().toString());
        cells.range(row.partsRange());
        cells.range(row.residual());
        cells.text(row.verdict().toString());
        cells.yesOrNo(row.soft());
        cells.text(row.tolerance().toString());
    }

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Check::toString).toList());
    }

    /**
     * The figures of a rule's parts together.
     *
     * @param sum their sum; of parts that may be counted twice, from the greatest to the sum
     * @param certain where the whole of shared parts may lie whatever their true figures are
     * @param known how many have a figure
     */
    private record Parts(Interval sum, Interval certain, int known, PartsFrom from, List<Claim> claims) {}

    /** Finds the figures of the parts. */
    private record Figures(Dossier dossier, Ranges ranges, Tolerance tolerance) {

        Interval range(Claim claim) {
            return tolerance.range(claim.figure()).orElseThrow();
        }

        Parts ofRanges(WholePartRule rule) {
            List<Interval> found = new ArrayList<>();
            Set<Claim> claims = new LinkedHashSet<>();
            int known = 0;
            for (Quantity part : rule.parts()) {
                QuantityRange range = ranges.of(part);
                found.add(range.range().orElse(ANY_COUNT));
                known += range.range().isPresent() ? 1 : 0;
                claims.addAll(range.claims());
            }
            return parts(rule, found, known, PartsFrom.RANGES, claims);
        }

        /** The parts as a source of the claim gives them, where one source gives all. */
        Optional<Parts> ofSameSource(WholePartRule rule, Claim whole, List<Map<String, List<Claim>>> bySource) {
            for (String source : whole.sources()) {
                List<Interval> found = new ArrayList<>();
                Set<Claim> claims = new LinkedHashSet<>();
                for (int i = 0; i < bySource.size(); i++) {
                    List<Claim> given = new ArrayList<>();
                    for (Claim claim : bySource.get(i).getOrDefault(source, List.of())) {
                        if (agree(claim.claimant(), whole.claimant())) {
                            given.add(claim);
                        }
                    }
                    QuantityRange range = Ranges.of(rule.parts().get(i), given, tolerance);
                    if (range.range().isPresent()) {
                        found.add(range.range().get());
                    }
                    claims.addAll(range.claims());
                }
                if (found.size() == bySource.size()) {
                    return Optional.of(parts(rule, found, found.size(), PartsFrom.SAME_SOURCE, claims));
                }
            }
            return Optional.empty();
        }

        /** The claims about each part of a rule, by source. */
        List<Map<String, List<Claim>>> bySource(WholePartRule rule) {
            List<Map<String, List<Claim>>> bySource = new ArrayList<>();
            for (Quantity part : rule.parts()) {
                Map<String, List<Claim>> claims = new HashMap<>();
                for (Claim claim : dossier.claims(part)) {
                    for (String source : claim.sources()) {
                        claims.computeIfAbsent(source, any -> new ArrayList<>()).add(claim);
                    }
                }
                bySource.add(claims);
            }
            return bySource;
        }

        /** A work that reports the claims of two sides is held to those of the one in question. */
        private static boolean agree(String claimant, String other) {
            return claimant.isEmpty() || other.isEmpty() || claimant.equals(other);
        }

        private static Parts parts(WholePartRule rule, List<Interval> found, int known, PartsFrom from, Set<Claim> claims) {
            Interval sum = Interval.of(0);
            Interval greatest = Interval.of(0);
            for (Interval part : found) {
                sum = sum.add(part);
                greatest = greatest.max(part);
            }
            if (rule.kind() != WholePartRule.Kind.SHARED) {
                return new Parts(sum, Interval.EMPTY, known, from, List.copyOf(claims));
            }
            Interval certain = greatest.sup() <= sum.inf() ? Interval.of(greatest.sup(), sum.inf()) : Interval.EMPTY;
            return new Parts(Interval.of(greatest.inf(), sum.sup()), certain, known, from, List.copyOf(claims));
        }
    }
}
