package org.muster.propagate;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.muster.exact.Bounds;
import org.muster.exact.Hull;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;
import org.muster.exact.WorkLimit;
import org.muster.exact.WorkLimitException;

/**
 * Finds what rules in cycles imply, or that they contradict one another: by {@link Propagation} where that is enough, otherwise
 * by a linear programme. A cycle is a list of its rules; variables and rules are places.
 */
final class CycleSolver {

    private static final long MOST_CELLS = 2_000_000; // rules times variables of a linear programme

    private final LinearNetwork network;
    private final RuleComponents components;
    private final Derivation derivation;
    private final WorkLimit limit;
    private final BitSet reached = new BitSet(); // cycles by first rule
    private final BitSet unsolved = new BitSet(); // likewise
    private long work;

    CycleSolver(RuleComponents components, Derivation derivation, WorkLimit limit) {
        this.network = components.network();
        this.components = components;
        this.derivation = derivation;
        this.limit = limit;
    }

    /** Narrows the implied bounds to what a cycle leaves of the collected ones, unless it contradicts itself. */
    void findRanges(List<Integer> cycle) {
        solve(cycle, true);
    }

    /** Finds out only whether a cycle contradicts itself. */
    void findContradictions(List<Integer> cycle) {
        solve(cycle, false);
    }

    private void solve(List<Integer> cycle, boolean findsRanges) {
        int first = cycle.get(0);
        if (components.isContradicted(first)) {
            return;
        }
        Propagation propagation = Propagation.of(network, cycle, derivation.collected());
        boolean isSolved = isSolvedBy(propagation, cycle, findsRanges);
        work += propagation.work();
        if (isSolved) {
            return;
        }
        RuleProgram program = new RuleProgram(network, network.rules(cycle), List.of(), this::collected);
        if ((long) program.rules().size() * program.variables().size() > MOST_CELLS) {
            leaveUnsolved(cycle, propagation, findsRanges);
            return;
        }
        try {
            solve(program, first, findsRanges);
        } catch (WorkLimitException e) {
            leaveUnsolved(cycle, propagation, findsRanges);
        }
    }

    private Bounds collected(VariableId variable) {
        return derivation.collected().bounds(network.place(variable));
    }

    private void leaveUnsolved(List<Integer> cycle, Propagation propagation, boolean findsRanges) {
        unsolved.set(cycle.get(0));
        if (findsRanges) {
            take(propagation, cycle);
        }
    }

    private void solve(RuleProgram program, int first, boolean findsRanges) {
        Simplex simplex = program.simplex(limit);
        Optional<Solution.Infeasible> infeasible;
        try {
            infeasible = simplex.infeasible();
        } finally {
            work += (1 + simplex.iterations())
                    * program.rules().size()
                    * program.variables().size();
        }
        if (infeasible.isPresent()) {
            ExplanationTracer tracer = ExplanationTracer.of(derivation);
            tracer.add(infeasible.get().proof(), program);
            components.contradict(first, tracer.explanation(infeasible.get().shortfall()));
        } else if (findsRanges) {
            DerivedBounds implied = derivation.implied();
            for (Hull.Range range : simplex.hull().ranges()) {
                int variable = network.place(program.variables().get(range.variable()));
                derivation.setProofs(
                        variable,
                        new Derivation.CycleProofs(
                                program, range.low().orElse(null), range.high().orElse(null)));
                range.bounds().low().ifPresent(low -> implied.narrow(variable, false, low, DerivedBounds.TOGETHER));
                range.bounds().high().ifPresent(high -> implied.narrow(variable, true, high, DerivedBounds.TOGETHER));
            }
        }
    }

    /** Whether it takes no programme to find what is asked for. */
    private boolean isSolvedBy(Propagation propagation, List<Integer> cycle, boolean findsRanges) {
        Optional<Integer> crossing = propagation.crossed();
        if (crossing.isPresent()) {
            int variable = crossing.get();
            ExplanationTracer tracer = ExplanationTracer.of(derivation);
            propagation.explain(variable, false, tracer);
            propagation.explain(variable, true, tracer);
            components.contradict(
                    cycle.get(0), tracer.crossing(propagation.end(variable, false), propagation.end(variable, true)));
            return true;
        }
        boolean low = propagation.isReached(false);
        if (!findsRanges) {
            return low || propagation.isReached(true);
        }
        if (!low || !propagation.isReached(true)) {
            return false;
        }
        take(propagation, cycle);
        if (propagation.isWhole()) {
            reached.set(cycle.get(0));
        }
        return true;
    }

    private void take(Propagation propagation, List<Integer> cycle) {
        propagation.narrow(derivation.implied());
        for (int rule : cycle) {
            for (int variable : network.variablesOf(rule)) {
                derivation.setPropagation(variable, propagation);
            }
        }
    }

    /** Returns whether whole numbers reach all lower ends of a cycle together, and all upper ends. */
    boolean isReachedTogether(List<Integer> cycle) {
        return reached.get(cycle.get(0));
    }

    /** Returns whether the rules of a cycle were too many, or took too much work. */
    boolean isUnsolved(List<Integer> cycle) {
        return unsolved.get(cycle.get(0));
    }

    /** Returns the first rules of the cycles that are not solved, ascending. */
    int[] unsolved() {
        return unsolved.stream().toArray();
    }

    /** Returns how many numbers were looked at, about. */
    long work() {
        return work;
    }
}
