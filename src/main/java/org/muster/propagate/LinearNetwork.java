package org.muster.propagate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules and the variables that they bind: a whole network, or some of its connected components, which keep the
 * numbering.
 */
public final class LinearNetwork {

    private final List<VariableId> variables; // by place, ascending
    private final List<RuleId> numbers; // of the rules by place, ascending
    private final List<LinearRule> rules; // by place
    private final int[][] variablesOf; // by rule, one place for each of its terms
    private final int[][] rulesOf; // by variable, ascending

    private LinearNetwork(List<VariableId> variables, List<RuleId> numbers, List<LinearRule> rules) {
        this.variables = List.copyOf(variables);
        this.numbers = List.copyOf(numbers);
        this.rules = List.copyOf(rules);
        this.variablesOf = new int[rules.size()][];
        int[] counts = new int[variables.size()];
        for (int rule = 0; rule < variablesOf.length; rule++) {
            LinearRule bound = rules.get(rule);
            int[] places = new int[bound.size()];
            for (int term = 0; term < places.length; term++) {
                places[term] = place(bound.variable(term));
                counts[places[term]]++;
            }
            variablesOf[rule] = places;
        }
        this.rulesOf = new int[counts.length][];
        for (int variable = 0; variable < counts.length; variable++) {
            rulesOf[variable] = new int[counts[variable]];
        }
        for (int rule = variablesOf.length - 1; rule >= 0; rule--) {
            for (int variable : variablesOf[rule]) {
                rulesOf[variable][--counts[variable]] = rule;
            }
        }
    }

    /**
     * Returns a whole network.
     *
     * @param variables the number of variables, which are numbered from 0
     * @param rules the rules on them, numbered in this order
     * @return the network
     */
    public static LinearNetwork of(int variables, List<LinearRule> rules) {
        List<VariableId> ids = new ArrayList<>(variables);
        for (int number = 0; number < variables; number++) {
            ids.add(new VariableId(number));
        }
        List<RuleId> numbers = new ArrayList<>(rules.size());
        for (int number = 0; number < rules.size(); number++) {
            numbers.add(new RuleId(number));
        }
        return new LinearNetwork(ids, numbers, rules);
    }

    /**
     * Returns the variables.
     *
     * @return their numbers, ascending
     */
    public List<VariableId> variables() {
        return variables;
    }

    /**
     * Returns the rules.
     *
     * @return their numbers, ascending
     */
    public List<RuleId> rules() {
        return numbers;
    }

    /**
     * Returns a rule.
     *
     * @param rule its number
     * @return the rule
     * @throws IllegalArgumentException if it is not in this network
     */
    public LinearRule rule(RuleId rule) {
        return rules.get(place(numbers, rule, rule.number()));
    }

    /**
     * Returns the rules that bind a variable.
     *
     * @param variable the variable
     * @return their numbers, ascending; a rule with several terms in the variable is listed once for each
     * @throws IllegalArgumentException if it is not in this network
     */
    public List<RuleId> rulesOf(VariableId variable) {
        return rules(rulesOf[place(variable)]);
    }

    /**
     * Returns the connected components that some variables belong to, each as a network of its own.
     *
     * @param some the variables
     * @return the components, by their first variables
     */
    public List<LinearNetwork> componentsOf(Collection<VariableId> some) {
        return componentsOf(some, List.of());
    }

    /**
     * Returns the connected components that some variables belong to, each by itself.
     *
     * @param some the variables
     * @param joined variables that belong together even where no rule binds them
     * @return the components, by their first variables
     */
    public List<LinearNetwork> componentsOf(Collection<VariableId> some, Collection<List<VariableId>> joined) {
        ConnectedComponents components = new ConnectedComponents(variables.size());
        for (List<VariableId> together : joined) {
            for (VariableId variable : together) {
                components.join(place(together.get(0)), place(variable));
            }
        }
        for (int[] bound : variablesOf) {
            for (int variable : bound) {
                components.join(bound[0], variable);
            }
        }
        Map<Integer, List<VariableId>> within = new TreeMap<>();
        Map<Integer, List<Integer>> ruling = new TreeMap<>();
        for (VariableId variable : some) {
            within.put(components.first(place(variable)), new ArrayList<>());
        }
        for (int variable = 0; variable < variables.size(); variable++) {
            List<VariableId> own = within.get(components.first(variable));
            if (own != null) {
                own.add(variables.get(variable));
            }
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            int component = components.first(variablesOf[rule][0]);
            if (within.containsKey(component)) {
                ruling.computeIfAbsent(component, any -> new ArrayList<>()).add(rule);
            }
        }
        List<LinearNetwork> found = new ArrayList<>();
        within.forEach((component, own) -> {
            List<Integer> places = ruling.getOrDefault(component, List.of());
            found.add(new LinearNetwork(
                    own,
                    places.stream().map(numbers::get).toList(),
                    places.stream().map(rules::get).toList()));
        });
        return found;
    }

    /** Returns how many rules there are. */
    int size() {
        return rules.size();
    }

    /** Returns the rule at a place. */
    LinearRule rule(int rule) {
        return rules.get(rule);
    }

    /** Returns the number of the rule at a place. */
    RuleId number(int rule) {
        return numbers.get(rule);
    }

    /** Returns the numbers of the rules at some places. */
    List<RuleId> rules(int... places) {
        List<RuleId> found = new ArrayList<>(places.length);
        for (int place : places) {
            found.add(numbers.get(place));
        }
        return found;
    }

    /** Returns the numbers of the rules at some places. */
    List<RuleId> rules(List<Integer> places) {
        return places.stream().map(numbers::get).toList();
    }

    /** Returns the places of the variables of a rule, one for each term. */
    int[] variablesOf(int rule) {
        return variablesOf[rule];
    }

    /** Returns the places of the rules that bind a variable, ascending. */
    int[] rulesOf(int variable) {
        return rulesOf[variable];
    }

    /** Returns the place of a variable. */
    int place(VariableId variable) {
        return place(variables, variable, variable.number());
    }

    /** Returns the place of a number in an ascending list: in a whole network, the number itself. */
    private static <T extends Comparable<T>> int place(List<T> ascending, T id, int number) {
        if (number < ascending.size() && ascending.get(number).compareTo(id) == 0) {
            return number;
        }
        int place = Collections.binarySearch(ascending, id);
        if (place < 0) {
            throw new IllegalArgumentException(id + " is not in this network");
        }
        return place;
    }
}
