package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.muster.exact.Proof.Part;
import org.muster.exact.Proof.Step;
import org.muster.exact.Solution.Infeasible;
import org.muster.exact.Solution.Optimum;
import org.muster.exact.Solution.Unbounded;

/**
 * Computes exactly what a linear programme implies: whether it is feasible, and the least and greatest value of forms
 * and of ratios. Every call starts from the vertex where the last one ended, also after a change of bounds.
 *
 * <p>Values, and whether there are any, depend on the programme alone. Where several points or proofs are equally good,
 * the one found may depend on earlier calls; the same calls in the same order give the same results.
 *
 * <p>Every call terminates. One that takes too long ends with a {@link CancellationException} soon after its thread is
 * interrupted, or at once if it was interrupted before; the thread's interrupted status is kept, and later calls work
 * as usual. Not safe for use by several threads at once.
 */
public final class Simplex {

    private final List<Constraint> constraints;
    private final List<Bounds> bounds;

    /** By constraint: the factor that makes its coefficients whole. */
    private final Rational[] factors;

    private final Pivots pivots;

    Simplex(LinearProgram program, int patience, WorkLimit limit) {
        constraints = new ArrayList<>(program.constraints());
        bounds = new ArrayList<>(program.bounds());
        factors = new Rational[constraints.size()];
        List<LinearForm> forms = new ArrayList<>();
        for (int number = 0; number < factors.length; number++) {
            LinearForm form = constraints.get(number).form();
            factors[number] = wholeFactor(form.coefficients().values());
            forms.add(factors[number].equals(Rational.ONE) ? form : form.multiply(factors[number]));
        }
        pivots = new Pivots(Tableau.of(bounds.size(), forms), patience, limit);
        for (int variable = 0; variable < bounds.size(); variable++) {
            pivots.bound(variable, bounds.get(variable), Rational.ONE);
        }
        for (int number = 0; number < factors.length; number++) {
            pivots.bound(bounds.size() + number, constraints.get(number).bounds(), factors[number]);
        }
    }

    /**
     * Returns a solver for a programme.
     *
     * @param program variables and constraints
     * @return a solver that starts with all constraints and bounds of the programme
     */
    public static Simplex of(LinearProgram program) {
        return of(program, WorkLimit.none());
    }

    /**
     * Returns a solver for a programme that must not take too much work.
     *
     * @param program variables and constraints
     * @param limit how much work is left; every call may end with a {@link WorkLimitException} once it is spent
     * @return a solver that starts with all constraints and bounds of the programme
     */
    public static Simplex of(LinearProgram program, WorkLimit limit) {
        return new Simplex(
                program, 2 * (program.variables() + program.constraints().size()), limit);
    }

    /** Returns the positive factor that makes the numbers whole and without a common divisor. */
    private static Rational wholeFactor(Iterable<Rational> numbers) {
        BigInteger divisor = BigInteger.ZERO;
        BigInteger multiple = BigInteger.ONE;
        for (Rational number : numbers) {
            if (!divisor.equals(BigInteger.ONE)) {
                divisor = divisor.gcd(number.numerator());
            }
            if (!number.isWhole()) {
                BigInteger denominator = number.denominator();
                multiple = multiple.multiply(denominator.divide(multiple.gcd(denominator)));
            }
        }
        boolean isWhole = divisor.signum() == 0 || divisor.equals(multiple);
        return isWhole ? Rational.ONE : Rational.of(multiple, divisor);
    }

    /**
     * Returns the programme with its current bounds.
     *
     * @return the programme that the next call is about
     */
    public LinearProgram program() {
        return new LinearProgram(bounds, constraints);
    }

    /**
     * Changes the bounds of a variable.
     *
     * @param variable its number
     * @param other the bounds that hold from now on
     * @throws IndexOutOfBoundsException if there is no such variable
     */
    public void bound(int variable, Bounds other) {
        bounds.set(variable, requireNonNull(other, "other"));
        pivots.bound(variable, other, Rational.ONE);
    }

    /**
     * Changes the bounds of a constraint; {@link Bounds#NONE} turns it off.
     *
     * @param constraint its number
     * @param other the bounds that hold from now on
     * @throws IndexOutOfBoundsException if there is no such constraint
     */
    public void constrain(int constraint, Bounds other) {
        constraints.set(constraint, new Constraint(constraints.get(constraint).form(), requireNonNull(other, "other")));
        pivots.bound(bounds.size() + constraint, other, factors[constraint]);
    }

