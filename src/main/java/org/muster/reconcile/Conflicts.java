package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Solution;
import org.muster.interval.Interval;
import org.muster.propagate.RuleId;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;
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

    /**
     * Finds the conflicts of a dossier.
     *
     * @param dossier the claims and rules
     * @return what cannot all be true, with nothing assumed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Conflicts of(Dossier dossier) {
        return of(dossier, Assumptions.NONE);
    }

    /**
     * Finds the conflicts of a dossier.
     *
     * @param dossier the claims and rules
     * @param assumptions what is assumed beyond them; the starting ranges do not matter
     * @return what cannot all be true
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Conflicts of(Dossier dossier, Assumptions assumptions) {
        return of(dossier, assumptions, NetworkComponent.contradictory(dossier, assumptions));
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

    /** A warning for each connected component whose conflicts were cut short. */
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
    public List<Column<Row>> columns() {
        return List.of(
                Column.count("conflict", Row::number),
                ofClaim("claim", Claim::id),
                ofClaim("event", claim -> claim.quantity().event()),
                ofClaim("party", claim -> claim.quantity().party()),
                ofClaim("place", claim -> claim.quantity().place()),
                ofClaim("measure", claim -> claim.quantity().measure().toString()),
                ofClaim("text", claim -> claim.figure().text()),
                ofClaim("qualifier", claim -> claim.figure().qualifier().toString()),
                Column.range(
                        "low", "high", row -> row.claim().flatMap(this::range).orElse(Interval.EMPTY)),
                ofClaim("source", claim -> String.join("; ", claim.sources())),
                ofClaim("grade", claim -> String.join("; ", grades(claim))),
                Column.list("rules", Conflicts::rules),
                Column.yesOrNo("soft", row -> row.conflict().soft()),
                Column.text("why", row -> row.conflict().why()));
    }

    /** A column that is blank in the row of a rule. */
    private static Column<Row> ofClaim(String heading, Function<Claim, String> cell) {
        return Column.text(heading, row -> row.claim().map(cell).orElse(""));
    }

    private Optional<Interval> range(Claim claim) {
        return assumptions.tolerance().range(claim.figure());
    }

    private static List<String> rules(Row row) {
        return row.rule().map(List::of).orElse(row.conflict().rules());
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
