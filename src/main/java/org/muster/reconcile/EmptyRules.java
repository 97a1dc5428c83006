package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.propagate.ConnectedComponents;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.LinearRule;
import org.muster.propagate.RuleId;
import org.muster.propagate.VariableId;

/**
 * The rules that say nothing: whatever the known quantities are, the others can be chosen so that these rules hold.
 */
final class EmptyRules {

    private static final int MOST_DRAFTS = 1000; // of a component for which multiples are looked for

    private final LinearNetwork all;
    private final Predicate<VariableId> isKnown;
    private final int[] degrees; // of the variables, by the rules that remain
    private final Set<RuleId> dropped = new HashSet<>();
    private final Deque<VariableId> open = new ArrayDeque<>(); // variables to look at
    private final BitSet waiting = new BitSet(); // those in it

    private EmptyRules(LinearNetwork all, Predicate<VariableId> isKnown) {
        this.all = all;
        this.isKnown = isKnown;
        this.degrees = new int[all.variables().size()];
        for (VariableId variable : all.variables()) {
            degrees[variable.number()] = all.rulesOf(variable).size();
        }
    }

    /**
     * Finds drafts that say nothing of the known quantities that they are connected with, as of several dates: every
     * other quantity can be a sum of these, each times a fixed factor not below 0. All rules then hold as of every date,
     * and all counts grow as the known ones do.
     *
     * @param drafts rules without dates
     * @param known the known quantities
     * @param hasDates whether a known quantity has several dates; with one date, {@link #without} finds such rules by itself
     */
    static Set<RuleDraft> among(List<RuleDraft> drafts, Set<Quantity> known, Predicate<Quantity> hasDates) {
        if (known.stream().noneMatch(hasDates)) {
            return Set.of();
        }
        ConnectedComponents connected = new ConnectedComponents(drafts.size()); // through what is not known
        Map<Quantity, Integer> first = new HashMap<>(); // the first draft with an unknown quantity
        for (int number = 0; number < drafts.size(); number++) {
            for (Quantity quantity : drafts.get(number).quantities()) {
                Integer before = known.contains(quantity) ? null : first.putIfAbsent(quantity, number);
                if (before != null) {
                    connected.join(before, number);
                }
            }
        }
        Map<Integer, List<RuleDraft>> components = new LinkedHashMap<>();
        for (int number = 0; number < drafts.size(); number++) {
            if (!known.containsAll(drafts.get(number).quantities())) {
                components
                        .computeIfAbsent(connected.first(number), any -> new ArrayList<>())
                        .add(drafts.get(number));
            }
        }
        Set<RuleDraft> empty = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<RuleDraft> component : components.values()) {
            Set<Quantity> bound = new LinkedHashSet<>();
            component.forEach(draft -> bound.addAll(draft.quantities()));
            List<Quantity> told = bound.stream().filter(known::contains).toList();
            if (component.size() * told.size() <= MOST_DRAFTS
                    && component.stream().noneMatch(RuleDraft::disregardsDates)
                    && told.stream().anyMatch(hasDates)
                    && told.stream().allMatch(one -> areMultiples(component, one, told, bound))) {
                empty.addAll(component);
            }
        }
        return empty;
    }

    /**
     * Returns whether the rules hold if the unknown quantities are some multiples, not below 0, of a known one, and the
     * other known ones 0.
     */
    private static boolean areMultiples(
            List<RuleDraft> drafts, Quantity one, Collection<Quantity> known, Collection<Quantity> quantities) {
        Map<Quantity, Integer> numbers = new HashMap<>();
        List<Bounds> bounds = new ArrayList<>();
        for (Quantity quantity : quantities) {
            numbers.put(quantity, bounds.size());
            bounds.add(
                    known.contains(quantity)
                            ? Bounds.exactly(quantity.equals(one) ? Rational.ONE : Rational.ZERO)
                            : Bounds.atLeast(Rational.ZERO));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (RuleDraft draft : drafts) {
            Map<Integer, Rational> terms = new TreeMap<>();
            for (int i = 0; i < draft.quantities().size(); i++) {
                terms.merge(
                        numbers.get(draft.quantities().get(i)), draft.factors().get(i), Rational::add);
            }
            constraints.add(new Constraint(LinearForm.of(terms), draft.bounds()));
        }
        return Simplex.of(new LinearProgram(bounds, constraints)).infeasible().isEmpty();
    }

    /**
     * Leaves out the rules that say nothing. An unknown about which nothing is known may be arbitrarily large. If each of
     * its rules can be satisfied by making it larger, alone or together with another unknown that is in no other rule,
     * these rules constrain nothing else.
     *
     * @param variables the number of variables
     * @param rules the rules
     * @param isKnown whether anything is known of a variable
     * @return the other rules
     */
    static List<LinearRule> without(int variables, List<LinearRule> rules, Predicate<VariableId> isKnown) {
        EmptyRules empty = new EmptyRules(LinearNetwork.of(variables, rules), isKnown);
        empty.drop();
        List<LinearRule> kept = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            if (!empty.dropped.contains(new RuleId(number))) {
                kept.add(rules.get(number));
            }
        }
        return kept;
    }

    private void drop() {
        all.variables().forEach(this::look);
        while (!open.isEmpty()) {
            VariableId variable = open.remove();
            waiting.clear(variable.number());
            if (degrees[variable.number()] > 0 && isLoose(variable)) {
                for (RuleId rule : all.rulesOf(variable)) {
                    if (dropped.add(rule)) {
                        for (VariableId bound : all.rule(rule).variables()) {
                            degrees[bound.number()]--;
                            look(bound);
                            if (degrees[bound.number()] == 1) {
                                lookAtRemaining(bound);
                            }
                        }
                    }
                }
            }
        }
    }

    private void look(VariableId variable) {
        if (!waiting.get(variable.number())) {
            waiting.set(variable.number());
            open.add(variable);
        }
    }

    /** Looks at the variables of the one rule that remains of a variable's. */
    private void lookAtRemaining(VariableId variable) {
        for (RuleId rule : all.rulesOf(variable)) {
            if (!dropped.contains(rule)) {
                all.rule(rule).variables().forEach(this::look);
            }
        }
    }

    private boolean isLoose(VariableId variable) {
        if (isKnown.test(variable)) {
            return false;
        }
        for (RuleId rule : all.rulesOf(variable)) {
            if (!dropped.contains(rule) && !isKeptByMore(all.rule(rule), variable)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a rule can be satisfied, whatever the other variables are, by making one variable large enough.
     */
    private boolean isKeptByMore(LinearRule rule, VariableId variable) {
        boolean onlyParts = true; // all others have the opposite sign
        int sign = 0;
        boolean growsAlong = false;
        for (int i = 0; i < rule.size(); i++) {
            if (rule.variable(i).equals(variable)) {
                sign = rule.factor(i).signum();
            }
        }
        for (int i = 0; i < rule.size(); i++) {
            VariableId other = rule.variable(i);
            if (!other.equals(variable)) {
                boolean opposite = rule.factor(i).signum() == -sign;
                onlyParts &= opposite;
                growsAlong |= opposite && degrees[other.number()] == 1 && !isKnown.test(other);
            }
        }
        Bounds bounds = sign > 0
                ? rule.bounds()
                : new Bounds(
                        rule.bounds().high().map(Rational::negate),
                        rule.bounds().low().map(Rational::negate));
        if (bounds.high().isEmpty()) {
            return true; // a larger value only helps
        }
        // It equals the sum of the others, and nothing else constrains it.
        boolean isSum = onlyParts
                && degrees[variable.number()] == 1
                && bounds.high().get().signum() >= 0;
        return isSum || growsAlong;
    }
}
