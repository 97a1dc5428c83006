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
 * nothing. All take n pairs x[xo + i], y[yo + i] to r[ro + i].
 */
final class ColumnKernels {
    /** A little more than half the distance of neighbouring doubles at a power of two. */
    private static final double STEP = 0x1.0000000000001p-53;

    private static final double HUGE = 0x1p1023;

    private ColumnKernels() {}

    /** The residual is that of the TwoSum of D. E. Knuth, The Art of Computer Programming 2, 4.2.2. */
    static void addDown(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double s = a + b;
            double v = s - a;
            double e = (a - (s - v)) + (b - v);
            r[ro + i] = Math.fma(Math.max((e - Math.abs(e)) * HUGE, -STEP), Math.abs(s), s);
        }
    }

    static void addUp(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double s = a + b;
            double v = s - a;
            double e = (a - (s - v)) + (b - v);
            r[ro + i] = Math.fma(Math.min((e + Math.abs(e)) * HUGE, STEP), Math.abs(s), s);
        }
    }

    static void subtractDown(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double s = a - b;
            double v = s - a;
            double e = (a - (s - v)) - (b + v);
            r[ro + i] = Math.fma(Math.max((e - Math.abs(e)) * HUGE, -STEP), Math.abs(s), s);
        }
    }

    static void subtractUp(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double s = a - b;
            double v = s - a;
            double e = (a - (s - v)) - (b + v);
            r[ro + i] = Math.fma(Math.min((e + Math.abs(e)) * HUGE, STEP), Math.abs(s), s);
        }
    }

    static void multiplyDown(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double p = a * b;
            double e = Math.fma(a, b, -p);
            r[ro + i] = Math.fma(Math.max((e - Math.abs(e)) * HUGE, -STEP), Math.abs(p), p);
        }
    }

    static void multiplyUp(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double p = a * b;
            double e = Math.fma(a, b, -p);
            r[ro + i] = Math.fma(Math.min((e + Math.abs(e)) * HUGE, STEP), Math.abs(p), p);
        }
    }

    /** For y above 0; the residual is q · y − x, so its sign is that of the error. */
    static void divideDown(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double q = a / b;
            double e = Math.fma(q, b, -a);
            r[ro + i] = Math.fma(Math.max((e + Math.abs(e)) * -HUGE, -STEP), Math.abs(q), q);
        }
    }

    static void divideUp(double[] x, int xo, double[] y, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = x[xo + i];
            double b = y[yo + i];
            double q = a / b;
            double e = Math.fma(q, b, -a);
            r[ro + i] = Math.fma(Math.min((e - Math.abs(e)) * -HUGE, STEP), Math.abs(q), q);
        }
    }

    /**
     * The lower end of [a, b] · [c, d], any signs: rounding keeps order, so the least of the four products to nearest is
     * the least product to nearest. It is too high if any exact product lies below it.
     */
    static void productDown(
            double[] lo, double[] hi, int xo, double[] yLo, double[] yHi, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = lo[xo + i];
            double b = hi[xo + i];
            double c = yLo[yo + i];
            double d = yHi[yo + i];
            double p = Math.min(Math.min(a * c, a * d), Math.min(b * c, b * d));
            double e1 = Math.fma(a, c, -p);
            double e2 = Math.fma(a, d, -p);
            double e3 = Math.fma(b, c, -p);
            double e4 = Math.fma(b, d, -p);
            double e = ((e1 - Math.abs(e1)) + (e2 - Math.abs(e2))) + ((e3 - Math.abs(e3)) + (e4 - Math.abs(e4)));
            r[ro + i] = Math.fma(Math.max(e * HUGE, -STEP), Math.abs(p), p);
        }
    }

    static void productUp(
            double[] lo, double[] hi, int xo, double[] yLo, double[] yHi, int yo, double[] r, int ro, int n) {
        for (int i = 0; i < n; i++) {
            double a = lo[xo + i];
            double b = hi[xo + i];
            double c = yLo[yo + i];
            double d = yHi[yo + i];
            double p = Math.max(Math.max(a * c, a * d), Math.max(b * c, b * d));
            double e1 = Math.fma(a, c, -p);
            double e2 = Math.fma(a, d, -p);
            double e3 = Math.fma(b, c, -p);
            double e4 = Math.fma(b, d, -p);
            double e = ((e1 + Math.abs(e1)) + (e2 + Math.abs(e2))) + ((e3 + Math.abs(e3)) + (e4 + Math.abs(e4)));
            r[ro + i] = Math.fma(Math.min(e * HUGE, STEP), Math.abs(p), p);
        }
    }
}
