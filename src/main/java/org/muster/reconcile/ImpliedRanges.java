package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.Hull;
import org.muster.exact.LinearProgram;
import org.muster.exact.Proof;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;

/**
 * The exact range of every quantity under all rules, from given ranges.
 *
 * <p>Where rules and quantities hang together like a tree, two sweeps reach it in linear time: from the leaves inward each
 * rule tells what it leaves to the one quantity that it shares with the rest, then outward again (J. Pearl, Probabilistic
 * Reasoning in Intelligent Systems, 1988, for intervals instead of probabilities). A rule is a leaf once it shares at most
 * one quantity with rules that are still there. What is left in the end, if anything, runs in circles: there the linear
 * programme finds the ranges.
 *
 * <p>A quantity of which one number is given tells its rules nothing of one another, so that they hang together only through
 * other quantities. What hangs together is a piece: it implies its ranges or contradicts itself without regard to the
 * others.
 */
final class ImpliedRanges {

    private static final int[] NONE = {};

    private final RuleNetwork network;
    private final List<Bounds> given;
    private final DerivedBounds collected; // given ends and what came from the leaves
    private final DerivedBounds implied;
    private final int[] inward; // by rule: the quantity that it tells inward; −1 in a circle
    private final List<Integer> order = new ArrayList<>(); // rules from the leaves inward
    private final int[] pieces; // by rule: the first rule that it hangs together with
    private final Map<Integer, Explanation> contradictions = new TreeMap<>(); // by piece
    private final Map<Integer, Explanation> impossible = new TreeMap<>(); // by quantity whose given ends are crossed
    private final Map<Integer, Proofs> proofs = new HashMap<>(); // by quantity in a circle
    private final List<List<Integer>> circles = new ArrayList<>(); // their rules
    private final boolean hulls;

    /** Why the ends of a quantity in a circle are what they are, in terms of a linear programme. */
    record Proofs(Circle circle, Optional<Proof> low, Optional<Proof> high) {}

    /** Rules that run in circles, and the quantities of the linear programme by its variables. */
    record Circle(List<Integer> rules, List<Integer> quantities) {}

    private ImpliedRanges(RuleNetwork network, List<Bounds> given, BitSet held, boolean solves, boolean hulls) {
        this.network = network;
        this.given = List.copyOf(given);
        this.collected = DerivedBounds.of(given);
        this.hulls = hulls;
        this.inward = new int[network.rules().size()];
        this.pieces = pieces();
        collect(held);
        this.implied = hulls ? collected.copy() : collected;
        for (List<Integer> circle : solves ? circles : List.<List<Integer>>of()) {
            solve(circle);
        }
        if (hulls) {
            distribute();
        }
    }

    /** Finds all ranges. */
    static ImpliedRanges of(RuleNetwork network, List<Bounds> given) {
        return new ImpliedRanges(network, given, new BitSet(), true, true);
    }

    /** Finds out only whether the rules can be kept. */
    static ImpliedRanges contradictionsOf(RuleNetwork network, List<Bounds> given) {
        return new ImpliedRanges(network, given, new BitSet(), true, false);
    }

    /**
     * Tells all that leaves have to tell, and stops where rules hang together with several of the quantities that are held, as
     * if these ran in circles. {@link #circles} are then the rules that bind them to one another.
     */
    static ImpliedRanges around(RuleNetwork network, List<Bounds> given, BitSet held) {
        return new ImpliedRanges(network, given, held, false, false);
    }

    /** Whether one number is given of a quantity. */
    boolean isFixed(int quantity) {
        Bounds range = given.get(quantity);
        return range.low().isPresent() && range.low().equals(range.high());
    }

