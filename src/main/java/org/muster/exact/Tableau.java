package org.muster.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The simplex tableau: some variables, the basic ones, as sums of the others. A constraint counts as a variable that is
 * the value of its form, so that rules and claims are bounds alike and the sums have no constant part. Bounds may then
 * change without a change of the sums.
 *
 * <p>Row i reads d·basic(i) = Σ entry(i, j)·nonbasic(j), all whole numbers without a common factor, d &gt; 0. A last row holds
 * the objective. Every nonbasic variable stands at one of its bounds, or at 0 if it has none. The bounds are
 * scaled to whole numbers.
 *
 * <p>A change that does not fit the numbers of a tableau is refused before anything is changed, and the caller goes on with
 * the {@link #wider} one.
 */
abstract sealed class Tableau permits LongTableau, BigTableau {

    /** Where a nonbasic variable stands. */
    enum Stand {
        LOW,
        HIGH,
        /** At 0, without bounds. */
        FREE
    }

    /** How many basic variables; the objective is the row after the last. */
    final int rows;

    final int columns;
    final int[] basic;
    final int[] nonbasic;

    /** By variable: the row of a basic one, ~column of another. */
    final int[] place;

    final boolean[] hasLow;
    final boolean[] hasHigh;

    /** By variable, kept for nonbasic ones. */
    final Stand[] stand;

    Tableau(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        basic = new int[rows];
        nonbasic = new int[columns];
        place = new int[rows + columns];
        hasLow = new boolean[rows + columns];
        hasHigh = new boolean[rows + columns];
        stand = new Stand[rows + columns];
        Arrays.fill(stand, Stand.FREE);
        for (int column = 0; column < columns; column++) {
            nonbasic[column] = column;
            place[column] = ~column;
        }
        for (int row = 0; row < rows; row++) {
            basic[row] = columns + row;
            place[columns + row] = row;
        }
    }

    Tableau(Tableau other) {
        rows = other.rows;
        columns = other.columns;
        basic = other.basic.clone();
        nonbasic = other.nonbasic.clone();
        place = other.place.clone();
        hasLow = other.hasLow.clone();
        hasHigh = other.hasHigh.clone();
        stand = other.stand.clone();
    }

    /** The tableau at the start: every constraint basic. Takes coefficients that are whole. */
    static Tableau of(int columns, List<LinearForm> forms) {
        LongTableau tableau = new LongTableau(forms.size(), columns);
        return tableau.fill(forms) ? tableau : new BigTableau(columns, forms);
    }

    /** The same tableau with more room in its numbers. */
    abstract Tableau wider();

    /**
     * Takes new bounds, which times the scale are whole, and computes all values from them. An absent end counts as 0
     * here.
     */
    final boolean rebound(Rational[] low, Rational[] high, BigInteger scale) {
        if (!takeBounds(low, high, scale)) {
            return false;
        }
        for (int variable : nonbasic) {
            boolean toHigh = hasHigh[variable] && (stand[variable] == Stand.HIGH || !hasLow[variable]);
            stand[variable] = toHigh ? Stand.HIGH : hasLow[variable] ? Stand.LOW : Stand.FREE;
        }
        return revalue();
    }

    /** Takes the bounds and leaves the values as they are. */
    abstract boolean takeBounds(Rational[] low, Rational[] high, BigInteger scale);

    /** Computes the value of every row from where the nonbasic variables stand. */
    abstract boolean revalue();

    /** Makes a form with whole coefficients the objective, or clears it with {@link LinearForm#ZERO}. */
    abstract boolean setObjective(LinearForm form);

    /** The sign of an entry. */
    abstract int sign(int row, int column);

    /** About how large an entry is, without its sign. For choices that need not be exact. */
    abstract double magnitude(int row, int column);

    /** −1 if the basic variable of the row is below its bounds, 1 if above, else 0. */
    abstract int violation(int row);

    /** About by how much it is. */
    abstract double excess(int row);

    /**
     * Whether the basic variable of one row reaches its bound earlier than that of another, both of which have one: −1,
     * or 1 if later, while the variable of a column rises (1) or falls (−1).
     */
    abstract int compareReach(int row, int other, int column, int direction);

    /** Whether the variable of a column, which has both bounds, reaches its other bound before that of a row does, or with it. */
    abstract boolean flipsFirst(int row, int column, int direction);

    /** Whether the basic variable of a row stands at its bound already, so that a step moves nothing. */
    abstract boolean isAtBound(int row, int column, int direction);

    /** Moves the variable of a column to its other bound. */
    abstract boolean flip(int column);

    /** Lets the variables of a row and a column change places; the one that leaves goes to its high or low bound. */
    abstract boolean pivot(int row, int column, boolean toHigh);

    /** Entry divided by the denominator of the row. */
    abstract Rational entry(int row, int column);

    /** The value of a basic variable, or of the objective, times the scale of the bounds. */
    abstract Rational value(int row);

    /** Whether the variable of a column may move up (1) or down (−1). */
    final boolean canMove(int column, int direction) {
        int variable = nonbasic[column];
        return switch (stand[variable]) {
            case LOW -> direction > 0 && !isFixed(variable);
            case HIGH -> direction < 0 && !isFixed(variable);
            case FREE -> true;
        };
    }

    abstract boolean isFixed(int variable);

    /** Whether the basic variable of a row has a bound on the way, while the variable of a column rises or falls. */
    final boolean isBounded(int row, int column, int direction) {
        int way = sign(row, column) * direction;
        return way != 0 && (way > 0 ? hasHigh : hasLow)[basic[row]];
    }

    /** Records that the variables of a row and a column have changed places. */
    final void exchange(int row, int column, boolean toHigh) {
        int leaving = basic[row];
        int entering = nonbasic[column];
        basic[row] = entering;
        nonbasic[column] = leaving;
        place[entering] = row;
        place[leaving] = ~column;
        stand[leaving] = toHigh ? Stand.HIGH : Stand.LOW;
    }
}
