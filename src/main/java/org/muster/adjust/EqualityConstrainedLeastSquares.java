package org.muster.adjust;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Weighted least squares under equations, in closed form: x = y − V Aᵀ (A V Aᵀ)⁻¹ (A y − b), Stone, Champernowne and
 * Meade (1942). Quantities without a value are first eliminated from the equations, with the same effect as the
 * projection matrix of Crowe, Garcia Campos and Hrymak (1983), and computed last. Equations that depend on others are
 * dropped.
 *
 * <p>With V = S² and the remaining equations G x = h, S Gᵀ = Q R gives G V Gᵀ = Rᵀ R, so that nothing needs to be
 * squared: x = y + S Q R⁻ᵀ (h − G y).
 */
final class EqualityConstrainedLeastSquares {

    private static final double MISS = 1e-9;

    private final List<ScaledConstraint> equations;
    private final double[] centre;
    private final double[] variances;
    private final double[] values;
    private final double[] redundancy;
    private final boolean[] determined;
    // Quantities in the order of the columns of the elimination: those without a value first.
    private final int[] columns;
    private final int unobserved;
    private final GaussJordanElimination elimination;
    private final int solving;

    /**
     * Adjusts the observed values.
     *
     * @param centre the observed values; for the others, the value to keep if nothing determines them
     * @param variances infinite for quantities without an observed value
     * @param equations the equations, possibly dependent
     */
    EqualityConstrainedLeastSquares(double[] centre, double[] variances, List<ScaledConstraint> equations) {
        this.equations = equations;
        this.centre = centre;
        this.variances = variances;
        this.values = centre.clone();
        this.redundancy = new double[centre.length];
        this.determined = new boolean[centre.length];
        this.columns = new int[centre.length];
        int column = 0;
        for (int i = 0; i < centre.length; i++) {
            if (Double.isInfinite(variances[i])) {
                columns[column++] = i;
            }
        }
        this.unobserved = column;
        for (int i = 0; i < centre.length; i++) {
            if (Double.isFinite(variances[i])) {
                determined[i] = true;
                columns[column++] = i;
            }
        }
        this.elimination = new GaussJordanElimination(rows());
        elimination.eliminate(0, unobserved);
        this.solving = elimination.rank();
        elimination.eliminate(unobserved, columns.length);
        if (rank() > 0) {
            adjust();
        }
        solve();
    }

    /** Returns the equations, each with its coefficients in the order of the columns, followed by its constant. */
    private double[][] rows() {
        int[] position = new int[columns.length];
        for (int column = 0; column < columns.length; column++) {
            position[columns[column]] = column;
        }
        double[][] rows = new double[equations.size()][columns.length + 1];
        for (int e = 0; e < rows.length; e++) {
            ScaledConstraint equation = equations.get(e);
            for (int t = 0; t < equation.quantities.length; t++) {
                rows[e][position[equation.quantities[t]]] = equation.coefficients[t];
            }
            rows[e][columns.length] = equation.constant;
        }
        return rows;
    }

    /** Moves the observed values so that they satisfy the equations between them. */
    private void adjust() {
        int observed = columns.length - unobserved;
        RealMatrix scaled = new Array2DRowRealMatrix(observed, rank());
        for (int e = 0; e < rank(); e++) {
            double[] row = elimination.row(solving + e);
            for (int k = 0; k < observed; k++) {
                scaled.setEntry(k, e, row[unobserved + k] * deviation(k));
            }
        }
        QRDecomposition decomposition = new QRDecomposition(scaled);
        RealMatrix q = decomposition.getQ().getSubMatrix(0, observed - 1, 0, rank() - 1);
        RealMatrix transposed =
                decomposition.getR().getSubMatrix(0, rank() - 1, 0, rank() - 1).transpose();
        // The second round removes what rounding left of the first.
        for (int round = 0; round < 2; round++) {
            RealVector off = new ArrayRealVector(rank());
            for (int e = 0; e < rank(); e++) {
                off.setEntry(e, remainder(elimination.row(solving + e), unobserved));
            }
            MatrixUtils.solveLowerTriangularSystem(transposed, off);
            RealVector correction = q.operate(off);
            for (int k = 0; k < observed; k++) {
                values[columns[unobserved + k]] += deviation(k) * correction.getEntry(k);
            }
        }
        for (int k = 0; k < observed; k++) {
            redundancy[columns[unobserved + k]] = q.getRowVector(k).dotProduct(q.getRowVector(k));
        }
    }

    private double deviation(int observed) {
        return Math.sqrt(variances[columns[unobserved + observed]]);
    }

    /** Computes the values that were not observed, as far as the equations determine them. */
    private void solve() {
        for (int e = 0; e < solving; e++) {
            double[] row = elimination.row(e);
            int pivot = elimination.pivotColumn(e);
            boolean fixed = true;
            for (int column = 0; column < unobserved; column++) {
                fixed &= column == pivot || row[column] == 0;
            }
            row[pivot] = 0;
            values[columns[pivot]] = remainder(row, 0);
            determined[columns[pivot]] = fixed;
        }
    }

    private double remainder(double[] row, int first) {
        double remainder = row[columns.length];
        for (int column = first; column < columns.length; column++) {
            remainder -= row[column] * values[columns[column]];
        }
        return remainder;
    }

    /** Returns the adjusted values; if nothing determines one, any value that satisfies the equations. */
    double[] values() {
        return values.clone();
    }

    /** Returns whether a value was observed or the equations determine it. */
    boolean isDetermined(int quantity) {
        return determined[quantity];
    }

    /** Returns the share of an observed value's variance that the equations remove: 0 if none checks it. */
    double redundancy(int quantity) {
        return redundancy[quantity];
    }

    /** Returns the rank of the equations between the observed values. */
    int rank() {
        return elimination.rank() - solving;
    }

    /** Returns (A y − b)ᵀ (A V Aᵀ)⁻¹ (A y − b), which is the sum of the squared corrections over their variances. */
    double squares() {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(variances[i])) {
                double correction = values[i] - centre[i];
                squares += correction * correction / variances[i];
            }
        }
        return squares;
    }

    /** Returns whether the values satisfy the equations up to rounding. */
    boolean isSolution() {
        double scale = Double.MIN_NORMAL;
        for (int i = 0; i < values.length; i++) {
            scale = Math.max(scale, Math.max(Math.abs(values[i]), Math.abs(centre[i])));
        }
        for (ScaledConstraint equation : equations) {
            scale = Math.max(scale, Math.abs(equation.constant));
        }
        for (ScaledConstraint equation : equations) {
            if (!(equation.miss(values) <= MISS * scale)) {
                return false;
            }
        }
        return true;
    }
}
