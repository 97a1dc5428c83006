package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.muster.exact.Solution.Infeasible;
import org.muster.exact.Solution.Optimum;
import org.muster.exact.Solution.Unbounded;

/** Linear programmes against what their answers prove, and against all corners. */
@Domain(Programs.class)
@Domain(DomainContext.Global.class)
class SimplexPropertiesTest {

    @Property
    void everyAnswerIsProved(@ForAll LinearProgram program, @ForAll long seed) {
        Random random = new Random(seed);
        Simplex simplex = Simplex.of(program);
        for (int question = 0; question < 4; question++) {
            LinearForm form = Programs.form(random, program.variables(), random.nextInt(5));
            Certificates.checkMaximum(program, form, simplex.maximum(form));
            Solution least = simplex.minimum(form);
            Certificates.checkMaximum(
                    program,
                    form.negate(),
                    least instanceof Optimum optimum
                            ? new Optimum(optimum.optimum().negate(), optimum.point(), optimum.proof())
                            : least);
        }
    }

    @Property
    void hullsAreTheRangesOfTheVariables(@ForAll LinearProgram program) {
        Hull hull = Simplex.of(program).hull();
        assertEquals(
                Simplex.of(program).infeasible().isEmpty(), hull.infeasible().isEmpty());
        if (hull.infeasible().isPresent()) {
            Certificates.checkInfeasible(program, hull.infeasible().get());
            assertEquals(List.of(), hull.ranges());
            return;
        }
        assertEquals(program.variables(), hull.ranges().size());
        for (int variable = 0; variable < program.variables(); variable++) {
            LinearForm form = LinearForm.variable(variable);
            Hull.Range range = hull.ranges().get(variable);
            assertEquals(variable, range.variable());
            assertEquals(
                    Simplex.of(program).minimum(form).value(), range.bounds().low());
            assertEquals(
                    Simplex.of(program).maximum(form).value(), range.bounds().high());
            range.low()
                    .ifPresent(proof -> Certificates.checkProof(
                            program,
                            form.negate(),
                            range.bounds().low().orElseThrow().negate(),
                            proof));
            range.high()
                    .ifPresent(proof -> Certificates.checkProof(
                            program, form, range.bounds().high().orElseThrow(), proof));
            assertEquals(range.bounds().low().isPresent(), range.low().isPresent());
            assertEquals(range.bounds().high().isPresent(), range.high().isPresent());
        }
    }

    /** Claims turned on and off: the next answer is about the bounds that hold then. */
    @Property
    void boundsMayChange(@ForAll LinearProgram program, @ForAll long seed) {
        Random random = new Random(seed);
        Simplex simplex = Simplex.of(program);
        LinearProgram now = program;
        for (int change = 0; change < 6 && program.variables() > 0; change++) {
            int variable = random.nextInt(program.variables());
            Bounds bounds = Programs.bounds(random, random.nextInt(5), random.nextInt(3));
            simplex.bound(variable, bounds);
            now = now.with(variable, bounds);
            if (!program.constraints().isEmpty() && random.nextBoolean()) {
                int number = random.nextInt(program.constraints().size());
                Bounds other = Programs.bounds(random, random.nextInt(5), random.nextInt(3));
                simplex.constrain(number, other);
                List<Constraint> constraints = new ArrayList<>(now.constraints());
                constraints.set(number, new Constraint(constraints.get(number).form(), other));
                now = new LinearProgram(now.bounds(), constraints);
            }
            assertEquals(now, simplex.program());
            LinearForm form = Programs.form(random, program.variables(), random.nextInt(5));
            Solution warm = simplex.maximum(form);
            Certificates.checkMaximum(now, form, warm);
            Solution cold = Simplex.of(now).maximum(form);
            assertEquals(cold.getClass(), warm.getClass());
            assertEquals(cold.value(), warm.value());
        }
    }

    /** What looks best at first and the lowest number at once lead to the same answer. */
    @Property
    void patienceChangesNoAnswer(@ForAll LinearProgram program, @ForAll long seed) {
        LinearForm form = Programs.form(new Random(seed), program.variables(), 3);
        Solution careful = new Simplex(program, 0, WorkLimit.none()).maximum(form);
        Certificates.checkMaximum(program, form, careful);
        assertEquals(Simplex.of(program).maximum(form).value(), careful.value());
    }

    @Property
    void bestCorner(@ForAll long seed) {
        Random random = new Random(seed);
        int variables = 1 + random.nextInt(4);
        LinearProgram program = boxed(Programs.program(random, variables, random.nextInt(4)));
        LinearForm form = Programs.form(random, variables, 2);
        Optional<Fraction> best = Corners.greatest(program, form);
        Solution solution = Simplex.of(program).maximum(form);
        assertEquals(best.map(Fraction::reduced), solution.value().map(Rational::toString));
        assertEquals(best.isPresent() ? Optimum.class : Infeasible.class, solution.getClass());
    }

    /** With both bounds for every variable, so that corners are all that there is. */
    private static LinearProgram boxed(LinearProgram program) {
        LinearProgram boxed = program;
        for (int variable = 0; variable < program.variables(); variable++) {
            Bounds bounds = program.bounds().get(variable);
            Rational low =
                    bounds.low().orElse(bounds.high().orElse(Rational.ZERO).subtract(Rational.of(5)));
            boxed = boxed.with(variable, Bounds.of(low, bounds.high().orElse(low.add(Rational.of(7)))));
        }
        return boxed;
    }

