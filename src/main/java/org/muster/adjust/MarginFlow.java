package org.muster.adjust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Whether a table with given zeros can have given margins, and which of its cells can then be positive. Such a table is
 * a flow from rows to columns through the cells that are not 0, found along shortest augmenting paths (Edmonds and Karp
 * 1972).
 */
final class MarginFlow {

    private static final double NOTHING = 1e-12;

    private final boolean[][] open;
    private final double[][] flow;
    private final double[] rowsLeft;
    private final double[] columnsLeft;
    private final int height;
    private final int width;
    private final double nothing;

    /**
     * Finds a table.
     *
     * @throws IllegalArgumentException if there is none
     */
    MarginFlow(double[][] table, double[] rows, double[] columns) {
        this.height = rows.length;
        this.width = columns.length;
        this.rowsLeft = rows.clone();
        this.columnsLeft = columns.clone();
        this.flow = new double[height][width];
        this.open = new boolean[height][width];
        this.nothing = NOTHING * Math.max(Double.MIN_NORMAL, Arrays.stream(rows).sum());
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                open[i][j] = table[i][j] > 0 && rows[i] > 0 && columns[j] > 0;
                if (open[i][j]) {
                    move(i, j, Math.min(rowsLeft[i], columnsLeft[j]));
                    rowsLeft[i] -= flow[i][j];
                    columnsLeft[j] -= flow[i][j];
                }
            }
        }
        int[] from = search();
        for (int column = reached(from); column >= 0; column = reached(from)) {
            augment(column, from);
            from = search();
        }
        if (Arrays.stream(rowsLeft).anyMatch(left -> left > nothing * height * width)) {
            throw contradiction(rows, columns, from);
        }
    }

    /**
     * Returns the predecessors on the shortest paths from rows that are not used up; rows are numbered from 0, columns
     * after them.
     */
    private int[] search() {
        int[] from = new int[height + width];
        Arrays.fill(from, -1);
        Deque<Integer> queue = new ArrayDeque<>();
        for (int i = 0; i < height; i++) {
            if (rowsLeft[i] > nothing) {
                from[i] = i;
                queue.add(i);
            }
        }
        spread(from, queue);
        return from;
    }

    private void spread(int[] from, Deque<Integer> queue) {
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int k = 0; k < (node < height ? width : height); k++) {
                int next = node < height ? height + k : k;
                boolean passes = node < height ? open[node][k] : flow[k][node - height] > nothing;
                if (passes && from[next] < 0) {
                    from[next] = node;
                    queue.add(next);
                }
            }
        }
    }

    private int reached(int[] from) {
        for (int j = 0; j < width; j++) {
            if (from[height + j] >= 0 && columnsLeft[j] > nothing) {
                return j;
            }
        }
        return -1;
    }

    private void augment(int column, int[] from) {
        double amount = columnsLeft[column];
        int node = height + column;
        while (from[node] != node) {
            if (node < height) {
                amount = Math.min(amount, flow[node][from[node] - height]);
            }
            node = from[node];
        }
        amount = Math.min(amount, rowsLeft[node]);
        rowsLeft[node] -= amount;
        columnsLeft[column] -= amount;
        for (node = height + column; from[node] != node; node = from[node]) {
            if (node < height) {
                move(node, from[node] - height, -amount);
            } else {
                move(from[node], node - height, amount);
            }
        }
    }

    private void move(int row, int column, double amount) {
        flow[row][column] = Math.max(0, flow[row][column] + amount);
    }

    private IllegalArgumentException contradiction(double[] rows, double[] columns, int[] from) {
        List<Integer> needing = new ArrayList<>();
        double needed = 0;
        for (int i = 0; i < height; i++) {
            if (from[i] >= 0) {
                needing.add(i);
                needed += rows[i];
            }
        }
        List<Integer> taking = new ArrayList<>();
        double taken = 0;
        for (int j = 0; j < width; j++) {
            if (from[height + j] >= 0) {
                taking.add(j);
                taken += columns[j];
            }
        }
        return new IllegalArgumentException("no table with these zeros has these margins: rows " + needing + " need "
                + needed + ", but the columns they may fill, " + taking + ", can take " + taken);
    }

    /** Returns which cells are positive in some table with these zeros and margins. */
    boolean[][] positive() {
        boolean[][] positive = new boolean[height][width];
        for (int j = 0; j < width; j++) {
            int[] from = new int[height + width];
            Arrays.fill(from, -1);
            from[height + j] = height + j;
            spread(from, new ArrayDeque<>(List.of(height + j)));
            // What a cell gains must return from its column to its row.
            for (int i = 0; i < height; i++) {
                positive[i][j] = open[i][j] && (flow[i][j] > nothing || from[i] >= 0);
            }
        }
        return positive;
    }
}
