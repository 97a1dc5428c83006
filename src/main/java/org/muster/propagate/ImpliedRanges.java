package org.muster.propagate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.exact.WorkLimit;

/**
 * The exact range of every variable of a network under all rules, from given ranges.
 *
 * <p>Where rules and variables are connected like a tree, two sweeps find it in linear time: from the leaves inward,
 * each rule passes on the bounds that it leaves to the one variable it shares with the rest; then outward again (J.
 * Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, for intervals instead of probabilities). A rule is a
 * leaf once it shares at most one variable with the rules that remain. What remains in the end, if anything, has
 * cycles; there linear programmes find the ranges.
 *
 * <p>A variable fixed to one number passes nothing from one of its rules to another, so it does not connect them. Each
 * connected component of rules in this sense implies its ranges, or contradicts itself, independently of the others.
 */
public final class ImpliedRanges {

    /** How much work all linear programmes of a network may take, unless another limit is given: some seconds. */
    public static final long MOST_WORK = 300_000_000;

    // Variables and rules are places of the network.
    private final LinearNetwork network;
    private final List<Bounds> given;
    private final RuleComponents components;
    private final Derivation derivation;
    private final CycleSolver solver;
    private final Map<Integer, Explanation> crossed = new TreeMap<>(); // by variable whose given ends are crossed
    private final List<Integer> order = new ArrayList<>(); // rules from the leaves inward
    private final List<List<Integer>> cycles = new ArrayList<>(); // their rules
    private long work;

    private ImpliedRanges(LinearNetwork network, Function<VariableId, Bounds> given, WorkLimit limit) {
        this.network = network;
        List<Bounds> ranges = new ArrayList<>(network.variables().size());
        for (VariableId variable : network.variables()) {
            ranges.add(given.apply(variable));
        }
        this.given = ranges;
        this.components = new RuleComponents(network, ranges);
        this.derivation = new Derivation(network, ranges);
        this.solver = new CycleSolver(components, derivation, limit);
    }

    /**
     * Finds all ranges.
     *
     * @param network the rules
     * @param given the given range of each variable
     * @return the implied ranges
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static ImpliedRanges of(LinearNetwork network, Function<VariableId, Bounds> given) {
        return of(network, given, new WorkLimit(MOST_WORK));
    }

    /**
     * Finds all ranges, within a limit on work that several networks share.
     *
     * @param network the rules
     * @param given the given range of each variable
     * @param limit how much work is left; what takes more is {@link #unsolved}
     * @return the implied ranges
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static ImpliedRanges of(LinearNetwork network, Function<VariableId, Bounds> given, WorkLimit limit) {
        ImpliedRanges implied = new ImpliedRanges(network, given, limit);
        implied.collect(new BitSet());
        implied.derivation.turnOutward();
        implied.cycles.forEach(implied.solver::findRanges);
        implied.distribute();
        return implied;
    }

    /**
     * Finds out only whether the rules can be satisfied.
     *
     * @param network the rules
     * @param given the given range of each variable
     * @return the contradictions; the ranges are not the implied ones
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static ImpliedRanges contradictionsOf(LinearNetwork network, Function<VariableId, Bounds> given) {
        ImpliedRanges implied = new ImpliedRanges(network, given, new WorkLimit(MOST_WORK));
        implied.collect(new BitSet());
        implied.cycles.forEach(implied.solver::findContradictions);
        return implied;
    }

    /**
     * Makes the inward sweep only, and stops at rules that connect several of the held variables, as if these were in
     * cycles. {@link #cyclicRules} are then the rules that bind the held variables to one another.
     *
     * @param network the rules
     * @param given the given range of each variable
     * @param held the variables that are held
     * @return the ranges that the leaves leave to the variables
     */
    public static ImpliedRanges around(
            LinearNetwork network, Function<VariableId, Bounds> given, Set<VariableId> held) {
        ImpliedRanges implied = new ImpliedRanges(network, given, new WorkLimit(MOST_WORK));
        BitSet places = new BitSet();
        held.forEach(variable -> places.set(network.place(variable)));
        implied.collect(places);
        return implied;
    }

