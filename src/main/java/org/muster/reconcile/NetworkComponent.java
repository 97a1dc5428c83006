package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.compare.Ranges;
import org.muster.compare.Statement;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.VariableId;

/**
 * A connected component of a dossier's network with everything that the voices say of its unknowns, and the conflicts
 * in it. The statements are numbered by name, range and date, so that nothing found depends on the order of the
 * dossier.
 *
 * @param network the network of the dossier
 * @param linear the component
 * @param statements the statements by their numbers
 * @param oracle answers which of them can be true together
 * @param search the conflicts among them
 * @param corrections what to set aside
 * @param budget how much work each of these searches may do, unspent
 */
record NetworkComponent(
        RuleNetwork network,
        LinearNetwork linear,
        List<Statement> statements,
        ConsistencyOracle oracle,
        ConflictSearch search,
        CorrectionSearch corrections,
        Budget budget) {

    private static final Bounds COUNT = Bounds.atLeast(Rational.ZERO);

    private static final Comparator<Statement> BY_NAME = Comparator.<Statement, Unknown>comparing(
                    statement -> new Unknown(statement.quantity(), statement.asOf()))
            .thenComparingDouble(statement -> statement.range().inf())
            .thenComparingDouble(statement -> statement.range().sup())
            .thenComparing(Statement::soft);

    /**
     * The components in which the statements cannot all be true.
     *
     * @param components the components, in the order of their first unknowns
     * @param unsolved the first unknown of each set of rules that is too large to be solved
     */
    record Contradictory(List<NetworkComponent> components, List<Unknown> unsolved) {}

    /** Returns the components of a dossier in which the statements cannot all be true. */
    static Contradictory contradictory(Dossier dossier, Assumptions assumptions) {
        Ranges ranges = Ranges.of(dossier, assumptions.tolerance());
        return contradictory(ranges, RuleNetwork.of(ranges, assumptions.lossesWithinStrength()), assumptions);
    }

    /** Returns the components in which the statements cannot all be true. */
    static Contradictory contradictory(Ranges ranges, RuleNetwork network, Assumptions assumptions) {
        Dossier dossier = ranges.dossier();
        List<Statement> statements = new ArrayList<>();
        for (Quantity quantity : dossier.quantities()) {
            statements.addAll(Statement.said(ranges, quantity));
        }
        statements.sort(BY_NAME);
        Map<VariableId, Bounds> tightest = new HashMap<>();
        List<List<VariableId>> together = new ArrayList<>();
        for (Statement statement : statements) {
            List<VariableId> about = about(statement, network);
            about.forEach(variable -> tightest.merge(variable, Bounds.of(statement.range()), Bounds::intersection));
            if (about.size() > 1) {
                together.add(about);
            }
        }
        ImpliedRanges implied = ImpliedRanges.contradictionsOf(
                network.linear(), variable -> COUNT.intersection(tightest.getOrDefault(variable, COUNT)));
        List<LinearNetwork> components = network.linear().componentsOf(implied.contradicted(), together);
        Map<VariableId, List<Statement>> within = new HashMap<>(); // the statements of each component
        List<List<Statement>> byComponent = new ArrayList<>();
        for (LinearNetwork component : components) {
            List<Statement> own = new ArrayList<>();
            byComponent.add(own);
            component.variables().forEach(variable -> within.put(variable, own));
        }
        for (Statement statement : statements) {
            List<Statement> own = within.get(about(statement, network).get(0));
            if (own != null) {
                own.add(statement);
            }
        }
        TimeLimit limit = assumptions.timeLimit().map(TimeLimit::new).orElse(TimeLimit.NONE);
        List<NetworkComponent> found = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            long work = Budget.of(components.size(), byComponent.get(i).size());
            found.add(
                    of(network, components.get(i), byComponent.get(i), dossier, assumptions, new Budget(work, limit)));
        }
        return new Contradictory(
                found, implied.unsolved().stream().map(network::unknown).toList());
    }

    private static NetworkComponent of(
            RuleNetwork network,
            LinearNetwork component,
            List<Statement> statements,
            Dossier dossier,
            Assumptions assumptions,
            Budget budget) {
        List<List<VariableId>> about = new ArrayList<>(statements.size());
        List<Bounds> bounds = new ArrayList<>(statements.size());
        int[] costs = new int[statements.size()];
        for (int i = 0; i < costs.length; i++) {
            about.add(about(statements.get(i), network));
            bounds.add(Bounds.of(statements.get(i).range()));
            costs[i] = assumptions.costs().of(statements.get(i), dossier);
        }
        ConsistencyOracle oracle = new ConsistencyOracle(component, about, bounds);
        ConflictSearch search = ConflictSearch.of(oracle, assumptions.most(), budget.unspent());
        CorrectionSearch corrections =
                CorrectionSearch.of(oracle, costs, search.conflicts(), assumptions.most(), budget.unspent());
        return new NetworkComponent(network, component, List.copyOf(statements), oracle, search, corrections, budget);
    }

    /** A component equals only itself; to compare all that is in it would take long. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Returns the statement with a given number. */
    Statement statement(StatementId statement) {
        return statements.get(statement.number());
    }

    private static List<VariableId> about(Statement statement, RuleNetwork network) {
        return network.statedBy(statement.quantity(), statement.asOf());
    }
}
