package org.muster.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The path from vertex to vertex: which variables are exchanged until all bounds are satisfied, and then until the
 * objective cannot grow.
 *
 * <p>Both take the simplex method with bounded variables (G. B. Dantzig 1955). Bounds are restored row by row: a basic
 * variable that violates a bound is the objective until it reaches that bound, while all that is within its bounds stays
 * there, so that fewer and fewer are left. If no variable can enter before, its row says why the programme is infeasible
 * (B. Dutertre and L. de Moura, A fast linear-arithmetic solver for DPLL(T), 2006). The variable that looks best enters as
 * long as that makes progress, and the one with the lowest number (R. G. Bland, New finite pivoting rules for the simplex
 * method, 1977) when it does not, so that nothing can cycle.
 */
final class Pivots {

    /** No row or column. */
    static final int NONE = -1;

    private static final int ITERATIONS_BETWEEN_LOOKS = 16;

    private Tableau tableau;
    private final Rational[] low;
    private final Rational[] high;
    private BigInteger scale = BigInteger.ONE;
    private LinearForm objective = LinearForm.ZERO;
    private boolean stale = true;
    private boolean keepsBounds;
    private long iterations;
    private final WorkLimit limit;

    /** The most steps in a row by looks, without progress, before the lowest number decides. */
    private final int patience;

    Pivots(Tableau tableau, int patience, WorkLimit limit) {
        this.tableau = tableau;
        this.limit = limit;
        this.patience = patience;
        int variables = tableau.rows + tableau.columns;
        low = new Rational[variables];
        high = new Rational[variables];
        Arrays.fill(low, Rational.ZERO);
        Arrays.fill(high, Rational.ZERO);
    }

    Tableau tableau() {
        return tableau;
    }

    long iterations() {
        return iterations;
    }

    /** Returns the factor of all values in the tableau. */
    Rational scale() {
        return Rational.of(scale, BigInteger.ONE);
    }

    void bound(int variable, Bounds bounds, Rational factor) {
        low[variable] = bounds.low().map(factor::multiply).orElse(Rational.ZERO);
        high[variable] = bounds.high().map(factor::multiply).orElse(Rational.ZERO);
        tableau.hasLow[variable] = bounds.low().isPresent();
        tableau.hasHigh[variable] = bounds.high().isPresent();
        stale = true;
        keepsBounds = false;
    }

    private void rebound() {
        if (stale) {
            scale = BigInteger.ONE;
            for (int variable = 0; variable < low.length; variable++) {
                include(low[variable]);
                include(high[variable]);
            }
            stale = false;
            setObjective(LinearForm.ZERO);
            if (!tableau.rebound(low, high, scale)) {
                widen();
            }
        }
    }

    private void include(Rational end) {
        if (!end.isWhole()) {
            scale = scale.multiply(end.denominator().divide(scale.gcd(end.denominator())));
        }
    }

    /** Continues with the same tableau in wider numbers, which hold everything. */
    private void widen() {
        tableau = tableau.wider();
        tableau.rebound(low, high, scale);
        tableau.setObjective(objective);
    }

    private void setObjective(LinearForm form) {
        objective = form;
        if (!tableau.setObjective(form)) {
            widen();
        }
    }

    /**
     * Looks for a point that satisfies all bounds, none of which may be crossed.
     *
     * @return a row whose variable cannot satisfy its bound, or NONE
     */
    int restore() {
        look();
        rebound();
        if (keepsBounds) {
            return NONE;
        }
        setObjective(LinearForm.ZERO);
        for (int row = mostBroken(); row != NONE; row = mostBroken()) {
            if (!mends(row)) {
                return row;
            }
        }
        keepsBounds = true;
        return NONE;
    }

    /** Moves the variable of a broken row to its bound, and says whether that was possible. */
    private boolean mends(int row) {
        int stalled = 0;
        while (tableau.violation(row) != 0) {
            int direction = -tableau.violation(row);
            int column = entering(row, direction, stalled >= patience);
            if (column == NONE) {
                return false;
            }
            int way = tableau.sign(row, column) * direction;
            stalled = step(column, way, leaving(column, way)) ? 0 : stalled + 1;
        }
        return true;
    }

    private int mostBroken() {
        int most = NONE;
        double excess = 0;
        for (int row = 0; row < tableau.rows; row++) {
            if (tableau.violation(row) != 0) {
                double here = tableau.excess(row);
                if (most == NONE || here > excess) {
                    most = row;
                    excess = here;
                }
            }
        }
        return most;
    }

    /**
     * Returns a column whose variable can move so that the row rises (1) or falls (−1): the one with the lowest number,
     * or the one with the greatest entry in the row.
     */
    private int entering(int row, int direction, boolean lowestNumber) {
        int best = NONE;
        for (int column = 0; column < tableau.columns; column++) {
            int sign = tableau.sign(row, column);
            if (sign != 0
                    && tableau.canMove(column, sign * direction)
                    && (best == NONE
                            || (lowestNumber
                                    ? tableau.nonbasic[column] < tableau.nonbasic[best]
                                    : tableau.magnitude(row, column) > tableau.magnitude(row, best)))) {
                best = column;
            }
        }
        return best;
    }

    /**
     * Maximises a form, from a point that satisfies all bounds. The form has whole coefficients.
     *
     * @return a column along which it grows without end, or NONE
     */
    int maximize(LinearForm form) {
        look();
        setObjective(form);
        int stalled = 0;
        while (true) {
            int column = entering(tableau.rows, 1, stalled >= patience);
            if (column == NONE) {
                return NONE;
            }
            int way = tableau.sign(tableau.rows, column);
            int row = leaving(column, way);
            if (row == NONE && !isBounded(column)) {
                return column;
            }
            stalled = step(column, way, row) ? 0 : stalled + 1;
        }
    }

    private boolean isBounded(int column) {
        int variable = tableau.nonbasic[column];
        return tableau.hasLow[variable] && tableau.hasHigh[variable];
    }

    /**
     * Moves the variable of a column up (1) or down (−1) until it reaches its other bound, or the variable of a row, which
     * then leaves, reaches its own; says whether anything moved.
     */
    private boolean step(int column, int direction, int row) {
        if (isBounded(column) && (row == NONE || tableau.flipsFirst(row, column, direction))) {
            flip(column);
            return true;
        }
        boolean moves = !tableau.isAtBound(row, column, direction);
        pivot(row, column, tableau.leavesHigh(row, column, direction));
        return moves;
    }

    /**
     * Returns the row whose variable reaches its bound first; of several, the one with the lowest number; NONE if there
     * is none.
     */
    private int leaving(int column, int direction) {
        int first = NONE;
        for (int row = 0; row < tableau.rows; row++) {
            if (tableau.isBounded(row, column, direction)) {
                int order = first == NONE ? -1 : tableau.compareReach(row, first, column, direction);
                if (order < 0 || order == 0 && tableau.basic[row] < tableau.basic[first]) {
                    first = row;
                }
            }
        }
        return first;
    }

    private void pivot(int row, int column, boolean toHigh) {
        count();
        if (!tableau.pivot(row, column, toHigh)) {
            widen();
            tableau.pivot(row, column, toHigh);
        }
    }

    private void flip(int column) {
        count();
        if (!tableau.flip(column)) {
            widen();
            tableau.flip(column);
        }
    }

    private void count() {
        limit.spend(tableau.takeWork());
        if (++iterations % ITERATIONS_BETWEEN_LOOKS == 0) {
            look();
        }
    }

    private void look() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("solving was interrupted after " + iterations + " iterations");
        }
    }
}
