package org.muster.adjust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.muster.adjust.LinearConstraint.Term;
import org.muster.exact.Sense;
import org.muster.interval.Interval;

/**
 * Adjusted values against brute force: of all choices of which inequalities and ends hold with equality, each solved by
 * the pseudo-inverse of its Karush–Kuhn–Tucker matrix, the one that is feasible and costs least.
 */
class WeightedLeastSquaresPropertiesTest {

    private static final int SIZE = 4;
    private static final double NEAR = 1e-6;

    /** A small problem; a variance of 0 says that nothing was observed. */
    record Small(List<Integer> values, List<Integer> variances, List<Interval> ranges, List<LinearConstraint> rules) {

        List<Observation> observations() {
            List<Observation> observations = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                observations.add(
                        variances.get(i) == 0
                                ? Observation.none(ranges.get(i))
                                : Observation.of(values.get(i), variances.get(i), ranges.get(i)));
            }
            return observations;
        }
    }

    /** A row a·x = b or a·x ≥ b. */
    private record Row(double[] a, double b, boolean equality) {}

    private record Optimum(double[] x, double squares) {}

    @Provide
    Arbitrary<Small> problems() {
        Arbitrary<Interval> ranges = Combinators.combine(
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(0, 6))
                .as((low, width) -> Interval.of(low, width == 6 ? Double.POSITIVE_INFINITY : low + width));
        Arbitrary<LinearConstraint> rules = Combinators.combine(
                        Arbitraries.integers().between(-1, 1).list().ofSize(SIZE),
                        Arbitraries.of(Sense.values()),
                        Arbitraries.integers().between(-2, 2))
                .filter((coefficients, sense, constant) -> coefficients.stream().anyMatch(c -> c != 0))
                .as(WeightedLeastSquaresPropertiesTest::rule);
        return Combinators.combine(
                        Arbitraries.integers().between(-5, 5).list().ofSize(SIZE),
                        Arbitraries.of(0, 0, 1, 1, 2, 9).list().ofSize(SIZE),
                        Arbitraries.oneOf(Arbitraries.just(Interval.ENTIRE), ranges)
                                .list()
                                .ofSize(SIZE),
                        rules.list().ofMinSize(1).ofMaxSize(3))
                .as(Small::new);
    }

    private static LinearConstraint rule(List<Integer> coefficients, Sense sense, int constant) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            if (coefficients.get(i) != 0) {
                terms.add(new Term(i, coefficients.get(i)));
            }
        }
        return new LinearConstraint("rule " + coefficients + sense + constant, terms, sense, constant);
    }

    private static List<Row> rows(Small small) {
        List<Row> rows = new ArrayList<>();
        for (LinearConstraint rule : small.rules()) {
            double sign = rule.sense() == Sense.AT_MOST ? -1 : 1;
            double[] a = new double[SIZE];
            rule.terms().forEach(term -> a[term.quantity()] = sign * term.coefficient());
            rows.add(new Row(a, sign * rule.constant(), rule.sense() == Sense.EQUAL));
        }
        for (int i = 0; i < SIZE; i++) {
            double[] ends = {small.ranges().get(i).inf(), -small.ranges().get(i).sup()};
            for (int end = 0; end < 2; end++) {
                if (Double.isFinite(ends[end])) {
                    double[] a = new double[SIZE];
                    a[i] = end == 0 ? 1 : -1;
                    rows.add(new Row(a, ends[end], false));
                }
            }
        }
        return rows;
    }

    private static double slack(Row row, double[] x) {
        return new ArrayRealVector(row.a()).dotProduct(new ArrayRealVector(x)) - row.b();
    }

    private static Optimum bruteForce(Small small, List<Row> rows) {
        Optimum best = null;
        for (int choice = 0; choice < 1 << rows.size(); choice++) {
            List<Row> tight = new ArrayList<>();
            boolean skip = false;
            for (int r = 0; r < rows.size(); r++) {
                boolean chosen = (choice >> r & 1) == 1;
                skip |= rows.get(r).equality() && !chosen;
                if (chosen) {
                    tight.add(rows.get(r));
                }
            }
            if (skip || tight.size() > SIZE + 2) {
                continue;
            }
            double[] x = stationary(small, tight);
            boolean feasible = rows.stream()
                    .allMatch(row -> row.equality() ? Math.abs(slack(row, x)) < NEAR : slack(row, x) > -NEAR);
            double squares = squares(small, x);
            if (feasible && (best == null || squares < best.squares())) {
                best = new Optimum(x, squares);
            }
        }
        return best;
    }

    private static double[] stationary(Small small, List<Row> tight) {
        int size = SIZE + tight.size();
        RealMatrix matrix = new Array2DRowRealMatrix(size, size);
        RealVector right = new ArrayRealVector(size);
        for (int i = 0; i < SIZE; i++) {
            double weight =
                    small.variances().get(i) == 0 ? 0 : 1.0 / small.variances().get(i);
            matrix.setEntry(i, i, weight);
            right.setEntry(i, weight * small.values().get(i));
            for (int r = 0; r < tight.size(); r++) {
                matrix.setEntry(SIZE + r, i, tight.get(r).a()[i]);
                matrix.setEntry(i, SIZE + r, tight.get(r).a()[i]);
                right.setEntry(SIZE + r, tight.get(r).b());
            }
        }
        SingularValueDecomposition decomposition = new SingularValueDecomposition(matrix);
        RealVector solution = new ArrayRealVector(size);
        double[] values = decomposition.getSingularValues();
        for (int k = 0; k < size; k++) {
            if (values[k] > 1e-9) {
                double share = decomposition.getU().getColumnVector(k).dotProduct(right) / values[k];
                solution = solution.add(decomposition.getV().getColumnVector(k).mapMultiply(share));
            }
        }
        return solution.getSubVector(0, SIZE).toArray();
    }

    private static double squares(Small small, double[] x) {
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            if (small.variances().get(i) > 0) {
                squares += Math.pow(x[i] - small.values().get(i), 2)
                        / small.variances().get(i);
            }
        }
        return squares;
    }

    /** Whether a value without observation can move while the observed ones stay: a linear programme on directions. */
    private static boolean moves(Small small, List<Row> rows, double[] x, int quantity) {
        List<org.apache.commons.math3.optim.linear.LinearConstraint> constraints = new ArrayList<>();
        for (Row row : rows) {
            if (Math.abs(slack(row, x)) < 1e-5) {
                constraints.add(new org.apache.commons.math3.optim.linear.LinearConstraint(
                        row.a(), row.equality() ? Relationship.EQ : Relationship.GEQ, 0));
            }
        }
        double[] own = new double[SIZE];
        own[quantity] = 1;
        for (int i = 0; i < SIZE; i++) {
            double[] axis = new double[SIZE];
            axis[i] = 1;
            double most = small.variances().get(i) > 0 ? 0 : 1;
            constraints.add(new org.apache.commons.math3.optim.linear.LinearConstraint(axis, Relationship.LEQ, most));
            constraints.add(new org.apache.commons.math3.optim.linear.LinearConstraint(axis, Relationship.GEQ, -most));
        }
        for (GoalType goal : GoalType.values()) {
            double farthest = new SimplexSolver()
                    .optimize(
                            new MaxIter(1000),
                            new LinearObjectiveFunction(own, 0),
                            new LinearConstraintSet(constraints),
                            new NonNegativeConstraint(false),
                            goal)
                    .getValue();
            if (Math.abs(farthest) > 1e-3) {
                return true;
            }
        }
        return false;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noFeasibleValuesAreNearer(@ForAll("problems") Small small) {
        List<Row> rows = rows(small);
        Optimum optimum = bruteForce(small, rows);
        if (optimum == null) {
            assertThrows(
                    IllegalArgumentException.class, () -> WeightedLeastSquares.of(small.observations(), small.rules()));
            return;
        }
        WeightedLeastSquares adjustment = WeightedLeastSquares.of(small.observations(), small.rules());
        assertEquals(optimum.squares(), adjustment.squares(), NEAR);
        for (int i = 0; i < SIZE; i++) {
            OptionalDouble adjusted = adjustment.values().get(i).adjusted();
            boolean determined = small.variances().get(i) > 0 || !moves(small, rows, optimum.x(), i);
            assertEquals(determined, adjusted.isPresent(), "x" + i + " is determined");
            if (determined) {
                assertEquals(optimum.x()[i], adjusted.getAsDouble(), NEAR, "x" + i);
                assertTrue(small.ranges().get(i).contains(adjusted.getAsDouble()), "x" + i + " in its range");
            }
        }
    }
}
