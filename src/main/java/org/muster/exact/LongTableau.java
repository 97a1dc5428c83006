package org.muster.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A tableau of longs. Bounds, values and denominator times bound stay below 2^61, so that differences of two never
 * overflow. Products are kept below 2^61 by adding the bit lengths of their factors before anything is changed.
 */
final class LongTableau extends Tableau {

    private static final int BITS = 61;

    private final long[][] entries;
    private final long[] denominators;
    private final long[] values;
    private final long[] low;
    private final long[] high;

    /** An upper bound for the bit length of the entries and denominator of each row. */
    private final int[] rowBits;

    private int boundBits;

    // What a pivot will do to each row, and where its own row is not zero.
    private final long[] factors;
    private final long[] multiples;
    private final long[] newValues;
    private final int[] support;

    LongTableau(int rows, int columns) {
        super(rows, columns);
        entries = new long[rows + 1][columns];
        denominators = new long[rows + 1];
        Arrays.fill(denominators, 1);
        values = new long[rows + 1];
        low = new long[rows + columns];
        high = new long[rows + columns];
        rowBits = new int[rows + 1];
        factors = new long[rows + 1];
        multiples = new long[rows + 1];
        newValues = new long[rows + 1];
        support = new int[columns];
    }

    boolean fill(List<LinearForm> forms) {
        for (int row = 0; row < rows; row++) {
            for (Map.Entry<Integer, Rational> part :
                    forms.get(row).coefficients().entrySet()) {
                if (!part.getValue().isLong() || bits(part.getValue().longNumerator()) > BITS) {
                    return false;
                }
                entries[row][part.getKey()] = part.getValue().longNumerator();
            }
            count(row);
        }
        return true;
    }

