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
            String id = rules.get(i).id();
            all.add(Column.range(id + "_low", id + "_high", row -> row.range(index)));
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
