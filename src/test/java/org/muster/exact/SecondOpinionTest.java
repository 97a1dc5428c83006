package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/** The simplex of Commons Math, which computes in doubles: right on plain hulls, wrong on others, which are kept here. */
class SecondOpinionTest {

    private static double bound(LinearProgram program, int variable, GoalType goal) {
        List<LinearConstraint> rows = new ArrayList<>();
        for (int other = 0; other < program.variables(); other++) {
            add(rows, program, LinearForm.variable(other), program.bounds().get(other));
        }
        program.constraints().forEach(constraint -> add(rows, program, constraint.form(), constraint.bounds()));
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(coefficients(program, LinearForm.variable(variable)), 0),
                        new LinearConstraintSet(rows),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private static void add(List<LinearConstraint> rows, LinearProgram program, LinearForm form, Bounds bounds) {
        double[] coefficients = coefficients(program, form);
        if (bounds.low().equals(bounds.high())) {
            bounds.low().ifPresent(end -> rows.add(new LinearConstraint(coefficients, Relationship.EQ, value(end))));
            return;
        }
        bounds.low().ifPresent(low -> rows.add(new LinearConstraint(coefficients, Relationship.GEQ, value(low))));
        bounds.high().ifPresent(high -> rows.add(new LinearConstraint(coefficients, Relationship.LEQ, value(high))));
    }

    private static double[] coefficients(LinearProgram program, LinearForm form) {
        double[] coefficients = new double[program.variables()];
        form.coefficients().forEach((variable, coefficient) -> coefficients[variable] = value(coefficient));
        return coefficients;
    }

    private static double value(Rational value) {
        return new BigDecimal(value.numerator()).doubleValue() / new BigDecimal(value.denominator()).doubleValue();
    }

    @Property(tries = 20)
    void hullsOfTables(@ForAll long seed) {
        Random random = new Random(seed);
        LinearProgram program = TwoWayTable.random(random, 2 + random.nextInt(4), 2 + random.nextInt(4))
                .program();
        for (Hull.Range range : Simplex.of(program).hull().ranges()) {
            assertNear(
                    bound(program, range.variable(), GoalType.MINIMIZE),
                    range.bounds().low());
            assertNear(
                    bound(program, range.variable(), GoalType.MAXIMIZE),
                    range.bounds().high());
        }
    }

    private static void assertNear(double wanted, Optional<Rational> found) {
        assertEquals(wanted, value(found.orElseThrow()), 1e-6 * Math.max(1, Math.abs(wanted)));
    }

    /**
     * A count of men and the same count in millions (of the kind of MATH-1549, mixed large coefficients). Commons Math takes
     * a pivot of one in a million for nothing, and stops at the wrong end.
     */
    @Test
    void millions() {
        LinearForm difference =
                LinearForm.variable(0).subtract(LinearForm.variable(1).multiply(Rational.of(1_000_000)));
        LinearProgram program = equal(difference, Interval.of(289_951_279, 900_000_000), Interval.of(0, 8000));
        assertEquals("[289951279/1000000, 900]", range(program, 1));
        assertTrue(bound(program, 1, GoalType.MAXIMIZE) < 290);
        LinearProgram turned = equal(difference.negate(), Interval.of(0, 605_675_705), Interval.of(0, 2_200_898));
        assertEquals("[0, 121135141/200000]", range(turned, 1));
        assertEquals(0, bound(turned, 1, GoalType.MAXIMIZE));
    }

    private static LinearProgram equal(LinearForm difference, Interval men, Interval millions) {
        return new LinearProgram(
                List.of(Bounds.of(men), Bounds.of(millions)), List.of(Constraint.exactly(difference, Rational.ZERO)));
    }

    private static String range(LinearProgram program, int variable) {
        return Simplex.of(program).hull(variable).ranges().get(0).bounds().toString();
    }
}
