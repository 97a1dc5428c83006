package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muster.exact.Rational;
import org.muster.propagate.ConnectedComponents;

/**
 * Finds all cheapest sets of statements to set aside, by growing conflicts (implicit hitting sets: J. Davies, F. Bacchus,
 * Solving MAXSAT by solving a sequence of simpler SAT instances, 2011): the cheapest sets that meet all conflicts known are
 * right as soon as the other statements can all be true.
 *
 * <p>Where the budget is spent before that, the costliest statements are taken in turn as long as they can all be true, and
 * what is left is set aside: that mends all conflicts, though something cheaper may do.
 */
final class CorrectionSearch {

    private static final int MOST_PAIRS = 2_000; // of a search that rules take part in

    private final ConsistencyOracle oracle;
    private final int[] costs;
    private final int most;
    private final Budget budget;
    private final Set<StatementSet> conflicts = new LinkedHashSet<>();
    private List<Component> components = List.of();

    /**
     * Conflicts that have statements in common, directly or through others.
     *
     * @param conflicts how many conflicts are known
     * @param contested the statements in them
     * @param options what to set aside: the cheapest sets that mend them
     * @param cost what each costs
     * @param told whether these are all
     */
    record Component(long conflicts, StatementSet contested, List<StatementSet> options, long cost, Told told) {}

    /** How much of the cheapest corrections was found. */
    enum Told {
        /** All of them. */
        ALL,
        /** Some, since there are more than were asked for. */
        SOME,
        /** The search was given up: one correction, and there may be cheaper ones. */
        A_CHEAP_WAY
    }

    private CorrectionSearch(ConsistencyOracle oracle, int[] costs, int most, Budget budget) {
        this.oracle = oracle;
        this.costs = costs;
        this.most = most;
        this.budget = budget;
    }

    /**
     * Searches for corrections.
     *
     * @param oracle says which statements can be true together
     * @param costs what it costs to set each aside
     * @param known the conflicts found so far
     * @param most how many options to keep at most
     */
    static CorrectionSearch of(
            ConsistencyOracle oracle, int[] costs, Collection<StatementSet> known, int most, Budget budget) {
        CorrectionSearch search = new CorrectionSearch(oracle, costs, most, budget);
        oracle.spendFrom(budget);
        search.conflicts.addAll(known);
        search.run();
        return search;
    }

    private void run() {
        if (conflicts.contains(StatementSet.of())) {
            return; // rules contradict one another; no statement can mend that
        }
        if (oracle.isAboutOneVariable()) {
            components = List.of(aboutOneVariable());
            return;
        }
        addPairs();
        int before;
        do {
            before = conflicts.size();
            components = new ArrayList<>();
            for (List<StatementSet> connected : connected()) {
                components.add(component(connected));
            }
            addUnmended();
        } while (conflicts.size() > before && !budget.isSpent());
        if (budget.isSpent()) {
            takeTheCostliest();
        }
    }

    private Component component(List<StatementSet> connected) {
        List<BitSet> meet = new ArrayList<>();
        StatementSet contested = StatementSet.of();
        for (StatementSet conflict : connected) {
            meet.add(conflict.bits());
            contested = contested.with(conflict);
        }
        MinimumCostHittingSets hits = MinimumCostHittingSets.of(meet, costs, most, budget);
        return new Component(
                connected.size(),
                contested,
                hits.found().stream().map(StatementSet::of).toList(),
                hits.cost(),
                hits.isCut() ? Told.SOME : Told.ALL);
    }

    /**
     * Ranges on a line: those that hold one number can all be true, and that number may be the low end of one of them. Each
     * low end is looked at once, from the least up.
     */
    private Component aboutOneVariable() {
        List<StatementId> byLow = new ArrayList<>();
        oracle.statements().forEach(byLow::add);
        List<StatementId> byHigh = new ArrayList<>(byLow);
        byHigh.removeIf(statement -> oracle.bounds(statement).high().isEmpty());
        byLow.sort(Comparator.comparing(this::low));
        byHigh.sort(Comparator.comparing(this::high));
        StatementSet contested = StatementSet.of();
        Set<Rational> best = new LinkedHashSet<>();
        long costliest = -1;
        long held = 0;
        long all = 0;
        long pairs = 0;
        int ended = 0;
        for (int i = 0; i < byLow.size(); i++) {
            Rational low = low(byLow.get(i));
            for (; ended < byHigh.size() && high(byHigh.get(ended)).compareTo(low) < 0; ended++) {
                held -= cost(byHigh.get(ended));
                contested.add(byHigh.get(ended));
            }
            if (ended > 0) {
                contested.add(byLow.get(i));
            }
            pairs += ended;
            held += cost(byLow.get(i));
            all += cost(byLow.get(i));
            boolean isLastOfItsLow =
                    i + 1 == byLow.size() || low(byLow.get(i + 1)).compareTo(low) > 0;
            if (isLastOfItsLow && held >= costliest) {
                if (held > costliest) {
                    best.clear();
                }
                costliest = held;
                best.add(low);
            }
        }
        List<StatementSet> options = new ArrayList<>();
        for (Rational number : best) {
            if (options.size() < most) {
                StatementSet aside = StatementSet.of();
                byLow.stream()
                        .filter(statement -> !oracle.bounds(statement).contains(number))
                        .forEach(aside::add);
                options.add(aside);
            }
        }
        return new Component(pairs, contested, options, all - costliest, best.size() > most ? Told.SOME : Told.ALL);
    }

