package org.muster.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.Ranges;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.dossier.WrittenRule;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.figure.Measure;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.LinearRule;
import org.muster.propagate.RuleId;
import org.muster.propagate.VariableId;

/**
 * The quantities of a dossier as variables, and all rules that bind them.
 *
 * <p>A breakdown makes a rule wherever the whole or a part is claimed or has a range. The other quantities of such a rule
 * come in as well; nothing is known of them but that they are counts. A rule that can always be kept by choosing a quantity
 * that nothing else speaks of says nothing, and is left out.
 */
final class RuleNetwork {

    private final List<Quantity> quantities;
    private final Map<Quantity, VariableId> variables;
    private final LinearNetwork linear;

    private RuleNetwork(Builder builder) {
        this.quantities = List.copyOf(builder.quantities);
        this.variables = builder.variables;
        this.linear = builder.withoutEmptyRules();
    }

    /**
     * Builds the network of a dossier.
     *
     * @param ranges the ranges of its quantities
     * @param losses whether nobody may lose more than he had
     */
    static RuleNetwork of(Ranges ranges, boolean losses) {
        Builder builder = new Builder();
        builder.add(ranges, losses);
        return new RuleNetwork(builder);
    }

    /** The quantities by the numbers of their variables: those claimed or known first, then those that rules bring in. */
    List<Quantity> quantities() {
        return quantities;
    }

    /** The quantity that a variable stands for. */
    Quantity quantity(VariableId variable) {
        return quantities.get(variable.number());
    }

    /** The variable of a quantity; empty where neither a claim nor a rule speaks of it. */
    Optional<VariableId> variable(Quantity quantity) {
        return Optional.ofNullable(variables.get(quantity));
    }

    /** The variables and the rules that say something. */
    LinearNetwork linear() {
        return linear;
    }

    /** Numbers quantities as they come, and makes linear rules of what a dossier says. */
    private static final class Builder {

        private final List<Quantity> quantities = new ArrayList<>();
        private final Map<Quantity, VariableId> variables = new HashMap<>();
        private final Set<VariableId> known = new HashSet<>();
        private final List<LinearRule> rules = new ArrayList<>();

        void add(Ranges ranges, boolean losses) {
            Dossier dossier = ranges.dossier();
            dossier.quantities().forEach(quantity -> known.add(variable(quantity)));
            ranges.quantities().forEach(quantity -> known.add(variable(quantity)));
            List<Measure> lost = losses ? WholePartRule.lossesOf(dossier) : List.of();
            IdentityHashMap<Breakdown, Set<Quantity>> made =
                    new IdentityHashMap<>(); // those of many parts compare slowly
            for (Quantity quantity : List.copyOf(quantities)) {
                for (Breakdown breakdown : dossier.hierarchy().with(quantity)) {
                    add(breakdown, breakdown.wholeOf(quantity), made);
                }
                for (WholePartRule rule : WholePartRule.about(quantity, dossier, lost)) {
                    if (rule.breakdown().isPresent()) {
                        add(rule.breakdown().get(), quantity, made);
                    } else if (losses) {
                        add(rule);
                    }
                }
            }
            for (WrittenRule rule : dossier.rules()) {
                add(rule);
            }
        }

        private void add(Breakdown breakdown, Quantity whole, IdentityHashMap<Breakdown, Set<Quantity>> made) {
            if (made.computeIfAbsent(breakdown, any -> new HashSet<>()).add(whole)) {
                add(WholePartRule.of(breakdown, whole));
            }
        }

        private void add(WholePartRule rule) {
            String text = rule.text();
            List<VariableId> parts = new ArrayList<>();
            rule.parts().forEach(part -> parts.add(variable(part)));
            VariableId whole = variable(rule.whole());
            switch (rule.kind()) {
                case SUM -> rules.add(LinearRule.sum(text, whole, parts));
                case BOUND -> rules.add(LinearRule.bound(text, whole, parts));
                case SHARED -> {
                    rules.add(LinearRule.atMostSum(text, whole, parts));
                    for (VariableId part : parts) {
                        rules.add(LinearRule.bound(text, whole, List.of(part)));
                    }
                }
            }
        }

