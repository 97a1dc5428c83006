package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.LinearRule;
import org.muster.propagate.LinearRules;
import org.muster.propagate.VariableId;

/**
 * Conflicts and corrections against brute force: every whole-number point that keeps the rules of a tree or a table says which
 * claims can be true together.
 */
class ConflictPropertiesTest {

    private static final int LARGEST_CLAIM = 3;
    private static final int LARGEST_COUNT = 12; // what sums of claims may come to

    private record Problem(int size, List<LinearRule> rules, int[] quantities, List<Bounds> claims) {

        ConsistencyOracle oracle() {
            List<List<VariableId>> about = new ArrayList<>();
            xs(quantities).forEach(variable -> about.add(List.of(variable)));
            return new ConsistencyOracle(LinearNetwork.of(size, rules), about, claims);
        }

        /** The largest sets of claims that are true at some point. */
        List<BitSet> together() {
            Set<BitSet> sets = new HashSet<>();
            search(new int[size], 0, sets);
            List<BitSet> largest = new ArrayList<>();
            for (BitSet set : sets) {
                if (sets.stream().noneMatch(other -> other != set && isWithin(set, other))) {
                    largest.add(set);
                }
            }
            return largest;
        }

        private void search(int[] point, int at, Set<BitSet> sets) {
            if (at < size) {
                for (int value = 0; value <= LARGEST_COUNT; value++) {
                    point[at] = value;
                    search(point, at + 1, sets);
                }
                return;
            }
            for (LinearRule rule : rules) {
                Rational sum = Rational.ZERO;
                for (int i = 0; i < rule.size(); i++) {
                    sum = sum.add(rule.factor(i)
                            .multiply(Rational.of(point[rule.variable(i).number()])));
                }
                if (!rule.bounds().contains(sum)) {
                    return;
                }
            }
            BitSet held = new BitSet();
            for (int claim = 0; claim < quantities.length; claim++) {
                held.set(claim, claims.get(claim).contains(Rational.of(point[quantities[claim]])));
            }
            sets.add(held);
        }
    }

    private static VariableId x(int number) {
        return new VariableId(number);
    }

    private static List<VariableId> xs(int... numbers) {
        return Arrays.stream(numbers).mapToObj(VariableId::new).toList();
    }

    private static Set<BitSet> numbers(List<StatementSet> sets) {
        Set<BitSet> all = new HashSet<>();
        for (StatementSet set : sets) {
            BitSet numbers = new BitSet();
            set.forEach(claim -> numbers.set(claim.number()));
            all.add(numbers);
        }
        return all;
    }

