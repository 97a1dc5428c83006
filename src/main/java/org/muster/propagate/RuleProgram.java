package org.muster.propagate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.WorkLimit;

/**
 * Rules of a network as a linear programme. Its first variables are those of the network that the rules bind,
 * ascending, and its first constraints are the rules; more variables and constraints can be added.
 */
public final class RuleProgram {

    private final List<VariableId> variables;
    private final List<RuleId> rules;
    private final Map<VariableId, Integer> numbers = new HashMap<>();
    private final List<Bounds> bounds = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    /**
     * Creates the programme of some rules.
     *
     * @param network the network
     * @param rules the rules to include, in the order of the constraints
     * @param others variables of the network to include even if none of these rules binds them
     * @param range the range of each variable
     */
    public RuleProgram(
            LinearNetwork network,
            Collection<RuleId> rules,
            Collection<VariableId> others,
            Function<VariableId, Bounds> range) {
        this.rules = List.copyOf(rules);
        Set<VariableId> ascending = new TreeSet<>(others);
        this.rules.forEach(rule -> ascending.addAll(network.rule(rule).variables()));
        this.variables = List.copyOf(ascending);
        for (VariableId variable : variables) {
            numbers.put(variable, bounds.size());
            bounds.add(range.apply(variable));
        }
        for (RuleId rule : this.rules) {
            constraints.add(constraint(network.rule(rule)));
        }
    }

    private Constraint constraint(LinearRule rule) {
        Map<Integer, Rational> coefficients = new TreeMap<>();
        for (int term = 0; term < rule.size(); term++) {
            coefficients.merge(number(rule.variable(term)), rule.factor(term), Rational::add);
        }
        return new Constraint(LinearForm.of(coefficients), rule.bounds());
    }

    private int number(VariableId variable) {
        return Objects.requireNonNull(numbers.get(variable), "variable");
    }

    /**
     * Returns the variables of the network that are in the programme.
     *
     * @return in the order of their numbers in the programme
     */
    public List<VariableId> variables() {
        return variables;
    }

    /**
     * Returns the rules.
     *
     * @return in the order of their constraints
     */
    public List<RuleId> rules() {
        return rules;
    }

    /**
     * Returns a variable of the network as a linear form.
     *
     * @param variable a variable in the programme
     * @return the form
     */
    public LinearForm form(VariableId variable) {
        return LinearForm.variable(number(variable));
    }

    /**
     * Adds a variable that is not in the network.
     *
     * @param range its range
     * @return the variable as a form
     */
    public LinearForm add(Bounds range) {
        bounds.add(range);
        return LinearForm.variable(bounds.size() - 1);
    }

    /**
     * Adds a constraint that is not in the network.
     *
     * @param constraint the constraint, in forms of this programme
     */
    public void add(Constraint constraint) {
        constraints.add(constraint);
    }

    /**
     * Returns a solver of the programme as it is now, which must not take too much work.
     *
     * @param limit how much work is left
     * @return the solver
     */
    public Simplex simplex(WorkLimit limit) {
        return Simplex.of(new LinearProgram(bounds, constraints), limit);
    }
}