    private Rational low(StatementId statement) {
        return oracle.bounds(statement).low().orElse(Rational.ZERO);
    }

    private Rational high(StatementId statement) {
        return oracle.bounds(statement).high().orElseThrow();
    }

    private int cost(StatementId statement) {
        return costs[statement.number()];
    }

    /** Statements about one quantity that exclude one another need no search, if each can be true by itself. */
    private void addPairs() {
        StatementSet possible = StatementSet.of();
        StatementSet impossible = StatementSet.of();
        for (StatementSet pair : oracle.pairsApart(MOST_PAIRS)) {
            for (StatementId statement : pair.without(possible).without(impossible)) {
                StatementSet alone = StatementSet.of(statement);
                if (oracle.contradiction(alone).isPresent()) {
                    impossible.add(statement);
                    conflicts.add(alone);
                } else {
                    possible.add(statement);
                }
            }
            if (possible.containsAll(pair)) {
                conflicts.add(pair);
            }
        }
    }

    /** The conflicts that are left by each option of a component with the first options of the others. */
    private void addUnmended() {
        StatementSet firsts = StatementSet.of();
        for (Component each : components) {
            firsts = firsts.with(each.options().get(0));
        }
        for (Component each : components) {
            for (StatementSet option : each.options()) {
                if (budget.isSpent()) {
                    return;
                }
                addAmong(firsts.without(each.options().get(0)).with(option)); // no other component has any of them
            }
        }
        if (components.isEmpty()) {
            addAmong(StatementSet.of());
        }
    }

    /** Conflicts among the statements that are not set aside, until those of no statement in common are found. */
    private void addAmong(StatementSet aside) {
        StatementSet taken = oracle.statements().without(aside);
        Optional<StatementSet> conflict = oracle.smallest(taken);
        while (conflict.isPresent()) {
            conflicts.add(conflict.get());
            taken = taken.without(conflict.get());
            conflict = budget.isSpent() ? Optional.empty() : oracle.smallest(taken);
        }
    }

    /**
     * Sets aside what cannot be true together with the costliest statements. All is one component, since the conflicts that
     * were not found may connect those that were.
     */
    private void takeTheCostliest() {
        List<StatementId> order = new ArrayList<>();
        oracle.statements().forEach(order::add);
        order.sort(Comparator.comparing(this::cost).reversed());
        StatementSet aside = oracle.statements().without(oracle.takeInTurn(order));
        StatementSet contested = aside;
        for (StatementSet conflict : conflicts) {
            contested = contested.with(conflict);
        }
        long cost = 0;
        for (StatementId statement : aside) {
            cost += cost(statement);
        }
        components = List.of(new Component(conflicts.size(), contested, List.of(aside), cost, Told.A_CHEAP_WAY));
    }

    /**
     * The conflicts by what they have in common, in the order of their first statements. In a component they stand as it grew
     * together.
     */
    private Collection<List<StatementSet>> connected() {
        ConnectedComponents joined = new ConnectedComponents(costs.length);
        for (StatementSet conflict : conflicts) {
            int first = conflict.iterator().next().number();
            conflict.forEach(statement -> joined.join(first, statement.number()));
        }
        Map<Integer, List<StatementSet>> byFirst = new TreeMap<>();
        for (StatementSet conflict : conflicts) {
            byFirst.computeIfAbsent(joined.first(conflict.iterator().next().number()), any -> new ArrayList<>())
                    .add(conflict);
        }
        return byFirst.values();
    }

    /** The components, in the order of their first statements. */
    List<Component> components() {
        return components;
    }

    /** All conflicts that are known by now. */
    Collection<StatementSet> conflicts() {
        return conflicts;
    }
}
