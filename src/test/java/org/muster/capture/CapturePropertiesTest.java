package org.muster.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.muster.exact.Rational;
import org.muster.interval.Interval;

/** Ranges of estimates against all choices of whole numbers, and laws of log-linear models. */
class CapturePropertiesTest {

    @Provide
    Arbitrary<Interval> ranges() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 5))
                .as((low, width) -> Interval.of(low, low + width));
    }

    /** Every end is attained by a choice, or it is Infinity and a choice has no estimate. */
    @Property
    void twoLists(
            @ForAll("ranges") Interval first, @ForAll("ranges") Interval second, @ForAll("ranges") Interval both) {
        Brute lincoln = new Brute();
        Brute chapman = new Brute();
        Brute variance = new Brute();
        boolean possible = false;
        for (int n1 = (int) first.inf(); n1 <= first.sup(); n1++) {
            for (int n2 = (int) second.inf(); n2 <= second.sup(); n2++) {
                for (int m = (int) both.inf(); m <= Math.min(both.sup(), Math.min(n1, n2)); m++) {
                    possible = true;
                    if (m == 0) {
                        lincoln.addNone();
                    } else {
                        lincoln.add(Rational.of(n1 * n2, m));
                    }
                    chapman.add(Rational.of((n1 + 1) * (n2 + 1), m + 1).subtract(Rational.ONE));
                    variance.add(Rational.of((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m), (m + 1) * (m + 1) * (m + 2)));
                }
            }
        }
        if (possible) {
            TwoLists lists = new TwoLists(first, second, both);
            assertEquals(lincoln.range(), lists.lincolnPetersen());
            assertEquals(chapman.range(), lists.chapman());
            assertEquals(variance.range().sqrt(), lists.chapmanError());
        }
    }

    @Property
    void chaoBound(
            @ForAll("ranges") Interval extra, @ForAll("ranges") Interval once, @ForAll("ranges") Interval twice) {
        double least = once.inf() + twice.inf();
        Interval seen = Interval.of(Math.max(0, least - 5 + extra.inf()), least + extra.sup());
        Brute many = new Brute();
        Brute three = new Brute();
        Brute corrected = new Brute();
        for (int s = (int) seen.inf(); s <= seen.sup(); s++) {
            for (int f1 = (int) once.inf(); f1 <= once.sup(); f1++) {
                for (int f2 = (int) twice.inf(); f2 <= Math.min(twice.sup(), s - f1); f2++) {
                    Rational all = Rational.of(s);
                    if (f1 > 0 && f2 == 0) {
                        many.addNone();
                        three.addNone();
                    } else {
                        many.add(f1 == 0 ? all : all.add(Rational.of(f1 * f1, 2 * f2)));
                        three.add(f1 == 0 ? all : all.add(Rational.of(f1 * f1, 3 * f2)));
                    }
                    corrected.add(all.add(Rational.of(f1 * (f1 - 1), 2 * (f2 + 1))));
                }
            }
        }
        ChaoBound bound = new ChaoBound(seen, once, twice);
        assertEquals(many.range(), bound.forManyLists());
        assertEquals(three.range(), bound.forLists(3));
        assertEquals(corrected.range(), bound.biasCorrected());
    }

    private static final class Brute {
        private final List<Rational> values = new ArrayList<>();
        private boolean hasNone;

        void add(Rational value) {
            values.add(value);
        }

        void addNone() {
            hasNone = true;
        }

        Interval range() {
            return values.isEmpty()
                    ? Interval.EMPTY
                    : Whole.tightest(
                            Collections.min(values),
                            hasNone ? java.util.Optional.empty() : java.util.Optional.of(Collections.max(values)));
        }
    }

    /** Kosovo, exhumations and the American Bar Association: the values of methods of capture–recapture by hand. */
    @Test
    void kosovoOfTwoLists() {
        TwoLists two = PublishedLists.kosovo().pair("EXH", "ABA");
        assertEquals(new TwoLists(Interval.of(1910), Interval.of(1528), Interval.of(403)), two);
        assertEquals(7241.89, two.lincolnPetersen().mid(), 0.005);
        assertEquals(7231.47, two.chapman().mid(), 0.005);
        assertEquals(273.75, two.chapmanError().mid(), 0.005);
        TwoLists ranged = new TwoLists(Interval.of(1900, 1920), Interval.of(1528), Interval.of(400, 410));
        assertTrue(two.chapman().isSubset(ranged.chapman()));
        TwoLists open = new TwoLists(Interval.of(1900, Double.POSITIVE_INFINITY), Interval.of(1528), Interval.of(400));
        assertEquals(Double.POSITIVE_INFINITY, open.chapman().sup());
        assertEquals(1900.0 * 1528 / 400, open.lincolnPetersen().inf());
    }

    private static final List<List<LogLinearModel>> MODELS = List.of(
            LogLinearModel.all(2, 1), LogLinearModel.all(3, 2), LogLinearModel.all(4, 3), LogLinearModel.all(5, 3));

    private static LogLinearModel model(Random random, int lists) {
        List<LogLinearModel> models = MODELS.get(lists - 2);
        return models.get(random.nextInt(models.size()));
    }

    private static CaptureHistories random(Random random, int lists, int most) {
        Map<String, Long> counts = new HashMap<>();
        for (int cell = 1; cell < 1 << lists; cell++) {
            int index = cell;
            String combination = IntStream.range(0, lists)
                    .mapToObj(i -> String.valueOf(index >> i & 1))
                    .reduce("", String::concat);
            counts.put(combination, (long) random.nextInt(most));
        }
        counts.merge("1".repeat(lists), 1L, Long::sum);
        return CaptureHistories.of(
                IntStream.range(0, lists).mapToObj(i -> "list " + i).toList(), counts);
    }

    /** The likelihood equations: each term's combinations have as many people in the model as on the lists (Birch 1963). */
    @Property
    void margins(@ForAll Random random, @ForAll @IntRange(min = 2, max = 5) int lists) {
        CaptureHistories histories = random(random, lists, 1 + random.nextInt(200));
        LogLinearModel model = model(random, lists);
        double[] counts = Arrays.stream(histories.counts()).asDoubleStream().toArray();
        if (MaximumExists.test(model, histories.counts())) {
            double[] expected = PoissonFit.ofSeen(model, counts).orElseThrow().expected();
            for (int set : model.terms()) {
                double difference = IntStream.range(1, counts.length)
                        .filter(cell -> (cell & set) == set)
                        .mapToDouble(cell -> counts[cell] - expected[cell])
                        .sum();
                assertEquals(0, difference, 1e-7 * histories.seen());
            }
        }
    }

    /** Whether there is a maximum, by a linear programme in doubles of another form: are there positive counts with the margins? */
    @Property
    void existence(@ForAll Random random, @ForAll @IntRange(min = 2, max = 4) int lists) {
        CaptureHistories histories = random(random, lists, 1 + random.nextInt(4));
        LogLinearModel model = model(random, lists);
        long[] counts = histories.counts();
        int cells = counts.length - 1;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int set : model.terms()) {
            // Each count is s more than a variable from 0 up; s is the last variable.
            double[] row = new double[cells + 1];
            double sum = 0;
            for (int cell = 1; cell <= cells; cell++) {
                if ((cell & set) == set) {
                    row[cell - 1] = 1;
                    row[cells] += 1;
                    sum += counts[cell];
                }
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, sum));
        }
        double[] goal = new double[cells + 1];
        goal[cells] = 1;
        PointValuePair best = new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true));
        assertEquals(best.getValue() > 1e-6, MaximumExists.test(model, counts), () -> model + " " + best.getValue());
    }

    /** Two independent lists are the estimate of Lincoln and Petersen; three in pairs have a closed form. */
    @Property
    void closedForms(@ForAll Random random) {
        CaptureHistories two = random(random, 2, 100);
        LogLinearFit independent = LogLinearFit.of(two, LogLinearModel.parse(2, ""));
        if (two.count("10") > 0 && two.count("01") > 0) {
            double exact = two.pair("list 0", "list 1").lincolnPetersen().mid();
            assertEquals(exact, independent.estimate().orElseThrow(), 1e-9 * exact);
        }
        CaptureHistories three = random(random, 3, 100);
        Function<String, Double> n = combination -> (double) three.count(combination);
        LogLinearFit pairs = LogLinearFit.of(three, LogLinearModel.parse(3, "12 13 23"));
        double unseen = n.apply("111")
                * n.apply("100")
                * n.apply("010")
                * n.apply("001")
                / (n.apply("110") * n.apply("101") * n.apply("011"));
        if (unseen > 0 && unseen < Double.POSITIVE_INFINITY) {
            assertEquals(three.seen() + unseen, pairs.estimate().orElseThrow(), 1e-8 * (three.seen() + unseen));
        }
    }

    /** The order of the lists does not matter. */
    @Property
    void orderOfLists(@ForAll Random random) {
        CaptureHistories histories = random(random, 3, 50);
        Map<String, Long> turned = new HashMap<>();
        for (int cell = 1; cell < 8; cell++) {
            String combination = "" + (cell & 1) + (cell >> 1 & 1) + (cell >> 2 & 1);
            turned.put(new StringBuilder(combination).reverse().toString(), histories.count(combination));
        }
        CaptureHistories reversed = CaptureHistories.of(List.of("list 2", "list 1", "list 0"), turned);
        Interval first = LogLinearModels.of(histories).spread();
        Interval second = LogLinearModels.of(reversed).spread();
        assertEquals(first.isEmpty(), second.isEmpty());
        if (!first.isEmpty()) {
            assertEquals(first.inf(), second.inf(), 1e-7 * first.inf());
            assertEquals(first.sup(), second.sup(), 1e-7 * first.sup());
        }
    }

    /** From a few people to ten million, with a quarter of the combinations empty: every fit has an outcome and numbers. */
    @Property
    void countsOfAllSizes(@ForAll Random random, @ForAll @IntRange(min = 2, max = 5) int lists) {
        Map<String, Long> counts = new HashMap<>();
        double most = Math.pow(10, 1 + random.nextInt(7));
        for (int cell = 1; cell < 1 << lists; cell++) {
            String combination = Integer.toBinaryString(1 << lists | cell).substring(1);
            counts.put(combination, random.nextInt(4) == 0 ? 0 : (long) Math.pow(most, random.nextDouble()));
        }
        counts.put("1".repeat(lists), 1L);
        CaptureHistories histories =
                CaptureHistories.of(List.of("a", "b", "c", "d", "e").subList(0, lists), counts);
        LogLinearFit fit = LogLinearFit.of(histories, model(random, lists));
        assertTrue(fit.outcome() != LogLinearFit.Outcome.NOT_FOUND, fit::toString);
        if (fit.outcome() == LogLinearFit.Outcome.FITTED) {
            double estimate = fit.estimate().orElseThrow();
            assertTrue(estimate >= histories.seen() && estimate < Double.POSITIVE_INFINITY);
            assertTrue(fit.standardError().orElseThrow() >= 0);
        }
        // Some hundred fits.
        if (fit.outcome() == LogLinearFit.Outcome.FITTED && lists < 4) {
            double estimate = fit.estimate().orElseThrow();
            Interval limits = fit.profileLimits(0.95).orElseThrow();
            assertTrue(limits.inf() <= estimate * (1 + 1e-6) && limits.sup() >= estimate * (1 - 1e-6) - 1);
            assertTrue(limits.inf() >= histories.seen());
        }
    }
}
