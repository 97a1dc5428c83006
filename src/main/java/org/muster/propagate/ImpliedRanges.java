package org.muster.propagate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Hull;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;
import org.muster.exact.WorkLimit;
import org.muster.exact.WorkLimitException;

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
 *
 * <p>The file is long because the two sweeps and the cycles between them derive bounds for the same variables.
 */
public final class ImpliedRanges {

    private static final int[] NONE = {};

    private static final long MOST_CELLS = 2_000_000; // rules times variables of a linear programme

    /** How much work all linear programmes of a network may take, unless another limit is given: some seconds. */
    public static final long MOST_WORK = 300_000_000;

    // Variables and rules are places of the network; a component is identified by its first rule.
    private final LinearNetwork network;
    private final List<Bounds> given;
    private final Derivation derivation;
    private final List<Integer> order = new ArrayList<>(); // rules from the leaves inward
    private final ConnectedComponents components; // of rules
    private final Map<Integer, Explanation> contradictions = new TreeMap<>(); // by component
    private final Map<Integer, Explanation> crossed = new TreeMap<>(); // by variable whose given ends are crossed
    private final List<List<Integer>> cycles = new ArrayList<>(); // their rules
    private final BitSet reached = new BitSet(); // cycles by first rule
    private final BitSet unsolved = new BitSet(); // likewise
    private final WorkLimit limit;
    private long work;

