package org.muster.reconcile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;
import org.muster.exact.WorkLimit;
import org.muster.exact.WorkLimitException;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;

/**
 * The smallest widening of the statements in conflicts after which all can be true: the ends of their ranges move
 * outward by the smallest possible total. Usually there are several such widenings; for each end of a statement, this
 * gives the least and the most by which any of them moves it.
 */
final class Widening {

    private static final int MOST_STATEMENTS = 60; // each takes four linear programmes over all of them
    private static final int MOST_RULES = 300;

    private final Rational total;
    private final Map<StatementId, Moves> moves = new LinkedHashMap<>();

    /** By how much the smallest widenings move the ends of one statement, down and up, at least and at most. */
    record Moves(Rational leastDown, Rational mostDown, Rational leastUp, Rational mostUp) {

        boolean isNone() {
            return mostDown.signum() == 0 && mostUp.signum() == 0;
        }
    }

    private Widening(
            NetworkComponent component,
            StatementSet widened,
            Set<VariableId> held,
            ImpliedRanges around,
            WorkLimit limit) {
        ConsistencyOracle oracle = component.oracle();
        RuleProgram program = new RuleProgram(component.linear(), around.cyclicRules(), held, around::bounds);
        Map<StatementId, LinearForm> down = new HashMap<>();
        Map<StatementId, LinearForm> up = new HashMap<>();
        LinearForm all = LinearForm.ZERO;
        for (StatementId statement : widened) {
            Bounds stated = oracle.bounds(statement);
            if (stated.low().isPresent()) {
                LinearForm move = program.add(Bounds.atLeast(Rational.ZERO));
                down.put(statement, move);
                for (VariableId variable : oracle.variables(statement)) {
                    program.add(Constraint.atLeast(
                            program.form(variable).add(move), stated.low().get()));
                }
                all = all.add(move);
            }
            if (stated.high().isPresent()) {
                LinearForm move = program.add(Bounds.atLeast(Rational.ZERO));
                up.put(statement, move);
                for (VariableId variable : oracle.variables(statement)) {
                    program.add(Constraint.atMost(
                            program.form(variable).subtract(move), stated.high().get()));
                }
                all = all.add(move);
            }
        }
        total = value(program.simplex(limit).minimum(all));
        program.add(Constraint.atMost(all, total));
        Simplex simplex = program.simplex(limit);
        for (StatementId statement : widened) {
            Moves found = new Moves(
                    end(simplex, down.get(statement), false),
                    end(simplex, down.get(statement), true),
                    end(simplex, up.get(statement), false),
                    end(simplex, up.get(statement), true));
            if (!found.isNone()) {
                moves.put(statement, found);
            }
        }
    }

    /**
     * Finds the smallest widening of some statements that are known to suffice.
     *
     * @param limit how much work is left
     * @return the widening; empty where it would take too long
     */
    static Optional<Widening> of(NetworkComponent component, StatementSet widened, WorkLimit limit) {
        ConsistencyOracle oracle = component.oracle();
        if (widened.size() > MOST_STATEMENTS) {
            return Optional.empty();
        }
        Set<VariableId> held = new TreeSet<>();
        widened.forEach(statement -> held.addAll(oracle.variables(statement)));
        ImpliedRanges around = ImpliedRanges.around(
                component.linear(), oracle.ranges(oracle.statements().without(widened)), held);
        if (around.cyclicRules().size() > MOST_RULES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Widening(component, widened, held, around, limit));
        } catch (WorkLimitException e) {
            return Optional.empty();
        }
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

    /** Returns the total by which ends are moved. */
    Rational total() {
        return total;
    }

    /** Returns the statements that at least one smallest widening moves, in order. */
    Map<StatementId, Moves> moves() {
        return moves;
    }
}
