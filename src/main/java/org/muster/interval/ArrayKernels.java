package org.muster.interval;

/**
 * Rounding down and up for stretches of columns, one loop for each end, without branches: loops of sums, products,
 * fused products, {@code abs}, {@code min} and {@code max} with a single store become vector instructions.
 *
 * <p>Let s be the result rounded to nearest and e the residual. The correction to add to s is w · |s|, where w is
 * −{@link #STEP} if e is on the wrong side and 0 if not. A residual that is not 0 is at least 2^-1074 in magnitude;
 * times 2^1023 it exceeds STEP, so that w is found without a comparison. For every s in the normal range fma(w, |s|, s)
 * is the next double.
 *
 * <p>A kernel is correct only on ends that are 0 or moderate, see {@link ArrayEnds}: there its residual is exact. All
 * map n pairs x[at + i], y[at + i] to r[at + i].
 */
final class ArrayKernels {
    /** A little more than half the distance of neighbouring doubles at a power of two. */
    private static final double STEP = 0x1.0000000000001p-53;

    private static final double HUGE = 0x1p1023;

    private ArrayKernels() {}

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
     * The lower end of [a, b] · [c, d], any signs: rounding keeps order, so the least of the four products to nearest
     * is the least product to nearest. It is too high if any exact product lies below it. The work is split into parts,
     * since the compiler does not vectorise long loops; t passes values between the parts.
     */
    static void productDown(
            double[] lo, double[] hi, double[] yLo, double[] yHi, double[] r, int at, int n, double[] t) {
        for (int i = at; i < at + n; i++) {
            double a = lo[i];
            double b = hi[i];
            double c = yLo[i];
            double d = yHi[i];
            r[i] = Math.min(Math.min(a * c, a * d), Math.min(b * c, b * d));
        }
        below(lo, yLo, yHi, r, at, n, t);
        stepBelow(hi, yLo, yHi, r, at, n, t);
    }

    private static void below(double[] x, double[] y, double[] z, double[] r, int at, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double d = Math.fma(x[at + i], y[at + i], -r[at + i]);
            double e = Math.fma(x[at + i], z[at + i], -r[at + i]);
            t[i] = (d - Math.abs(d)) + (e - Math.abs(e));
        }
    }

    private static void stepBelow(double[] x, double[] y, double[] z, double[] r, int at, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double p = r[at + i];
            double d = Math.fma(x[at + i], y[at + i], -p);
            double e = Math.fma(x[at + i], z[at + i], -p);
            double below = t[i] + ((d - Math.abs(d)) + (e - Math.abs(e)));
            r[at + i] = Math.fma(Math.max(below * HUGE, -STEP), Math.abs(p), p);
        }
    }

    static void productUp(double[] lo, double[] hi, double[] yLo, double[] yHi, double[] r, int at, int n, double[] t) {
        for (int i = at; i < at + n; i++) {
            double a = lo[i];
            double b = hi[i];
            double c = yLo[i];
            double d = yHi[i];
            r[i] = Math.max(Math.max(a * c, a * d), Math.max(b * c, b * d));
        }
        above(lo, yLo, yHi, r, at, n, t);
        stepAbove(hi, yLo, yHi, r, at, n, t);
    }

    private static void above(double[] x, double[] y, double[] z, double[] r, int at, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double d = Math.fma(x[at + i], y[at + i], -r[at + i]);
            double e = Math.fma(x[at + i], z[at + i], -r[at + i]);
            t[i] = (d + Math.abs(d)) + (e + Math.abs(e));
        }
    }

    private static void stepAbove(double[] x, double[] y, double[] z, double[] r, int at, int n, double[] t) {
        for (int i = 0; i < n; i++) {
            double p = r[at + i];
            double d = Math.fma(x[at + i], y[at + i], -p);
            double e = Math.fma(x[at + i], z[at + i], -p);
            double above = t[i] + ((d + Math.abs(d)) + (e + Math.abs(e)));
            r[at + i] = Math.fma(Math.min(above * HUGE, STEP), Math.abs(p), p);
        }
    }
}
