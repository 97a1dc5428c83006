package org.muster.propagate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether whole numbers reach the exact ends of implied ranges. If all factors are 1 or −1, they do on trees, and in
 * cycles in which each variable occurs in at most two rules and the rules fall into two classes, like the rows and
 * columns of a table, so that the signs of a variable are equal in rules of different classes and opposite in rules of
 * one class (I. Heller, C. Tompkins, An extension of a theorem of Dantzig's, 1956). They also do in a cycle whose
 * lower ends together satisfy all rules, and whose upper ends do.
 */
public final class Integrality {

    private final RuleComponents components;
    private final LinearNetwork network;
    private final BitSet unsure = new BitSet(); // variables by place

    private Integrality(ImpliedRanges implied) {
        this.components = implied.components();
        this.network = components.network();
        Set<Integer> fractional = new HashSet<>(); // components
        for (int number = 0; number < network.size(); number++) {
            boolean whole = network.rule(number).isWhole();
            for (int variable : network.variablesOf(number)) {
                whole &= components.given(variable).isWhole();
            }
            if (!whole) {
                fractional.add(components.of(number));
            }
        }
        for (List<Integer> cycle : implied.cycles()) {
            if (implied.isUnsolved(cycle) || !implied.isReachedTogether(cycle) && !isTable(cycle)) {
                fractional.add(components.of(cycle.get(0)));
            }
        }
        for (int variable = 0; variable < network.variables().size(); variable++) {
            boolean sure = components.given(variable).isWhole();
            for (int rule : components.through(variable)) {
                sure &= !fractional.contains(components.of(rule));
            }
            unsure.set(variable, !sure);
        }
    }

    /**
     * Examines implied ranges.
     *
     * @param implied the ranges
     * @return which of their ends whole numbers reach
     */
    public static Integrality of(ImpliedRanges implied) {
        return new Integrality(implied);
    }

    /**
     * Returns whether whole numbers are sure to reach the ends of a variable's range.
     *
     * @param variable the variable
     * @return false where the range may be a little too wide for whole numbers
     */
    public boolean isSure(VariableId variable) {
        return !unsure.get(network.place(variable));
    }

    private boolean isTable(List<Integer> cycle) {
        Map<Integer, List<Integer>> standing = new HashMap<>(); // variable → rules of the cycle
        for (int number : cycle) {
            for (int variable : network.variablesOf(number)) {
                if (!components.isFixed(variable)) {
                    standing.computeIfAbsent(variable, any -> new ArrayList<>()).add(number);
                }
            }
        }
        Map<Integer, Integer> classes = new HashMap<>(); // 1 or −1
        for (int first : cycle) {
            if (classes.putIfAbsent(first, 1) != null) {
                continue;
            }
            Deque<Integer> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                int number = open.remove();
                int own = classes.getOrDefault(number, 1);
                for (int variable : network.variablesOf(number)) {
                    List<Integer> both = standing.getOrDefault(variable, List.of());
                    if (both.size() > 2) {
                        return false;
                    }
                    for (int other : both) {
                        if (other != number) {
                            int opposite = -own * sign(number, variable) * sign(other, variable);
                            Integer known = classes.putIfAbsent(other, opposite);
                            if (known == null) {
                                open.add(other);
                            } else if (known != opposite) {
                                return false;
                            }
                        }
                    }
                }
            }
        }
        return true;
    }

    private int sign(int number, int variable) {
        int[] variables = network.variablesOf(number);
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                return network.rule(number).factor(i).signum();
            }
        }
        return 0;
    }
}
