package org.muster.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The exact hull of 30 quantities whose sums run in circles: a table of four units by five kinds in the millions with both margins
 * and the grand total, each claimed with a range. Time for one bound, the making of the solver included. The peer is
 * the simplex of Commons Math on doubles, asked for the same bounds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LinearProgramBenchmark.BOUNDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class LinearProgramBenchmark {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;
    private static final int QUANTITIES = (ROWS + 1) * (COLUMNS + 1);
    private static final int TABLES = 20;
    static final int BOUNDS = TABLES * 2 * QUANTITIES;

    private final List<LinearProgram> programs = new ArrayList<>();
    private final List<LinearConstraintSet> plain = new ArrayList<>();

    @Setup
    public void setUp() {
        Random random = new Random(1);
        for (int table = 0; table < TABLES; table++) {
            double[][] ranges = ranges(random);
            programs.add(program(ranges));
            plain.add(plain(ranges));
        }
    }

    /** The number of the cell; the last row and column are the totals. */
    private static int at(int row, int column) {
        return row * (COLUMNS + 1) + column;
    }

    private static double[][] ranges(Random random) {
        double[] figures = new double[QUANTITIES];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double men = random.nextInt(5_000_000);
                figures[at(row, column)] = men;
                figures[at(row, COLUMNS)] += men;
                figures[at(ROWS, column)] += men;
                figures[at(ROWS, COLUMNS)] += men;
            }
        }
        double[][] ranges = new double[QUANTITIES][];
        for (int quantity = 0; quantity < QUANTITIES; quantity++) {
            ranges[quantity] = new double[] {
                Math.floor(figures[quantity] * (1 - 0.2 * random.nextDouble())),
                Math.ceil(figures[quantity] * (1 + 0.2 * random.nextDouble()))
            };
        }
        return ranges;
    }

    /** Of each sum the whole, then the parts. */
    private static List<int[]> sums() {
        List<int[]> sums = new ArrayList<>();
        for (int row = 0; row <= ROWS; row++) {
            int[] sum = new int[COLUMNS + 1];
            for (int column = 0; column <= COLUMNS; column++) {
                sum[(column + 1) % (COLUMNS + 1)] = at(row, column);
            }
            sums.add(sum);
        }
        for (int column = 0; column <= COLUMNS; column++) {
            int[] sum = new int[ROWS + 1];
            for (int row = 0; row <= ROWS; row++) {
                sum[(row + 1) % (ROWS + 1)] = at(row, column);
            }
            sums.add(sum);
        }
        return sums;
    }

    private static LinearProgram program(double[][] ranges) {
        List<Bounds> bounds = new ArrayList<>();
        for (double[] range : ranges) {
            bounds.add(Bounds.of(Rational.of(range[0]), Rational.of(range[1])));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int[] sum : sums()) {
            LinearForm whole = LinearForm.variable(sum[0]);
            constraints.add(Constraint.exactly(
                    whole.multiply(Rational.of(2)).subtract(LinearForm.sum(sum)), Rational.ZERO));
        }
        return new LinearProgram(bounds, constraints);
    }

    private static LinearConstraintSet plain(double[][] ranges) {
        Collection<LinearConstraint> constraints = new ArrayList<>();
        for (int quantity = 0; quantity < QUANTITIES; quantity++) {
            double[] one = new double[QUANTITIES];
            one[quantity] = 1;
            constraints.add(new LinearConstraint(one, Relationship.GEQ, ranges[quantity][0]));
            constraints.add(new LinearConstraint(one, Relationship.LEQ, ranges[quantity][1]));
        }
        for (int[] sum : sums()) {
            double[] coefficients = new double[QUANTITIES];
            for (int quantity : sum) {
                coefficients[quantity] = -1;
            }
            coefficients[sum[0]] = 1;
            constraints.add(new LinearConstraint(coefficients, Relationship.EQ, 0));
        }
        return new LinearConstraintSet(constraints);
    }

    @Benchmark
    public Object hull() {
        List<Object> hulls = new ArrayList<>();
        for (LinearProgram program : programs) {
            hulls.add(Simplex.of(program).hull());
        }
        return hulls;
    }

    /** A refusal of the solver counts as an answer. */
    @Benchmark
    public Object hullPlain() {
        List<Object> values = new ArrayList<>();
        for (LinearConstraintSet constraints : plain) {
            for (int quantity = 0; quantity < QUANTITIES; quantity++) {
                double[] one = new double[QUANTITIES];
                one[quantity] = 1;
                LinearObjectiveFunction objective = new LinearObjectiveFunction(one, 0);
                for (GoalType goal : GoalType.values()) {
                    try {
                        values.add(new SimplexSolver()
                                .optimize(
                                        new MaxIter(10_000),
                                        objective,
                                        constraints,
                                        goal,
                                        new NonNegativeConstraint(true)));
                    } catch (MathIllegalStateException refusal) {
                        values.add(refusal);
                    }
                }
            }
        }
        return values;
    }
}
