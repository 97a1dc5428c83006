package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;

/**
 * The smallest widening of the claims in conflicts after which all can be true: the ends of their ranges are moved outward
 * by as little as possible together. Mostly there are several such widenings; of each claim the least and the most is told by
 * which one of them moves each end.
 */
final class Widening {

    private final Rational total;
    private final Map<Integer, Moves> moves = new TreeMap<>();

    /** By how much the ends of one claim are moved by smallest widenings: down and up, at least and at most. */
    record Moves(Rational leastDown, Rational mostDown, Rational leastUp, Rational mostUp) {

        boolean isNone() {
            return mostDown.signum() == 0 && mostUp.signum() == 0;
        }
    }

    private Widening(NetworkComponent part, BitSet widened) {
        RuleNetwork network = part.network();
        BitSet fixed = new BitSet();
        fixed.set(0, part.claims().size());
        fixed.andNot(widened);
        int size = network.quantities().size();
        BitSet held = new BitSet();
        widened.stream().forEach(claim -> held.set(part.ends().quantity(claim)));
        List<Bounds> given = part.ends().given(fixed, new int[size], new int[size]);
        ImpliedRanges around = ImpliedRanges.around(network, given, held);
        Set<Integer> quantities = new TreeSet<>();
        held.stream().forEach(quantities::add);
        List<LinearRule> rules = new ArrayList<>();
        for (List<Integer> circle : around.circles()) {
            for (int number : circle) {
                LinearRule rule = network.rules().get(number);
                rules.add(rule);
                for (int i = 0; i < rule.size(); i++) {
                    quantities.add(rule.quantity(i));
                }
            }
        }
        int[] variables = new int[size];
        List<Bounds> bounds = new ArrayList<>();
        for (int quantity : quantities) {
            variables[quantity] = bounds.size();
            bounds.add(around.bounds(quantity));
        }
        List<Constraint> constraints = new ArrayList<>();
        rules.forEach(rule -> constraints.add(rule.constraint(variables)));
        Map<Integer, Integer> down = new TreeMap<>();
        Map<Integer, Integer> up = new TreeMap<>();
        LinearForm all = LinearForm.ZERO;
        for (int claim = widened.nextSetBit(0); claim >= 0; claim = widened.nextSetBit(claim + 1)) {
            LinearForm quantity = LinearForm.variable(variables[part.ends().quantity(claim)]);
            Bounds stated = part.ends().bounds(claim);
            if (stated.low().isPresent()) {
                LinearForm move = LinearForm.variable(bounds.size());
                down.put(claim, bounds.size());
                bounds.add(Bounds.atLeast(Rational.ZERO));
                constraints.add(
                        Constraint.atLeast(quantity.add(move), stated.low().get()));
                all = all.add(move);
            }
            if (stated.high().isPresent()) {
                LinearForm move = LinearForm.variable(bounds.size());
                up.put(claim, bounds.size());
                bounds.add(Bounds.atLeast(Rational.ZERO));
                constraints.add(
                        Constraint.atMost(quantity.subtract(move), stated.high().get()));
                all = all.add(move);
            }
        }
        Simplex simplex = Simplex.of(new LinearProgram(bounds, constraints));
        total = value(simplex.minimum(all));
        constraints.add(Constraint.atMost(all, total));
        simplex = Simplex.of(new LinearProgram(bounds, constraints));
        for (int claim = widened.nextSetBit(0); claim >= 0; claim = widened.nextSetBit(claim + 1)) {
            Moves found = new Moves(
                    end(simplex, down.get(claim), false),
                    end(simplex, down.get(claim), true),
                    end(simplex, up.get(claim), false),
                    end(simplex, up.get(claim), true));
            if (!found.isNone()) {
                moves.put(claim, found);
            }
        }
    }

    /** Finds the smallest widening of some claims, which is known to be enough. */
    static Widening of(NetworkComponent part, BitSet widened) {
        return new Widening(part, widened);
    }

    private static Rational end(Simplex simplex, @Nullable Integer variable, boolean isHigh) {
        if (variable == null) {
            return Rational.ZERO;
        }
        LinearForm form = LinearForm.variable(variable);
        return value(isHigh ? simplex.maximum(form) : simplex.minimum(form));
    }

    private static Rational value(Solution solution) {
        return solution.value().orElseThrow();
    }

    /** By how much ends are moved together. */
    Rational total() {
        return total;
    }

    /** The claims that some smallest widening moves, in order. */
    Map<Integer, Moves> moves() {
        return moves;
    }
}
