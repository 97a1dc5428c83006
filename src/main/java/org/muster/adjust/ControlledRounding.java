package org.muster.adjust;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.adjust.LinearConstraint.Term;
import org.muster.exact.Sense;

/**
 * Values rounded to whole numbers so that sums still hold: each becomes one of its two adjacent integers, and of all
 * such roundings, one with the least total change is chosen.
 *
 * <p>If each quantity occurs in at most two sums, on opposite sides once some sums are reversed, the sums are a
 * network: the remainders flow between the rules, and if a flow between whole capacities exists at all, one in whole
 * numbers exists. Trees of sums and two-way tables with margins are of this kind; for them no rule is ever broken (Cox
 * and Ernst 1982, "Controlled rounding", INFOR 20). A bound is treated as a sum with its slack as one more part.
 *
 * <p>In other cases rounding may break rules, which are then reported. A quantity in three rules or more, or on the
 * wrong side of one, as in three-way tables, is rounded by itself first. A rule with coefficients other than 1 and −1,
 * or with a constant that is not whole, holds only by chance. So does one that the values violate before rounding.
 *
 * @param values the whole numbers, in the order of the values given
 * @param broken the rules that the whole numbers do not satisfy; empty for trees and two-way tables
 */
public record ControlledRounding(List<Long> values, List<LinearConstraint> broken) {

    /** Copies the lists. */
    public ControlledRounding {
        values = List.copyOf(requireNonNull(values, "values"));
        broken = List.copyOf(requireNonNull(broken, "broken"));
    }

    /**
     * Rounds values.
     *
     * @param values the values, which satisfy the rules up to rounding; one within a millionth of a whole number counts
     *     as that number
     * @param rules the rules, on values identified by their index
     * @return the whole numbers
     * @throws IllegalArgumentException if a value is not finite or beyond 2⁵³, or a rule refers to a value that does
     *     not exist
     */
    public static ControlledRounding of(List<Double> values, List<LinearConstraint> rules) {
        List<AdjacentIntegers> adjacent = new ArrayList<>();
        for (double value : values) {
            adjacent.add(AdjacentIntegers.of(value));
        }
        List<LinearConstraint> network = new ArrayList<>();
        for (LinearConstraint rule : rules) {
            for (Term term : rule.terms()) {
                if (term.quantity() >= values.size()) {
                    throw new IllegalArgumentException("constraint \"" + rule.name() + "\" refers to quantity "
                            + term.quantity() + ", but there are only " + values.size());
                }
            }
            if (isWhole(rule)) {
                network.add(rule);
                if (rule.sense() != Sense.EQUAL) {
                    adjacent.add(AdjacentIntegers.of(free(rule, values)));
                }
            }
        }
        RemainderFlow flow = new RemainderFlow(adjacent, matrix(network, values.size()), constants(network));
        long[] rounded = Arrays.copyOf(flow.rounded(), values.size());
        double[] exact = Arrays.stream(rounded).asDoubleStream().toArray();
        List<LinearConstraint> broken = rules.stream()
                .filter(rule -> Math.abs(rule.misfit(exact)) > 1e-9 * Math.max(1, Math.abs(rule.constant())))
                .toList();
        return new ControlledRounding(Arrays.stream(rounded).boxed().toList(), broken);
    }

    private static boolean isWhole(LinearConstraint rule) {
        requireNonNull(rule, "rule");
        return rule.constant() == Math.rint(rule.constant())
                && Math.abs(rule.constant()) <= 0x1p53
                && rule.terms().stream().allMatch(term -> Math.abs(term.coefficient()) == 1);
    }

    /** Returns the slack of a bound. */
    private static double free(LinearConstraint rule, List<Double> values) {
        double free = rule.constant();
        for (Term term : rule.terms()) {
            free -= term.coefficient() * values.get(term.quantity());
        }
        return Math.max(0, rule.sense() == Sense.AT_MOST ? free : -free);
    }

    /** Returns the terms of each rule, with one more in each bound for its slack. */
    private static List<List<Term>> matrix(List<LinearConstraint> rules, int size) {
        List<List<Term>> matrix = new ArrayList<>();
        int slack = size;
        for (LinearConstraint rule : rules) {
            List<Term> terms = new ArrayList<>(rule.terms());
            if (rule.sense() != Sense.EQUAL) {
                terms.add(new Term(slack++, rule.sense() == Sense.AT_MOST ? 1 : -1));
            }
            matrix.add(terms);
        }
        return matrix;
    }

    private static long[] constants(List<LinearConstraint> rules) {
        return rules.stream().mapToLong(rule -> (long) rule.constant()).toArray();
    }

    /** Returns the whole numbers, and the rules that they break, if any. */
    @Override
    public String toString() {
        return values + (broken.isEmpty() ? "" : ", breaking " + broken);
    }
}
