package org.muster.adjust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.muster.adjust.GrossErrors.Measurement;
import org.muster.adjust.LinearConstraint.Term;
import org.muster.exact.Sense;
import org.muster.interval.Interval;

/** The tests for gross errors against algebra by hand, quantiles of R, and the formulas in full. */
class GrossErrorsTest {

    private static final double[] FLOWS = {101.91, 64.45, 34.65, 64.20, 36.44, 98.88};

    private static double standardised(GrossErrors tests, int quantity) {
        return tests.measurements().get(quantity).standardised().orElseThrow();
    }

    /**
     * Both flows of the loop are seen twice and their sum twice, so that each adjusted value has variance 1/3 and each
     * correction 2/3. With 4 degrees of freedom P(χ² ≥ x) = exp(−x/2) (1 + x/2).
     */
    @Test
    void flowsWithoutGrossError() {
        GrossErrors tests =
                GrossErrors.of(WeightedLeastSquaresTest.observations(FLOWS), WeightedLeastSquaresTest.FLOWS, 0.05);
        assertEquals(6.4075, tests.statistic(), 1e-10);
        assertEquals(4, tests.degreesOfFreedom());
        assertEquals(
                9.48772903678, tests.criticalValue(), 1e-10, "qchisq(0.95, 4) of R 4.2.2; 9.488 in printed tables");
        assertEquals(Math.exp(-6.4075 / 2) * (1 + 6.4075 / 2), tests.probability(), 1e-12);
        assertFalse(tests.isSuspect());
        double[] corrections = {-1.69, 0.05, 1.07, 0.30, -0.72, 1.34};
        for (int i = 0; i < corrections.length; i++) {
            assertEquals(corrections[i] * Math.sqrt(1.5), standardised(tests, i), 1e-10);
            assertFalse(tests.measurements().get(i).suspect());
        }
        // qnorm(1 - (1 - 0.95^(1/6)) / 2) of R 4.2.2.
        assertEquals(2.63103828454, tests.criticalMeasurement(), 1e-10);
    }

    /** Ten more in one flow: its misfit of 10 is corrected by two thirds, and its test grows most, by 10 · √(2/3). */
    @Test
    void aGrossErrorIsFoundWhereItIs() {
        double[] spoilt = FLOWS.clone();
        spoilt[3] += 10;
        GrossErrors tests =
                GrossErrors.of(WeightedLeastSquaresTest.observations(spoilt), WeightedLeastSquaresTest.FLOWS, 0.05);
        assertTrue(tests.isSuspect());
        assertEquals((0.30 - 20 / 3.0) * Math.sqrt(1.5), standardised(tests, 3), 1e-9);
        assertTrue(tests.measurements().get(3).suspect());
        for (Measurement other : tests.measurements()) {
            assertTrue(other.quantity() == 3
                    || Math.abs(other.standardised().orElseThrow()) < Math.abs(standardised(tests, 3)));
        }
    }

    /** Without the bypass two equations remain between observed values: in = out, and the flow of the exchanger. */
    @Test
    void whatWasNotObservedIsEliminated() {
        List<Observation> observations = new ArrayList<>(WeightedLeastSquaresTest.observations(FLOWS));
        observations.set(2, Observation.none(Interval.ENTIRE));
        observations.set(4, Observation.none(Interval.ENTIRE));
        GrossErrors tests = GrossErrors.of(observations, WeightedLeastSquaresTest.FLOWS, 0.05);
        assertEquals(2, tests.degreesOfFreedom());
        // (101.91 − 98.88)² / 2 + (64.45 − 64.20)² / 2.
        assertEquals((3.03 * 3.03 + 0.25 * 0.25) / 2, tests.statistic(), 1e-10);
        assertEquals(
                List.of(0, 1, 3, 5),
                tests.measurements().stream().map(Measurement::quantity).toList());
    }

    @Test
    void aValueThatNothingChecksIsNotTested() {
        List<Observation> observations =
                List.of(Observation.of(100, 4), Observation.of(60, 9), Observation.none(Interval.ENTIRE));
        GrossErrors tests = GrossErrors.of(observations, List.of(LinearConstraint.sum("men", 0, List.of(1, 2))), 0.05);
        assertEquals(0, tests.degreesOfFreedom());
        assertEquals(1, tests.probability());
        assertFalse(tests.isSuspect());
        for (Measurement measurement : tests.measurements()) {
            assertEquals(OptionalDouble.empty(), measurement.standardised());
        }
    }

