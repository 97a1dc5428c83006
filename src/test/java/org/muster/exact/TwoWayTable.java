package org.muster.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Casualties by unit and by kind in the millions: cells, row totals, column totals and the grand total, each claimed with a range
 * around figures that add up. The sums form cycles.
 *
 * @param rows how many units
 * @param columns how many kinds
 * @param bounds of the cells row by row, the row totals, the column totals and the grand total
 */
record TwoWayTable(int rows, int columns, List<Bounds> bounds) {

    static TwoWayTable random(Random random, int rows, int columns) {
        long[] figures = new long[(rows + 1) * (columns + 1)];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long men = random.nextInt(5_000_000);
                figures[row * columns + column] = men;
                figures[rows * columns + row] += men;
                figures[rows * columns + rows + column] += men;
                figures[figures.length - 1] += men;
            }
        }
        List<Bounds> bounds = new ArrayList<>();
        for (long figure : figures) {
            double low = Math.floor(figure * (1 - 0.2 * random.nextDouble()));
            double high = Math.ceil(figure * (1 + 0.2 * random.nextDouble()));
            bounds.add(Bounds.of(Rational.of(low), Rational.of(high)));
        }
        return new TwoWayTable(rows, columns, bounds);
    }

    LinearProgram program() {
        List<Constraint> sums = new ArrayList<>();
        int rowTotals = rows * columns;
        int columnTotals = rowTotals + rows;
        int total = columnTotals + columns;
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            sums.add(sum(rowTotals + row, IntStream.range(first, first + columns)));
        }
        for (int column = 0; column < columns; column++) {
            int first = column;
            sums.add(sum(columnTotals + column, IntStream.range(0, rows).map(row -> row * columns + first)));
        }
        sums.add(sum(total, IntStream.range(rowTotals, columnTotals)));
        sums.add(sum(total, IntStream.range(columnTotals, total)));
        return new LinearProgram(bounds, sums);
    }

    private static Constraint sum(int whole, IntStream parts) {
        return Constraint.exactly(LinearForm.variable(whole).subtract(LinearForm.sum(parts.toArray())), Rational.ZERO);
    }
}
