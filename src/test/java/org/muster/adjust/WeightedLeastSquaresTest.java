package org.muster.adjust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.muster.adjust.LinearConstraint.Term;
import org.muster.adjust.WeightedLeastSquares.Place;
import org.muster.exact.Sense;
import org.muster.interval.Interval;

/** Adjusted values against a few lines of algebra by hand. */
class WeightedLeastSquaresTest {

    private static final Interval COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    /**
     * The flows of a heat exchanger with a bypass, of S. Narasimhan and C. Jordache, Data reconciliation and gross error
     * detection, 2000, as problem P4 of E. Cordeiro do Valle's benchmarks (EDSONCV/dr-ged-benchmarks on GitHub) has them:
     * f1 = f2 + f3, f2 = f4, f3 = f5, f4 + f5 = f6.
     */
    static final List<LinearConstraint> FLOWS = List.of(
            LinearConstraint.sum("splitter", 0, List.of(1, 2)),
            LinearConstraint.sum("exchanger", 1, List.of(3)),
            LinearConstraint.sum("bypass", 2, List.of(4)),
            LinearConstraint.sum("mixer", 5, List.of(3, 4)));

    static List<Observation> observations(double... values) {
        List<Observation> observations = new ArrayList<>();
        for (double value : values) {
            observations.add(Observation.of(value, 1));
        }
        return observations;
    }

    private static double adjusted(WeightedLeastSquares adjustment, int quantity) {
        return adjustment.values().get(quantity).adjusted().orElseThrow();
    }

