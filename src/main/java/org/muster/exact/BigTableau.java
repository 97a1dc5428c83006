package org.muster.exact;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A tableau of big integers, which holds numbers of any size. */
final class BigTableau extends Tableau {

    private static final int COST = 10; // of an entry, in entries of a LongTableau, about

    private final BigInteger[][] entries;
    private final BigInteger[] denominators;
    private final BigInteger[] values;
    private final BigInteger[] low;
    private final BigInteger[] high;

    BigTableau(int columns, List<LinearForm> forms) {
        super(forms.size(), columns);
        entries = new BigInteger[rows + 1][columns];
        denominators = filled(rows + 1, ONE);
        values = filled(rows + 1, ZERO);
        low = filled(rows + columns, ZERO);
        high = filled(rows + columns, ZERO);
        for (int row = 0; row <= rows; row++) {
            Arrays.fill(entries[row], ZERO);
        }
        for (int row = 0; row < rows; row++) {
            for (Map.Entry<Integer, Rational> part :
                    forms.get(row).coefficients().entrySet()) {
                entries[row][part.getKey()] = part.getValue().numerator();
            }
        }
    }

    /** Copies a tableau of longs, still without bounds and objective. */
    BigTableau(Tableau other, long[][] entries, long[] denominators) {
        super(other);
        this.entries = new BigInteger[rows + 1][columns];
        this.denominators = filled(rows + 1, ONE);
        values = filled(rows + 1, ZERO);
        low = filled(rows + columns, ZERO);
        high = filled(rows + columns, ZERO);
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column < columns; column++) {
                this.entries[row][column] = row == rows ? ZERO : BigInteger.valueOf(entries[row][column]);
            }
            this.denominators[row] = row == rows ? ONE : BigInteger.valueOf(denominators[row]);
        }
    }

    private static BigInteger[] filled(int length, BigInteger value) {
        BigInteger[] numbers = new BigInteger[length];
        Arrays.fill(numbers, value);
        return numbers;
    }

    @Override
    Tableau wider() {
        throw new IllegalStateException("no tableau is wider than this one");
    }

    @Override
    boolean takeBounds(Rational[] lows, Rational[] highs, BigInteger scale) {
        for (int variable = 0; variable < low.length; variable++) {
            low[variable] = lows[variable].numerator().multiply(scale.divide(lows[variable].denominator()));
            high[variable] = highs[variable].numerator().multiply(scale.divide(highs[variable].denominator()));
        }
        return true;
    }

    private BigInteger standing(int column) {
        int variable = nonbasic[column];
        return switch (position[variable]) {
            case LOW -> low[variable];
            case HIGH -> high[variable];
            case FREE -> ZERO;
        };
    }

    @Override
    boolean revalue() {
        for (int row = 0; row <= rows; row++) {
            revalue(row);
        }
        return true;
    }

    private void revalue(int row) {
        BigInteger sum = ZERO;
        for (int column = 0; column < columns; column++) {
            if (sign(row, column) != 0) {
                sum = sum.add(entries[row][column].multiply(standing(column)));
            }
        }
        values[row] = sum;
    }

    @Override
    boolean setObjective(LinearForm form) {
        BigInteger[] objective = entries[rows];
        Arrays.fill(objective, ZERO);
        BigInteger common = ONE;
        for (int variable : form.coefficients().keySet()) {
            if (place[variable] >= 0) {
                BigInteger denominator = denominators[place[variable]];
                common = common.multiply(denominator.divide(common.gcd(denominator)));
            }
        }
        for (Map.Entry<Integer, Rational> part : form.coefficients().entrySet()) {
            int at = place[part.getKey()];
            if (at < 0) {
                objective[~at] = objective[~at].add(part.getValue().numerator().multiply(common));
            } else {
                BigInteger factor = part.getValue().numerator().multiply(common.divide(denominators[at]));
                for (int column = 0; column < columns; column++) {
                    if (sign(at, column) != 0) {
                        objective[column] = objective[column].add(factor.multiply(entries[at][column]));
                    }
                }
            }
        }
        denominators[rows] = common;
        reduce(rows);
        revalue(rows);
        return true;
    }

    /** Divides a row by the common factor of its denominator and all entries. */
    private void reduce(int row) {
        BigInteger divisor = denominators[row];
        BigInteger[] line = entries[row];
        for (int column = 0; column < columns && !divisor.equals(ONE); column++) {
            // Most entries are multiples already, and a remainder is cheaper to compute than a common divisor.
            BigInteger rest = line[column].signum() == 0 ? ZERO : line[column].remainder(divisor);
            if (rest.signum() != 0) {
                divisor = divisor.gcd(rest);
            }
        }
        if (!divisor.equals(ONE)) {
            for (int column = 0; column < columns; column++) {
                if (line[column].signum() != 0) {
                    line[column] = line[column].divide(divisor);
                }
            }
            denominators[row] = denominators[row].divide(divisor);
            values[row] = values[row].divide(divisor);
        }
    }

    @Override
    int sign(int row, int column) {
        return entries[row][column].signum();
    }

    @Override
    double magnitude(int row, int column) {
        return Math.abs(entries[row][column].doubleValue());
    }

    @Override
    int violation(int row) {
        int variable = basic[row];
        if (hasLow[variable] && values[row].compareTo(low[variable].multiply(denominators[row])) < 0) {
            return -1;
        }
        return hasHigh[variable] && values[row].compareTo(high[variable].multiply(denominators[row])) > 0 ? 1 : 0;
    }

    @Override
    double excess(int row) {
        BigInteger bound = violation(row) < 0 ? low[basic[row]] : high[basic[row]];
        return Rational.of(bound.multiply(denominators[row]).subtract(values[row]), denominators[row])
                .abs()
                .approximate();
    }

    /** Returns the distance of a basic variable to the bound that it moves towards, times its denominator. */
    private BigInteger room(int row, int column, int direction) {
        BigInteger bound = leavesHigh(row, column, direction) ? high[basic[row]] : low[basic[row]];
        return bound.multiply(denominators[row]).subtract(values[row]).abs();
    }

    @Override
    int compareReach(int row, int other, int column, int direction) {
        BigInteger here = room(row, column, direction).multiply(entries[other][column].abs());
        return here.compareTo(room(other, column, direction).multiply(entries[row][column].abs()));
    }

    @Override
    boolean flipsFirst(int row, int column, int direction) {
        BigInteger width = high[nonbasic[column]].subtract(low[nonbasic[column]]);
        return width.multiply(entries[row][column].abs()).compareTo(room(row, column, direction)) <= 0;
    }

    @Override
    boolean isAtBound(int row, int column, int direction) {
        return room(row, column, direction).signum() == 0;
    }

    @Override
    boolean isFixed(int variable) {
        return hasLow[variable] && hasHigh[variable] && low[variable].equals(high[variable]);
    }

    @Override
    boolean flip(int column) {
        int variable = nonbasic[column];
        boolean up = position[variable] == Position.LOW;
        BigInteger width = high[variable].subtract(low[variable]);
        BigInteger move = up ? width : width.negate();
        for (int row = 0; row <= rows; row++) {
            if (sign(row, column) != 0) {
                values[row] = values[row].add(entries[row][column].multiply(move));
            }
        }
        position[variable] = up ? Position.HIGH : Position.LOW;
        return true;
    }

    @Override
    boolean pivot(int row, int column, boolean toHigh) {
        BigInteger bound = toHigh ? high[basic[row]] : low[basic[row]];
        BigInteger move = bound.multiply(denominators[row]).subtract(values[row]);
        BigInteger[] line = entries[row];
        BigInteger pivot = line[column];
        for (int other = 0; other <= rows; other++) {
            if (other != row && sign(other, column) != 0) {
                eliminate(other, row, column, move);
                work += (long) COST * columns;
            }
        }
        BigInteger value = move.add(pivot.multiply(standing(column)));
        values[row] = pivot.signum() > 0 ? value : value.negate();
        for (int each = 0; each < columns; each++) {
            if (pivot.signum() > 0) {
                line[each] = line[each].negate();
            }
        }
        line[column] = pivot.signum() > 0 ? denominators[row] : denominators[row].negate();
        denominators[row] = pivot.abs();
        exchange(row, column, toHigh);
        return true;
    }

    /** Substitutes the entering variable in a row by its expression from the pivot row. */
    private void eliminate(int other, int row, int column, BigInteger move) {
        BigInteger[] line = entries[other];
        BigInteger[] pivotLine = entries[row];
        BigInteger pivot = pivotLine[column];
        BigInteger divisor = pivot.gcd(line[column]);
        BigInteger factor = pivot.abs().divide(divisor);
        BigInteger part = line[column].divide(divisor);
        BigInteger multiple = pivot.signum() > 0 ? part : part.negate();
        boolean plain = factor.equals(ONE);
        for (int each = 0; each < columns; each++) {
            if (!plain && line[each].signum() != 0) {
                line[each] = line[each].multiply(factor);
            }
            if (pivotLine[each].signum() != 0) {
                line[each] = line[each].subtract(multiple.multiply(pivotLine[each]));
            }
        }
        line[column] = multiple.multiply(denominators[row]);
        denominators[other] = denominators[other].multiply(factor);
        values[other] = values[other].multiply(factor).add(multiple.multiply(move));
        reduce(other);
    }

    @Override
    Rational entry(int row, int column) {
        return Rational.of(entries[row][column], denominators[row]);
    }

    @Override
    Rational value(int row) {
        return Rational.of(values[row], denominators[row]);
    }
}