    private ImpliedRanges(LinearNetwork network, Function<VariableId, Bounds> given, WorkLimit limit) {
        this.network = network;
        this.limit = limit;
        List<Bounds> ranges = new ArrayList<>(network.variables().size());
        for (VariableId variable : network.variables()) {
            ranges.add(given.apply(variable));
        }
        this.given = ranges;
        this.derivation = new Derivation(network, ranges);
        this.components = new ConnectedComponents(network.size());
        for (int variable = 0; variable < ranges.size(); variable++) {
            int[] connected = rulesThrough(variable);
            for (int i = 1; i < connected.length; i++) {
                components.join(connected[0], connected[i]);
            }
        }
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
        implied.cycles.forEach(cycle -> implied.solve(cycle, true));
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
        implied.cycles.forEach(cycle -> implied.solve(cycle, false));
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
            degree[variable] = rulesThrough(variable).length + (held.get(variable) ? 1 : 0);
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
        findCycles(told);
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
            if (degree[variables[i]] > 1 || isFixed(variables[term]) && !isFixed(variables[i])) {
                term = i;
            }
        }
        int target = variables[term];
        derivation.setInward(number, target);
        if (contradictions.containsKey(component(number))) {
            return;
        }
        DerivedBounds collected = derivation.collected();
        RuleSums sums = new RuleSums(network, number, collected, -1, collected);
        if (!isFixed(target)) {
            sums.narrow(term, collected);
            if (collected.isEmpty(target)) {
                contradictions.put(component(number), whyCrossed(target));
            }
            return;
        }
        Rational lack = sums.lack();
        Rational shortfall = lack.signum() > 0 ? lack : sums.excess();
        if (shortfall.signum() > 0) {
            ExplanationTracer tracer = ExplanationTracer.of(derivation);
            tracer.add(number, lack.signum() > 0);
            contradictions.put(component(number), tracer.explanation(shortfall));
        }
    }

    private Explanation whyCrossed(int variable) {
        ExplanationTracer tracer = ExplanationTracer.of(derivation);
        tracer.add(variable, false, false);
        tracer.add(variable, true, false);
        DerivedBounds collected = derivation.collected();
        return tracer.explanation(apart(collected.end(variable, false), collected.end(variable, true)));
    }

    private static Rational apart(@Nullable Rational low, @Nullable Rational high) {
        return requireNonNull(low, "low").subtract(requireNonNull(high, "high"));
    }

    /** Finds the components of the rules that were never leaves. */
    private void findCycles(boolean[] told) {
        ConnectedComponents cyclic = new ConnectedComponents(told.length);
        for (int variable = 0; variable < given.size(); variable++) {
            int first = -1;
            for (int rule : rulesThrough(variable)) {
                if (!told[rule]) {
                    first = first < 0 ? rule : first;
                    cyclic.join(first, rule);
                }
            }
        }
        Map<Integer, List<Integer>> byFirst = new TreeMap<>();
        for (int rule = 0; rule < told.length; rule++) {
            if (!told[rule]) {
                byFirst.computeIfAbsent(cyclic.first(rule), any -> new ArrayList<>())
                        .add(rule);
            }
        }
        cycles.addAll(byFirst.values());
        cycles.sort(Comparator.comparingInt(List::size)); // so that a large one leaves no work undone but its own
    }

    private void solve(List<Integer> cycle, boolean findsRanges) {
        int component = component(cycle.get(0));
        if (contradictions.containsKey(component)) {
            return;
        }
        Propagation propagation = Propagation.of(network, cycle, derivation.collected());
        if (isSolvedBy(propagation, cycle, findsRanges)) {
            work += propagation.work();
            return;
        }
        work += propagation.work();
        RuleProgram program = new RuleProgram(network, network.rules(cycle), List.of(), this::collected);
        if ((long) program.rules().size() * program.variables().size() > MOST_CELLS) {
            leaveUnsolved(cycle, propagation, findsRanges);
            return;
        }
        try {
            solve(program, component, findsRanges);
        } catch (WorkLimitException e) {
            leaveUnsolved(cycle, propagation, findsRanges);
        }
    }

    private void leaveUnsolved(List<Integer> cycle, Propagation propagation, boolean findsRanges) {
        unsolved.set(cycle.get(0));
        if (findsRanges) {
            take(propagation, cycle);
        }
    }

    private void solve(RuleProgram program, int component, boolean findsRanges) {
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
            contradictions.put(component, tracer.explanation(infeasible.get().shortfall()));
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
            ExplanationTracer tracer = ExplanationTracer.of(derivation);
            propagation.explain(crossing.get(), false, tracer);
            propagation.explain(crossing.get(), true, tracer);
            Rational shortfall = apart(propagation.end(crossing.get(), false), propagation.end(crossing.get(), true));
            contradictions.put(component(cycle.get(0)), tracer.explanation(shortfall));
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

    /** Whether whole numbers reach all lower ends of a cycle together, and all upper ends. */
    boolean isReachedTogether(List<Integer> cycle) {
        return reached.get(cycle.get(0));
    }

    /**
     * Makes the outward sweep: each rule passes to its other variables the bounds that the shared one and the rest
     * leave to them.
     */
    private void distribute() {
        DerivedBounds implied = derivation.implied();
        for (int i = order.size() - 1; i >= 0; i--) {
            int number = order.get(i);
            if (!contradictions.containsKey(component(number))) {
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

    private Bounds collected(VariableId variable) {
        return derivation.collected().bounds(network.place(variable));
    }

    /**
     * Returns how much work it was to find out.
     *
     * @return how many numbers were looked at, about; the same every time
     */
    public long work() {
        return work + network.size();
    }

    /**
     * Returns why the given ranges and the rules contradict each other.
     *
     * @return one explanation for each variable whose given ends are crossed, then one for each component that
     *     contradicts itself
     */
    public List<Explanation> contradictions() {
        List<Explanation> all = new ArrayList<>(crossed.values());
        all.addAll(contradictions.values());
        return all;
    }

    /**
     * Returns the first variable of each set of rules in cycles that is too large for a linear programme, or takes too much
     * work. What they imply may be narrower than the ranges, and whether they contradict one another is not known.
     *
     * @return ascending
     */
    public List<VariableId> unsolved() {
        return unsolved.stream()
                .mapToObj(rule -> network.rule(rule).variable(0))
                .toList();
    }

    /** Returns whether the rules of a cycle were too many, or took too much work. */
    boolean isUnsolved(List<Integer> cycle) {
        return unsolved.get(cycle.get(0));
    }

    /**
     * Returns the first variable of each contradiction.
     *
     * @return in the order of the {@linkplain #contradictions contradictions}
     */
    public List<VariableId> contradicted() {
        List<VariableId> all = new ArrayList<>();
        crossed.keySet().forEach(variable -> all.add(network.variables().get(variable)));
        contradictions
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
            consistent &= !contradictions.containsKey(component(rule));
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
            int component = component(rule);
            if (!contradictions.containsKey(component)) {
                consistent.computeIfAbsent(component, any -> new ArrayList<>()).add(network.number(rule));
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
            for (int rule : rulesThrough(network.place(variable))) {
                around.add(component(rule));
            }
        }
        List<Integer> rules = new ArrayList<>();
        for (int rule = 0; rule < network.size(); rule++) {
            if (around.contains(component(rule))) {
                rules.add(rule);
            }
        }
        return new RuleProgram(network, network.rules(rules), both, this::bounds);
    }

    LinearNetwork network() {
        return network;
    }

    /** Returns the given range of a variable. */
    Bounds given(int variable) {
        return given.get(variable);
    }

    /** Returns whether a variable is fixed to one number. */
    boolean isFixed(int variable) {
        Bounds range = given.get(variable);
        return range.low().isPresent() && range.low().equals(range.high());
    }

    /** Returns the rules that pass bounds to one another through a variable. */
    int[] rulesThrough(int variable) {
        return isFixed(variable) ? NONE : network.rulesOf(variable);
    }

    /** Returns the first rule of the component that a rule belongs to. */
    int component(int rule) {
        return components.first(rule);
    }

    /** Returns the rules of each component of rules in cycles. */
    List<List<Integer>> cycles() {
        return cycles;
    }
}
