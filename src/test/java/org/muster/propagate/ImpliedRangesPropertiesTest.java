package org.muster.propagate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.Hull;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.WorkLimit;

/** Implied ranges against all whole-number points of small systems. */
class ImpliedRangesPropertiesTest {

    private static final int MOST = 4; // the largest count in the brute force

    /** Rules on variables and the ranges given of them. */
    private record Problem(int size, List<LinearRule> rules, List<Bounds> given) {

        ImpliedRanges implied() {
            return ImpliedRanges.of(LinearNetwork.of(size, rules), variable -> given.get(variable.number()));
        }

        /** The least and greatest value of each quantity over all points that keep the rules; empty if none does. */
        Optional<int[][]> hull(List<LinearRule> kept, List<Bounds> ranges) {
            int[][] hull = new int[2][size];
            Arrays.fill(hull[0], Integer.MAX_VALUE);
            Arrays.fill(hull[1], Integer.MIN_VALUE);
            int[] point = new int[size];
            boolean found = search(0, point, kept, ranges, hull);
            return found ? Optional.of(hull) : Optional.empty();
        }

        private boolean search(int at, int[] point, List<LinearRule> kept, List<Bounds> ranges, int[][] hull) {
            if (at == size) {
                for (LinearRule rule : kept) {
                    Rational sum = Rational.ZERO;
                    for (int i = 0; i < rule.size(); i++) {
                        sum = sum.add(rule.factor(i)
                                .multiply(Rational.of(point[rule.variable(i).number()])));
                    }
                    if (!rule.bounds().contains(sum)) {
                        return false;
                    }
                }
                for (int i = 0; i < size; i++) {
                    hull[0][i] = Math.min(hull[0][i], point[i]);
                    hull[1][i] = Math.max(hull[1][i], point[i]);
                }
                return true;
            }
            boolean found = false;
            for (int value = 0; value <= MOST; value++) {
                if (ranges.get(at).contains(Rational.of(value))) {
                    point[at] = value;
                    found |= search(at + 1, point, kept, ranges, hull);
                }
            }
            return found;
        }
    }

    private static VariableId x(int number) {
        return new VariableId(number);
    }

    private static List<VariableId> xs(int... numbers) {
        return Arrays.stream(numbers).mapToObj(VariableId::new).toList();
    }

    private static Constraint constraint(LinearRule rule) {
        Map<Integer, Rational> coefficients = new TreeMap<>();
        for (int i = 0; i < rule.size(); i++) {
            coefficients.put(rule.variable(i).number(), rule.factor(i));
        }
        return new Constraint(LinearForm.of(coefficients), rule.bounds());
    }

    private static Bounds range(Random random) {
        int low = random.nextInt(MOST + 1);
        int high = low + random.nextInt(MOST + 1 - low);
        return random.nextInt(4) == 0
                ? Bounds.of(Rational.ZERO, Rational.of(MOST))
                : Bounds.of(Rational.of(low), Rational.of(high));
    }

