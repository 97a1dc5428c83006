package org.muster.adjust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * A two-way table fitted to margins: xᵢⱼ = rᵢ aᵢⱼ sⱼ with prescribed sums of rows and columns. Rows and columns are
 * scaled in turn (RAS: Stone 1961; iterative proportional fitting: Deming and Stephan 1940). If it exists, the fit is
 * unique, and of all tables with these margins it is the one nearest to a in Σ xᵢⱼ log (xᵢⱼ / aᵢⱼ) (Ireland and
 * Kullback 1968).
 *
 * <p>A cell of 0 stays 0. Zeros may make these margins impossible, which is found out beforehand. Or they may force
 * further cells to be 0; these then are exactly 0, and the rest is fitted without them.
 */
public final class BiproportionalFit {

    private static final double SAME_TOTAL = 1e-9;
    private static final double CONVERGED = 1e-11;
    private static final int ROUNDS = 100_000;

    private final double[][] table;
    private final int iterations;

    private BiproportionalFit(double[][] table, int iterations) {
        this.table = table;
        this.iterations = iterations;
    }

    /**
     * Fits a table.
     *
     * @param table the initial table, with rows of equal length and no cell below 0
     * @param rows the sums of the rows, not below 0
     * @param columns the sums of the columns, not below 0
     * @return the fitted table; it has the sums of the columns up to rounding, and the sums of the rows to 11 digits
     * @throws IllegalArgumentException if a number is below 0 or not finite, the sizes do not fit, the totals of rows
     *     and columns differ by more than a billionth, or no table with these zeros has these margins; the message then
     *     names rows that need more than the columns they may fill can take
     * @throws ArithmeticException if the fit has not converged after 100,000 rounds
     */
    public static BiproportionalFit of(double[][] table, double[] rows, double[] columns) {
        check(table, rows, columns);
        double total = sum(rows);
        double across = sum(columns);
        if (!(Math.abs(total - across) <= SAME_TOTAL * Math.max(total, across))) {
            throw new IllegalArgumentException("rows add up to " + total + ", but columns to " + across);
        }
        double[] scaled = columns.clone();
        for (int j = 0; j < scaled.length && across > 0; j++) {
            scaled[j] *= total / across;
        }
        boolean[][] positive = new MarginFlow(table, rows, scaled).positive();
        double[][] seed = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            double greatest = Arrays.stream(table[i]).max().orElse(0);
            for (int j = 0; j < columns.length; j++) {
                // In each row only the proportions matter.
                seed[i][j] = positive[i][j] ? table[i][j] / greatest : 0;
            }
        }
        return fit(seed, rows, scaled);
    }

    private static void check(double[][] table, double[] rows, double[] columns) {
        if (table.length != rows.length) {
            throw new IllegalArgumentException(table.length + " rows, but " + rows.length + " sums of rows");
        }
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != columns.length) {
                throw new IllegalArgumentException("row " + i + " has " + table[i].length + " cells, but there are "
                        + columns.length + " columns");
            }
            check(table[i], "row " + i + ", cell ");
        }
        check(rows, "sum of row ");
        check(columns, "sum of column ");
    }

    private static void check(double[] numbers, String name) {
        for (int k = 0; k < numbers.length; k++) {
            if (!(numbers[k] >= 0 && numbers[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + k + ": " + numbers[k] + " is below 0 or not finite");
            }
        }
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static BiproportionalFit fit(double[][] cells, double[] rows, double[] columns) {
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < rows.length; i++) {
                double sum = sum(cells[i]);
                for (int j = 0; j < columns.length; j++) {
                    cells[i][j] = sum == 0 ? 0 : cells[i][j] / sum * rows[i];
                }
            }
            for (int j = 0; j < columns.length; j++) {
                double sum = 0;
                for (double[] row : cells) {
                    sum += row[j];
                }
                for (double[] row : cells) {
                    row[j] = sum == 0 ? 0 : row[j] / sum * columns[j];
                }
            }
            boolean converged = true;
            for (int i = 0; i < rows.length; i++) {
                converged &= Math.abs(sum(cells[i]) - rows[i]) <= CONVERGED * rows[i];
            }
            if (converged) {
                return new BiproportionalFit(cells, round);
            }
        }
        throw new ArithmeticException("the table does not fit its margins after " + ROUNDS + " rounds");
    }

    /**
     * Returns a cell of the fitted table.
     *
     * @param row its row, from 0
     * @param column its column, from 0
     * @return its value, in the unit of the margins
     */
    public double value(int row, int column) {
        return table[row][column];
    }

    /**
     * Returns the fitted table.
     *
     * @return a copy, row by row, in the unit of the margins
     */
    public List<List<Double>> table() {
        List<List<Double>> copy = new ArrayList<>();
        for (double[] row : table) {
            copy.add(Arrays.stream(row).boxed().toList());
        }
        return List.copyOf(copy);
    }

    /**
     * Returns the number of rounds.
     *
     * @return how often rows and columns were scaled, at least 1
     */
    public int iterations() {
        return iterations;
    }

    /** Returns the fitted table, one row per line. */
    @Override
    public String toString() {
        StringJoiner lines = new StringJoiner("\n");
        for (double[] row : table) {
            lines.add(Arrays.toString(row));
        }
        return lines.toString();
    }
}
