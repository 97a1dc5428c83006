package org.muster.benchmark;

/** The peer of a column of intervals: the same two arrays on plain doubles, which nobody rounds outward. */
final class PlainArray {
    final double[] lo;
    final double[] hi;

    PlainArray(double[] lo, double[] hi) {
        this.lo = lo;
        this.hi = hi;
    }

    PlainArray copy() {
        return new PlainArray(copy(lo), copy(hi));
    }

    PlainArray add(PlainArray that) {
        return new PlainArray(sums(lo, that.lo), sums(hi, that.hi));
    }

    PlainArray subtract(PlainArray that) {
        return new PlainArray(differences(lo, that.hi), differences(hi, that.lo));
    }

    /** Of ranges that are not negative. */
    PlainArray multiply(PlainArray that) {
        return new PlainArray(products(lo, that.lo), products(hi, that.hi));
    }

    /** Of ranges that are not negative. */
    PlainArray divide(PlainArray that) {
        return new PlainArray(quotients(lo, that.hi), quotients(hi, that.lo));
    }

    /** Of ranges of any sign. */
    PlainArray product(PlainArray that) {
        double[] low = new double[lo.length];
        double[] high = new double[lo.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.min(
                    Math.min(lo[i] * that.lo[i], lo[i] * that.hi[i]), Math.min(hi[i] * that.lo[i], hi[i] * that.hi[i]));
        }
        for (int i = 0; i < high.length; i++) {
            high[i] = Math.max(
                    Math.max(lo[i] * that.lo[i], lo[i] * that.hi[i]), Math.max(hi[i] * that.lo[i], hi[i] * that.hi[i]));
        }
        return new PlainArray(low, high);
    }

    PlainRange sum() {
        return new PlainRange(sum(lo), sum(hi));
    }

    PlainArray addWidened(PlainArray that) {
        double[] low = new double[lo.length];
        double[] high = new double[lo.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.nextDown(lo[i] + that.lo[i]);
        }
        for (int i = 0; i < high.length; i++) {
            high[i] = Math.nextUp(hi[i] + that.hi[i]);
        }
        return new PlainArray(low, high);
    }

    PlainArray multiplyWidened(PlainArray that) {
        double[] low = new double[lo.length];
        double[] high = new double[lo.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.nextDown(lo[i] * that.lo[i]);
        }
        for (int i = 0; i < high.length; i++) {
            high[i] = Math.nextUp(hi[i] * that.hi[i]);
        }
        return new PlainArray(low, high);
    }

    private static double[] copy(double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[i];
        }
        return r;
    }

    private static double[] sums(double[] x, double[] y) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[i] + y[i];
        }
        return r;
    }

    private static double[] differences(double[] x, double[] y) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[i] - y[i];
        }
        return r;
    }

    private static double[] products(double[] x, double[] y) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[i] * y[i];
        }
        return r;
    }

    private static double[] quotients(double[] x, double[] y) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[i] / y[i];
        }
        return r;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }
}
