package org.muster.capture;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.special.Gamma;

/**
 * The maximum of the Poisson likelihood Σ(n ln m − m) of a log-linear model over some combinations of lists, by Newton's
 * method. The function is concave; steps are halved until it rises.
 */
final class PoissonFit {
    private static final int STEPS = 100;

    /** The terms of the model, as sets of lists. */
    private final int[] sets;

    /** The combinations that were counted: all but that of no list, unless its count is given. */
    private final int firstCell;

    private final double[] counts;
    private final double[] expected;
    private double[] parameters;
    private double logLikelihood;

    private PoissonFit(LogLinearModel model, int firstCell, double[] counts) {
        this.sets = model.terms().stream().mapToInt(set -> set).toArray();
        this.firstCell = firstCell;
        this.counts = counts;
        this.expected = new double[counts.length];
        this.parameters = new double[sets.length];
    }

    /** Fits the counts by combination, of which that of no list is not known. */
    static Optional<PoissonFit> ofSeen(LogLinearModel model, double[] counts) {
        return new PoissonFit(model, 1, counts.clone()).fit();
    }

    /** Fits the counts by combination, that of no list included. */
    static Optional<PoissonFit> ofAll(LogLinearModel model, double[] counts) {
        return new PoissonFit(model, 0, counts.clone()).fit();
    }

    private Optional<PoissonFit> fit() {
        start();
        double value = evaluate(parameters);
        for (int step = 0; step < STEPS; step++) {
            double[] slope = slope(counts, expected);
            double[] move = solve(expected, slope);
            double gain = 0;
            for (int i = 0; i < move.length; i++) {
                gain += move[i] * slope[i];
            }
            if (Double.isNaN(gain)) {
                return Optional.empty();
            }
            double[] from = parameters;
            double by = 1;
            double next = evaluate(moved(from, move, by));
            while (!(next >= value - 1e-12 * Math.abs(value)) && by > 1e-10) {
                by /= 2;
                next = evaluate(moved(from, move, by));
            }
            parameters = moved(from, move, by);
            value = next;
            if (gain <= 1e-18 * (1 + total())) {
                logLikelihood = value - logFactorials();
                return Optional.of(this);
            }
        }
        return Optional.empty();
    }

    private double total() {
        double total = 0;
        for (int cell = firstCell; cell < counts.length; cell++) {
            total += counts[cell];
        }
        return total;
    }

    /** Starts from the weighted least squares of the logarithms of the counts, each with a half more. */
    private void start() {
        double[] weights = new double[counts.length];
        double[] logarithms = new double[counts.length];
        for (int cell = firstCell; cell < counts.length; cell++) {
            weights[cell] = counts[cell] + 0.5;
            logarithms[cell] = weights[cell] * Math.log(weights[cell]);
        }
        parameters = solve(weights, slope(logarithms, new double[counts.length]));
    }

    /** Solves the equations whose matrix is the sum, over the combinations, of the weight for each two terms in both. */
    private double[] solve(double[] weights, double[] right) {
        int p = sets.length;
        double[][] sums = new double[p][p];
        for (int cell = firstCell; cell < weights.length; cell++) {
            for (int i = 0; i < p; i++) {
                for (int j = 0; has(i, cell) && j <= i; j++) {
                    if (has(j, cell)) {
                        sums[i][j] += weights[cell];
                        sums[j][i] = sums[i][j];
                    }
                }
            }
        }
        // Rounding can make a nearly singular matrix indefinite. A little more on the diagonal shortens the step.
        for (double more = 0; more < 1e-6; more = more == 0 ? 1e-15 : 10 * more) {
            RealMatrix matrix = new Array2DRowRealMatrix(sums);
            for (int i = 0; i < p; i++) {
                matrix.multiplyEntry(i, i, 1 + more);
            }
            try {
                return new CholeskyDecomposition(matrix, 1e-12, 0)
                        .getSolver()
                        .solve(new ArrayRealVector(right, false))
                        .toArray();
            } catch (NonPositiveDefiniteMatrixException e) {
                // tried again with a little more
            }
        }
        double[] unsolved = new double[p];
        Arrays.fill(unsolved, Double.NaN);
        return unsolved;
    }

    private static double[] moved(double[] from, double[] move, double by) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += by * move[i];
        }
        return to;
    }

    /** Sets the expected counts for some parameters and returns Σ(n ln m − m). */
    private double evaluate(double[] at) {
        double value = 0;
        for (int cell = firstCell; cell < counts.length; cell++) {
            double logarithm = 0;
            for (int t = 0; t < at.length; t++) {
                logarithm += has(t, cell) ? at[t] : 0;
            }
            expected[cell] = Math.exp(logarithm);
            value += (counts[cell] == 0 ? 0 : counts[cell] * logarithm) - expected[cell];
        }
        return value;
    }

    private boolean has(int term, int cell) {
        return (sets[term] & cell) == sets[term];
    }

    /** Returns, for each term, the sum of the differences over its combinations. */
    private double[] slope(double[] first, double[] second) {
        double[] slope = new double[sets.length];
        for (int cell = firstCell; cell < first.length; cell++) {
            for (int t = 0; t < slope.length; t++) {
                slope[t] += has(t, cell) ? first[cell] - second[cell] : 0;
            }
        }
        return slope;
    }

    /** Returns the expected number of people on no list. */
    double unseen() {
        return Math.exp(parameters[0]);
    }

    double[] expected() {
        return expected.clone();
    }

    /** Returns the variance of the logarithm of {@link #unseen}. */
    double varianceOfLogarithm() {
        double[] first = new double[sets.length];
        first[0] = 1;
        return solve(expected, first)[0];
    }

    double deviance() {
        double sum = 0;
        for (int cell = firstCell; cell < counts.length; cell++) {
            double n = counts[cell];
            sum += (n == 0 ? 0 : n * Math.log(n / expected[cell])) - (n - expected[cell]);
        }
        return Math.max(0, 2 * sum);
    }

    /** Returns the logarithm of the likelihood, Σ(n ln m − m − ln n!). */
    double logLikelihood() {
        return logLikelihood;
    }

    private double logFactorials() {
        double sum = 0;
        for (int cell = firstCell; cell < counts.length; cell++) {
            sum += Gamma.logGamma(counts[cell] + 1);
        }
        return sum;
    }
}
