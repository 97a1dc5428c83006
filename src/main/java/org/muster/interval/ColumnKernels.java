package org.muster.interval;

/**
 * Rounding down and up for stretches of columns, one loop for each end, without branches: loops of sums, products,
 * fused products, {@code abs}, {@code min} and {@code max} with a single store become vector instructions.
 *
 * <p>With s the result to nearest and e the residual, what is to be added to s is w · |s|, where w is −{@link #STEP} if
 * e is on the wrong side and 0 if not. A residual that is not 0 is at least 2^-1074 in magnitude; times 2^1023 it is
 * beyond STEP, so that w is had without a comparison. For every s in the normal range fma(w, |s|, s) is the next double.
 *
 * <p>A kernel is right only where its residual is exact, see {@link ColumnChecks}; elsewhere what it stores means
 * nothing. All take n pairs x[at + i], y[at + i] to r[at + i]: the compiler makes vectors only of loops that use all arrays at the same offset.
 */
final class ColumnKernels {
    /** A little more than half the distance of neighbouring doubles at a power of two. */
    private static final double STEP = 0x1.0000000000001p-53;

    private static final double HUGE = 0x1p1023;

    private ColumnKernels() {}

    /** The residual is that of the TwoSum of D. E. Knuth, The Art of Computer Programming 2, 4.2.2. */
    static void addDown(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double s = a + b;
            double v = s - a;
            double e = (a - (s - v)) + (b - v);
            r[at + i] = Math.fma(Math.max((e - Math.abs(e)) * HUGE, -STEP), Math.abs(s), s);
        }
    }

    static void addUp(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double s = a + b;
            double v = s - a;
            double e = (a - (s - v)) + (b - v);
            r[at + i] = Math.fma(Math.min((e + Math.abs(e)) * HUGE, STEP), Math.abs(s), s);
        }
    }

    static void subtractDown(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double s = a - b;
            double v = s - a;
            double e = (a - (s - v)) - (b + v);
            r[at + i] = Math.fma(Math.max((e - Math.abs(e)) * HUGE, -STEP), Math.abs(s), s);
        }
    }

    static void subtractUp(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double s = a - b;
            double v = s - a;
            double e = (a - (s - v)) - (b + v);
            r[at + i] = Math.fma(Math.min((e + Math.abs(e)) * HUGE, STEP), Math.abs(s), s);
        }
    }

    static void multiplyDown(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double p = a * b;
            double e = Math.fma(a, b, -p);
            r[at + i] = Math.fma(Math.max((e - Math.abs(e)) * HUGE, -STEP), Math.abs(p), p);
        }
    }

    static void multiplyUp(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double p = a * b;
            double e = Math.fma(a, b, -p);
            r[at + i] = Math.fma(Math.min((e + Math.abs(e)) * HUGE, STEP), Math.abs(p), p);
        }
    }

    /** For y above 0; the residual is q · y − x, so its sign is that of the error. */
    static void divideDown(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double q = a / b;
            double e = Math.fma(q, b, -a);
            r[at + i] = Math.fma(Math.max((e + Math.abs(e)) * -HUGE, -STEP), Math.abs(q), q);
        }
    }

    static void divideUp(double[] x, double[] y, double[] r, int at, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[at + i];
            double b = y[at + i];
            double q = a / b;
            double e = Math.fma(q, b, -a);
            r[at + i] = Math.fma(Math.min((e - Math.abs(e)) * -HUGE, STEP), Math.abs(q), q);
        }
    }

    /**
     * The lower end of [a, b] · [c, d], any signs: rounding keeps order, so the least of the four products to nearest is
     * the least product to nearest. It is too high if any exact product lies below it. In parts, since the compiler does
     * not make vectors of long loops; t is what the parts hand on.
     */
    static void productDown(double[] lo, double[] hi, double[] yLo, double[] yHi, double[] r, int n, double[] t) {
        leastProduct(lo, hi, yLo, yHi, r, n);
        below(lo, yLo, r, n, t);
        addBelow(lo, yHi, r, n, t);
        addBelow(hi, yLo, r, n, t);
        addBelow(hi, yHi, r, n, t);
        stepDown(r, n, t);
    }

    private static void leastProduct(double[] lo, double[] hi, double[] yLo, double[] yHi, double[] r, int n) {
        for (int i = 0; i < n; i++) {
            double a = lo[i];
            double b = hi[i];
            double c = yLo[i];
            double d = yHi[i];
            r[i] = Math.min(Math.min(a * c, a * d), Math.min(b * c, b * d));
        }
    }

    private static void below(double[] x, double[] y, double[] r, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double e = Math.fma(x[i], y[i], -r[i]);
            t[i] = e - Math.abs(e);
        }
    }

    private static void addBelow(double[] x, double[] y, double[] r, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double e = Math.fma(x[i], y[i], -r[i]);
            t[i] += e - Math.abs(e);
        }
    }

    private static void stepDown(double[] r, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double p = r[i];
            r[i] = Math.fma(Math.max(t[i] * HUGE, -STEP), Math.abs(p), p);
        }
    }

    static void productUp(double[] lo, double[] hi, double[] yLo, double[] yHi, double[] r, int n, double[] t) {
        greatestProduct(lo, hi, yLo, yHi, r, n);
        above(lo, yLo, r, n, t);
        addAbove(lo, yHi, r, n, t);
        addAbove(hi, yLo, r, n, t);
        addAbove(hi, yHi, r, n, t);
        stepUp(r, n, t);
    }

    private static void greatestProduct(double[] lo, double[] hi, double[] yLo, double[] yHi, double[] r, int n) {
        for (int i = 0; i < n; i++) {
            double a = lo[i];
            double b = hi[i];
            double c = yLo[i];
            double d = yHi[i];
            r[i] = Math.max(Math.max(a * c, a * d), Math.max(b * c, b * d));
        }
    }

    private static void above(double[] x, double[] y, double[] r, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double e = Math.fma(x[i], y[i], -r[i]);
            t[i] = e + Math.abs(e);
        }
    }

    private static void addAbove(double[] x, double[] y, double[] r, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double e = Math.fma(x[i], y[i], -r[i]);
            t[i] += e + Math.abs(e);
        }
    }

    private static void stepUp(double[] r, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double p = r[i];
            r[i] = Math.fma(Math.min(t[i] * HUGE, STEP), Math.abs(p), p);
        }
    }
}
