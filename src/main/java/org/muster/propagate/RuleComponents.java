package org.muster.propagate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.exact.Bounds;

/**
 * Which rules of a network pass bounds to one another, and which of these components contradict themselves. A variable that is
 * fixed to one number passes nothing from one of its rules to another. Variables and rules are places; a component is
 * identified by its first rule.
 */
final class RuleComponents {

    private static final int[] NONE = {};

    private final LinearNetwork network;
    private final List<Bounds> given;
    private final ConnectedComponents components;
    private final Map<Integer, Explanation> contradictions = new TreeMap<>(); // by component

    /** @param given the ranges of the variables, by place */
    RuleComponents(LinearNetwork network, List<Bounds> given) {
        this.network = network;
        this.given = given;
        this.components = new ConnectedComponents(network.size());
        for (int variable = 0; variable < given.size(); variable++) {
            int[] connected = through(variable);
            for (int i = 1; i < connected.length; i++) {
                components.join(connected[0], connected[i]);
            }
        }
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
    int[] through(int variable) {
        return isFixed(variable) ? NONE : network.rulesOf(variable);
    }

    /** Returns the component of a rule. */
    int of(int rule) {
        return components.first(rule);
    }

    /**
     * Returns the components that are left without some rules.
     *
     * @param left whether a rule is left out
     * @return the rules of each, those of the smallest first, so that a large one leaves no work undone but its own
     */
    List<List<Integer>> without(boolean[] left) {
        ConnectedComponents connected = new ConnectedComponents(left.length);
        for (int variable = 0; variable < given.size(); variable++) {
            int first = -1;
            for (int rule : through(variable)) {
                if (!left[rule]) {
                    first = first < 0 ? rule : first;
                    connected.join(first, rule);
                }
            }
        }
        Map<Integer, List<Integer>> byFirst = new TreeMap<>();
        for (int rule = 0; rule < left.length; rule++) {
            if (!left[rule]) {
                byFirst.computeIfAbsent(connected.first(rule), any -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<List<Integer>> found = new ArrayList<>(byFirst.values());
        found.sort(Comparator.comparingInt(List::size));
        return found;
    }

    /** Notes why the component of a rule contradicts itself. */
    void contradict(int rule, Explanation why) {
        contradictions.put(of(rule), why);
    }

    /** Returns whether the component of a rule contradicts itself. */
    boolean isContradicted(int rule) {
        return contradictions.containsKey(of(rule));
    }

    /** Returns why components contradict themselves, by component, ascending. */
    Map<Integer, Explanation> contradictions() {
        return contradictions;
    }
}
