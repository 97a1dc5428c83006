package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.propagate.Explanation;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.RuleId;
import org.muster.propagate.VariableId;

/**
 * Statements about the variables of one connected component of a network, each of which may be kept or set aside.
 * Answers whether those kept can all be true and, if not, which of them contradict one another.
 */
final class ConsistencyOracle {

    private static final long WORK_OF_A_NUMBER = 4; // exact numbers are slower than sets

    private static final int MOST_POSSIBLE = 50; // sets that are remembered

    private static final Bounds COUNT = Bounds.atLeast(Rational.ZERO);

    private final LinearNetwork network;
    private final List<List<VariableId>> variables; // by statement
    private final List<Bounds> bounds; // by statement
    private Budget budget = new Budget(Long.MAX_VALUE);
    private boolean isSure = true;
    /** The latest sets that can be true together, as every subset of them can. */
    private final Deque<StatementSet> possible = new ArrayDeque<>();

    /**
     * Numbers statements by their positions in two lists.
     *
     * @param network the component
     * @param variables the variables that each statement is about; several where it holds as of several dates
     * @param bounds what each statement says of them
     */
    ConsistencyOracle(LinearNetwork network, List<List<VariableId>> variables, List<Bounds> bounds) {
        this.network = network;
        this.variables = List.copyOf(variables);
        this.bounds = List.copyOf(bounds);
    }

    /** Charges the work of all further answers to a budget; an answer that has been started is always completed. */
    void spendFrom(Budget other) {
        budget = other;
    }

    /** Returns whether all answers so far are sure; statements bound by too many rules are taken to be possible. */
    boolean isSure() {
        return isSure;
    }

    /** Returns the component. */
    LinearNetwork network() {
        return network;
    }

    /** Returns all statements. */
    StatementSet statements() {
        return StatementSet.ofFirst(variables.size());
    }

    /** Returns the bounds that one statement sets. */
    Bounds bounds(StatementId statement) {
        return bounds.get(statement.number());
    }

    /** Returns the variables that a statement is about. */
    List<VariableId> variables(StatementId statement) {
        return variables.get(statement.number());
    }

    /** Returns whether all statements are about one variable, which no rule binds. */
    boolean isAboutOneVariable() {
        return network.rules().isEmpty() && network.variables().size() == 1;
    }

    /** A set of statements that cannot all be true, with the rules that prove it, and how far apart the proof's ends are. */
    record Contradiction(StatementSet statements, List<RuleId> rules, Rational shortfall) {}

    /**
     * The tightest bounds that statements give a variable, and which statements give them. Counts are never negative,
     * whatever is said.
     */
    private static final class Tightest {
        private Rational low = Rational.ZERO;
        private @Nullable Rational high;
        private @Nullable StatementId lowFrom;
        private @Nullable StatementId highFrom;

        void narrow(StatementId statement, Bounds bounds) {
            Rational from = bounds.low().orElse(Rational.ZERO);
            Rational to = bounds.high().orElse(null);
            if (from.compareTo(low) > 0) {
                low = from;
                lowFrom = statement;
            }
            if (to != null && (high == null || to.compareTo(high) < 0)) {
                high = to;
                highFrom = statement;
            }
        }

        Bounds bounds() {
            return new Bounds(Optional.of(low), Optional.ofNullable(high));
        }

        Optional<StatementId> from(boolean isHigh) {
            return Optional.ofNullable(isHigh ? highFrom : lowFrom);
        }
    }

    private Map<VariableId, Tightest> tightest(StatementSet taken) {
        Map<VariableId, Tightest> tightest = new TreeMap<>();
        for (StatementId statement : taken) {
            for (VariableId variable : variables(statement)) {
                tightest.computeIfAbsent(variable, any -> new Tightest()).narrow(statement, bounds(statement));
            }
        }
        return tightest;
    }

    private static Function<VariableId, Bounds> ranges(Map<VariableId, Tightest> tightest) {
        return variable -> {
            Tightest found = tightest.get(variable);
            return found == null ? COUNT : found.bounds();
        };
    }

    /** Returns the range that the statements kept leave each variable. */
    Function<VariableId, Bounds> ranges(StatementSet taken) {
        return ranges(tightest(taken));
    }

