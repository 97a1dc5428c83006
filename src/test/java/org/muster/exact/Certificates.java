package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.exact.Proof.Part;
import org.muster.exact.Proof.Step;

/**
 * Checks answers by what they carry, with the arithmetic of school: a point that fits and reaches the value and a proof that no
 * point does better settle an optimum; a proof of 0 ≤ −d settles that nothing fits; a ray settles that there is no end.
 */
final class Certificates {

    private static final Fraction ZERO = Fraction.of("0");

    private Certificates() {}

    /** That the solution is the greatest value of the form. */
    static void checkMaximum(LinearProgram program, LinearForm form, Solution solution) {
        if (solution instanceof Solution.Optimum optimum) {
            checkPoint(program, optimum.point());
            assertSame(value(form, optimum.point()), Fraction.of(optimum.optimum()));
            checkProof(program, form, optimum.optimum(), optimum.proof());
        } else if (solution instanceof Solution.Unbounded unbounded) {
            checkPoint(program, unbounded.point());
            checkRay(program, unbounded.ray());
            assertTrue(value(form, unbounded.ray()).signum() > 0, "the form does not grow along the ray");
        } else {
            checkInfeasible(program, (Solution.Infeasible) solution);
        }
    }

    static void checkInfeasible(LinearProgram program, Solution.Infeasible infeasible) {
        assertTrue(infeasible.shortfall().signum() > 0, "no shortfall");
        checkProof(program, LinearForm.ZERO, infeasible.shortfall().negate(), infeasible.proof());
        infeasible.proof().steps().forEach(step -> assertTrue(step.multiplier().isWhole()));
    }

    /** That the steps use ends that the programme has, and add up to the form and the limit. */
    static void checkProof(LinearProgram program, LinearForm form, Rational limit, Proof proof) {
        Fraction[] sums = new Fraction[program.variables()];
        Arrays.fill(sums, ZERO);
        Fraction sum = ZERO;
        for (Step step : proof.steps()) {
            Fraction multiplier = Fraction.of(step.multiplier());
            assertTrue(multiplier.signum() != 0);
            Bounds bounds = step.part() == Part.VARIABLE
                    ? program.bounds().get(step.number())
                    : program.constraints().get(step.number()).bounds();
            Optional<Rational> end = multiplier.signum() > 0 ? bounds.high() : bounds.low();
            assertEquals(end, Optional.of(step.end()));
            assertEquals(multiplier.signum() > 0, step.isHigh());
            sum = sum.plus(multiplier.times(Fraction.of(step.end())));
            Map<Integer, Rational> parts = step.part() == Part.VARIABLE
                    ? Map.of(step.number(), Rational.ONE)
                    : program.constraints().get(step.number()).form().coefficients();
            parts.forEach((variable, coefficient) ->
                    sums[variable] = sums[variable].plus(multiplier.times(Fraction.of(coefficient))));
        }
        assertSame(sum, Fraction.of(limit));
        for (int variable = 0; variable < sums.length; variable++) {
            Rational wanted = form.coefficients().getOrDefault(variable, Rational.ZERO);
            assertSame(sums[variable], Fraction.of(wanted));
        }
        assertEquals(limit, proof.limit());
        assertEquals(form, proof.form(program));
    }

    static void checkPoint(LinearProgram program, List<Rational> point) {
        for (int variable = 0; variable < program.variables(); variable++) {
            checkInside(program.bounds().get(variable), Fraction.of(point.get(variable)));
        }
        for (Constraint constraint : program.constraints()) {
            checkInside(constraint.bounds(), value(constraint.form(), point));
        }
        assertTrue(program.contains(point));
    }

    private static void checkInside(Bounds bounds, Fraction value) {
        bounds.low().ifPresent(low -> assertTrue(Fraction.of(low).compareTo(value) <= 0, "below the low end"));
        bounds.high().ifPresent(high -> assertTrue(Fraction.of(high).compareTo(value) >= 0, "above the high end"));
    }

    /** That no bound is ever met on the way. */
    static void checkRay(LinearProgram program, List<Rational> ray) {
        for (int variable = 0; variable < program.variables(); variable++) {
            checkOpen(program.bounds().get(variable), Fraction.of(ray.get(variable)));
        }
        for (Constraint constraint : program.constraints()) {
            checkOpen(constraint.bounds(), value(constraint.form(), ray));
        }
    }

    private static void checkOpen(Bounds bounds, Fraction way) {
        assertTrue(way.signum() >= 0 || bounds.low().isEmpty(), "the ray meets a low end");
        assertTrue(way.signum() <= 0 || bounds.high().isEmpty(), "the ray meets a high end");
    }

    static Fraction value(LinearForm form, List<Rational> point) {
        Fraction sum = ZERO;
        for (Map.Entry<Integer, Rational> part : form.coefficients().entrySet()) {
            sum = sum.plus(Fraction.of(part.getValue()).times(Fraction.of(point.get(part.getKey()))));
        }
        return sum;
    }

    static void assertSame(Fraction found, Fraction wanted) {
        assertEquals(0, found.compareTo(wanted), () -> found.reduced() + " instead of " + wanted.reduced());
    }
}