    private int[] pieces() {
        int[] found = new int[network.rules().size()];
        Arrays.fill(found, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int first = 0; first < found.length; first++) {
            if (found[first] < 0) {
                found[first] = first;
                open.add(first);
                while (!open.isEmpty()) {
                    LinearRule rule = network.rules().get(open.remove());
                    for (int i = 0; i < rule.size(); i++) {
                        for (int other : rulesThrough(rule.quantity(i))) {
                            if (found[other] < 0) {
                                found[other] = first;
                                open.add(other);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    /** The rules that tell one another something through a quantity. */
    int[] rulesThrough(int quantity) {
        return isFixed(quantity) ? NONE : network.rulesOf(quantity);
    }

    private void collect(BitSet held) {
        int[] degree = new int[given.size()];
        int[] shared = new int[inward.length];
        for (int quantity = 0; quantity < degree.length; quantity++) {
            degree[quantity] = rulesThrough(quantity).length + (held.get(quantity) ? 1 : 0);
            if (degree[quantity] > 1) {
                for (int rule : network.rulesOf(quantity)) {
                    shared[rule]++;
                }
            }
            if (collected.isEmpty(quantity)) {
                impossible.put(quantity, crossed(quantity));
            }
        }
        Arrays.fill(inward, -1);
        Deque<Integer> leaves = new ArrayDeque<>();
        for (int rule = 0; rule < inward.length; rule++) {
            if (shared[rule] <= 1) {
                leaves.add(rule);
            }
        }
        boolean[] told = new boolean[inward.length];
        while (!leaves.isEmpty()) {
            int number = leaves.remove();
            if (told[number]) {
                continue;
            }
            told[number] = true;
            order.add(number);
            tell(number, degree);
            int target = inward[number];
            LinearRule rule = network.rules().get(number);
            for (int i = 0; i < rule.size(); i++) {
                degree[rule.quantity(i)]--;
            }
            if (degree[target] == 1) {
                for (int other : network.rulesOf(target)) {
                    if (!told[other] && --shared[other] == 1) {
                        leaves.add(other);
                    }
                }
            }
        }
        findCircles(told);
    }

    /**
     * A leaf tells the quantity that it shares what the others leave to it; where it shares none, any quantity that is not
     * fixed. One that is fixed is told nothing, since rules may have used it that hang together with others.
     */
    private void tell(int number, int[] degree) {
        LinearRule rule = network.rules().get(number);
        int place = 0;
        for (int i = 0; i < rule.size(); i++) {
            int quantity = rule.quantity(i);
            if (degree[quantity] > 1 || isFixed(rule.quantity(place)) && !isFixed(quantity)) {
                place = i;
            }
        }
        int target = rule.quantity(place);
        inward[number] = target;
        if (contradictions.containsKey(pieces[number])) {
            return;
        }
        RuleSums sums = new RuleSums(rule, collected, -1, collected);
        if (!isFixed(target)) {
            sums.narrow(place, number, collected);
            if (collected.isEmpty(target)) {
                contradictions.put(pieces[number], crossed(target));
            }
        } else if (sums.isTooMuch() || sums.isTooLittle()) {
            ExplanationTracer tracing = ExplanationTracer.of(this);
            tracing.add(number, sums.isTooLittle());
            contradictions.put(pieces[number], tracing.grounds());
        }
    }

    private Explanation crossed(int quantity) {
        ExplanationTracer tracing = ExplanationTracer.of(this);
        tracing.add(quantity, false, false);
        tracing.add(quantity, true, false);
        return tracing.grounds();
    }

    /** Rules that were never leaves, by what they hang together with. */
    private void findCircles(boolean[] told) {
        for (int first = 0; first < told.length; first++) {
            if (!told[first]) {
                List<Integer> circle = new ArrayList<>();
                Deque<Integer> open = new ArrayDeque<>();
                told[first] = true;
                open.add(first);
                while (!open.isEmpty()) {
                    int number = open.remove();
                    circle.add(number);
                    LinearRule rule = network.rules().get(number);
                    for (int i = 0; i < rule.size(); i++) {
                        for (int other : rulesThrough(rule.quantity(i))) {
                            if (!told[other]) {
                                told[other] = true;
                                open.add(other);
                            }
                        }
                    }
                }
                circle.sort(null);
                circles.add(circle);
            }
        }
    }

    private void solve(List<Integer> rules) {
        Circle circle = new Circle(rules, quantitiesOf(rules));
        int piece = pieces[rules.get(0)];
        if (contradictions.containsKey(piece)) {
            return;
        }
        int[] variables = new int[given.size()];
        List<Bounds> bounds = new ArrayList<>();
        for (int quantity : circle.quantities) {
            variables[quantity] = bounds.size();
            bounds.add(collected.bounds(quantity));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int rule : rules) {
            constraints.add(network.rules().get(rule).constraint(variables));
        }
        Simplex simplex = Simplex.of(new LinearProgram(bounds, constraints));
        Optional<Solution.Infeasible> infeasible = simplex.infeasible();
        if (infeasible.isPresent()) {
            ExplanationTracer tracing = ExplanationTracer.of(this);
            tracing.add(infeasible.get().proof(), circle);
            contradictions.put(piece, tracing.grounds());
        } else if (hulls) {
            Hull hull = simplex.hull();
            for (Hull.Range range : hull.ranges()) {
                int quantity = circle.quantities.get(range.variable());
                proofs.put(quantity, new Proofs(circle, range.low(), range.high()));
                range.bounds().low().ifPresent(low -> implied.narrow(quantity, false, low, DerivedBounds.TOGETHER));
                range.bounds().high().ifPresent(high -> implied.narrow(quantity, true, high, DerivedBounds.TOGETHER));
            }
        }
    }

    private List<Integer> quantitiesOf(List<Integer> rules) {
        Set<Integer> quantities = new TreeSet<>();
        for (int number : rules) {
            LinearRule rule = network.rules().get(number);
            for (int i = 0; i < rule.size(); i++) {
                quantities.add(rule.quantity(i));
            }
        }
        return List.copyOf(quantities);
    }

    /** Each rule, now from the inside out, tells its other quantities what the shared one and the rest leave to them. */
    private void distribute() {
        for (int i = order.size() - 1; i >= 0; i--) {
            int number = order.get(i);
            LinearRule rule = network.rules().get(number);
            if (!contradictions.containsKey(pieces[number])) {
                RuleSums sums = new RuleSums(rule, collected, inward[number], implied);
                for (int place = 0; place < rule.size(); place++) {
                    if (rule.quantity(place) != inward[number]) {
                        sums.narrow(place, number, implied);
                    }
                }
            }
        }
    }

    /** What contradicts itself: quantities whose given ends are crossed, then one reason a piece. */
    List<Explanation> contradictions() {
        List<Explanation> all = new ArrayList<>(impossible.values());
        all.addAll(contradictions.values());
        return all;
    }

    /** The first quantity of each contradiction, in the same order. */
    List<Integer> contradicted() {
        List<Integer> all = new ArrayList<>(impossible.keySet());
        for (int piece : contradictions.keySet()) {
            all.add(network.rules().get(piece).quantity(0));
        }
        return all;
    }

    /** Whether no rule about a quantity belongs to a piece that contradicts itself. */
    boolean isConsistent(int quantity) {
        boolean consistent = !impossible.containsKey(quantity);
        for (int rule : network.rulesOf(quantity)) {
            consistent &= !contradictions.containsKey(pieces[rule]);
        }
        return consistent;
    }

    /** The exact range of a consistent quantity. */
    Bounds bounds(int quantity) {
        return implied.bounds(quantity);
    }

    /** Whether an end is narrower than it was given. */
    boolean isNarrowed(int quantity, boolean isHigh) {
        return implied.by(quantity, isHigh) != DerivedBounds.GIVEN;
    }

    /** What an end rests on; of very many given ends, so many that are nearest. */
    Explanation grounds(int quantity, boolean isHigh, int most) {
        ExplanationTracer tracing = ExplanationTracer.of(this, most);
        tracing.add(quantity, isHigh, true);
        return tracing.grounds();
    }

    static boolean isWhole(Bounds range) {
        return range.low().map(Rational::isWhole).orElse(true)
                && range.high().map(Rational::isWhole).orElse(true);
    }

    /** The quantities whose exact ends whole numbers may not reach. */
    Set<Integer> uneven() {
        return new Integrality(network, given, this).uneven();
    }

    RuleNetwork network() {
        return network;
    }

    /** The ends that were given and those that came from the leaves. */
    DerivedBounds collected() {
        return collected;
    }

    /** The ends of all implied ranges. */
    DerivedBounds implied() {
        return implied;
    }

    /** Why the ends of a quantity in a circle are what they are; null elsewhere. */
    @Nullable
    Proofs proofs(int quantity) {
        return proofs.get(quantity);
    }

    /** The quantity that a rule tells inward. */
    int inward(int rule) {
        return inward[rule];
    }

    /** The first rule of the piece that a rule belongs to. */
    int piece(int rule) {
        return pieces[rule];
    }

    /** The rules of each circle. */
    List<List<Integer>> circles() {
        return circles;
    }

    /** The rules of each piece that does not contradict itself, by their first rules. */
    List<List<Integer>> consistentPieces() {
        Map<Integer, List<Integer>> consistent = new TreeMap<>();
        for (int rule = 0; rule < pieces.length; rule++) {
            if (!contradictions.containsKey(pieces[rule])) {
                consistent
                        .computeIfAbsent(pieces[rule], piece -> new ArrayList<>())
                        .add(rule);
            }
        }
        return List.copyOf(consistent.values());
    }

    /**
     * A linear programme of all that hangs together with two quantities, which are its first variables, each within its
     * implied range.
     */
    Simplex programme(int first, int second) {
        List<Integer> rules = rulesAround(first, second);
        Set<Integer> quantities = new LinkedHashSet<>(List.of(first));
        quantities.add(second);
        quantities.addAll(quantitiesOf(rules));
        int[] variables = new int[given.size()];
        List<Bounds> bounds = new ArrayList<>();
        for (int quantity : quantities) {
            variables[quantity] = bounds.size();
            bounds.add(implied.bounds(quantity));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int rule : rules) {
            constraints.add(network.rules().get(rule).constraint(variables));
        }
        return Simplex.of(new LinearProgram(bounds, constraints));
    }

    /** The rules of the pieces that some quantities belong to, ascending. */
    private List<Integer> rulesAround(int... quantities) {
        Set<Integer> around = new TreeSet<>();
        for (int quantity : quantities) {
            for (int rule : rulesThrough(quantity)) {
                around.add(pieces[rule]);
            }
        }
        List<Integer> rules = new ArrayList<>();
        for (int rule = 0; rule < pieces.length; rule++) {
            if (around.contains(pieces[rule])) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