    /**
     * Returns why the statements kept cannot all be true.
     *
     * @return some of the statements that contradict one another; empty if all can be true
     */
    Optional<Contradiction> contradiction(StatementSet taken) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while looking for conflicts");
        }
        budget.spend(1L + taken.size());
        if (possible.stream().anyMatch(known -> known.containsAll(taken))) {
            return Optional.empty();
        }
        Map<VariableId, Tightest> tightest = tightest(taken);
        for (Tightest given : tightest.values()) {
            if (given.bounds().isEmpty()) {
                StatementSet apart = StatementSet.of();
                given.from(false).ifPresent(apart::add);
                given.from(true).ifPresent(apart::add);
                Bounds crossed = given.bounds();
                Rational shortfall =
                        crossed.low().orElseThrow().subtract(crossed.high().orElseThrow());
                return Optional.of(new Contradiction(apart, List.of(), shortfall));
            }
        }
        ImpliedRanges implied = ImpliedRanges.contradictionsOf(network, ranges(tightest));
        budget.spend(WORK_OF_A_NUMBER * implied.work());
        List<Explanation> found = implied.contradictions();
        if (found.isEmpty()) {
            isSure &= implied.unsolved().isEmpty();
            possible.removeIf(taken::containsAll);
            possible.addFirst(taken.copy());
            if (possible.size() > MOST_POSSIBLE) {
                possible.removeLast();
            }
            return Optional.empty();
        }
        StatementSet statements = StatementSet.of();
        for (Explanation.GivenBound bound : found.get(0).bounds()) {
            Tightest given = tightest.get(bound.variable());
            if (given != null) {
                given.from(bound.isHigh()).ifPresent(statements::add);
            }
        }
        return Optional.of(
                new Contradiction(statements, found.get(0).rules(), found.get(0).shortfall()));
    }

    /**
     * Finds pairs of statements about one variable that have no number in common, by sorting: for each variable, from
     * the lowest statement paired with the highest one inward.
     *
     * @param most the maximum number of pairs to find
     */
    List<StatementSet> pairsApart(int most) {
        Map<VariableId, List<StatementId>> about = new TreeMap<>();
        for (StatementId statement : statements()) {
            for (VariableId variable : variables(statement)) {
                about.computeIfAbsent(variable, any -> new ArrayList<>()).add(statement);
            }
        }
        Set<StatementSet> pairs = new LinkedHashSet<>();
        for (List<StatementId> statements : about.values()) {
            List<StatementId> byHigh = new ArrayList<>();
            for (StatementId statement : statements) {
                if (bounds(statement).high().isPresent()) {
                    byHigh.add(statement);
                }
            }
            byHigh.sort(Comparator.comparing(each -> bounds(each).high().orElseThrow()));
            List<StatementId> byLow = new ArrayList<>(statements);
            byLow.sort(Comparator.comparing((StatementId each) -> low(each)).reversed());
            for (StatementId lower : byHigh) {
                for (StatementId higher : byLow) {
                    if (low(higher).compareTo(bounds(lower).high().orElseThrow()) <= 0 || pairs.size() >= most) {
                        break;
                    }
                    pairs.add(StatementSet.of(lower, higher));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private Rational low(StatementId statement) {
        return bounds(statement).low().orElse(Rational.ZERO);
    }

    /**
     * Finds a minimal set of statements that cannot all be true among those kept (U. Junker, QuickXplain, 2004): none
     * of its statements can be left out. The rules by themselves must be free of contradictions.
     *
     * @return the set; empty if the statements kept can all be true
     */
    Optional<StatementSet> smallest(StatementSet taken) {
        return contradiction(taken)
                .filter(found -> !found.statements().isEmpty())
                .map(found -> {
                    List<StatementId> among = new ArrayList<>();
                    found.statements().forEach(among::add);
                    return explain(StatementSet.of(), false, among);
                });
    }

    private StatementSet explain(StatementSet background, boolean changed, List<StatementId> among) {
        if (changed && contradiction(background).isPresent()) {
            return StatementSet.of();
        }
        if (among.size() == 1) {
            return StatementSet.of(among.get(0));
        }
        List<StatementId> first = among.subList(0, among.size() / 2);
        List<StatementId> second = among.subList(among.size() / 2, among.size());
        StatementSet fromSecond = explain(background.with(StatementSet.of(first)), true, second);
        StatementSet fromFirst = explain(background.with(fromSecond), !fromSecond.isEmpty(), first);
        return fromFirst.with(fromSecond);
    }

    /**
     * Keeps as many statements as can be true together, one after another, or whole runs of them at once where they
     * fit. Once the budget is spent, no more are tried.
     *
     * @param order the statements, in the order in which to try them
     * @return the statements kept; with any other statement that was tried they could not all be true
     */
    StatementSet takeInTurn(List<StatementId> order) {
        StatementSet taken = StatementSet.of();
        take(order, taken);
        return taken;
    }

    private void take(List<StatementId> order, StatementSet taken) {
        if (order.isEmpty() || budget.isSpent()) {
            return;
        }
        if (contradiction(taken.with(StatementSet.of(order))).isEmpty()) {
            order.forEach(taken::add);
        } else if (order.size() > 1) {
            take(order.subList(0, order.size() / 2), taken);
            take(order.subList(order.size() / 2, order.size()), taken);
        }
    }
}