    /**
     * Returns why the programme is infeasible.
     *
     * @return a proof that no point satisfies all bounds and constraints; empty if one does
     * @throws CancellationException if the thread is interrupted
     */
    public Optional<Infeasible> infeasible() {
        for (int variable = 0; variable < bounds.size() + factors.length; variable++) {
            if (bounds(variable).isEmpty()) {
                List<Step> steps = new ArrayList<>();
                addStep(steps, variable, Rational.of(-1));
                addStep(steps, variable, Rational.ONE);
                return Optional.of(new Infeasible(new Proof(steps)));
            }
        }
        int row = pivots.restore();
        return row == Pivots.NONE ? Optional.empty() : Optional.of(new Infeasible(contradiction(row)));
    }

    /** Returns the bounds of a variable of the tableau. */
    private Bounds bounds(int variable) {
        return variable < bounds.size()
                ? bounds.get(variable)
                : constraints.get(variable - bounds.size()).bounds();
    }

    /**
     * Returns the proof that a basic variable stays below its low end, or above its high end, however far all others
     * move.
     */
    private Proof contradiction(int row) {
        Tableau tableau = pivots.tableau();
        Rational way = Rational.of(-tableau.violation(row));
        Rational[] multipliers = zeros(bounds.size() + factors.length);
        for (int column = 0; column < tableau.columns; column++) {
            int variable = tableau.nonbasic[column];
            multipliers[variable] =
                    unscaled(variable, tableau.entry(row, column)).multiply(way);
        }
        int broken = tableau.basic[row];
        multipliers[broken] = unscaled(broken, Rational.ONE).multiply(way.negate());
        return proof(multipliers, wholeFactor(Arrays.asList(multipliers)));
    }

    /**
     * Returns the multiplier of a variable of the tableau, converted to that of the variable or constraint as it was
     * given.
     */
    private Rational unscaled(int variable, Rational multiplier) {
        return variable < bounds.size() ? multiplier : multiplier.multiply(factors[variable - bounds.size()]);
    }

    private static Rational[] zeros(int length) {
        Rational[] zeros = new Rational[length];
        Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }

    private Proof proof(Rational[] multipliers, Rational factor) {
        List<Step> steps = new ArrayList<>();
        for (int number = 0; number < factors.length; number++) {
            addStep(steps, bounds.size() + number, multipliers[bounds.size() + number].multiply(factor));
        }
        for (int variable = 0; variable < bounds.size(); variable++) {
            addStep(steps, variable, multipliers[variable].multiply(factor));
        }
        return new Proof(steps);
    }

    private void addStep(List<Step> steps, int variable, Rational multiplier) {
        if (multiplier.signum() != 0) {
            Bounds ends = bounds(variable);
            steps.add(new Step(
                    variable < bounds.size() ? Part.VARIABLE : Part.CONSTRAINT,
                    variable < bounds.size() ? variable : variable - bounds.size(),
                    multiplier,
                    (multiplier.signum() > 0 ? ends.high() : ends.low()).orElseThrow()));
        }
    }

    /**
     * Returns the greatest value of a form.
     *
     * @param form a form
     * @return an {@link Optimum}, {@link Unbounded} or {@link Infeasible}
     * @throws IllegalArgumentException if the form has a variable that the programme lacks
     * @throws CancellationException if the thread is interrupted
     */
    public Solution maximum(LinearForm form) {
        form.within(bounds.size());
        Optional<Infeasible> infeasible = infeasible();
        if (infeasible.isPresent()) {
            return infeasible.get();
        }
        Rational factor = wholeFactor(form.coefficients().values());
        int column = pivots.maximize(form.multiply(factor));
        if (column != Pivots.NONE) {
            return new Unbounded(point(), ray(column));
        }
        return new Optimum(greatest(factor), point(), whyNotMore(factor));
    }

    private Rational greatest(Rational factor) {
        return pivots.tableau()
                .value(pivots.tableau().rows)
                .divide(pivots.scale())
                .divide(factor);
    }

    /** Returns the objective as a sum of variables at the ends that limit it. */
    private Proof whyNotMore(Rational factor) {
        Tableau tableau = pivots.tableau();
        Rational[] multipliers = zeros(bounds.size() + factors.length);
        for (int column = 0; column < tableau.columns; column++) {
            int variable = tableau.nonbasic[column];
            multipliers[variable] = unscaled(variable, tableau.entry(tableau.rows, column));
        }
        return proof(multipliers, Rational.ONE.divide(factor));
    }