    @Override
    Tableau wider() {
        return new BigTableau(this, entries, denominators);
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value));
    }

    /** Returns whether a·b is certain to fit. */
    private static boolean fits(long a, long b) {
        return bits(a) + bits(b) <= BITS;
    }

    private void count(int row) {
        long all = denominators[row];
        for (long entry : entries[row]) {
            all |= Math.abs(entry);
        }
        rowBits[row] = bits(all);
    }

    @Override
    boolean takeBounds(Rational[] lows, Rational[] highs, BigInteger scale) {
        if (scale.bitLength() > BITS) {
            return false;
        }
        boundBits = 0;
        return take(lows, low, scale.longValue()) && take(highs, high, scale.longValue()) && denominatorsFit();
    }

    private boolean take(Rational[] ends, long[] scaled, long scale) {
        for (int variable = 0; variable < scaled.length; variable++) {
            Rational end = ends[variable];
            if (!end.isLong()) {
                return false;
            }
            long factor = scale / end.longDenominator();
            if (!fits(end.longNumerator(), factor)) {
                return false;
            }
            scaled[variable] = end.longNumerator() * factor;
            boundBits = Math.max(boundBits, bits(scaled[variable]));
        }
        return true;
    }

    private boolean denominatorsFit() {
        for (long denominator : denominators) {
            if (bits(denominator) + boundBits > BITS) {
                return false;
            }
        }
        return true;
    }

    private long standing(int column) {
        int variable = nonbasic[column];
        return switch (position[variable]) {
            case LOW -> low[variable];
            case HIGH -> high[variable];
            case FREE -> 0;
        };
    }

    @Override
    boolean revalue() {
        for (int row = 0; row <= rows; row++) {
            if (!revalue(row)) {
                return false;
            }
        }
        return true;
    }

    private boolean revalue(int row) {
        long sum = 0;
        for (int column = 0; column < columns; column++) {
            long entry = entries[row][column];
            if (entry != 0) {
                long value = standing(column);
                if (!fits(entry, value)) {
                    return false;
                }
                sum += entry * value;
                if (bits(sum) > BITS) {
                    return false;
                }
            }
        }
        values[row] = sum;
        return true;
    }

    @Override
    boolean setObjective(LinearForm form) {
        long[] objective = entries[rows];
        Arrays.fill(objective, 0);
        denominators[rows] = 1;
        long common = 1;
        for (int variable : form.coefficients().keySet()) {
            if (place[variable] >= 0) {
                long denominator = denominators[place[variable]];
                long factor = denominator / Rational.gcd(common, denominator);
                if (!fits(common, factor)) {
                    return false;
                }
                common *= factor;
            }
        }
        for (Map.Entry<Integer, Rational> part : form.coefficients().entrySet()) {
            if (!part.getValue().isLong() || !add(part.getKey(), part.getValue().longNumerator(), common)) {
                return false;
            }
        }
        denominators[rows] = common;
        reduce(rows);
        count(rows);
        return bits(denominators[rows]) + boundBits <= BITS && revalue(rows);
    }

    private boolean add(int variable, long coefficient, long common) {
        long[] objective = entries[rows];
        if (place[variable] < 0) {
            if (!fits(coefficient, common)) {
                return false;
            }
            objective[~place[variable]] += coefficient * common;
            return bits(objective[~place[variable]]) <= BITS;
        }
        int row = place[variable];
        long factor = common / denominators[row];
        if (!fits(coefficient, factor) || bits(coefficient * factor) + rowBits[row] > BITS) {
            return false;
        }
        long all = 0;
        for (int column = 0; column < columns; column++) {
            objective[column] += coefficient * factor * entries[row][column];
            all |= Math.abs(objective[column]);
        }
        return bits(all) <= BITS;
    }

    /** Divides a row by the common factor of its denominator and all entries. */
    private void reduce(int row) {
        long divisor = denominators[row];
        long[] line = entries[row];
        for (int column = 0; column < columns && divisor != 1; column++) {
            divisor = Rational.gcd(divisor, Math.abs(line[column]));
        }
        if (divisor != 1) {
            for (int column = 0; column < columns; column++) {
                line[column] /= divisor;
            }
            denominators[row] /= divisor;
            values[row] /= divisor;
        }
    }

    @Override
    int sign(int row, int column) {
        return Long.signum(entries[row][column]);
    }

    @Override
    double magnitude(int row, int column) {
        return Math.abs((double) entries[row][column]);
    }

    @Override
    int violation(int row) {
        int variable = basic[row];
        if (hasLow[variable] && values[row] < low[variable] * denominators[row]) {
            return -1;
        }
        return hasHigh[variable] && values[row] > high[variable] * denominators[row] ? 1 : 0;
    }

    @Override
    double excess(int row) {
        int variable = basic[row];
        double value = (double) values[row] / denominators[row];
        return value < low[variable] ? low[variable] - value : value - high[variable];
    }

    /** Returns the distance of a basic variable to the bound that it moves towards, times its denominator. */
    private long room(int row, int column, int direction) {
        long bound = leavesHigh(row, column, direction) ? high[basic[row]] : low[basic[row]];
        return Math.abs(bound * denominators[row] - values[row]);
    }

    @Override
    int compareReach(int row, int other, int column, int direction) {
        return Rational.compareProducts(
                room(row, column, direction),
                Math.abs(entries[other][column]),
                room(other, column, direction),
                Math.abs(entries[row][column]));
    }

    @Override
    boolean flipsFirst(int row, int column, int direction) {
        long width = high[nonbasic[column]] - low[nonbasic[column]];
        return Rational.compareProducts(width, Math.abs(entries[row][column]), room(row, column, direction), 1) <= 0;
    }

    @Override
    boolean isAtBound(int row, int column, int direction) {
        return room(row, column, direction) == 0;
    }

    @Override
    boolean isFixed(int variable) {
        return hasLow[variable] && hasHigh[variable] && low[variable] == high[variable];
    }

    @Override
    boolean flip(int column) {
        int variable = nonbasic[column];
        boolean up = position[variable] == Position.LOW;
        long move = up ? high[variable] - low[variable] : low[variable] - high[variable];
        for (int row = 0; row <= rows; row++) {
            if (!fits(entries[row][column], move)) {
                return false;
            }
            newValues[row] = values[row] + entries[row][column] * move;
            if (bits(newValues[row]) > BITS) {
                return false;
            }
        }
        System.arraycopy(newValues, 0, values, 0, rows + 1);
        position[variable] = up ? Position.HIGH : Position.LOW;
        return true;
    }

    @Override
    boolean pivot(int row, int column, boolean toHigh) {
        long bound = toHigh ? high[basic[row]] : low[basic[row]];
        long move = bound * denominators[row] - values[row];
        if (!prepare(row, column, move)) {
            for (int each = 0; each <= rows; each++) {
                count(each);
            }
            if (!prepare(row, column, move)) {
                return false;
            }
        }
        long[] line = entries[row];
        int supported = 0;
        for (int each = 0; each < columns; each++) {
            if (line[each] != 0 && each != column) {
                support[supported++] = each;
            }
        }
        for (int other = 0; other <= rows; other++) {
            if (other != row && entries[other][column] != 0) {
                eliminate(other, row, column, supported);
                work += columns;
            }
        }
        work += rows + columns;
        long pivot = line[column];
        if (pivot > 0) {
            for (int each = 0; each < supported; each++) {
                line[support[each]] = -line[support[each]];
            }
        }
        line[column] = pivot > 0 ? denominators[row] : -denominators[row];
        denominators[row] = Math.abs(pivot);
        values[row] = newValues[row];
        exchange(row, column, toHigh);
        return true;
    }

    /** Computes what each row is multiplied by, and the new values; false if something might not fit. */
    private boolean prepare(int row, int column, long move) {
        long pivot = entries[row][column];
        long size = Math.abs(pivot);
        long standing = standing(column);
        if (bits(size) + boundBits > BITS || bits(move) > BITS || !fits(size, standing)) {
            return false;
        }
        newValues[row] = pivot > 0 ? move + pivot * standing : -move - pivot * standing;
        if (bits(newValues[row]) > BITS) {
            return false;
        }
        for (int other = 0; other <= rows; other++) {
            long entry = entries[other][column];
            if (entry == 0 || other == row) {
                continue;
            }
            long divisor = size == 1 ? 1 : Rational.gcd(size, Math.abs(entry));
            long factor = size / divisor;
            long multiple = pivot > 0 ? entry / divisor : -(entry / divisor);
            if (bits(factor) + rowBits[other] > BITS
                    || bits(multiple) + rowBits[row] > BITS
                    || bits(factor * denominators[other]) + boundBits > BITS
                    || !fits(factor, values[other])
                    || !fits(multiple, move)) {
                return false;
            }
            newValues[other] = factor * values[other] + multiple * move;
            if (bits(newValues[other]) > BITS) {
                return false;
            }
            factors[other] = factor;
            multiples[other] = multiple;
        }
        return true;
    }

    /** Substitutes the entering variable in a row by its expression from the pivot row. */
    private void eliminate(int other, int row, int column, int supported) {
        long[] line = entries[other];
        long[] pivotLine = entries[row];
        long factor = factors[other];
        long multiple = multiples[other];
        if (factor != 1) {
            for (int each = 0; each < columns; each++) {
                line[each] *= factor;
            }
            denominators[other] *= factor;
        }
        for (int each = 0; each < supported; each++) {
            line[support[each]] -= multiple * pivotLine[support[each]];
        }
        line[column] = multiple * denominators[row];
        values[other] = newValues[other];
        if (denominators[other] != 1) {
            reduce(other);
        }
        count(other);
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