    /** Two values more that nothing checks change neither test of the others. */
    @Test
    void valuesThatNothingChecksDoNotCount() {
        List<Observation> observations = new ArrayList<>(WeightedLeastSquaresTest.observations(FLOWS));
        observations.add(Observation.of(500, 1));
        observations.add(Observation.of(200, 1));
        observations.add(Observation.none(Interval.ENTIRE));
        List<LinearConstraint> rules = new ArrayList<>(WeightedLeastSquaresTest.FLOWS);
        rules.add(LinearConstraint.sum("apart", 6, List.of(7, 8)));
        GrossErrors tests = GrossErrors.of(observations, rules, 0.05);
        assertEquals(6.4075, tests.statistic(), 1e-10);
        assertEquals(4, tests.degreesOfFreedom());
        assertEquals(2.63103828454, tests.criticalMeasurement(), 1e-10);
        assertEquals(OptionalDouble.empty(), tests.measurements().get(6).standardised());
        assertEquals(OptionalDouble.empty(), tests.measurements().get(7).standardised());
    }

    @Test
    void inequalitiesTakeNoPart() {
        List<LinearConstraint> bound = List.of(LinearConstraint.bound("subset", 0, List.of(1)));
        GrossErrors tests = GrossErrors.of(WeightedLeastSquaresTest.observations(1, 100), bound, 0.05);
        assertEquals(0, tests.degreesOfFreedom());
        assertEquals(0, tests.statistic());
    }

    @Test
    void badInputIsRefused() {
        for (double level : new double[] {0, 1, -0.05, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> GrossErrors.of(
                            WeightedLeastSquaresTest.observations(FLOWS), WeightedLeastSquaresTest.FLOWS, level));
        }
        List<LinearConstraint> rules = List.of(
                new LinearConstraint("one", List.of(new Term(0, 1)), Sense.EQUAL, 1),
                new LinearConstraint("two", List.of(new Term(0, 1)), Sense.EQUAL, 2));
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> GrossErrors.of(WeightedLeastSquaresTest.observations(1), rules, 0.05));
        assertEquals("no values satisfy all of: one; two", thrown.getMessage());
    }

    /** γ and W in full, with an inverse, for the flows with any values and standard errors. */
    @Property(tries = 100)
    void formulasInFull(
            @ForAll @Size(6) List<@IntRange(min = 0, max = 1000) Integer> values,
            @ForAll @Size(6) List<@IntRange(min = 1, max = 100) Integer> deviations) {
        RealMatrix a = new Array2DRowRealMatrix(
                new double[][] {{1, -1, -1, 0, 0, 0}, {0, 1, 0, -1, 0, 0}, {0, 0, 1, 0, -1, 0}, {0, 0, 0, 1, 1, -1}});
        double[] squares = deviations.stream().mapToDouble(d -> (double) d * d).toArray();
        RealMatrix v = MatrixUtils.createRealDiagonalMatrix(squares);
        RealMatrix inverse = new LUDecomposition(a.multiply(v).multiply(a.transpose()))
                .getSolver()
                .getInverse();
        double[] off = a.operate(values.stream().mapToDouble(x -> x).toArray());
        RealMatrix gain = v.multiply(a.transpose()).multiply(inverse);
        double[] corrections = gain.operate(off);
        RealMatrix w = gain.multiply(a).multiply(v);
        double[] times = inverse.operate(off);
        double gamma = 0;
        for (int e = 0; e < off.length; e++) {
            gamma += off[e] * times[e];
        }
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            observations.add(Observation.of(values.get(i), squares[i]));
        }
        GrossErrors tests = GrossErrors.of(observations, WeightedLeastSquaresTest.FLOWS, 0.01);
        assertEquals(gamma, tests.statistic(), 1e-7 * Math.max(1, gamma));
        for (int i = 0; i < 6; i++) {
            assertEquals(-corrections[i], tests.measurements().get(i).correction(), 1e-7);
            double expected = -corrections[i] / Math.sqrt(w.getEntry(i, i));
            assertEquals(expected, standardised(tests, i), 1e-6 * Math.max(1, Math.abs(expected)));
        }
    }

    /** Of FLOWS, nothing is suspect; with ten more in the second, that flow most of all. */
    @Test
    void theyReadAsTheGlobalTestAndTheMostSuspectFirst() {
        assertEquals(
                "6.4075 of at most 9.48773, not suspect; suspect quantities: none",
                GrossErrors.of(WeightedLeastSquaresTest.observations(FLOWS), WeightedLeastSquaresTest.FLOWS, 0.05)
                        .toString());
        double[] spoilt = FLOWS.clone();
        spoilt[1] += 10;
        String text = GrossErrors.of(
                        WeightedLeastSquaresTest.observations(spoilt), WeightedLeastSquaresTest.FLOWS, 0.05)
                .toString();
        assertTrue(text.contains(" of at most 9.48773, suspect; suspect quantities: [1, "), text);
    }
}
