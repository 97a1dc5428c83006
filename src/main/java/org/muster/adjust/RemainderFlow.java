package org.muster.adjust;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.muster.adjust.LinearConstraint.Term;

/**
 * The rounding to adjacent integers with the least total change under which equations with coefficients 1 and −1 hold.
 * The equations are the nodes of a network; each number is an edge between the two equations in which it occurs, or
 * between its only one and an outside node. Starting from the nearest whole numbers, the excess of one equation is sent
 * to others with a deficit, along the cheapest paths first (successive shortest paths: Ahuja, Magnanti and Orlin, Network
 * flows, 1993).
 */
final class RemainderFlow {

    /** Costs are whole numbers, so that their sums are exact. */
    private static final double COST = 0x1p40;

    private final List<AdjacentIntegers> adjacent;
    private final int nodes;
    // The nodes in which a number is positive and negative; −1 for numbers that are not moved.
    private final int[] plus;
    private final int[] minus;
    private final boolean[] up;
    private final int[] sides;
    private final long[] excess;

    /** Rounds the numbers. */
    RemainderFlow(List<AdjacentIntegers> adjacent, List<List<Term>> equations, long[] constants) {
        int size = adjacent.size();
        this.adjacent = adjacent;
        this.nodes = equations.size() + 1;
        this.plus = new int[size];
        this.minus = new int[size];
        this.up = new boolean[size];
        this.sides = new int[equations.size()];
        this.excess = new long[nodes];
        for (int q = 0; q < size; q++) {
            up[q] = adjacent.get(q).remainder() >= 0.5;
        }
        connect(equations);
        for (int e = 0; e < equations.size(); e++) {
            long sum = -constants[e];
            for (Term term : equations.get(e)) {
                sum += term.coefficient() > 0 ? rounded(term.quantity()) : -rounded(term.quantity());
            }
            excess[e] = sides[e] * sum;
            excess[nodes - 1] -= excess[e];
        }
        while (sendOne()) {
            // Each round moves one unit from a node with an excess to the nearest one with a deficit.
        }
    }

    /** Reverses equations so that numbers in two of them are positive in one and negative in the other. */
    private void connect(List<List<Term>> equations) {
        int[][] standing = new int[adjacent.size()][2];
        double[][] signs = new double[adjacent.size()][2];
        int[] times = new int[adjacent.size()];
        for (int e = 0; e < equations.size(); e++) {
            for (Term term : equations.get(e)) {
                int q = term.quantity();
                if (times[q] < 2) {
                    standing[q][times[q]] = e;
                    signs[q][times[q]] = term.coefficient();
                }
                times[q]++;
            }
        }
        for (int e = 0; e < equations.size(); e++) {
            if (sides[e] == 0) {
                sides[e] = 1;
                turn(new ArrayDeque<>(List.of(e)), equations, standing, signs, times);
            }
        }
        for (int q = 0; q < adjacent.size(); q++) {
            boolean fits = times[q] == 1 || times[q] == 2 && isOpposite(standing[q], signs[q]);
            boolean first = fits && sides[standing[q][0]] * signs[q][0] > 0;
            int other = times[q] == 2 ? standing[q][1] : nodes - 1;
            boolean moves = fits && !adjacent.get(q).isWhole();
            plus[q] = moves ? first ? standing[q][0] : other : -1;
            minus[q] = moves ? first ? other : standing[q][0] : -1;
        }
    }

    private void turn(
            Deque<Integer> queue, List<List<Term>> equations, int[][] standing, double[][] signs, int[] times) {
        while (!queue.isEmpty()) {
            int e = queue.remove();
            for (Term term : equations.get(e)) {
                int q = term.quantity();
                if (times[q] == 2) {
                    int here = standing[q][0] == e ? 0 : 1;
                    int other = standing[q][1 - here];
                    if (sides[other] == 0) {
                        sides[other] = signs[q][here] == signs[q][1 - here] ? -sides[e] : sides[e];
                        queue.add(other);
                    }
                }
            }
        }
    }

    private boolean isOpposite(int[] standing, double[] signs) {
        return sides[standing[0]] * signs[0] == -sides[standing[1]] * signs[1];
    }

    private long rounded(int quantity) {
        return up[quantity]
                ? adjacent.get(quantity).ceiling()
                : adjacent.get(quantity).floor();
    }

    /** Returns the whole numbers. */
    long[] rounded() {
        long[] rounded = new long[adjacent.size()];
        for (int q = 0; q < rounded.length; q++) {
            rounded[q] = rounded(q);
        }
        return rounded;
    }

    private boolean sendOne() {
        long[] cost = new long[nodes];
        int[] through = new int[nodes];
        Arrays.fill(cost, Long.MAX_VALUE);
        Arrays.fill(through, -1);
        for (int node = 0; node < nodes; node++) {
            if (excess[node] > 0) {
                cost[node] = 0;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int q = 0; q < plus.length; q++) {
                // A number rounded up can come down: its positive node gets less, its negative node more.
                int from = up[q] ? plus[q] : minus[q];
                int to = up[q] ? minus[q] : plus[q];
                if (from >= 0 && cost[from] != Long.MAX_VALUE && cost[from] + cost(q) < cost[to]) {
                    cost[to] = cost[from] + cost(q);
                    through[to] = q;
                    changed = true;
                }
            }
        }
        int nearest = -1;
        for (int node = 0; node < nodes; node++) {
            boolean lacks = excess[node] < 0 && cost[node] != Long.MAX_VALUE;
            if (lacks && (nearest < 0 || cost[node] < cost[nearest])) {
                nearest = node;
            }
        }
        if (nearest < 0) {
            return false;
        }
        excess[nearest]++;
        int node = nearest;
        while (through[node] >= 0) {
            int q = through[node];
            node = up[q] ? plus[q] : minus[q];
            up[q] = !up[q];
        }
        excess[node]--;
        return true;
    }

    /** Returns how much farther a number moves if it is rounded to the other adjacent integer. */
    private long cost(int quantity) {
        long toFloor = Math.round((2 * adjacent.get(quantity).remainder() - 1) * COST);
        return up[quantity] ? toFloor : -toFloor;
    }
}