    private static boolean isWithin(BitSet part, BitSet whole) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty();
    }

    private static Problem problem(Random random) {
        int size = 4;
        List<LinearRule> rules = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> rules.add(LinearRules.sum("sum", x(0), xs(1, 2)));
            case 1 -> rules.add(LinearRules.bound("bound", x(0), xs(1, 2)));
            case 2 -> {
                rules.add(LinearRules.sum("sum", x(0), xs(1, 2)));
                rules.add(LinearRules.sum("part", x(1), xs(size - 1)));
            }
            default -> { // two breakdowns of one whole that share a part
                rules.add(LinearRules.sum("first", x(0), xs(1, 2)));
                rules.add(LinearRules.sum("second", x(0), xs(1, size - 1)));
            }
        }
        int claims = 3 + random.nextInt(5);
        int[] quantities = new int[claims];
        List<Bounds> bounds = new ArrayList<>();
        for (int i = 0; i < claims; i++) {
            quantities[i] = random.nextInt(size);
            int low = random.nextInt(LARGEST_CLAIM + 1);
            bounds.add(
                    random.nextInt(5) == 0
                            ? Bounds.atLeast(Rational.of(low))
                            : Bounds.of(Rational.of(low), Rational.of(low + random.nextInt(LARGEST_CLAIM + 1 - low))));
        }
        return new Problem(size, rules, quantities, bounds);
    }

    @Property
    void allSmallestConflictsAndCorrectionsAreFound(@ForAll long seed) {
        Problem problem = problem(new Random(seed));
        List<BitSet> together = problem.together();
        ConflictSearch search = ConflictSearch.of(problem.oracle(), 1000, new Budget(Budget.MOST));
        assertTrue(search.isComplete());

        Set<BitSet> corrections = new HashSet<>();
        for (BitSet set : together) {
            BitSet aside = new BitSet();
            aside.set(0, problem.quantities.length);
            aside.andNot(set);
            corrections.add(aside);
        }
        assertEquals(corrections, numbers(search.corrections()));
        assertEquals(smallestNotWithin(together, problem.quantities.length), numbers(search.conflicts()));
    }

    /** The smallest sets that are within none of some sets, by a look at all sets. */
    private static Set<BitSet> smallestNotWithin(List<BitSet> together, int claims) {
        Set<BitSet> smallest = new HashSet<>();
        for (int bits = 1; bits < 1 << claims; bits++) {
            BitSet set = BitSet.valueOf(new long[] {bits});
            if (together.stream().noneMatch(other -> isWithin(set, other))) {
                boolean isSmallest = true;
                for (int claim = set.nextSetBit(0); claim >= 0; claim = set.nextSetBit(claim + 1)) {
                    BitSet less = (BitSet) set.clone();
                    less.clear(claim);
                    isSmallest &= together.stream().anyMatch(other -> isWithin(less, other));
                }
                if (isSmallest) {
                    smallest.add(set);
                }
            }
        }
        return smallest;
    }

    @Property
    void allCheapestSetsAreFound(@ForAll long seed) {
        Random random = new Random(seed);
        int elements = 1 + random.nextInt(8);
        int[] costs = new int[elements];
        for (int i = 0; i < elements; i++) {
            costs[i] = 1 + random.nextInt(4);
        }
        List<BitSet> meet = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            meet.add(BitSet.valueOf(new long[] {1 + random.nextInt((1 << elements) - 1)}));
        }
        int best = Integer.MAX_VALUE;
        Set<BitSet> cheapest = new HashSet<>();
        for (int bits = 0; bits < 1 << elements; bits++) {
            BitSet set = BitSet.valueOf(new long[] {bits});
            int cost = set.stream().map(element -> costs[element]).sum();
            if (meet.stream().allMatch(set::intersects) && cost <= best) {
                if (cost < best) {
                    cheapest.clear();
                    best = cost;
                }
                cheapest.add(set);
            }
        }
        MinimumCostHittingSets hits = MinimumCostHittingSets.of(meet, costs, 1000, new Budget(Budget.MOST));
        assertEquals(best, hits.cost());
        assertEquals(cheapest, new HashSet<>(hits.found()));
        assertEquals(cheapest.size(), hits.found().size(), "each once");
    }

    /** Ranges about one quantity, without rules: a look at every number says what may stay. */
    @Property
    void optionsAboutOneQuantityAreAllCheapest(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(6);
        List<List<VariableId>> about = new ArrayList<>();
        List<Bounds> bounds = new ArrayList<>();
        int[] costs = new int[size];
        for (int i = 0; i < size; i++) {
            int low = random.nextInt(6);
            about.add(xs(0));
            bounds.add(
                    random.nextInt(5) == 0
                            ? Bounds.atLeast(Rational.of(low))
                            : Bounds.of(Rational.of(low), Rational.of(low + random.nextInt(3))));
            costs[i] = 1 + random.nextInt(3);
        }
        long pairs = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                pairs += bounds.get(i).intersection(bounds.get(j)).isEmpty() ? 1 : 0;
            }
        }
        Map<BitSet, Integer> ways = new HashMap<>();
        for (int value = 0; value <= LARGEST_COUNT; value++) {
            BitSet aside = new BitSet();
            for (int i = 0; i < size; i++) {
                aside.set(i, !bounds.get(i).contains(Rational.of(value)));
            }
            ways.put(aside, aside.stream().map(i -> costs[i]).sum());
        }
        int best = Collections.min(ways.values());
        ways.values().removeIf(cost -> cost > best);
        ConsistencyOracle oracle = new ConsistencyOracle(LinearNetwork.of(1, List.of()), about, bounds);
        CorrectionSearch.Component found = CorrectionSearch.of(oracle, costs, List.of(), 1000, new Budget(Budget.MOST))
                .components()
                .get(0);
        assertEquals(ways.keySet(), numbers(found.options()));
        assertEquals(best, found.cost());
        assertEquals(pairs, found.conflicts());
        ConflictSearch search = ConflictSearch.of(oracle, 1000, new Budget(Budget.MOST));
        assertEquals(pairs, search.conflicts().size());
        assertTrue(search.isComplete());
    }

    /** A search that is given up at once still mends everything, and sets nothing aside that could be kept. */
    @Property
    void aSearchGivenUpMendsAllTheSame(@ForAll long seed) {
        Problem problem = problem(new Random(seed));
        int claims = problem.quantities.length;
        int[] costs = new int[claims];
        Arrays.fill(costs, 1);
        ConflictSearch search = ConflictSearch.of(problem.oracle(), 1000, new Budget(1));
        List<CorrectionSearch.Component> found = CorrectionSearch.of(
                        problem.oracle(), costs, search.conflicts(), 1000, new Budget(1))
                .components();
        BitSet kept = new BitSet();
        kept.set(0, claims);
        for (CorrectionSearch.Component component : found) {
            kept.andNot(component.options().get(0).bits());
        }
        assertTrue(problem.together().contains(kept), "the largest set that is true at some point");
    }

    /** C = k + w, graded sources: the options of all components together are all cheapest sets, found by a look at all. */
    @Property(tries = 150)
    void optionsAreAllCheapestCorrections(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 3 + random.nextInt(5);
        String[] measures = {"casualties", "killed", "wounded"};
        int[] about = new int[size];
        int[] figure = new int[size];
        int[] costs = new int[size];
        List<Claim> claims = new ArrayList<>();
        Source[] sources = new Source[size];
        for (int i = 0; i < size; i++) {
            about[i] = random.nextInt(3);
            figure[i] = random.nextInt(4);
            int grade = random.nextInt(5);
            costs[i] = 5 - grade + 3;
            sources[i] = Source.of("s" + i).withGrade("ABCDE".substring(grade, grade + 1));
            claims.add(Claim.of("Army", measures[about[i]], String.valueOf(figure[i]), "s" + i)
                    .named("c" + i));
        }
        Dossier dossier = Dossier.of("war", claims)
                .with(sources)
                .with(Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded"));

        int best = Integer.MAX_VALUE;
        Set<Set<String>> cheapest = new HashSet<>();
        for (int bits = 0; bits < 1 << size; bits++) {
            BitSet aside = BitSet.valueOf(new long[] {bits});
            int cost = aside.stream().map(claim -> costs[claim]).sum();
            if (cost <= best && isPossible(aside, about, figure)) {
                if (cost < best) {
                    cheapest.clear();
                    best = cost;
                }
                cheapest.add(aside.stream().mapToObj(claim -> "c" + claim).collect(Collectors.toSet()));
            }
        }
        assertEquals(cheapest, together(Reconciliation.of(dossier).corrections()));
    }

    private static boolean isPossible(BitSet aside, int[] about, int[] figure) {
        for (int killed = 0; killed <= LARGEST_CLAIM * 2; killed++) {
            for (int wounded = 0; wounded <= LARGEST_CLAIM * 2; wounded++) {
                int[] values = {killed + wounded, killed, wounded};
                boolean possible = true;
                for (int i = 0; i < about.length; i++) {
                    possible &= aside.get(i) || values[about[i]] == figure[i];
                }
                if (possible) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One option of each component, in all ways. */
    private static Set<Set<String>> together(Corrections corrections) {
        Map<Integer, List<Set<String>>> options = new TreeMap<>();
        for (Correction correction : corrections.all()) {
            if (correction.actions().get(0).kind() == Correction.Kind.SET_ASIDE) {
                Set<String> ids = new HashSet<>();
                correction
                        .actions()
                        .forEach(action -> ids.addAll(action.statement().ids()));
                options.computeIfAbsent(correction.component(), any -> new ArrayList<>())
                        .add(ids);
            }
        }
        Set<Set<String>> all = new HashSet<>(Set.of(Set.of()));
        for (List<Set<String>> component : options.values()) {
            Set<Set<String>> longer = new HashSet<>();
            for (Set<String> chosen : all) {
                for (Set<String> option : component) {
                    Set<String> both = new HashSet<>(chosen);
                    both.addAll(option);
                    longer.add(both);
                }
            }
            all = longer;
        }
        return all;
    }
}