    private static List<Bounds> ranges(int size, Random random) {
        List<Bounds> ranges = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ranges.add(range(random));
        }
        return ranges;
    }

    /** Every new rule shares one quantity with those before: a tree of sums and bounds. */
    private static Problem tree(Random random) {
        List<LinearRule> rules = new ArrayList<>();
        int size = 1;
        for (int n = 1 + random.nextInt(3); n > 0 && size < 6; n--) {
            int shared = random.nextInt(size);
            int parts = 1 + random.nextInt(2);
            int[] others = new int[parts];
            for (int i = 0; i < parts; i++) {
                others[i] = size + i;
            }
            boolean asWhole = random.nextBoolean();
            int whole = asWhole ? shared : others[0];
            if (!asWhole) {
                others[0] = shared;
            }
            rules.add(rule(random.nextInt(4), whole, others));
            size += parts;
        }
        return new Problem(size, rules, ranges(size, random));
    }

    private static LinearRule rule(int kind, int whole, int... parts) {
        return switch (kind) {
            case 0, 1 -> LinearRules.sum("sum", x(whole), xs(parts));
            case 2 -> LinearRules.bound("bound", x(whole), xs(parts));
            default -> LinearRules.atMostSum("at most", x(whole), xs(parts));
        };
    }

    /** Cells a b / c d with margins r1 r2 c1 c2: rules 0–3. */
    private static Problem table(Random random) {
        List<LinearRule> rules = List.of(
                LinearRules.sum("row 1", x(4), xs(0, 1)),
                LinearRules.sum("row 2", x(5), xs(2, 3)),
                LinearRules.sum("column 1", x(6), xs(0, 2)),
                LinearRules.sum("column 2", x(7), xs(1, 3)));
        return new Problem(8, rules, ranges(8, random));
    }

    @Property
    void treesAreExact(@ForAll long seed) {
        assertExact(tree(new Random(seed)));
    }

    @Property(tries = 15)
    void twoWayTablesAreExact(@ForAll long seed) {
        assertExact(table(new Random(seed)));
    }

    /** Where linear programmes are left unsolved, the ranges are wider, and nothing is lost. */
    @Property(tries = 15)
    void unsolvedRulesEnclose(@ForAll long seed) {
        Random random = new Random(seed);
        Problem problem = table(random);
        ImpliedRanges exact = problem.implied();
        ImpliedRanges early = ImpliedRanges.of(
                LinearNetwork.of(problem.size, problem.rules),
                variable -> problem.given.get(variable.number()),
                new WorkLimit(random.nextInt(400)));
        assertTrue(exact.unsolved().isEmpty());
        if (early.unsolved().isEmpty()) {
            assertEquals(
                    exact.contradictions().isEmpty(), early.contradictions().isEmpty());
        }
        for (int i = 0; i < problem.size && exact.isConsistent(x(i)); i++) {
            Bounds narrow = exact.bounds(x(i));
            Bounds wide = early.bounds(x(i));
            assertTrue(wide.contains(narrow.low().orElseThrow()), wide + " of " + i + " " + narrow);
            assertTrue(wide.contains(narrow.high().orElseThrow()), wide + " of " + i + " " + narrow);
            if (early.unsolved().isEmpty()) {
                assertEquals(narrow, wide);
            }
        }
        assertExplained(problem, early);
    }

    /** Any rules at all: what no whole number reaches may be enclosed, but nothing may be lost. */
    @Property
    void anyRulesAreEnclosed(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 5;
        List<LinearRule> rules = new ArrayList<>();
        for (int n = random.nextInt(5); n >= 0; n--) {
            int whole = random.nextInt(size);
            int first = (whole + 1 + random.nextInt(size - 1)) % size;
            int second = (first + 1 + random.nextInt(size - 1)) % size;
            rules.add(
                    second == whole || second == first
                            ? rule(random.nextInt(4), whole, first)
                            : rule(random.nextInt(4), whole, first, second));
        }
        Problem problem = new Problem(size, rules, ranges(size, random));
        ImpliedRanges implied = problem.implied();
        Optional<int[][]> hull = problem.hull(rules, problem.given);
        if (hull.isPresent()) {
            assertTrue(implied.contradictions().isEmpty(), "a point keeps all rules");
            for (int i = 0; i < size; i++) {
                Bounds bounds = implied.bounds(x(i));
                assertTrue(bounds.contains(Rational.of(hull.get()[0][i])), bounds + " of " + i);
                assertTrue(bounds.contains(Rational.of(hull.get()[1][i])), bounds + " of " + i);
            }
        }
        assertExplained(problem, implied);
    }

    /** Larger systems in the millions, with factors and open ends: sweeps and cycles against one programme of everything. */
    @Property
    void sweepsReachTheHullOfTheWholeProgramme(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 4 + random.nextInt(12);
        List<LinearRule> rules = new ArrayList<>();
        for (int n = random.nextInt(size); n >= 0; n--) {
            int[] chosen =
                    random.ints(0, size).distinct().limit(2 + random.nextInt(3)).toArray();
            Rational[] factors = new Rational[chosen.length];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = Rational.of(i == 0 ? 1 : random.nextInt(5) == 0 ? -2 : -1, random.nextInt(6) == 0 ? 3 : 1);
            }
            Bounds bounds = switch (random.nextInt(4)) {
                case 0, 1 -> Bounds.exactly(Rational.ZERO);
                case 2 -> Bounds.atLeast(Rational.of(-random.nextInt(1000)));
                default -> Bounds.atMost(Rational.of(random.nextInt(1_000_000)));
            };
            rules.add(new LinearRule("rule", xs(chosen), List.of(factors), bounds));
        }
        List<Bounds> given = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long low = random.nextInt(1_000_000);
            given.add(
                    switch (random.nextInt(5)) {
                        case 0 -> Bounds.atLeast(Rational.ZERO);
                        case 1 -> Bounds.exactly(Rational.of(low));
                        default -> Bounds.of(Rational.of(low / 2), Rational.of(low + random.nextInt(1_000_000)));
                    });
        }
        ImpliedRanges implied = new Problem(size, rules, given).implied();
        List<Constraint> constraints = new ArrayList<>();
        rules.forEach(rule -> constraints.add(constraint(rule)));
        Hull hull = Simplex.of(new LinearProgram(given, constraints)).hull();
        assertEquals(hull.infeasible().isPresent(), !implied.contradictions().isEmpty());
        for (Hull.Range range : hull.ranges()) {
            assertEquals(range.bounds(), implied.bounds(x(range.variable())), "variable " + range.variable());
        }
    }

    private static void assertExact(Problem problem) {
        ImpliedRanges implied = problem.implied();
        Optional<int[][]> hull = problem.hull(problem.rules, problem.given);
        if (hull.isPresent()) {
            assertTrue(implied.contradictions().isEmpty(), "a point keeps all rules");
            for (int i = 0; i < problem.size; i++) {
                assertEquals(
                        Bounds.of(Rational.of(hull.get()[0][i]), Rational.of(hull.get()[1][i])), implied.bounds(x(i)));
            }
        } else {
            assertTrue(!implied.contradictions().isEmpty(), "no point keeps all rules");
        }
        assertExplained(problem, implied);
    }

    /** What a bound or a contradiction is said to rest on must be enough for it. */
    private static void assertExplained(Problem problem, ImpliedRanges implied) {
        for (Explanation explanation : implied.contradictions()) {
            assertTrue(hullOf(explanation, problem).isEmpty(), () -> "not a contradiction: " + explanation);
        }
        if (implied.contradictions().isEmpty()) {
            for (int i = 0; i < problem.size; i++) {
                Optional<int[][]> low = hullOf(implied.explanation(x(i), false, 1000), problem);
                Optional<int[][]> high = hullOf(implied.explanation(x(i), true, 1000), problem);
                if (low.isPresent()) {
                    assertTrue(low.get()[0][i] >= value(implied.bounds(x(i)).low()));
                    assertTrue(high.orElseThrow()[1][i]
                            <= value(implied.bounds(x(i)).high()));
                }
            }
        }
    }

    private static double value(Optional<Rational> end) {
        return Double.parseDouble(end.orElseThrow().toDecimal(17, RoundingMode.HALF_EVEN));
    }

    private static Optional<int[][]> hullOf(Explanation explanation, Problem problem) {
        List<LinearRule> rules = new ArrayList<>();
        explanation.rules().forEach(rule -> rules.add(problem.rules.get(rule.number())));
        List<Bounds> ranges = new ArrayList<>();
        for (int i = 0; i < problem.size; i++) {
            boolean low = explanation.bounds().contains(new Explanation.GivenBound(x(i), false));
            boolean high = explanation.bounds().contains(new Explanation.GivenBound(x(i), true));
            ranges.add(new Bounds(
                    low ? problem.given.get(i).low() : Optional.empty(),
                    high ? problem.given.get(i).high() : Optional.empty()));
        }
        return problem.hull(rules, ranges);
    }

    /** a+b=10, c+d=10, a+c=10, b+d=10, a+d=12, all in [0, 10]: telling neighbours alone stops at a in [2, 10]. */
    @Test
    void aCycleIsSolvedTogether() {
        List<LinearRule> rules = new ArrayList<>();
        for (int[] pair : new int[][] {{0, 1, 10}, {2, 3, 10}, {0, 2, 10}, {1, 3, 10}, {0, 3, 12}}) {
            rules.add(new LinearRule(
                    "sum",
                    xs(pair[0], pair[1]),
                    List.of(Rational.ONE, Rational.ONE),
                    Bounds.exactly(Rational.of(pair[2]))));
        }
        List<Bounds> given = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            given.add(Bounds.of(Rational.ZERO, Rational.of(10)));
        }
        ImpliedRanges implied = new Problem(4, rules, given).implied();
        int[] exact = {6, 4, 4, 6};
        for (int i = 0; i < 4; i++) {
            assertEquals(Bounds.exactly(Rational.of(exact[i])), implied.bounds(x(i)));
        }
    }

    /**
     * x1 is one number, 5, so that two rules share it and still know nothing of one another: x1 = x0 fails for x0 in [7, 9], while
     * x2 = x1 + x3 for x2 = 5 and x3 = 0 holds.
     */
    @Test
    void aContradictionStaysWithinItsComponent() {
        for (boolean failsFirst : new boolean[] {true, false}) {
            LinearRule fails = LinearRules.sum("fails", x(1), xs(0));
            LinearRule holds = LinearRules.sum("holds", x(2), xs(1, 3));
            List<Bounds> given = List.of(
                    Bounds.of(Rational.of(7), Rational.of(9)),
                    Bounds.exactly(Rational.of(5)),
                    Bounds.exactly(Rational.of(5)),
                    Bounds.of(Rational.ZERO, Rational.of(4)));
            List<LinearRule> rules = failsFirst ? List.of(fails, holds) : List.of(holds, fails);
            ImpliedRanges implied = new Problem(4, rules, given).implied();
            assertEquals(1, implied.contradictions().size());
            assertEquals(
                    List.of(new RuleId(failsFirst ? 0 : 1)),
                    implied.contradictions().get(0).rules());
            assertTrue(implied.isConsistent(x(3)));
            assertEquals(Bounds.exactly(Rational.ZERO), implied.bounds(x(3)), "5 − 5");
            assertEquals(Bounds.exactly(Rational.of(5)), implied.bounds(x(2)));
        }
    }
}
