package org.muster.combine;

import java.util.ArrayList;
import java.util.List;
import org.muster.dossier.Quantity;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;

/**
 * How the answer for each quantity depends on the rule: the report {@code sensitivity.csv}, in dossier order, with two
 * columns for each rule.
 */
public final class Sensitivities implements Tabular<Sensitivity> {

    private final List<Sensitivity> rows;
    private final List<Column<Sensitivity>> columns;
    private final List<Rule> rules;

    private Sensitivities(List<Sensitivity> rows, List<Rule> rules) {
        this.rows = List.copyOf(rows);
        this.rules = rules;
        List<Column<Sensitivity>> all = new ArrayList<>(Quantity.columns(Sensitivity::quantity));
        for (int i = 0; i < rules.size(); i++) {
            int index = i;
            all.add(Column.range(low(rules.get(i)), high(rules.get(i)), row -> row.range(index)));
        }
        this.columns = List.copyOf(all);
    }

    static Sensitivities of(Combinations combinations) {
        List<Sensitivity> rows = new ArrayList<>();
        int rules = combinations.rules().size();
        List<Evidence> evidence = combinations.evidence();
        for (int i = 0; i < evidence.size(); i++) {
            rows.add(new Sensitivity(
                    evidence.get(i),
                    combinations.rows().subList(i * rules, (i + 1) * rules),
                    Disagreement.of(evidence.get(i))));
        }
        return new Sensitivities(rows, combinations.rules());
    }

    /**
     * Returns the heading of the lower ends by a rule.
     *
     * @param rule the rule
     * @return its short name and {@code _low}
     */
    public static String low(Rule rule) {
        return rule.id() + "_low";
    }

    /**
     * Returns the heading of the upper ends by a rule.
     *
     * @param rule the rule
     * @return its short name and {@code _high}
     */
    public static String high(Rule rule) {
        return rule.id() + "_high";
    }

    /**
     * Returns the rules.
     *
     * @return the rules, in the order of the columns
     */
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public String name() {
        return "sensitivity";
    }

    @Override
    public List<Sensitivity> rows() {
        return rows;
    }

    @Override
    public List<Column<Sensitivity>> columns() {
        return columns;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Sensitivity::toString).toList());
    }
}
