package org.muster.reconcile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;

/**
 * The smallest widening of the claims in conflicts after which all can be true: the ends of their ranges are moved outward
 * by as little as possible together. Mostly there are several such widenings; of each claim the least and the most is told by
 * which one of them moves each end.
 */
final class Widening {

    private final Rational total;
    private final Map<ClaimId, Moves> moves = new LinkedHashMap<>();

    /** By how much the ends of one claim are moved by smallest widenings: down and up, at least and at most. */
    record Moves(Rational leastDown, Rational mostDown, Rational leastUp, Rational mostUp) {

        boolean isNone() {
            return mostDown.signum() == 0 && mostUp.signum() == 0;
        }
    }

    private Widening(NetworkComponent component, ClaimSet widened) {
        ConsistencyOracle oracle = component.oracle();
        Set<VariableId> held = new TreeSet<>();
        widened.forEach(claim -> held.add(oracle.variable(claim)));
        ImpliedRanges around = ImpliedRanges.around(
                component.linear(), oracle.ranges(oracle.claims().without(widened)), held);
        RuleProgram program = new RuleProgram(component.linear(), around.cyclicRules(), held, around::bounds);
        Map<ClaimId, LinearForm> down = new HashMap<>();
        Map<ClaimId, LinearForm> up = new HashMap<>();
        LinearForm all = LinearForm.ZERO;
        for (ClaimId claim : widened) {
            LinearForm quantity = program.form(oracle.variable(claim));
            Bounds stated = oracle.bounds(claim);
            if (stated.low().isPresent()) {
                LinearForm move = program.add(Bounds.atLeast(Rational.ZERO));
                down.put(claim, move);
                program.add(Constraint.atLeast(quantity.add(move), stated.low().get()));
                all = all.add(move);
            }
            if (stated.high().isPresent()) {
                LinearForm move = program.add(Bounds.atLeast(Rational.ZERO));
                up.put(claim, move);
                program.add(
                        Constraint.atMost(quantity.subtract(move), stated.high().get()));
                all = all.add(move);
            }
        }
        total = value(program.simplex().minimum(all));
        program.add(Constraint.atMost(all, total));
        Simplex simplex = program.simplex();
        for (ClaimId claim : widened) {
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
    static Widening of(NetworkComponent component, ClaimSet widened) {
        return new Widening(component, widened);
    }

    private static Rational end(Simplex simplex, @Nullable LinearForm move, boolean isHigh) {
        if (move == null) {
            return Rational.ZERO;
        }
        return value(isHigh ? simplex.maximum(move) : simplex.minimum(move));
    }

    private static Rational value(Solution solution) {
        return solution.value().orElseThrow();
    }

    /** By how much ends are moved together. */
    Rational total() {
        return total;
    }

    /** The claims that some smallest widening moves, in order. */
    Map<ClaimId, Moves> moves() {
        return moves;
    }
}
