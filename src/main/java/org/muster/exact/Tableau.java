package org.muster.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The simplex tableau: some variables, the basic ones, as sums of the others. A constraint is represented by a variable
 * equal to the value of its form, so that rules and claims are both bounds and the sums have no constant term. Bounds
 * can then change without changing the sums.
 *
 * <p>Row i reads d·basic(i) = Σ entry(i, j)·nonbasic(j), all whole numbers without a common factor, d &gt; 0. A last
 * row holds the objective. Every nonbasic variable is at one of its bounds, or at 0 if it has none. The bounds are
 * scaled to whole numbers.
 *
 * <p>A change that overflows the numbers of a tableau is rejected before anything is changed, and the caller continues
 * with the {@link #wider} one.
 */
abstract sealed class Tableau permits LongTableau, BigTableau {

    /** The position of a nonbasic variable between its bounds. */
    enum Position {
        LOW,
        HIGH,
        /** At 0, without bounds. */
        FREE
    }

    /** The number of basic variables; the objective is the row after the last. */
    final int rows;

    final int columns;
    final int[] basic;
    final int[] nonbasic;

    /** By variable: the row of a basic one, ~column of another. */
    final int[] place;

    final boolean[] hasLow;
    final boolean[] hasHigh;

    /** By variable; only valid for nonbasic ones. */
    final Position[] position;

    /** How many entries pivots have computed since {@link #takeWork}. */
    protected long work;

    Tableau(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        basic = new int[rows];
        nonbasic = new int[columns];
        place = new int[rows + columns];
        hasLow = new boolean[rows + columns];
        hasHigh = new boolean[rows + columns];
        position = new Position[rows + columns];
        Arrays.fill(position, Position.FREE);
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
        position = other.position.clone();
    }

    /** Returns the initial tableau, in which every constraint is basic. The coefficients must be whole. */
    static Tableau of(int columns, List<LinearForm> forms) {
        LongTableau tableau = new LongTableau(forms.size(), columns);
        return tableau.fill(forms) ? tableau : new BigTableau(columns, forms);
    }

    /** Returns the same tableau with more room in its numbers. */
    abstract Tableau wider();

    /** Returns how many entries pivots have computed since the last call. */
    long takeWork() {
        long taken = work;
        work = 0;
        return taken;
    }

    /**
     * Sets new bounds, which are whole when multiplied by the scale, and computes all values from them. An absent end
     * counts as 0 here.
     */
    final boolean rebound(Rational[] low, Rational[] high, BigInteger scale) {
        if (!takeBounds(low, high, scale)) {
            return false;
        }
        for (int variable : nonbasic) {
            boolean toHigh = hasHigh[variable] && (position[variable] == Position.HIGH || !hasLow[variable]);
            position[variable] = toHigh ? Position.HIGH : hasLow[variable] ? Position.LOW : Position.FREE;
        }
        return revalue();
    }

    /** Sets the bounds and leaves the values unchanged. */
    abstract boolean takeBounds(Rational[] low, Rational[] high, BigInteger scale);

    /** Computes the value of every row from the positions of the nonbasic variables. */
    abstract boolean revalue();

    /** Makes a form with whole coefficients the objective, or clears it with {@link LinearForm#ZERO}. */
    abstract boolean setObjective(LinearForm form);

    /** Returns the sign of an entry. */
    abstract int sign(int row, int column);

    /** Returns the approximate absolute value of an entry, for choices that need not be exact. */
    abstract double magnitude(int row, int column);

    /** Returns −1 if the basic variable of the row is below its bounds, 1 if above, else 0. */
    abstract int violation(int row);

    /** Returns approximately by how much the bound is violated. */
    abstract double excess(int row);

    /**
     * Returns −1 if the basic variable of one row reaches its bound earlier than that of another, 1 if later, as the
     * variable of a column rises (1) or falls (−1). Both must have a bound.
     */
    abstract int compareReach(int row, int other, int column, int direction);

    /**
     * Returns whether the variable of a column, which has both bounds, reaches its other bound no later than that of a
     * row reaches its own.
     */
    abstract boolean flipsFirst(int row, int column, int direction);

    /** Returns whether the basic variable of a row is already at its bound, so that a step moves nothing. */
    abstract boolean isAtBound(int row, int column, int direction);

    /** Moves the variable of a column to its other bound. */
    abstract boolean flip(int column);

    /** Exchanges the variables of a row and a column; the one that leaves goes to its high or low bound. */
    abstract boolean pivot(int row, int column, boolean toHigh);

    /** Returns an entry divided by the denominator of the row. */
    abstract Rational entry(int row, int column);

    /** Returns the value of a basic variable, or of the objective, times the scale of the bounds. */
    abstract Rational value(int row);

    /** Returns whether the variable of a column may move up (1) or down (−1). */
    final boolean canMove(int column, int direction) {
        int variable = nonbasic[column];
        return switch (position[variable]) {
            case LOW -> direction > 0 && !isFixed(variable);
            case HIGH -> direction < 0 && !isFixed(variable);
            case FREE -> true;
        };
    }

    abstract boolean isFixed(int variable);

    /**
     * Returns whether the basic variable of a row has a bound in its direction as the variable of a column rises or falls:
     * one that is violated is the nearer one for a variable that comes back.
     */
    final boolean isBounded(int row, int column, int direction) {
        int way = sign(row, column) * direction;
        if (way == 0) {
            return false;
        }
        int violation = violation(row);
        return violation == 0 ? (way > 0 ? hasHigh : hasLow)[basic[row]] : violation != way;
    }

    /** Returns whether the bound that the basic variable of a row meets on its way is its high one. */
    final boolean leavesHigh(int row, int column, int direction) {
        int violation = violation(row);
        return violation == 0 ? sign(row, column) * direction > 0 : violation > 0;
    }

    /** Records that the variables of a row and a column were exchanged. */
    final void exchange(int row, int column, boolean toHigh) {
        int leaving = basic[row];
        int entering = nonbasic[column];
        basic[row] = entering;
        nonbasic[column] = leaving;
        place[entering] = row;
        place[leaving] = ~column;
        position[leaving] = toHigh ? Position.HIGH : Position.LOW;
    }
}
