package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Proof;
import org.muster.exact.Rational;
import org.muster.exact.Solution;
import org.muster.exact.WorkLimit;
import org.muster.exact.WorkLimitException;
import org.muster.interval.Interval;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.RuleId;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * All minimal sets of statements that cannot all be true, with a row for each statement and rule of each set: the
 * report {@code conflicts.csv}. They are grouped by component, that is, conflicts that share statements; within a
 * component those with the fewest statements come first, then those with the fewest rules.
 *
 * <p>Only what the voices say counts as a statement: copies, and what a voice claims but does not say, are ignored.
 */
public final class Conflicts implements Tabular<Conflicts.Row> {

    private static final int MOST_CHARACTERS = 4_000_000; // of the conflicts of one component after its first

    private static final int MOST_ROWS = 100_000; // of all conflicts but the first of each component

    private static final int MOST_RULE_ROWS = 10_000; // of one conflict

    private static final int LONG = 200; // statements and rules of a conflict; one that is longer is told in few words

    private static final int FEW = 5; // names and rules in few words

    private static final int CHARACTERS_OF_FEW = 1_000; // about

    private static final int MOST_RULES_TO_ADD_UP = 2_000; // of a proof; a longer one is told without its sums

    private static final int MOST_RULES_TO_SPARE = 40; // of a proof; each is tried

    /**
     * A statement or a rule in a conflict.
     *
     * @param number the number of the conflict, from 1
     * @param conflict the conflict
     * @param statement the statement; empty for a rule
     * @param rule the rule; empty for a statement
     */
    public record Row(int number, Conflict conflict, Optional<Statement> statement, Optional<String> rule) {}

    private final Dossier dossier;
    private final List<Conflict> conflicts;
    private final List<Row> rows;
    private final List<Problem> cuts;

