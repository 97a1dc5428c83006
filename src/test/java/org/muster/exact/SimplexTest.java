package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.muster.exact.Solution.Infeasible;
import org.muster.exact.Solution.Optimum;
import org.muster.exact.Solution.Unbounded;
import org.muster.interval.Interval;

/** Linear programmes with known answers. */
class SimplexTest {

    private static final Rational ZERO = Rational.ZERO;
    private static final Bounds FROM_ZERO = Bounds.atLeast(ZERO);

    private static Bounds range(double low, double high) {
        return Bounds.of(Interval.of(low, high));
    }

    /** Coefficients of the variables in turn. */
    private static LinearForm form(String... coefficients) {
        LinearForm form = LinearForm.ZERO;
        for (int variable = 0; variable < coefficients.length; variable++) {
            Rational coefficient = Rational.of(new BigDecimal(coefficients[variable]));
            form = form.add(LinearForm.variable(variable).multiply(coefficient));
        }
        return form;
    }

    private static LinearProgram program(List<Bounds> bounds, Constraint... constraints) {
        return new LinearProgram(bounds, List.of(constraints));
    }

    private static List<String> ranges(Hull hull) {
        return hull.ranges().stream().map(range -> range.bounds().toString()).toList();
    }

    private static void assertMaximum(String value, LinearProgram program, LinearForm form) {
        // A hundred times what the slowest takes: going round in circles would take for ever.
        Solution solution = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Simplex.of(program).maximum(form));
        Certificates.checkMaximum(program, form, solution);
        assertEquals(Optional.of(value), solution.value().map(Rational::toString));
    }

    /** Sums that form a cycle: carrying bounds to and fro stops at a in [2, 10] and b in [0, 8]. */
    @Test
    void cycleOfSums() {
        int a = 0;
        int b = 1;
        int c = 2;
        int d = 3;
        Rational ten = Rational.of(10);
        LinearProgram program = program(
                Collections.nCopies(4, range(0, 10)),
                Constraint.exactly(LinearForm.sum(a, b), ten),
                Constraint.exactly(LinearForm.sum(c, d), ten),
                Constraint.exactly(LinearForm.sum(a, c), ten),
                Constraint.exactly(LinearForm.sum(b, d), ten),
                Constraint.exactly(LinearForm.sum(a, d), Rational.of(12)));
        Simplex simplex = Simplex.of(program);
        assertEquals(List.of("[6, 6]", "[4, 4]", "[4, 4]", "[6, 6]"), ranges(simplex.hull()));
        assertTrue(simplex.iterations() > 0);
    }

    @Test
    void shareOfTheKilled() {
        LinearProgram program = program(List.of(range(10, 20), range(5, 30)));
        Simplex simplex = Simplex.of(program);
        LinearForm killed = LinearForm.variable(0);
        LinearForm casualties = LinearForm.sum(0, 1);
        Optimum least = assertInstanceOf(Optimum.class, simplex.minimumRatio(killed, casualties));
        Optimum most = assertInstanceOf(Optimum.class, simplex.maximumRatio(killed, casualties));
        assertEquals("1/4", least.optimum().toString());
        assertEquals(List.of(Rational.of(10), Rational.of(30)), least.point());
        assertEquals("4/5", most.optimum().toString());
        assertEquals(List.of(Rational.of(20), Rational.of(5)), most.point());
    }

    @Test
    void ratiosWithoutEnd() {
        // x / (x + 1) over all x from 0 up comes near to 1; x / 1 has no end; 1 / x has none where x may be 0.
        LinearProgram program = program(List.of(FROM_ZERO, Bounds.exactly(Rational.ONE)));
        Simplex simplex = Simplex.of(program);
        LinearForm x = LinearForm.variable(0);
        LinearForm one = LinearForm.variable(1);
        Solution.Limit limit = assertInstanceOf(Solution.Limit.class, simplex.maximumRatio(x, LinearForm.sum(0, 1)));
        assertEquals(Rational.ONE, limit.limit());
        assertEquals(Optional.of(Rational.ONE), limit.value());
        assertEquals(List.of(Rational.ONE, ZERO), limit.ray());
        assertInstanceOf(Unbounded.class, simplex.maximumRatio(x, one));
        Unbounded pole = assertInstanceOf(Unbounded.class, simplex.maximumRatio(one, x));
        assertEquals(List.of(ZERO, Rational.ONE), pole.point());
        assertEquals(
                ZERO,
                assertInstanceOf(Solution.Limit.class, simplex.minimumRatio(one, x))
                        .limit());
        simplex.bound(0, Bounds.exactly(ZERO));
        assertInstanceOf(Solution.Undefined.class, simplex.maximumRatio(one, x));
        assertEquals(Optional.empty(), simplex.maximumRatio(x, x).value());
        simplex.bound(0, range(-1, 1));
        String message = assertThrows(IllegalArgumentException.class, () -> simplex.maximumRatio(one, x))
                .getMessage();
        assertEquals("denominator x0 can be below 0, expected one that cannot", message);
    }

    /** (x + 2y) / (x + y) is 2 wherever x is 0, but means nothing where y is 0 too, the only corner. */
    @Test
    void ratioReachedAwayFromTheCorner() {
        LinearProgram program = program(List.of(FROM_ZERO, FROM_ZERO));
        Optimum most =
                assertInstanceOf(Optimum.class, Simplex.of(program).maximumRatio(form("1", "2"), LinearForm.sum(0, 1)));
        assertEquals(Rational.of(2), most.optimum());
        assertEquals(List.of(ZERO, Rational.ONE), most.point());
    }

    /** Casualties of 1000 to 1050, of which 200 to 250 killed, 500 to 600 wounded and at most 100 missing: 50 short. */
    @Test
    void partsThatFallShort() {
        LinearForm whole = LinearForm.variable(0);
        LinearProgram program = program(
                List.of(range(1000, 1050), range(200, 250), range(500, 600), range(0, 100)),
                Constraint.exactly(whole.subtract(LinearForm.sum(1, 2, 3)), ZERO));
        Infeasible infeasible = Simplex.of(program).infeasible().orElseThrow();
        assertEquals(Rational.of(50), infeasible.shortfall());
        assertEquals(
                List.of("constraint 0 <= 0", "x0 >= 1000", "x1 <= 250", "x2 <= 600", "x3 <= 100"),
                infeasible.proof().steps().stream().map(Proof.Step::toString).toList());
        Certificates.checkInfeasible(program, infeasible);
        assertEquals(List.of(), Simplex.of(program).hull().ranges());
        assertEquals(
                infeasible.proof(),
                Simplex.of(program).hull().infeasible().orElseThrow().proof());
        assertInstanceOf(Infeasible.class, Simplex.of(program).minimumRatio(whole, whole));
    }

    @Test
    void claimsThatCrossAreTheirOwnReason() {
        Bounds crossed = Bounds.of(Rational.of(9), Rational.of(7));
        LinearProgram program = program(List.of(range(0, 1), crossed));
        Infeasible infeasible = Simplex.of(program).infeasible().orElseThrow();
        assertEquals(
                List.of("x1 >= 9", "x1 <= 7"),
                infeasible.proof().steps().stream().map(Proof.Step::toString).toList());
        assertEquals(Rational.of(2), infeasible.shortfall());
        Simplex mended = Simplex.of(program);
        mended.bound(1, range(7, 9));
        assertTrue(mended.infeasible().isEmpty());
    }

    @Test
    void proofsNameTheEndsThatHoldABound() {
        // The whole is at most 60, so a part is at most 60 less the least of the other.
        LinearProgram program = program(
                List.of(range(0, 60), range(0, 100), range(15, 100)),
                Constraint.exactly(LinearForm.variable(0).subtract(LinearForm.sum(1, 2)), ZERO));
        Hull hull = Simplex.of(program).hull(1);
        assertEquals(List.of("[0, 45]"), ranges(hull));
        assertEquals(
                List.of("constraint 0 >= 0", "x0 <= 60", "x2 >= 15"),
                hull.ranges().get(0).high().orElseThrow().steps().stream()
                        .map(Proof.Step::toString)
                        .toList());
        assertEquals(
                "[1/2 times x0 <= 1]",
                new Proof(List.of(new Proof.Step(Proof.Part.VARIABLE, 0, Rational.of(1, 2), Rational.ONE)))
                        .steps()
                        .toString());
    }

    @Test
    void nothingToSolve() {
        Simplex empty = Simplex.of(program(List.of()));
        assertTrue(empty.infeasible().isEmpty());
        assertEquals(List.of(), empty.hull().ranges());
        assertEquals(Optional.of(ZERO), empty.maximum(LinearForm.ZERO).value());
        // Without variables a form is 0, which keeps some bounds and breaks others.
        assertTrue(Simplex.of(program(List.of(), Constraint.atMost(LinearForm.ZERO, ZERO)))
                .infeasible()
                .isEmpty());
        Infeasible zeroIsNotOne = Simplex.of(program(List.of(), Constraint.atLeast(LinearForm.ZERO, Rational.ONE)))
                .infeasible()
                .orElseThrow();
        assertEquals(Rational.ONE, zeroIsNotOne.shortfall());
        Simplex free = Simplex.of(program(List.of(Bounds.NONE, range(2, 3))));
        assertEquals(List.of("[-Infinity, Infinity]", "[2, 3]"), ranges(free.hull()));
        assertEquals(List.of("[2, 3]"), ranges(free.hull(1)));
    }

    @Test
    void constraintsTurnedOff() {
        LinearProgram program =
                program(List.of(range(0, 10), range(0, 10)), Constraint.atMost(LinearForm.sum(0, 1), Rational.of(8)));
        Simplex simplex = Simplex.of(program);
        assertEquals(
                Optional.of(Rational.of(8)),
                simplex.maximum(LinearForm.sum(0, 1)).value());
        simplex.constrain(0, Bounds.NONE);
        assertEquals(
                Optional.of(Rational.of(20)),
                simplex.maximum(LinearForm.sum(0, 1)).value());
    }

    /** E. M. L. Beale, Cycling in the dual simplex algorithm, 1955. */
    @Test
    void beale() {
        assertMaximum(
                "5/4",
                program(
                        Collections.nCopies(4, FROM_ZERO),
                        Constraint.atMost(form("0.25", "-8", "-1", "9"), ZERO),
                        Constraint.atMost(form("0.5", "-12", "-0.5", "3"), ZERO),
                        Constraint.atMost(form("0", "0", "1"), Rational.ONE)),
                form("0.75", "-20", "0.5", "-6"));
    }

    /** H. W. Kuhn's example, in M. L. Balinski and A. W. Tucker, Duality theory of linear programs, 1969. */
    @Test
    void kuhn() {
        assertMaximum(
                "2",
                program(
                        Collections.nCopies(4, FROM_ZERO),
                        Constraint.atMost(form("-2", "-9", "1", "9"), ZERO),
                        Constraint.atMost(form("1", "3", "-1", "-6").multiply(Rational.of(1, 3)), ZERO),
                        Constraint.atMost(form("2", "3", "-1", "-12"), Rational.of(2))),
                form("2", "3", "-1", "-12"));
    }

    /** K. T. Marshall and J. W. Suurballe, A note on cycling in the simplex method, 1969. */
    @Test
    void marshallAndSuurballe() {
        assertMaximum(
                "2",
                program(
                        Collections.nCopies(3, FROM_ZERO),
                        Constraint.atMost(form("0.6", "-6.4", "4.8"), ZERO),
                        Constraint.atMost(form("0.2", "-1.8", "0.6"), ZERO),
                        Constraint.atMost(form("0.4", "-1.6", "0.2"), ZERO),
                        Constraint.atMost(form("0", "1"), Rational.ONE)),
                form("0.4", "0.4", "-1.8"));
    }

    /** V. Chvátal, Linear Programming, 1983, chapter 3. */
    @Test
    void chvatal() {
        assertMaximum(
                "1",
                program(
                        Collections.nCopies(4, FROM_ZERO),
                        Constraint.atMost(form("0.5", "-5.5", "-2.5", "9"), ZERO),
                        Constraint.atMost(form("0.5", "-1.5", "-0.5", "1"), ZERO),
                        Constraint.atMost(form("1"), Rational.ONE)),
                form("10", "-57", "-9", "-24"));
    }

    /** V. Klee and G. J. Minty, How good is the simplex algorithm, 1972: the greatest value is 5^n. */
    @Test
    void kleeAndMinty() {
        int n = 9;
        List<Constraint> constraints = new ArrayList<>();
        LinearForm objective = LinearForm.ZERO;
        for (int row = 0; row < n; row++) {
            LinearForm form = LinearForm.variable(row);
            for (int column = 0; column < row; column++) {
                form = form.add(LinearForm.variable(column).multiply(Rational.of(1L << row - column + 1)));
            }
            constraints.add(Constraint.atMost(form, Rational.of((long) Math.pow(5, row + 1))));
            objective = objective.add(LinearForm.variable(row).multiply(Rational.of(1L << n - 1 - row)));
        }
        assertMaximum("1953125", new LinearProgram(Collections.nCopies(n, FROM_ZERO), constraints), objective);
    }

    /** Beyond 2^53 a double loses the one, beyond 2^63 a long overflows. */
    @Test
    void hugeNumbers() {
        for (double large : new double[] {0x1p53, 0x1p62, 0x1p63, 0x1p100}) {
            Rational most = Rational.of(large).add(Rational.ONE);
            LinearProgram program = program(
                    List.of(FROM_ZERO, Bounds.exactly(Rational.ONE), range(0, large)),
                    Constraint.exactly(LinearForm.variable(0).subtract(LinearForm.sum(1, 2)), ZERO));
            Hull hull = Simplex.of(program).hull();
            assertEquals(List.of("[1, " + most + "]", "[1, 1]", "[0, " + Rational.of(large) + "]"), ranges(hull));
        }
        // A coefficient that no long holds.
        Rational huge = Rational.of(0x1p80);
        LinearProgram steep = program(
                List.of(range(0, 1), FROM_ZERO),
                Constraint.atMost(
                        LinearForm.variable(1).subtract(LinearForm.variable(0).multiply(huge)), ZERO));
        assertMaximum(huge.toString(), steep, LinearForm.variable(1));
        assertMaximum(
                huge.multiply(huge).toString(), steep, LinearForm.variable(1).multiply(huge));
    }

    /** Thousands of changes, each of which starts from where the last ended. */
    @Test
    void claimsTurnedOnAndOff() {
        Random random = new Random(3);
        int rows = 6;
        LinearProgram program = TwoWayTable.random(random, rows, 5).program();
        Simplex simplex = Simplex.of(program);
        for (int change = 0; change < 2000; change++) {
            int variable = random.nextInt(program.variables());
            boolean on = random.nextBoolean();
            simplex.bound(variable, on ? program.bounds().get(variable) : FROM_ZERO);
            assertTrue(simplex.infeasible().isEmpty());
        }
        for (int variable = 0; variable < program.variables(); variable++) {
            simplex.bound(variable, program.bounds().get(variable));
        }
        assertEquals(ranges(Simplex.of(program).hull()), ranges(simplex.hull()));
    }

    @Test
    void interruptionEndsAtOnceAndStaysOnRecord() {
        LinearProgram program = TwoWayTable.random(new Random(1), 4, 5).program();
        Simplex simplex = Simplex.of(program);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, simplex::hull);
        assertThrows(CancellationException.class, () -> simplex.maximum(LinearForm.variable(0)));
        assertTrue(Thread.interrupted());
        assertEquals(ranges(Simplex.of(program).hull()), ranges(simplex.hull()));
    }

    @Test
    void interruptionOnTheWay() throws InterruptedException {
        // Large enough to take minutes.
        LinearProgram program = TwoWayTable.random(new Random(1), 60, 60).program();
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        List<Boolean> onRecord = Collections.synchronizedList(new ArrayList<>());
        Thread thread = new Thread(() -> {
            try {
                Simplex.of(program).hull();
            } catch (CancellationException expected) {
                thrown.add(expected);
                onRecord.add(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        thread.join(500);
        assertTrue(thread.isAlive(), "too fast to be interrupted");
        thread.interrupt();
        thread.join(20_000);
        assertFalse(thread.isAlive());
        assertEquals(1, thrown.size());
        assertTrue(
                thrown.get(0).getMessage().matches("solving was interrupted after \\d+ iterations"),
                thrown.get(0).getMessage());
        assertEquals(List.of(true), onRecord);
    }

    /**
     * A table of 30 rows and columns with ranges in its cells and a total beside each. If the totals are those of numbers
     * within the ranges, these satisfy all; if the totals of rows and columns add up differently, nothing does.
     */
    @Test
    void aTableWithTotalsTakesFewSteps() {
        for (int off = 0; off < 4; off++) {
            Random random = new Random(off);
            int size = 30;
            long[] totals = new long[2 * size];
            List<Bounds> cells = new ArrayList<>();
            List<LinearForm> sums = new ArrayList<>(Collections.nCopies(2 * size, LinearForm.ZERO));
            for (int cell = 0; cell < size * size; cell++) {
                int value = 10 + random.nextInt(190);
                cells.add(Bounds.of(Rational.of(value - 3), Rational.of(value + 4)));
                for (int sum : new int[] {cell / size, size + cell % size}) {
                    totals[sum] += value;
                    sums.set(sum, sums.get(sum).add(LinearForm.variable(cell)));
                }
            }
            for (int sum = 0; sum < 2 * size && off > 0; sum++) {
                totals[sum] += random.nextInt(19) - 9;
            }
            long rows = Arrays.stream(totals, 0, size).sum();
            long columns = Arrays.stream(totals, size, 2 * size).sum();
            List<Constraint> constraints = new ArrayList<>();
            for (int sum = 0; sum < 2 * size; sum++) {
                constraints.add(
                        new Constraint(sums.get(sum), Bounds.of(Rational.of(totals[sum]), Rational.of(totals[sum]))));
            }
            Simplex simplex = Simplex.of(new LinearProgram(cells, constraints));
            Optional<Infeasible> infeasible = simplex.infeasible();
            assertEquals(rows != columns, infeasible.isPresent());
            infeasible.ifPresent(why -> assertEquals(1, why.shortfall().compareTo(ZERO)));
            assertTrue(simplex.iterations() < 5000, () -> simplex.iterations() + " steps");
        }
    }

    @Test
    void unknownVariablesAreRefused() {
        LinearProgram program = program(List.of(FROM_ZERO));
        LinearForm other = LinearForm.variable(1);
        String message = "variable 1 of x1 is not one of the 1 of the linear programme, which are numbered from 0";
        Simplex simplex = Simplex.of(program);
        for (IllegalArgumentException refused : List.of(
                assertThrows(IllegalArgumentException.class, () -> simplex.maximum(other)),
                assertThrows(IllegalArgumentException.class, () -> simplex.minimum(other)),
                assertThrows(IllegalArgumentException.class, () -> simplex.hull(1)),
                assertThrows(IllegalArgumentException.class, () -> simplex.maximumRatio(other, LinearForm.ZERO)),
                assertThrows(IllegalArgumentException.class, () -> simplex.minimumRatio(LinearForm.ZERO, other)),
                assertThrows(
                        IllegalArgumentException.class,
                        () -> program(List.of(FROM_ZERO), Constraint.atMost(other, ZERO))))) {
            assertEquals(message, refused.getMessage());
        }
        assertThrows(IndexOutOfBoundsException.class, () -> simplex.bound(1, FROM_ZERO));
        assertThrows(IndexOutOfBoundsException.class, () -> simplex.constrain(0, FROM_ZERO));
        assertThrows(IllegalArgumentException.class, () -> program.contains(List.of()));
    }
}
