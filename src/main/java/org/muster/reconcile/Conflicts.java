package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Solution;
import org.muster.interval.Interval;
import org.muster.propagate.RuleId;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;
import org.muster.rows.Cells;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/**
 * All smallest sets of claims that cannot all be true, a row for each claim and rule of each: the report
 * {@code conflicts.csv}. Sets of few claims come first, then those whose first claims stand first in the dossier.
 */
public final class Conflicts implements Tabular<Conflicts.Row> {

    /**
     * A claim or a rule in a conflict.
     *
     * @param number the number of the conflict, from 1
     * @param conflict the conflict
     * @param claim the claim; empty for a rule
     * @param rule the rule; empty for a claim
     */
    public record Row(int number, Conflict conflict, Optional<Claim> claim, Optional<String> rule) {}

    private static final List<Column> COLUMNS = List.of(
            Column.count("conflict"),
            Column.text("claim"),
            Column.text("event"),
            Column.text("party"),
            Column.text("place"),
            Column.text("measure"),
            Column.text("text"),
            Column.text("qualifier"),
            Column.range("low", "high"),
            Column.text("source"),
            Column.text("grade"),
            Column.text("rules"),
            Column.text("soft"),
            Column.text("why"));

    private final Dossier dossier;
    private final Assumptions assumptions;
    private final List<Conflict> conflicts;
    private final List<Row> rows;
    private final List<Problem> cuts;

    private Conflicts(Dossier dossier, Assumptions assumptions, List<Conflict> conflicts, List<Problem> cuts) {
        this.dossier = dossier;
        this.assumptions = assumptions;
        this.conflicts = List.copyOf(conflicts);
        this.cuts = List.copyOf(cuts);
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < conflicts.size(); i++) {
            Conflict conflict = conflicts.get(i);
            for (Claim claim : conflict.claims()) {
                all.add(new Row(i + 1, conflict, Optional.of(claim), Optional.empty()));
            }
            for (String rule : conflict.rules()) {
                all.add(new Row(i + 1, conflict, Optional.empty(), Optional.of(rule)));
            }
        }
        this.rows = List.copyOf(all);
    }

    static Conflicts of(Dossier dossier, Assumptions assumptions, List<NetworkComponent> components) {
        List<Conflict> conflicts = new ArrayList<>();
        List<Problem> cuts = new ArrayList<>();
        for (NetworkComponent component : components) {
            ConflictSearch search = component.search();
            if (!search.isComplete()) {
                cuts.add(new Problem(
                        "conflicts.csv",
                        0,
                        "",
                        Severity.WARNING,
                        component.name() + " have more conflicts than the "
                                + search.conflicts().size() + " that are told: the search was cut short",
                        ""));
            }
            for (ClaimSet claims : search.conflicts()) {
                conflicts.add(conflict(component, claims, dossier));
            }
        }
        List<Claim> order = dossier.claims();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i).id(), i);
        }
        conflicts.sort(
                Comparator.<Conflict>comparingInt(conflict -> conflict.claims().size())
                        .thenComparing((a, b) -> compare(a, b, places)));
        return new Conflicts(dossier, assumptions, conflicts, cuts);
    }

    private static int compare(Conflict a, Conflict b, Map<String, Integer> places) {
        for (int i = 0; i < a.claims().size(); i++) {
            int order = Integer.compare(
                    places.getOrDefault(a.claims().get(i).id(), 0),
                    places.getOrDefault(b.claims().get(i).id(), 0));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The proof of a set of claims, from the rules that contradict it. */
    private static Conflict conflict(NetworkComponent component, ClaimSet claims, Dossier dossier) {
        ConsistencyOracle oracle = component.oracle();
        List<VariableId> about = new ArrayList<>();
        List<Claim> named = new ArrayList<>();
        boolean soft = false;
        for (ClaimId id : claims) {
            Claim claim = component.claim(id);
            about.add(oracle.variable(id));
            named.add(claim);
            soft |= claim.figure().isSoft();
        }
        List<RuleId> rules = oracle.contradiction(claims).orElseThrow().rules();
        RuleProgram program = new RuleProgram(component.linear(), rules, about, oracle.ranges(claims));
        Solution.Infeasible infeasible = program.simplex().infeasible().orElseThrow();
        ProofText text = new ProofText(infeasible, program, component, dossier.name());
        return new Conflict(named, text.rules(), infeasible.shortfall(), soft, text.why(named));
    }

    /**
     * Returns the conflicts.
     *
     * @return each once, in the order of the report
     */
    public List<Conflict> all() {
        return conflicts;
    }

    /**
     * Says whether these are all.
     *
     * @return false where the search was cut short because there are too many
     */
    public boolean isComplete() {
        return cuts.isEmpty();
    }

    /** A warning for all claims that hang together and whose conflicts were cut short. */
    List<Problem> cuts() {
        return cuts;
    }

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public List<Row> rows() {
        return rows;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void cells(Row row, Cells cells) {
        cells.count(row.number());
        if (row.claim().isPresent()) {
            Claim claim = row.claim().get();
            cells.text(claim.id());
            cells.text(claim.quantity().event());
            cells.text(claim.quantity().party());
            cells.text(claim.quantity().place());
            cells.text(claim.quantity().measure().toString());
            cells.text(claim.figure().text());
            cells.text(claim.figure().qualifier().toString());
            cells.range(assumptions.tolerance().range(claim.figure()).orElse(Interval.EMPTY));
            cells.list(claim.sources());
            cells.list(grades(claim));
        } else {
            for (int i = 0; i < 7; i++) {
                cells.text("");
            }
            cells.range(Interval.EMPTY);
            cells.text("");
            cells.text("");
        }
        cells.list(
                row.rule().isPresent()
                        ? List.of(row.rule().get())
                        : row.conflict().rules());
        cells.yesOrNo(row.conflict().soft());
        cells.text(row.conflict().why());
    }

    private List<String> grades(Claim claim) {
        List<String> grades = new ArrayList<>();
        for (String source : claim.sources()) {
            String grade = dossier.source(source).grade() + claim.credibility();
            if (!grade.isEmpty() && !grades.contains(grade)) {
                grades.add(grade);
            }
        }
        return grades;
    }

    /** Returns the proofs, one a line. */
    @Override
    public String toString() {
        return String.join("\n", conflicts.stream().map(Conflict::toString).toList());
    }
}