        private void add(WrittenRule rule) {
            List<VariableId> bound = new ArrayList<>();
            List<Rational> factors = new ArrayList<>();
            for (WrittenRule.Term term : rule.terms()) {
                bound.add(variable(term.quantity()));
                factors.add(Rational.of(term.factor()));
            }
            known.addAll(bound); // an analyst asks about them
            Rational constant = Rational.of(rule.constant());
            Bounds bounds = switch (rule.sense()) {
                case EQUAL -> Bounds.exactly(constant);
                case AT_MOST -> Bounds.atMost(constant);
                case AT_LEAST -> Bounds.atLeast(constant);
            };
            rules.add(new LinearRule(rule.toString(), bound, factors, bounds));
        }

        private VariableId variable(Quantity quantity) {
            return variables.computeIfAbsent(quantity, added -> {
                quantities.add(added);
                return new VariableId(quantities.size() - 1);
            });
        }

        /**
         * Drops the rules that say nothing. A quantity of which nothing is known may be as large as it likes. If each of its
         * rules is kept by making it larger, alone or with another that is in no other rule, these rules bind nobody else.
         */
        LinearNetwork withoutEmptyRules() {
            LinearNetwork all = LinearNetwork.of(quantities.size(), rules);
            Set<RuleId> dropped = new HashSet<>();
            Map<VariableId, Integer> degrees = new HashMap<>();
            for (VariableId variable : all.variables()) {
                degrees.put(variable, all.rulesOf(variable).size());
            }
            boolean again = true;
            while (again) {
                again = false;
                for (VariableId variable : all.variables()) {
                    if (degrees.getOrDefault(variable, 0) > 0 && isLoose(variable, all, dropped, degrees)) {
                        for (RuleId rule : all.rulesOf(variable)) {
                            if (dropped.add(rule)) {
                                all.rule(rule).variables().forEach(bound -> degrees.merge(bound, -1, Integer::sum));
                            }
                        }
                        again = true;
                    }
                }
            }
            List<LinearRule> kept = new ArrayList<>();
            for (int number = 0; number < rules.size(); number++) {
                if (!dropped.contains(new RuleId(number))) {
                    kept.add(rules.get(number));
                }
            }
            return LinearNetwork.of(quantities.size(), kept);
        }

        private boolean isLoose(
                VariableId variable, LinearNetwork all, Set<RuleId> dropped, Map<VariableId, Integer> degrees) {
            if (known.contains(variable)) {
                return false;
            }
            for (RuleId rule : all.rulesOf(variable)) {
                if (!dropped.contains(rule) && !isKeptByMore(all.rule(rule), variable, degrees)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a rule can be kept, whatever the others are, by making a variable as large as it takes. */
        private boolean isKeptByMore(LinearRule rule, VariableId variable, Map<VariableId, Integer> degrees) {
            boolean onlyParts = true; // all others enter with the other sign
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
                    growsAlong |= opposite && isInOneRule(other, degrees) && !known.contains(other);
                }
            }
            Bounds bounds = sign > 0
                    ? rule.bounds()
                    : new Bounds(
                            rule.bounds().high().map(Rational::negate),
                            rule.bounds().low().map(Rational::negate));
            if (bounds.high().isEmpty()) {
                return true; // more of it only helps
            }
            // It equals the sum of the others, which nothing else holds it to.
            boolean isSum = onlyParts
                    && isInOneRule(variable, degrees)
                    && bounds.high().get().signum() >= 0;
            return isSum || growsAlong;
        }

        private static boolean isInOneRule(VariableId variable, Map<VariableId, Integer> degrees) {
            return degrees.getOrDefault(variable, 0) == 1;
        }
    }
}
