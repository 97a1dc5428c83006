package org.muster.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The way from corner to corner: which variables change places, until all bounds are kept, and then until the objective
 * cannot grow.
 *
 * <p>Bounds are restored row by row (B. Dutertre and L. de Moura, A fast linear-arithmetic solver for DPLL(T), 2006): a basic
 * variable that breaks a bound leaves for it, and if no variable can make room, its row says why nothing fits. The objective is
 * then raised by the simplex method with bounded variables (G. B. Dantzig 1955). Both take what looks best while that
 * goes well, and the lowest number (R. G. Bland, New finite pivoting rules for the simplex method, 1977) when it does not, so
 * that neither can go round in circles.
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

    /** How many steps may look best before the lowest number decides. */
    private final int patience;

    Pivots(Tableau tableau, int patience) {
        this.tableau = tableau;
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

    /** What all values in the tableau are multiplied by. */
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

    /** Goes on with the same tableau in wider numbers, in which nothing is refused. */
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
     * Looks for a point that keeps all bounds, where none is crossed.
     *
     * @return a row whose variable cannot keep its bound, or NONE
     */
    int restore() {
        look();
        rebound();
        if (keepsBounds) {
            return NONE;
        }
        setObjective(LinearForm.ZERO);
        long started = iterations;
        while (true) {
            boolean careful = iterations - started >= patience;
            int row = careful ? firstBroken() : mostBroken();
            if (row == NONE) {
                keepsBounds = true;
                return NONE;
            }
            int direction = -tableau.violation(row);
            int column = entering(row, direction, careful);
            if (column == NONE) {
                return row;
            }
            pivot(row, column, direction < 0);
        }
    }

    private int firstBroken() {
        int first = NONE;
        for (int row = 0; row < tableau.rows; row++) {
            if ((first == NONE || tableau.basic[row] < tableau.basic[first]) && tableau.violation(row) != 0) {
                first = row;
            }
        }
        return first;
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
     * A column whose variable can move so that the row rises (1) or falls (−1): the one with the lowest number, or the one
     * that counts most in the row.
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
     * Raises a form as far as it goes, from a point that keeps all bounds. The form has whole coefficients.
     *
     * @return a column along which it grows without end, or NONE
     */
    int maximize(LinearForm form) {
        look();
        setObjective(form);
        int stalled = 0;
        while (true) {
            boolean careful = stalled >= patience;
            int column = entering(tableau.rows, 1, careful);
            if (column == NONE) {
                return NONE;
            }
            int direction = tableau.sign(tableau.rows, column);
            int row = leaving(column, direction);
            int variable = tableau.nonbasic[column];
            boolean flips = tableau.hasLow[variable]
                    && tableau.hasHigh[variable]
                    && (row == NONE || tableau.flipsFirst(row, column, direction));
            if (flips) {
                flip(column);
                stalled = 0;
            } else if (row == NONE) {
                return column;
            } else {
                stalled = tableau.isAtBound(row, column, direction) ? stalled + 1 : 0;
                pivot(row, column, tableau.sign(row, column) * direction > 0);
            }
        }
    }

    /** The row whose variable reaches its bound first, of several the one with the lowest number; NONE without any. */
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
