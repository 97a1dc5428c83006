package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

/**
 * The quantities of a dossier, numbered, and all rules that bind them.
 *
 * <p>A breakdown makes a rule wherever the whole or a part is claimed or has a range. The other quantities of such a rule
 * come in as well; nothing is known of them but that they are counts. A rule that can always be kept by choosing a quantity
 * that nothing else speaks of says nothing, and is left out.
 */
final class RuleNetwork {

    private final List<Quantity> quantities = new ArrayList<>();
    private final Map<Quantity, Integer> numbers = new HashMap<>();
    private final Set<Quantity> known = new LinkedHashSet<>();
    private List<LinearRule> rules = new ArrayList<>();
    private int[][] rulesOf = {};

    private RuleNetwork() {}

    /**
     * Builds the network of a dossier.
     *
     * @param ranges the ranges of its quantities
     * @param losses whether nobody may lose more than he had
     */
    static RuleNetwork of(Ranges ranges, boolean losses) {
        RuleNetwork network = new RuleNetwork();
        network.add(ranges, losses);
        network.drop();
        return network;
    }

    /** The network of some quantities and rules, all of which are kept. */
    static RuleNetwork of(List<Quantity> quantities, List<LinearRule> rules) {
        RuleNetwork network = new RuleNetwork();
        quantities.forEach(network::number);
        network.rules = rules;
        network.index();
        return network;
    }

