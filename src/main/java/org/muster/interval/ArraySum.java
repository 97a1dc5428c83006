package org.muster.interval;

import java.util.Arrays;

/**
 * Sums of columns of ends, as tight as if computed exactly.
 *
 * <p>The sum is taken in lanes. Each lane keeps the sum to nearest, the sum of the exact errors of its additions, and
 * the sum of their magnitudes, which bounds the error of the sum of the errors (T. Ogita, S. M. Rump and S. Oishi,
 * Accurate sum and dot product, 2005). The lanes are then added without rounding. Only if the bound leaves two
 * candidate doubles, or something overflowed, is everything added without rounding.
 */
final class ArraySum {
    private static final int LANES = 256;

    private final double[] sums = new double[LANES];
    private final double[] errors = new double[LANES];
    private final double[] magnitudes = new double[LANES];
    private final ExactSum exact = new ExactSum();
    private final double[] x;

    /** The greatest possible distance of the exact sum from what was added. */
    private double slack;

    /** A sum of finite ends. */
    private ArraySum(double[] x) {
        this.x = x;
    }

    /** Returns the sum of low ends over a divisor, rounded down: minus infinity if an end is, NaN if an end is. */
    static double down(double[] x, int divisor) {
        return new ArraySum(x).quotient(divisor, true);
    }

    /** Returns the sum of high ends over a divisor, rounded up. */
    static double up(double[] x, int divisor) {
        return new ArraySum(x).quotient(divisor, false);
    }

    private double quotient(int divisor, boolean down) {
        if (addLanes()) {
            if (slack == 0) {
                return round(exact, divisor, down);
            }
            exact.add(-slack);
            double low = round(exact, divisor, down);
            exact.add(slack);
            exact.add(slack);
            if (low == round(exact, divisor, down)) {
                return low;
            }
        }
        ExactSum all = new ExactSum();
        double beyond = 0;
        for (double end : x) {
            if (Math.abs(end) <= Double.MAX_VALUE) {
                all.add(end);
            } else {
                beyond += end;
            }
        }
        return beyond == 0 ? round(all, divisor, down) : beyond;
    }

    private static double round(ExactSum sum, int divisor, boolean down) {
        return down ? sum.down(divisor) : sum.up(divisor);
    }

    /** Returns whether nothing overflowed. */
    private boolean addLanes() {
        int n = x.length;
        for (int from = 0; from < n; from += LANES) {
            row(from, Math.min(LANES, n - from));
        }
        int rows = (n + LANES - 1) / LANES;
        double doubt = 0;
        for (int i = 0; i < Math.min(LANES, n); i++) {
            // An overflow results in NaN or infinity here.
            if (!(Math.abs(sums[i]) <= 0x1p1000 && magnitudes[i] <= 0x1p1000)) {
                return false;
            }
            exact.add(sums[i]);
            exact.add(errors[i]);
            doubt += magnitudes[i];
        }
        // Rows additions, each off by at most half an ulp of all magnitudes; the rest covers the rounding of doubt
        // itself.
        slack = doubt == 0 ? 0 : Math.max(doubt * rows * 0x1.1p-53, Double.MIN_VALUE);
        return true;
    }

    private void row(int from, int n) {
        for (int i = 0; i < n; i++) {
            double a = sums[i];
            double b = x[from + i];
            double s = a + b;
            double v = s - a;
            double e = (a - (s - v)) + (b - v);
            errors[i] += e;
            magnitudes[i] += Math.abs(e);
            sums[i] = s;
        }
    }

    /** Returns the sums of the elements of each group, rounded down or up. */
    static double[] byKey(double[] x, int[] keys, int groups, boolean down) {
        double[] sums = new double[groups];
        double[] errors = new double[groups];
        double[] magnitudes = new double[groups];
        for (int i = 0; i < x.length; i++) {
            int key = keys[i];
            double a = sums[key];
            double b = x[i];
            double s = a + b;
            double v = s - a;
            double e = (a - (s - v)) + (b - v);
            errors[key] += e;
            magnitudes[key] += Math.abs(e);
            sums[key] = s;
        }
        int doubtful = 0;
        int[] places = new int[groups];
        Arrays.fill(places, -1);
        for (int key = 0; key < groups; key++) {
            double sum = sums[key];
            double error = errors[key];
            double total = down ? Rounding.addDown(sum, error) : Rounding.addUp(sum, error);
            double slack =
                    magnitudes[key] == 0 ? 0 : Math.max(magnitudes[key] * x.length * 0x1.1p-53, Double.MIN_VALUE);
            double nearest = sum + error;
            double rest = error - (nearest - sum);
            // The error of the errors must neither change the sign of the rest nor reach the next double.
            if (Math.abs(sum) <= 0x1p1000
                    && (slack == 0 || (Math.abs(rest) > slack && slack < Math.abs(nearest) * 0x1p-55))) {
                sums[key] = total;
            } else {
                places[key] = doubtful++;
            }
        }
        return doubtful == 0 ? sums : repaired(x, keys, sums, places, down);
    }

    /**
     * Computes the sums group by group, so that only one exact sum exists at a time: the elements are first sorted by
     * group.
     */
    private static double[] repaired(double[] x, int[] keys, double[] sums, int[] places, boolean down) {
        int[] ends = new int[sums.length];
        int count = 0;
        for (int key : keys) {
            if (places[key] >= 0) {
                ends[key]++;
                count++;
            }
        }
        int end = 0;
        for (int key = 0; key < ends.length; key++) {
            end += ends[key];
            ends[key] = end;
        }
        double[] grouped = new double[count];
        for (int i = x.length - 1; i >= 0; i--) {
            if (places[keys[i]] >= 0) {
                grouped[--ends[keys[i]]] = x[i];
            }
        }
        for (int key = 0; key < sums.length; key++) {
            if (places[key] >= 0) {
                int to = key + 1 < ends.length ? ends[key + 1] : count;
                double[] group = Arrays.copyOfRange(grouped, ends[key], to);
                sums[key] = down ? down(group, 1) : up(group, 1);
            }
        }
        return sums;
    }
}