    private void collect(BitSet held) {
        DerivedBounds collected = derivation.collected();
        int[] degree = new int[given.size()];
        int[] shared = new int[network.size()];
        for (int variable = 0; variable < degree.length; variable++) {
            degree[variable] = components.through(variable).length + (held.get(variable) ? 1 : 0);
            if (degree[variable] > 1) {
                for (int rule : network.rulesOf(variable)) {
                    shared[rule]++;
                }
            }
            if (collected.isEmpty(variable)) {
                crossed.put(variable, whyCrossed(variable));
            }
        }
        Deque<Integer> leaves = new ArrayDeque<>();
        for (int rule = 0; rule < shared.length; rule++) {
            if (shared[rule] <= 1) {
                leaves.add(rule);
            }
        }
        boolean[] told = new boolean[shared.length];
        while (!leaves.isEmpty()) {
            int number = leaves.remove();
            if (told[number]) {
                continue;
            }
            told[number] = true;
            order.add(number);
            tell(number, degree);
            int target = derivation.inward(number);
            for (int variable : network.variablesOf(number)) {
                degree[variable]--;
            }
            if (degree[target] == 1) {
                for (int other : network.rulesOf(target)) {
                    if (!told[other] && --shared[other] == 1) {
                        leaves.add(other);
                    }
                }
            }
        }
        cycles.addAll(components.without(told));
    }

    /**
     * Passes bounds from a leaf to the variable that it shares or, if it shares none, to any variable that is not
     * fixed. A fixed variable receives nothing, since rules of other components may have used it.
     */
    private void tell(int number, int[] degree) {
        int[] variables = network.variablesOf(number);
        work += variables.length;
        int term = 0;
        for (int i = 0; i < variables.length; i++) {
            if (degree[variables[i]] > 1 || components.isFixed(variables[term]) && !components.isFixed(variables[i])) {
                term = i;
            }
        }
        int target = variables[term];
        derivation.setInward(number, target);
        if (components.isContradicted(number)) {
            return;
        }
        DerivedBounds collected = derivation.collected();
        RuleSums sums = new RuleSums(network, number, collected, -1, collected);
        if (!components.isFixed(target)) {
            sums.narrow(term, collected);
            if (collected.isEmpty(target)) {
                components.contradict(number, whyCrossed(target));
            }
            return;
        }
        Rational lack = sums.lack();
        Rational shortfall = lack.signum() > 0 ? lack : sums.excess();
        if (shortfall.signum() > 0) {
            ExplanationTracer tracer = ExplanationTracer.of(derivation);
            tracer.add(number, lack.signum() > 0);
            components.contradict(number, tracer.explanation(shortfall));
        }
    }

    private Explanation whyCrossed(int variable) {
        ExplanationTracer tracer = ExplanationTracer.of(derivation);
        tracer.add(variable, false, false);
        tracer.add(variable, true, false);
        DerivedBounds collected = derivation.collected();
        return tracer.crossing(collected.end(variable, false), collected.end(variable, true));
    }

    /**
     * Makes the outward sweep: each rule passes to its other variables the bounds that the shared one and the rest
     * leave to them.
     */
    private void distribute() {
        DerivedBounds implied = derivation.implied();
        for (int i = order.size() - 1; i >= 0; i--) {
            int number = order.get(i);
            if (!components.isContradicted(number)) {
                int shared = derivation.inward(number);
                RuleSums sums = new RuleSums(network, number, derivation.collected(), shared, implied);
                int[] variables = network.variablesOf(number);
                for (int term = 0; term < variables.length; term++) {
                    if (variables[term] != shared) {
                        sums.narrow(term, implied);
                    }
                }
            }
        }
    }

    /**
     * Returns how much work it was to find out.
     *
     * @return how many numbers were looked at, about; the same every time
     */
    public long work() {
        return work + solver.work() + network.size();
    }

    /**
     * Returns why the given ranges and the rules contradict each other.
     *
     * @return one explanation for each variable whose given ends are crossed, then one for each component that
     *     contradicts itself
     */
    public List<Explanation> contradictions() {
        List<Explanation> all = new ArrayList<>(crossed.values());
        all.addAll(components.contradictions().values());
        return all;
    }

    /**
     * Returns the first variable of each set of rules in cycles that is too large for a linear programme, or takes too much
     * work. What they imply may be narrower than the ranges, and whether they contradict one another is not known.
     *
     * @return ascending
     */
    public List<VariableId> unsolved() {
        return Arrays.stream(solver.unsolved())
                .mapToObj(rule -> network.rule(rule).variable(0))
                .toList();
    }