    /** Every corner has a ratio of its own; the greatest is what Dinkelbach finds without looking at all. */
    @Property
    void bestRatioOfAllCorners(@ForAll long seed) {
        Random random = new Random(seed);
        int variables = 1 + random.nextInt(3);
        LinearProgram program = boxed(Programs.program(random, variables, random.nextInt(3)));
        LinearForm numerator = Programs.form(random, variables, random.nextInt(3));
        LinearForm denominator = Programs.form(random, variables, random.nextInt(3));
        List<List<Fraction>> corners = Corners.of(program);
        Simplex simplex = Simplex.of(program);
        boolean infinite = false;
        boolean undefined = true;
        Optional<Fraction> best = Optional.empty();
        for (List<Fraction> corner : corners) {
            Fraction over = Corners.value(numerator, corner);
            Fraction under = Corners.value(denominator, corner);
            if (under.signum() < 0) {
                assertThrows(IllegalArgumentException.class, () -> simplex.maximumRatio(numerator, denominator));
                return;
            }
            infinite |= under.signum() == 0 && over.signum() > 0;
            undefined &= under.signum() == 0;
            if (under.signum() > 0) {
                Fraction ratio = over.dividedBy(under);
                best = best.isPresent() && best.get().compareTo(ratio) >= 0 ? best : Optional.of(ratio);
            }
        }
        Solution solution = simplex.maximumRatio(numerator, denominator);
        if (corners.isEmpty()) {
            assertInstanceOf(Infeasible.class, solution);
        } else if (undefined) {
            assertInstanceOf(Solution.Undefined.class, solution);
        } else if (infinite) {
            assertInstanceOf(Unbounded.class, solution);
            checkRatio(program, numerator, denominator, solution);
        } else {
            assertEquals(best.map(Fraction::reduced), solution.value().map(Rational::toString));
            checkRatio(program, numerator, denominator, solution);
        }
    }

    /** Ratios over sets with and without an end, by what the answers prove. */
    @Property
    void everyRatioIsProved(@ForAll LinearProgram program, @ForAll long seed) {
        Random random = new Random(seed);
        LinearForm numerator = Programs.form(random, program.variables(), random.nextInt(5));
        LinearForm denominator = Programs.form(random, program.variables(), random.nextInt(5));
        Simplex simplex = Simplex.of(program);
        Solution least = simplex.minimum(denominator);
        boolean negative = least instanceof Unbounded
                || least.value().map(Rational::signum).orElse(0) < 0;
        if (negative) {
            assertThrows(IllegalArgumentException.class, () -> simplex.maximumRatio(numerator, denominator));
            return;
        }
        checkRatio(program, numerator, denominator, simplex.maximumRatio(numerator, denominator));
        checkRatio(
                program,
                numerator.negate(),
                denominator,
                Dinkelbach.negated(simplex.minimumRatio(numerator, denominator)));
    }

    private static void checkRatio(
            LinearProgram program, LinearForm numerator, LinearForm denominator, Solution solution) {
        if (solution instanceof Infeasible infeasible) {
            Certificates.checkInfeasible(program, infeasible);
        } else if (solution instanceof Solution.Undefined) {
            assertEquals(
                    Optional.of(Rational.ZERO),
                    Simplex.of(program).maximum(denominator).value());
        } else if (solution instanceof Optimum optimum) {
            Certificates.checkPoint(program, optimum.point());
            Certificates.assertSame(
                    Certificates.value(numerator, optimum.point())
                            .dividedBy(Certificates.value(denominator, optimum.point())),
                    Fraction.of(optimum.optimum()));
            checkNoMore(program, numerator, denominator, optimum.optimum(), optimum.proof());
        } else if (solution instanceof Solution.Limit limit) {
            Certificates.checkPoint(program, limit.point());
            Certificates.checkRay(program, limit.ray());
            Certificates.assertSame(
                    Certificates.value(numerator, limit.ray()).dividedBy(Certificates.value(denominator, limit.ray())),
                    Fraction.of(limit.limit()));
            checkNoMore(program, numerator, denominator, limit.limit(), limit.proof());
            assertTrue(limit.proof().limit().signum() < 0, "reached after all");
        } else {
            Unbounded unbounded = (Unbounded) solution;
            Certificates.checkPoint(program, unbounded.point());
            Fraction over = Certificates.value(numerator, unbounded.point());
            Fraction under = Certificates.value(denominator, unbounded.point());
            Fraction way = Certificates.value(denominator, unbounded.ray());
            if (under.signum() == 0) {
                assertTrue(over.signum() > 0 && way.signum() > 0, "no pole");
                List<Rational> end = new ArrayList<>();
                for (int i = 0; i < program.variables(); i++) {
                    end.add(unbounded.point().get(i).add(unbounded.ray().get(i)));
                }
                Certificates.checkPoint(program, end);
            } else {
                Certificates.checkRay(program, unbounded.ray());
                assertTrue(way.signum() == 0
                        && Certificates.value(numerator, unbounded.ray()).signum() > 0);
            }
        }
    }

    private static void checkNoMore(
            LinearProgram program, LinearForm numerator, LinearForm denominator, Rational ratio, Proof proof) {
        Rational limit = proof.limit();
        assertTrue(limit.signum() <= 0, "the proof leaves room");
        Certificates.checkProof(program, numerator.subtract(denominator.multiply(ratio)), limit, proof);
    }
}
