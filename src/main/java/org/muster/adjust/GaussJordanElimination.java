package org.muster.adjust;

/**
 * Gauss–Jordan elimination with complete pivoting. It decides which equations depend on others and which quantities
 * they fix; with the coefficients 1 and −1 of sums it usually meets only whole numbers, and decides exactly.
 */
final class GaussJordanElimination {

    private static final double ZERO = 1e-11;

    private final double[][] rows;
    private final int[] order;
    private final int[] pivotColumns;
    private int rank;

    /**
     * @param rows the equations, rows of equal length with greatest coefficients about 1; not modified
     */
    GaussJordanElimination(double[][] rows) {
        this.rows = new double[rows.length][];
        this.order = new int[rows.length];
        this.pivotColumns = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            this.rows[row] = rows[row].clone();
            order[row] = row;
        }
    }

    /** Eliminates a range of columns (the last one exclusive), using the rows without a pivot. */
    void eliminate(int first, int last) {
        while (rank < rows.length) {
            int pivotRow = -1;
            int pivotColumn = -1;
            double greatest = ZERO;
            for (int row = rank; row < rows.length; row++) {
                for (int column = first; column < last; column++) {
                    if (Math.abs(rows[row][column]) > greatest) {
                        greatest = Math.abs(rows[row][column]);
                        pivotRow = row;
                        pivotColumn = column;
                    }
                }
            }
            if (pivotRow < 0) {
                return;
            }
            swap(rank, pivotRow);
            pivotColumns[rank] = pivotColumn;
            clear(pivotColumn);
            rank++;
        }
    }

    private void swap(int a, int b) {
        double[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
        int number = order[a];
        order[a] = order[b];
        order[b] = number;
    }

    private void clear(int column) {
        double[] pivot = rows[rank];
        double divisor = pivot[column];
        for (int k = 0; k < pivot.length; k++) {
            pivot[k] /= divisor;
        }
        for (int row = 0; row < rows.length; row++) {
            double times = rows[row][column];
            if (row != rank && times != 0) {
                for (int k = 0; k < pivot.length; k++) {
                    double left = rows[row][k] - times * pivot[k];
                    rows[row][k] = Math.abs(left) <= ZERO ? 0 : left;
                }
                rows[row][column] = 0;
            }
        }
    }

    /** Returns how many rows have a pivot; these come first. */
    int rank() {
        return rank;
    }

    /** Returns the column of a row's pivot. */
    int pivotColumn(int row) {
        return pivotColumns[row];
    }

    /** Returns the index of a row in the original order. */
    int order(int row) {
        return order[row];
    }

    /** Returns a row in its current state. */
    double[] row(int row) {
        return rows[row].clone();
    }
}
