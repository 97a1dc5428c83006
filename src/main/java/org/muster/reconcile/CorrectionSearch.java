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
 * Finds all cheapest sets of statements to set aside, by growing conflicts (implicit hitting sets: J. Davies, F.
 * Bacchus, Solving MAXSAT by solving a sequence of simpler SAT instances, 2011): the cheapest hitting sets of the known
 * conflicts are the answer as soon as the other statements can all be true.
 *
 * <p>If the budget is spent before that, statements are kept from the costliest down as long as they can all be true
 * (those for which a second budget leaves no time are not tried), and the rest are set aside: that resolves all conflicts, though a cheaper correction may exist.
 */
final class CorrectionSearch {

    private static final int TO_KEEP = 5; // times the budget of the search

    private static final int MOST_PAIRS = 2_000; // of a search that involves rules

    private final ConsistencyOracle oracle;
    private final int[] costs;
    private final int most;
    private final Budget budget;
    private final Budget toKeep; // of keeping statements one after another, once the other is spent
    private final Set<StatementSet> conflicts = new LinkedHashSet<>();
    private List<Component> components = List.of();

    /**
     * Conflicts that share statements, directly or through other conflicts.
     *
     * @param conflicts how many conflicts are known
     * @param contested the statements in them
     * @param options what to set aside: the cheapest sets that resolve them
     * @param cost the cost of each option
     * @param told whether these are all
     */
    record Component(long conflicts, StatementSet contested, List<StatementSet> options, long cost, Told told) {}

    /** How many of the cheapest corrections were found. */
    enum Told {
        /** All of them. */
        ALL,
        /** Some: there are more than were asked for. */
        SOME,
        /** One correction: the search was abandoned, and there may be cheaper ones. */
        A_CHEAP_WAY
    }

    private CorrectionSearch(ConsistencyOracle oracle, int[] costs, int most, Budget budget) {
        this.oracle = oracle;
        this.costs = costs;
        this.most = most;
        this.budget = budget;
        this.toKeep = budget.times(TO_KEEP);
    }

    /**
     * Searches for corrections.
     *
     * @param oracle answers which statements can be true together
     * @param costs what it costs to set each aside
     * @param known the conflicts found so far
     * @param most the maximum number of options to keep
     * @param budget how much work to do
     */
    static CorrectionSearch of(
            ConsistencyOracle oracle, int[] costs, Collection<StatementSet> known, int most, Budget budget) {
        CorrectionSearch search = new CorrectionSearch(oracle, costs, most, budget);
        oracle.spendFrom(search.budget);
        search.conflicts.addAll(known);
        search.run();
        return search;
    }

    private void run() {
        if (conflicts.contains(StatementSet.of())) {
            return; // the rules contradict one another; setting statements aside cannot resolve that
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
            oracle.spendFrom(toKeep);
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
     * Ranges on a line: those that contain a common number can all be true, and that number may be taken as the low end
     * of one of them. Each low end is examined once, in ascending order.
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

    /**
     * Adds the pairs of statements about one quantity that exclude one another, which need no search if each can be
     * true by itself.
     */
    private void addPairs() {
        StatementSet possible = StatementSet.of();
        StatementSet impossible = StatementSet.of();
        for (StatementSet pair : oracle.pairsApart(MOST_PAIRS)) {
            if (budget.isSpent()) {
                return;
            }
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

    /** Adds the conflicts left by each option of a component combined with the first options of the others. */
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
                addAmong(firsts.without(each.options().get(0)).with(option)); // no other component contains any of them
            }
        }
        if (components.isEmpty()) {
            addAmong(StatementSet.of());
        }
    }

    /** Adds disjoint conflicts among the statements that are not set aside until there are no more. */
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
     * Sets aside what cannot be true together with the costliest statements. Everything counts as one component, since
     * undiscovered conflicts may connect those found.
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
     * Returns the conflicts grouped by shared statements, in the order of their first statements. Within a component
     * they are in the order in which they joined it.
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

    /** Returns the components, in the order of their first statements. */
    List<Component> components() {
        return components;
    }

    /** Returns all conflicts known so far. */
    Collection<StatementSet> conflicts() {
        return conflicts;
    }
}