    private Conflicts(Dossier dossier, List<Conflict> conflicts, List<Problem> cuts) {
        this.dossier = dossier;
        this.conflicts = List.copyOf(conflicts);
        this.cuts = List.copyOf(cuts);
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < conflicts.size(); i++) {
            Conflict conflict = conflicts.get(i);
            for (Statement statement : conflict.statements()) {
                all.add(new Row(i + 1, conflict, Optional.of(statement), Optional.empty()));
            }
            int listed = Math.min(MOST_RULE_ROWS, conflict.rules().size());
            for (String rule : conflict.rules().subList(0, listed)) {
                all.add(new Row(i + 1, conflict, Optional.empty(), Optional.of(rule)));
            }
        }
        this.rows = List.copyOf(all);
    }

    /**
     * Finds the conflicts of a dossier.
     *
     * @param dossier the claims and rules
     * @return the minimal sets of statements that cannot all be true, without further assumptions
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
     * @return the minimal sets of statements that cannot all be true
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Conflicts of(Dossier dossier, Assumptions assumptions) {
        NetworkComponent.Contradictory found = NetworkComponent.contradictory(dossier, assumptions);
        return of(dossier, ConflictComponent.of(dossier, found.components()), found.unsolved(), assumptions.most());
    }

    /** @param unsolved the unknowns of which too many rules are left unsolved */
    static Conflicts of(Dossier dossier, List<ConflictComponent> components, List<Unknown> unsolved, int most) {
        return of(dossier, components, unsolved, most, new WorkLimit(ImpliedRanges.MOST_WORK));
    }

    /** @param limit how much work all proofs may take */
    static Conflicts of(
            Dossier dossier, List<ConflictComponent> components, List<Unknown> unsolved, int most, WorkLimit limit) {
        ConflictComponent.Order order = new ConflictComponent.Order(dossier);
        List<Conflict> conflicts = new ArrayList<>();
        List<Problem> cuts = new ArrayList<>();
        Map<NetworkComponent, Budget> budgets = new HashMap<>();
        long rows = 0;
        for (ConflictComponent component : components) {
            Budget budget = budgets.computeIfAbsent(
                    component.network(), network -> network.budget().unspent());
            List<Draft> drafts = drafts(component, budget, limit);
            List<Conflict> told = new ArrayList<>();
            long characters = 0;
            for (Draft draft : drafts.subList(0, Math.min(most, drafts.size()))) {
                if (!told.isEmpty()) {
                    rows += draft.size();
                    if (characters + length(draft, component) > MOST_CHARACTERS || rows > MOST_ROWS) {
                        break;
                    }
                }
                told.add(conflict(component, draft, dossier, order, limit));
                characters += length(draft, component);
            }
            if (told.size() < component.conflicts().size()
                    || !component.network().search().isComplete()) {
                cuts.add(cut("component " + component.number() + " may have more conflicts than the " + told.size()
                        + " listed: " + component.network().budget().whyStopped()));
            }
            for (Conflict conflict : told) {
                if (conflict.rules().size() > MOST_RULE_ROWS) {
                    cuts.add(cut("component " + component.number() + ": only " + MOST_RULE_ROWS + " of the "
                            + conflict.rules().size() + " rules of a conflict are listed"));
                }
            }
            told.sort(Comparator.<Conflict>comparingInt(
                            conflict -> conflict.statements().size())
                    .thenComparingInt(conflict -> conflict.rules().size())
                    .thenComparing(conflict -> order.places(conflict.statements()), ConflictComponent.Order::compare));
            conflicts.addAll(told);
        }
        for (Unknown unknown : unsolved) {
            cuts.add(cut(unknown.label(dossier.name())
                    + " is in more rules than are solved together: conflicts among them may be missing"));
        }
        return new Conflicts(dossier, conflicts, cuts);
    }

    private static Problem cut(String message) {
        return Problem.limit("conflicts.csv", message, "");
    }

    /** A conflict that has not been proved yet. */
    private record Draft(StatementSet statements, List<RuleId> rules, Rational shortfall) {
        int size() {
            return statements.size() + rules.size();
        }

        boolean isLong() {
            return size() > LONG;
        }
    }

    /** Estimates how many characters a conflict takes: the row of every statement and rule lists all of its rules. */
    private static long length(Draft draft, ConflictComponent component) {
        if (draft.isLong()) {
            return (long) CHARACTERS_OF_FEW * draft.size();
        }
        long rules = 0;
        for (RuleId rule : draft.rules()) {
            rules += component.network().linear().rule(rule).text().length();
        }
        return draft.size() * (2 * rules + 60L * draft.statements().size());
    }

    /**
     * Returns the conflicts of a component, those with the fewest statements and rules first; once the budget is spent, no
     * more after the first.
     */
    private static List<Draft> drafts(ConflictComponent component, Budget budget, WorkLimit limit) {
        List<Draft> drafts = new ArrayList<>();
        ConsistencyOracle oracle = component.network().oracle();
        oracle.spendFrom(budget);
        List<StatementSet> smallestFirst = new ArrayList<>(component.conflicts());
        smallestFirst.sort(Comparator.comparingInt(StatementSet::size)
                .thenComparing(StatementSet::numbers, ConflictComponent.Order::compare));
        for (StatementSet statements : smallestFirst) {
            if (!drafts.isEmpty() && budget.isSpent()) {
                break;
            }
            oracle.contradiction(statements) // nothing where it takes more statements to see that rules are too many
                    .ifPresent(found -> drafts.add(new Draft(
                            statements, rules(component.network(), statements, found, limit), found.shortfall())));
        }
        drafts.sort(Comparator.<Draft>comparingInt(draft -> draft.statements().size())
                .thenComparingInt(draft -> draft.rules().size())
                .thenComparing(draft -> draft.statements().numbers(), ConflictComponent.Order::compare));
        return drafts;
    }

    /** Returns the rules that bind the statements to one another directly, where these prove as much with fewer. */
    private static List<RuleId> rules(
            NetworkComponent network, StatementSet statements, ConsistencyOracle.Contradiction found, WorkLimit limit) {
        Set<VariableId> about = new TreeSet<>();
        statements.forEach(statement -> about.addAll(network.oracle().variables(statement)));
        if (found.rules().size() <= 1 || about.size() > MOST_RULES_TO_SPARE) {
            return found.rules();
        }
        Map<RuleId, Integer> bound = new TreeMap<>(); // how many of the variables
        about.forEach(
                variable -> network.linear().rulesOf(variable).forEach(rule -> bound.merge(rule, 1, Integer::sum)));
        bound.values().removeIf(number -> number == 1);
        if (bound.size() > MOST_RULES_TO_SPARE) {
            return found.rules();
        }
        RuleProgram program = new RuleProgram(
                network.linear(), bound.keySet(), about, network.oracle().ranges(statements));
        return infeasible(program, limit)
                .map(infeasible -> used(infeasible, program))
                .filter(direct -> direct.size() < found.rules().size())
                .orElse(found.rules());
    }

    /** The proof that a programme has no solution; empty if it has one, or if finding out takes too much work. */
    private static Optional<Solution.Infeasible> infeasible(RuleProgram program, WorkLimit limit) {
        try {
            return program.simplex(limit).infeasible();
        } catch (WorkLimitException e) {
            return Optional.empty();
        }
    }

    private static List<RuleId> used(Solution.Infeasible infeasible, RuleProgram program) {
        return infeasible.proof().steps().stream()
                .filter(step -> step.part() == Proof.Part.CONSTRAINT)
                .map(step -> program.rules().get(step.number()))
                .toList();
    }

    /** Returns the proof of a set of statements, from rules none of which it can do without. */
    private static Conflict conflict(
            ConflictComponent component, Draft draft, Dossier dossier, ConflictComponent.Order order, WorkLimit limit) {
        ConsistencyOracle oracle = component.network().oracle();
        Set<VariableId> about = new TreeSet<>();
        draft.statements().forEach(statement -> about.addAll(oracle.variables(statement)));
        Function<List<RuleId>, RuleProgram> programs =
                rules -> new RuleProgram(component.network().linear(), rules, about, oracle.ranges(draft.statements()));
        List<RuleId> rules =
                draft.rules().size() <= MOST_RULES_TO_SPARE ? needed(draft.rules(), programs, limit) : draft.rules();
        List<Statement> statements = order.sorted(component.statements(draft.statements()));
        if (rules.size() > MOST_RULES_TO_ADD_UP) {
            return withoutSums(component, draft, statements);
        }
        RuleProgram program = programs.apply(rules);
        Optional<Solution.Infeasible> proof = infeasible(program, limit);
        if (proof.isEmpty()) {
            return withoutSums(component, draft, statements);
        }
        Solution.Infeasible infeasible = proof.get();
        ProofText text = new ProofText(
                infeasible, program, component.network(), dossier.name(), draft.isLong() ? FEW : Integer.MAX_VALUE);
        return new Conflict(
                component.number(),
                statements,
                text.rules(),
                infeasible.shortfall(),
                statements.stream().anyMatch(Statement::soft),
                text.why(component.statements(draft.statements())));
    }

    /** Returns some of the rules, which suffice for a proof and of which none can be spared. */
    private static List<RuleId> needed(
            List<RuleId> all, Function<List<RuleId>, RuleProgram> programs, WorkLimit limit) {
        List<RuleId> needed = all;
        for (RuleId spared : all) {
            if (needed.contains(spared) && needed.size() > 1) {
                List<RuleId> others = new ArrayList<>(needed);
                others.remove(spared);
                RuleProgram program = programs.apply(others);
                needed = infeasible(program, limit)
                        .map(infeasible -> used(infeasible, program))
                        .orElse(needed);
            }
        }
        return needed;
    }

    /** Returns a conflict whose proof has more rules than are added up, or takes more work. */
    private static Conflict withoutSums(ConflictComponent component, Draft draft, List<Statement> statements) {
        Set<String> rules = new LinkedHashSet<>();
        for (RuleId rule : draft.rules()) {
            rules.add(component.network().linear().rule(rule).text());
        }
        List<String> names = statements.stream()
                .map(statement -> statement.quantity().label() + " " + statement.range())
                .toList();
        return new Conflict(
                component.number(),
                statements,
                List.copyOf(rules),
                draft.shortfall(),
                statements.stream().anyMatch(Statement::soft),
                ProofText.some(names, FEW, " and ") + " exclude one another by " + rules.size()
                        + (rules.size() == 1 ? " rule (" : " rules (")
                        + ProofText.some(List.copyOf(rules), FEW, "; ") + ")");
    }

    /**
     * Returns the conflicts of each component.
     *
     * @return by the component's number, each in the order of the report
     */
    public Map<Integer, List<Conflict>> byComponent() {
        Map<Integer, List<Conflict>> byComponent = new LinkedHashMap<>();
        for (Conflict conflict : conflicts) {
            byComponent
                    .computeIfAbsent(conflict.component(), any -> new ArrayList<>())
                    .add(conflict);
        }
        return byComponent;
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
     * Returns whether these are all of the conflicts.
     *
     * @return false where the search was stopped early because there are too many
     */
    public boolean isComplete() {
        return cuts.isEmpty();
    }

    /**
     * Returns how often the search was stopped, or a conflict cut short.
     *
     * @return how many warnings say where there may be more
     */
    public int unfinished() {
        return cuts.size();
    }

    /** Returns a warning for each component whose search was stopped early. */
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
                Column.count("component", row -> row.conflict().component()),
                Column.count("conflict", Row::number),
                list("claim", Statement::ids),
                text("event", statement -> statement.quantity().event()),
                text("party", statement -> statement.quantity().party()),
                text("place", statement -> statement.quantity().place()),
                text("measure", statement -> statement.quantity().measure().toString()),
                text("as_of", statement -> statement.asOf().toString()),
                list("text", Statement::texts),
                list("qualifier", Statement::qualifiers),
                Column.range(
                        "low",
                        "high",
                        row -> row.statement().map(Statement::range).orElse(Interval.EMPTY)),
                list("voice", Statement::voices),
                list("source", Statement::sources),
                list("grade", this::grades),
                Column.list("rules", Conflicts::rules),
                Column.yesOrNo("soft", row -> row.conflict().soft()),
                Column.text("why", row -> row.conflict().why()));
    }

    /** Returns a column that is blank in the row of a rule. */
    private static Column<Row> text(String heading, Function<Statement, String> cell) {
        return Column.text(heading, row -> row.statement().map(cell).orElse(""));
    }

    /** Returns a column of lists that is blank in the row of a rule. */
    private static Column<Row> list(String heading, Function<Statement, List<String>> cell) {
        return Column.list(heading, row -> row.statement().map(cell).orElse(List.of()));
    }

    private static List<String> rules(Row row) {
        List<String> rules = row.conflict().rules();
        if (row.rule().isPresent()) {
            return List.of(row.rule().get());
        }
        return rules.size() <= LONG ? rules : List.of(ProofText.some(rules, FEW, "; "));
    }

    private List<String> grades(Statement statement) {
        Set<String> grades = new LinkedHashSet<>();
        for (Claim claim : statement.claims()) {
            for (String source : claim.sources()) {
                grades.add(dossier.source(source).grade() + claim.credibility());
            }
        }
        grades.remove("");
        return List.copyOf(grades);
    }

    /** Returns the proofs, one per line. */
    @Override
    public String toString() {
        return String.join("\n", conflicts.stream().map(Conflict::toString).toList());
    }
}