    /**
     * Returns the first variable of each contradiction.
     *
     * @return in the order of the {@linkplain #contradictions contradictions}
     */
    public List<VariableId> contradicted() {
        List<VariableId> all = new ArrayList<>();
        crossed.keySet().forEach(variable -> all.add(network.variables().get(variable)));
        components
                .contradictions()
                .keySet()
                .forEach(component -> all.add(network.rule(component).variable(0)));
        return all;
    }

    /**
     * Returns whether a variable has an implied range.
     *
     * @param variable the variable
     * @return whether no rule that binds it belongs to a component that contradicts itself
     */
    public boolean isConsistent(VariableId variable) {
        int place = network.place(variable);
        boolean consistent = !crossed.containsKey(place);
        for (int rule : network.rulesOf(place)) {
            consistent &= !components.isContradicted(rule);
        }
        return consistent;
    }

    /**
     * Returns the range of a variable.
     *
     * @param variable a consistent variable
     * @return the exact range
     */
    public Bounds bounds(VariableId variable) {
        return derivation.implied().bounds(network.place(variable));
    }

    /**
     * Returns whether the rules narrow an end.
     *
     * @param variable the variable
     * @param isHigh which end
     * @return whether it is tighter than the given one
     */
    public boolean isNarrowed(VariableId variable, boolean isHigh) {
        return derivation.implied().by(network.place(variable), isHigh) != DerivedBounds.GIVEN;
    }

    /**
     * Returns the range that was given.
     *
     * @param variable the variable
     * @return its range before the rules
     */
    public Bounds given(VariableId variable) {
        return given.get(network.place(variable));
    }

    /**
     * Returns what an end rests on.
     *
     * @param variable the variable
     * @param isHigh which end
     * @param most the most bounds to follow back, the nearest first
     * @return the rules and given bounds
     */
    public Explanation explanation(VariableId variable, boolean isHigh, int most) {
        ExplanationTracer tracer = ExplanationTracer.of(derivation, most);
        tracer.add(network.place(variable), isHigh, true);
        return tracer.explanation(Rational.ZERO);
    }

    /**
     * Returns the rules that are in cycles.
     *
     * @return by connected component of such rules, ascending
     */
    public List<RuleId> cyclicRules() {
        List<RuleId> rules = new ArrayList<>();
        cycles.forEach(cycle -> rules.addAll(network.rules(cycle)));
        return rules;
    }

    /**
     * Returns the components that do not contradict themselves.
     *
     * @return the rules of each, by their first rules
     */
    public List<List<RuleId>> consistentComponents() {
        Map<Integer, List<RuleId>> consistent = new TreeMap<>();
        for (int rule = 0; rule < network.size(); rule++) {
            if (!components.isContradicted(rule)) {
                consistent
                        .computeIfAbsent(components.of(rule), any -> new ArrayList<>())
                        .add(network.number(rule));
            }
        }
        return List.copyOf(consistent.values());
    }

    /**
     * Returns a linear programme of everything connected with two variables, each variable within its implied range.
     *
     * @param first a consistent variable
     * @param second another, or the same
     * @return the programme, which contains both variables
     */
    public RuleProgram program(VariableId first, VariableId second) {
        List<VariableId> both = List.of(first, second);
        Set<Integer> around = new TreeSet<>();
        for (VariableId variable : both) {
            for (int rule : components.through(network.place(variable))) {
                around.add(components.of(rule));
            }
        }
        List<Integer> rules = new ArrayList<>();
        for (int rule = 0; rule < network.size(); rule++) {
            if (around.contains(components.of(rule))) {
                rules.add(rule);
            }
        }
        return new RuleProgram(network, network.rules(rules), both, this::bounds);
    }

    /** Returns which rules pass bounds to one another. */
    RuleComponents components() {
        return components;
    }

    /** Returns the rules of each component of rules in cycles. */
    List<List<Integer>> cycles() {
        return cycles;
    }

    /** Returns whether whole numbers reach all lower ends of a cycle together, and all upper ends. */
    boolean isReachedTogether(List<Integer> cycle) {
        return solver.isReachedTogether(cycle);
    }

    /** Returns whether the rules of a cycle were too many, or took too much work. */
    boolean isUnsolved(List<Integer> cycle) {
        return solver.isUnsolved(cycle);
    }
}