    private void add(Ranges ranges, boolean losses) {
        Dossier dossier = ranges.dossier();
        known.addAll(dossier.quantities());
        known.addAll(ranges.quantities());
        known.forEach(this::number);
        List<Measure> lost = losses ? WholePartRule.lossesOf(dossier) : List.of();
        IdentityHashMap<Breakdown, Set<Quantity>> made = new IdentityHashMap<>(); // those of many parts compare slowly
        for (Quantity quantity : List.copyOf(known)) {
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
        if (!made.computeIfAbsent(breakdown, any -> new HashSet<>()).add(whole)) {
            return;
        }
        add(WholePartRule.of(breakdown, whole));
    }

    private void add(WholePartRule rule) {
        String text = rule.text();
        int[] parts = numbers(rule.parts());
        int whole = number(rule.whole());
        switch (rule.kind()) {
            case SUM -> rules.add(LinearRule.sum(text, whole, parts));
            case BOUND -> rules.add(LinearRule.bound(text, whole, parts));
            case SHARED -> {
                rules.add(LinearRule.atMostSum(text, whole, parts));
                for (int part : parts) {
                    rules.add(LinearRule.bound(text, whole, part));
                }
            }
        }
    }

    private void add(WrittenRule rule) {
        List<WrittenRule.Term> terms = rule.terms();
        int[] numbers = new int[terms.size()];
        Rational[] factors = new Rational[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(terms.get(i).quantity());
            known.add(terms.get(i).quantity()); // an analyst asks about it
            factors[i] = Rational.of(terms.get(i).factor());
        }
        Rational constant = Rational.of(rule.constant());
        Bounds bounds = switch (rule.sense()) {
            case EQUAL -> Bounds.exactly(constant);
            case AT_MOST -> Bounds.atMost(constant);
            case AT_LEAST -> Bounds.atLeast(constant);
        };
        rules.add(new LinearRule(rule.toString(), numbers, factors, bounds));
    }

    private int number(Quantity quantity) {
        Integer known = numbers.get(quantity);
        if (known == null) {
            known = quantities.size();
            numbers.put(quantity, known);
            quantities.add(quantity);
        }
        return known;
    }

    private int[] numbers(List<Quantity> parts) {
        int[] numbers = new int[parts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(parts.get(i));
        }
        return numbers;
    }

    /**
     * Drops the rules that say nothing. A quantity of which nothing is known may be as large as it likes. If each of its rules is
     * kept by making it larger, alone or with another that is in no other rule, these rules bind nobody else.
     */
    private void drop() {
        index();
        boolean[] dropped = new boolean[rules.size()];
        int[] degree = new int[quantities.size()];
        for (int i = 0; i < degree.length; i++) {
            degree[i] = rulesOf[i].length;
        }
        boolean again = true;
        while (again) {
            again = false;
            for (int quantity = 0; quantity < degree.length; quantity++) {
                if (degree[quantity] > 0 && isLoose(quantity, dropped, degree)) {
                    for (int rule : rulesOf[quantity]) {
                        if (!dropped[rule]) {
                            dropped[rule] = true;
                            for (int i = 0; i < rules.get(rule).size(); i++) {
                                degree[rules.get(rule).quantity(i)]--;
                            }
                        }
                    }
                    again = true;
                }
            }
        }
        List<LinearRule> kept = new ArrayList<>();
        for (int i = 0; i < dropped.length; i++) {
            if (!dropped[i]) {
                kept.add(rules.get(i));
            }
        }
        rules = kept;
        index();
    }

    private boolean isLoose(int quantity, boolean[] dropped, int[] degree) {
        if (known.contains(quantities.get(quantity))) {
            return false;
        }
        for (int number : rulesOf[quantity]) {
            if (!dropped[number] && !isKeptByMore(rules.get(number), quantity, degree)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a rule can be kept, whatever the others are, by making a quantity as large as it takes. */
    private boolean isKeptByMore(LinearRule rule, int quantity, int[] degree) {
        boolean onlyParts = true; // all others enter with the other sign
        int sign = 0;
        boolean growsAlong = false;
        for (int i = 0; i < rule.size(); i++) {
            if (rule.quantity(i) == quantity) {
                sign = rule.factor(i).signum();
            }
        }
        for (int i = 0; i < rule.size(); i++) {
            int other = rule.quantity(i);
            if (other != quantity) {
                boolean opposite = rule.factor(i).signum() == -sign;
                onlyParts &= opposite;
                growsAlong |= opposite && degree[other] == 1 && !known.contains(quantities.get(other));
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
        boolean isSum =
                onlyParts && degree[quantity] == 1 && bounds.high().get().signum() >= 0;
        return isSum || growsAlong;
    }

    private void index() {
        int[] counts = new int[quantities.size()];
        for (LinearRule rule : rules) {
            for (int i = 0; i < rule.size(); i++) {
                counts[rule.quantity(i)]++;
            }
        }
        rulesOf = new int[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            rulesOf[i] = new int[counts[i]];
        }
        Arrays.fill(counts, 0);
        for (int number = 0; number < rules.size(); number++) {
            LinearRule rule = rules.get(number);
            for (int i = 0; i < rule.size(); i++) {
                int quantity = rule.quantity(i);
                rulesOf[quantity][counts[quantity]++] = number;
            }
        }
    }

    /** The quantities by number: those claimed or known first, then those that rules bring in. */
    List<Quantity> quantities() {
        return quantities;
    }

    /** The rules by number. */
    List<LinearRule> rules() {
        return rules;
    }

    /** The numbers of the rules that bind a quantity. */
    int[] rulesOf(int quantity) {
        return rulesOf[quantity];
    }

    /** The number of a quantity that a rule or a claim speaks of. */
    int numberOf(Quantity quantity) {
        Integer number = numbers.get(quantity);
        return number == null ? -1 : number;
    }

    /** By quantity, the connected part of the network that it belongs to: the number of the part's first quantity. */
    int[] parts() {
        int[] parts = new int[quantities.size()];
        Arrays.fill(parts, -1);
        boolean[] seen = new boolean[rules.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int first = 0; first < parts.length; first++) {
            if (parts[first] < 0) {
                parts[first] = first;
                open.add(first);
                while (!open.isEmpty()) {
                    for (int number : rulesOf[open.remove()]) {
                        if (!seen[number]) {
                            seen[number] = true;
                            addAll(rules.get(number), first, parts, open);
                        }
                    }
                }
            }
        }
        return parts;
    }

    private static void addAll(LinearRule rule, int part, int[] parts, Deque<Integer> open) {
        for (int i = 0; i < rule.size(); i++) {
            if (parts[rule.quantity(i)] < 0) {
                parts[rule.quantity(i)] = part;
                open.add(rule.quantity(i));
            }
        }
    }

    /** One connected part of this network, its quantities and rules in the same order. */
    RuleNetwork part(int part, int[] parts) {
        List<Quantity> own = new ArrayList<>();
        Map<Integer, Integer> renumbered = new HashMap<>();
        for (int i = part; i < parts.length; i++) {
            if (parts[i] == part) {
                renumbered.put(i, own.size());
                own.add(quantities.get(i));
            }
        }
        List<LinearRule> within = new ArrayList<>();
        for (LinearRule rule : rules) {
            if (parts[rule.quantity(0)] == part) {
                within.add(rule.renumbered(renumbered));
            }
        }
        return of(own, within);
    }
}
