package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/**
 * Conflicts that share statements, directly or through other conflicts, with their number in the reports.
 *
 * @param number the number, from 1, by the first statement in dossier order
 * @param network the connected component of the network that holds it
 * @param corrections what to set aside; nothing where the rules contradict one another without any statement
 * @param conflicts the conflicts found, in no particular order
 */
record ConflictComponent(
        int number, NetworkComponent network, CorrectionSearch.Component corrections, List<StatementSet> conflicts) {

    /** Numbers the components of all conflicts of a dossier. */
    static List<ConflictComponent> of(Dossier dossier, List<NetworkComponent> networks) {
        Order order = new Order(dossier);
        List<ConflictComponent> found = new ArrayList<>();
        for (NetworkComponent network : networks) {
            Set<StatementSet> conflicts = new LinkedHashSet<>(network.search().conflicts());
            conflicts.addAll(network.corrections().conflicts());
            if (conflicts.contains(StatementSet.of())) {
                CorrectionSearch.Component none =
                        new CorrectionSearch.Component(1, StatementSet.of(), List.of(), 0, CorrectionSearch.Told.ALL);
                found.add(new ConflictComponent(0, network, none, List.of(StatementSet.of())));
            }
            List<CorrectionSearch.Component> components = network.corrections().components();
            Map<StatementId, List<StatementSet>> within = new HashMap<>(); // the conflicts of each component
            List<List<StatementSet>> byComponent = new ArrayList<>();
            for (CorrectionSearch.Component component : components) {
                List<StatementSet> own = new ArrayList<>();
                byComponent.add(own);
                component.contested().forEach(statement -> within.put(statement, own));
            }
            for (StatementSet conflict : conflicts) {
                if (!conflict.isEmpty()) {
                    within.getOrDefault(conflict.iterator().next(), new ArrayList<>())
                            .add(conflict);
                }
            }
            for (int i = 0; i < components.size(); i++) {
                found.add(new ConflictComponent(0, network, components.get(i), byComponent.get(i)));
            }
        }
        found.sort(Comparator.comparing(component -> order.places(component.contested()), Order::compare));
        List<ConflictComponent> numbered = new ArrayList<>(found.size());
        for (ConflictComponent each : found) {
            numbered.add(new ConflictComponent(numbered.size() + 1, each.network, each.corrections, each.conflicts));
        }
        return numbered;
    }

    /** Returns the statements in its conflicts. */
    List<Statement> contested() {
        return statements(corrections.contested());
    }

    /** Returns the statements of a set. */
    List<Statement> statements(StatementSet set) {
        List<Statement> statements = new ArrayList<>();
        set.forEach(statement -> statements.add(network.statement(statement)));
        return statements;
    }

    /** The order of a dossier, which breaks ties between the rows of a report. */
    static final class Order {

        private final Map<Claim, Integer> places = new HashMap<>();

        Order(Dossier dossier) {
            dossier.claims().forEach(claim -> places.put(claim, places.size()));
        }

        private int place(Statement statement) {
            return places.getOrDefault(statement.claims().get(0), 0);
        }

        /** Sorts statements by their first claims. */
        List<Statement> sorted(List<Statement> statements) {
            return statements.stream()
                    .sorted(Comparator.comparingInt(this::place))
                    .toList();
        }

        /** Returns the positions of some statements, ascending. */
        List<Integer> places(List<Statement> statements) {
            return statements.stream().map(this::place).sorted().toList();
        }

        /** Compares two lists of positions by their first difference. */
        static int compare(List<Integer> a, List<Integer> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                int order = Integer.compare(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        }
    }
}
