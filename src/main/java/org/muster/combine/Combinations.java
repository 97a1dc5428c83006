package org.muster.combine;

import java.util.ArrayList;
import java.util.List;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.rows.Column;
import org.muster.rows.Lazy;
import org.muster.tablesaw.Tabular;

/**
 * What each rule makes of every quantity of a dossier: the report {@code combined.csv}, in dossier order, for each quantity
 * in the order of the rules.
 */
public final class Combinations implements Tabular<Combination> {

    private static final List<Column<Combination>> COLUMNS = Column.concat(
            Quantity.columns(Combination::quantity),
            List.of(
                    Column.text("rule", row -> row.rule().id()),
                    Column.range("low", "high", row -> row.answer().range()),
                    Column.range("best_low", "best_high", row -> row.answer().best()),
                    Column.count("claims", row -> row.claims().size()),
                    Column.count("voices", row -> row.voices().size()),
                    Column.list(
                            "left_out",
                            row -> row.leftOut().stream()
                                    .map(left -> left.claim().id())
                                    .toList()),
                    Column.text("why", Combination::why),
                    Column.list("claim_ids", row -> Claim.ids(row.claims()))));

    private final Ranges ranges;
    private final List<Rule> rules;
    private final Costs costs;
    private final List<Evidence> evidence;
    private final List<Combination> rows;
    private final Lazy<Sensitivities> sensitivities = Lazy.of(() -> Sensitivities.of(this));

    private Combinations(
            Ranges ranges, List<Rule> rules, Costs costs, List<Evidence> evidence, List<Combination> rows) {
        this.ranges = ranges;
        this.costs = costs;
        this.rules = List.copyOf(rules);
        this.evidence = List.copyOf(evidence);
        this.rows = List.copyOf(rows);
    }

    /**
     * Combines what is claimed about every quantity by every named rule.
     *
     * @param ranges what the voices of a dossier say
     * @return a row for every quantity and rule
     */
    public static Combinations of(Ranges ranges) {
        return of(ranges, List.of(NamedRule.values()), Costs.USUAL);
    }

    /**
     * Combines what is claimed about every quantity by some rules.
     *
     * @param ranges what the voices of a dossier say
     * @param rules the rules
     * @param costs what each grade counts
     * @return a row for every quantity and rule
     * @throws IllegalArgumentException if two rules have the same short name
     */
    public static Combinations of(Ranges ranges, List<? extends Rule> rules, Costs costs) {
        List<String> ids = rules.stream().map(Rule::id).toList();
        for (String id : ids) {
            if (ids.indexOf(id) != ids.lastIndexOf(id)) {
                throw new IllegalArgumentException("rules: " + id + " is named twice");
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        List<Combination> rows = new ArrayList<>();
        for (Quantity quantity : ranges.dossier().quantities()) {
            Evidence of = Evidence.of(ranges, quantity, costs);
            evidence.add(of);
            rules.forEach(rule -> rows.add(Combination.of(rule, of)));
        }
        return new Combinations(ranges, List.copyOf(rules), costs, evidence, rows);
    }

    /**
     * Returns the rules.
     *
     * @return the rules, in the order of the rows of a quantity
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Returns what the voices say.
     *
     * @return the ranges that were combined
     */
    public Ranges ranges() {
        return ranges;
    }

    /**
     * Returns what each grade counts.
     *
     * @return the table by which voices are weighed
     */
    public Costs costs() {
        return costs;
    }

    /**
     * Returns the evidence.
     *
     * @return that of each quantity, in dossier order
     */
    public List<Evidence> evidence() {
        return evidence;
    }

    /**
     * Returns how the answers depend on the rule.
     *
     * @return the report {@code sensitivity.csv}
     */
    public Sensitivities sensitivities() {
        return sensitivities.get();
    }

    /**
     * Returns the losses added up over events.
     *
     * @return the report {@code totals.csv}
     */
    public Totals totals() {
        return Totals.of(this);
    }

    @Override
    public String name() {
        return "combined";
    }

    @Override
    public List<Combination> rows() {
        return rows;
    }

    @Override
    public List<Column<Combination>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Combination::toString).toList());
    }
}