    /** Returns the current vertex. */
    private List<Rational> point() {
        Tableau tableau = pivots.tableau();
        Rational[] point = zeros(bounds.size());
        for (int variable = 0; variable < point.length; variable++) {
            int place = tableau.place[variable];
            Bounds ends = bounds.get(variable);
            if (place >= 0) {
                point[variable] = tableau.value(place).divide(pivots.scale());
            } else if (tableau.position[variable] != Tableau.Position.FREE) {
                point[variable] =
                        (tableau.position[variable] == Tableau.Position.LOW ? ends.low() : ends.high()).orElseThrow();
            }
        }
        return Arrays.asList(point);
    }

    /** Returns the direction in which the variable of a column raises the objective. */
    private List<Rational> ray(int column) {
        Tableau tableau = pivots.tableau();
        Rational way = Rational.of(tableau.sign(tableau.rows, column));
        Rational[] ray = zeros(bounds.size());
        for (int variable = 0; variable < ray.length; variable++) {
            int place = tableau.place[variable];
            if (place >= 0) {
                ray[variable] = tableau.entry(place, column).multiply(way);
            } else if (~place == column) {
                ray[variable] = way;
            }
        }
        return Arrays.asList(ray);
    }

    /**
     * Returns the least value of a form.
     *
     * @param form a form
     * @return an {@link Optimum}, {@link Unbounded} or {@link Infeasible}
     * @throws IllegalArgumentException if the form has a variable that the programme lacks
     * @throws CancellationException if the thread is interrupted
     */
    public Solution minimum(LinearForm form) {
        Solution most = maximum(form.within(bounds.size()).negate());
        return most instanceof Optimum optimum
                ? new Optimum(optimum.optimum().negate(), optimum.point(), optimum.proof())
                : most;
    }

    /**
     * Returns the exact range of every variable.
     *
     * @return the ranges in the order of the variables, or why the programme is infeasible
     * @throws CancellationException if the thread is interrupted
     */
    public Hull hull() {
        return hull(IntStream.range(0, bounds.size()).toArray());
    }

    /**
     * Returns the exact range of some variables.
     *
     * @param variables their numbers
     * @return the ranges in that order, or why the programme is infeasible
     * @throws IllegalArgumentException if there is no such variable
     * @throws CancellationException if the thread is interrupted
     */
    public Hull hull(int... variables) {
        for (int variable : variables) {
            LinearForm.variable(variable).within(bounds.size());
        }
        Optional<Infeasible> infeasible = infeasible();
        List<Hull.Range> ranges = new ArrayList<>();
        if (infeasible.isEmpty()) {
            for (int variable : variables) {
                ranges.add(range(variable));
            }
        }
        return new Hull(ranges, infeasible);
    }

    private Hull.Range range(int variable) {
        LinearForm form = LinearForm.variable(variable);
        Optional<Proof> noLess = Optional.empty();
        Optional<Rational> least = Optional.empty();
        if (pivots.maximize(form.negate()) == Pivots.NONE) {
            least = Optional.of(greatest(Rational.ONE).negate());
            noLess = Optional.of(whyNotMore(Rational.ONE));
        }
        Optional<Proof> noMore = Optional.empty();
        Optional<Rational> most = Optional.empty();
        if (pivots.maximize(form) == Pivots.NONE) {
            most = Optional.of(greatest(Rational.ONE));
            noMore = Optional.of(whyNotMore(Rational.ONE));
        }
        return new Hull.Range(variable, new Bounds(least, most), noLess, noMore);
    }

    /**
     * Returns the greatest ratio of two forms, over the points where the denominator is not 0.
     *
     * @param numerator the numerator
     * @param denominator the denominator, nowhere below 0
     * @return any {@link Solution}
     * @throws IllegalArgumentException if the denominator can be below 0, or a form has a variable that the programme
     *     lacks
     * @throws CancellationException if the thread is interrupted
     */
    public Solution maximumRatio(LinearForm numerator, LinearForm denominator) {
        return Dinkelbach.maximum(this, numerator.within(bounds.size()), denominator.within(bounds.size()));
    }

    /**
     * Returns the least ratio of two forms, over the points where the denominator is not 0.
     *
     * @param numerator the numerator
     * @param denominator the denominator, nowhere below 0
     * @return any {@link Solution}
     * @throws IllegalArgumentException if the denominator can be below 0, or a form has a variable that the programme
     *     lacks
     * @throws CancellationException if the thread is interrupted
     */
    public Solution minimumRatio(LinearForm numerator, LinearForm denominator) {
        return Dinkelbach.negated(maximumRatio(numerator.within(bounds.size()).negate(), denominator));
    }

    /**
     * Returns the number of steps taken so far.
     *
     * @return steps from vertex to vertex, or from one bound of a variable to the other
     */
    public long iterations() {
        return pivots.iterations();
    }
}