    private static void assertAdjusted(WeightedLeastSquares adjustment, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], adjusted(adjustment, i), 1e-9 * Math.max(1, Math.abs(expected[i])), "x" + i);
        }
    }

    /**
     * By hand: the means of what was measured twice are 100.395 in and out, 64.325 and 35.545 in between. The misfit of
     * 0.525 is shared by the three alike.
     */
    @Test
    void flowsMeasuredTwice() {
        WeightedLeastSquares adjustment =
                WeightedLeastSquares.of(observations(101.91, 64.45, 34.65, 64.20, 36.44, 98.88), FLOWS);
        assertAdjusted(adjustment, 100.22, 64.50, 35.72, 64.50, 35.72, 100.22);
        assertEquals(-1.69, adjustment.values().get(0).correction().orElseThrow(), 1e-12);
        // 1.69² + 0.05² + 1.07² + 0.3² + 0.72² + 1.34².
        assertEquals(6.4075, adjustment.squares(), 1e-12);
        assertEquals(-2.81, adjustment.residuals().get(0).before().orElseThrow(), 1e-12);
        assertEquals(0, adjustment.iterations());
        assertTrue(adjustment.residuals().stream().allMatch(WeightedLeastSquares.Residual::binding));
    }

    @Test
    void aDependentRuleChangesNothing() {
        List<LinearConstraint> rules = new ArrayList<>(FLOWS);
        rules.add(LinearConstraint.sum("in is out", 0, List.of(5)));
        WeightedLeastSquares adjustment =
                WeightedLeastSquares.of(observations(101.91, 64.45, 34.65, 64.20, 36.44, 98.88), rules);
        assertAdjusted(adjustment, 100.22, 64.50, 35.72, 64.50, 35.72, 100.22);
    }

    /** Lagrange: the misfit of 30 is shared in proportion to the variances 1 : 4 : 25. */
    @Test
    void correctionsAreProportionalToVariances() {
        List<Observation> observations = List.of(Observation.of(100, 1), Observation.of(80, 4), Observation.of(50, 25));
        WeightedLeastSquares adjustment =
                WeightedLeastSquares.of(observations, List.of(LinearConstraint.sum("men", 0, List.of(1, 2))));
        assertAdjusted(adjustment, 101, 76, 25);
        assertEquals(30, adjustment.squares(), 1e-9);
    }

    @Test
    void whatWasNotObservedIsComputedWhereTheRulesDetermineIt() {
        List<Observation> observations = List.of(
                Observation.of(1000, 1),
                Observation.of(300, 1),
                Observation.none(COUNT),
                Observation.none(COUNT),
                Observation.none(COUNT));
        List<LinearConstraint> rules =
                List.of(LinearConstraint.sum("men", 0, List.of(1, 2)), LinearConstraint.sum("rest", 2, List.of(3, 4)));
        WeightedLeastSquares adjustment = WeightedLeastSquares.of(observations, rules);
        assertAdjusted(adjustment, 1000, 300, 700);
        assertEquals(OptionalDouble.empty(), adjustment.values().get(3).adjusted());
        assertEquals(OptionalDouble.empty(), adjustment.values().get(4).adjusted());
        assertEquals(OptionalDouble.empty(), adjustment.values().get(2).correction());
        assertEquals(OptionalDouble.empty(), adjustment.residuals().get(0).before());
    }

    /** The rest cannot be negative: 120 = 100 + rest is the best there is with 100 + 150 / 2 = 125 of both. */
    @Test
    void aRangeOfWhatWasNotObservedBinds() {
        List<Observation> observations =
                List.of(Observation.of(100, 1), Observation.of(150, 1), Observation.none(COUNT));
        WeightedLeastSquares adjustment =
                WeightedLeastSquares.of(observations, List.of(LinearConstraint.sum("men", 0, List.of(1, 2))));
        assertAdjusted(adjustment, 125, 125, 0);
        assertEquals(Place.AT_LOW, adjustment.values().get(2).place());
    }

    /** u ≤ 10 and u ≥ m leave u no room once m is 10, though neither rule pulls at m. */
    @Test
    void twoInequalitiesDetermineWhatTheyPinch() {
        LinearConstraint most = new LinearConstraint("most", List.of(new Term(0, 1)), Sense.AT_MOST, 10);
        LinearConstraint least = LinearConstraint.bound("least", 0, List.of(1));
        List<Observation> pinched = List.of(Observation.none(Interval.ENTIRE), Observation.of(10, 1));
        assertAdjusted(WeightedLeastSquares.of(pinched, List.of(most, least)), 10, 10);
        List<Observation> loose = List.of(Observation.none(Interval.ENTIRE), Observation.of(9, 1));
        WeightedLeastSquares adjustment = WeightedLeastSquares.of(loose, List.of(most, least));
        assertEquals(OptionalDouble.empty(), adjustment.values().get(0).adjusted());
    }

    @Test
    void aBoundThatHoldsIsLeftAlone() {
        LinearConstraint bound = LinearConstraint.bound("subset", 0, List.of(1));
        WeightedLeastSquares holds = WeightedLeastSquares.of(observations(230, 55), List.of(bound));
        assertAdjusted(holds, 230, 55);
        assertTrue(!holds.residuals().get(0).binding());
        WeightedLeastSquares fails = WeightedLeastSquares.of(observations(55, 230), List.of(bound));
        assertAdjusted(fails, 142.5, 142.5);
        assertEquals(175, fails.residuals().get(0).before().orElseThrow(), 0);
        assertTrue(fails.residuals().get(0).binding());
    }

    /** A value outside its range goes to the end, and the others take the rest. */
    @Test
    void rangesBind() {
        List<Observation> observations = List.of(
                Observation.of(100, 1, Interval.of(100)),
                Observation.of(30, 1, Interval.of(0, 35)),
                Observation.of(40, 1));
        WeightedLeastSquares adjustment =
                WeightedLeastSquares.of(observations, List.of(LinearConstraint.sum("men", 0, List.of(1, 2))));
        assertAdjusted(adjustment, 100, 35, 65);
        assertEquals(Place.AT_HIGH, adjustment.values().get(1).place());
    }

    @Test
    void rulesThatContradictEachOtherAreNamedAndNoOthers() {
        List<LinearConstraint> rules = List.of(
                LinearConstraint.sum("first", 0, List.of(1, 2)),
                LinearConstraint.sum("idle", 3, List.of(4)),
                new LinearConstraint("second", List.of(new Term(1, 1), new Term(2, 1)), Sense.EQUAL, 50),
                new LinearConstraint("third", List.of(new Term(0, 1)), Sense.EQUAL, 60));
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> WeightedLeastSquares.of(observations(1, 2, 3, 4, 5), rules));
        assertEquals("no values satisfy all of: first; second; third", thrown.getMessage());
    }

    @Test
    void aRangeThatContradictsARuleIsNamed() {
        List<Observation> observations = List.of(
                Observation.of(700, 1, Interval.of(0, 800)),
                Observation.of(400, 1, Interval.of(300, 400)),
                Observation.of(600, 1, Interval.of(600, 700)));
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> WeightedLeastSquares.of(observations, List.of(LinearConstraint.sum("men", 0, List.of(1, 2)))));
        assertTrue(thrown.getMessage().contains("men"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("quantity 0 in [0, 800]"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("quantity 1 in [300, 400]"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("quantity 2 in [600, 700]"), thrown.getMessage());
    }

    @Test
    void badInputIsRefused() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Observation.of(1, bad), "variance " + bad);
        }
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Observation.of(bad, 1), "value " + bad);
            assertThrows(IllegalArgumentException.class, () -> new Term(0, bad));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new LinearConstraint("r", List.of(new Term(0, 1)), Sense.EQUAL, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> Observation.of(1, 1, Interval.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Observation(OptionalDouble.empty(), 1, Interval.ENTIRE));
        assertThrows(IllegalArgumentException.class, () -> new Term(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Term(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new LinearConstraint("r", List.of(), Sense.EQUAL, 0));
        assertThrows(IllegalArgumentException.class, () -> LinearConstraint.sum("r", 0, List.of(0)));
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> WeightedLeastSquares.of(observations(1), List.of(LinearConstraint.sum("men", 0, List.of(1)))));
        assertEquals("constraint \"men\" refers to quantity 1, but there are only 1", thrown.getMessage());
    }

    /** Whatever the numbers, what comes out is finite and satisfies the rules, or an exception says why not. */
    @Test
    void numbersBeyondDoublePrecisionAreRefused() {
        List<LinearConstraint> rules = List.of(LinearConstraint.sum("men", 0, List.of(1, 2)));
        assertThrows(
                ArithmeticException.class, () -> WeightedLeastSquares.of(observations(1, 1.7e308, 1.7e308), rules));
        assertThrows(ArithmeticException.class, () -> GrossErrors.of(observations(1, 1.7e308, 1.7e308), rules, 0.05));
        List<Observation> apart = List.of(
                Observation.of(10, 1e-300, COUNT),
                Observation.of(-20, Double.MAX_VALUE, COUNT),
                Observation.of(-30, 1, COUNT));
        assertAdjusted(WeightedLeastSquares.of(apart, rules), 10, 10, 0);
    }

    @Test
    void nothingAtAll() {
        assertEquals(List.of(), WeightedLeastSquares.of(List.of(), List.of()).values());
        assertAdjusted(WeightedLeastSquares.of(observations(5), List.of()), 5);
    }
}
