package org.muster.interval;

/**
 * Tells for a stretch of a column whether {@link ColumnKernels} were right on it, at a fraction of their cost.
 *
 * <p>Each check is a sum of terms of one sign that are 0 where all is well, so that nothing can cancel; NaN and infinity
 * make it NaN. The sum is taken in lanes, which become vector instructions.
 */
final class ColumnChecks {
    /** The length of a stretch, short enough to stay in the first cache. */
    static final int BLOCK = 1024;

    /** Products and dividends from here on have residuals free of underflow, with room to spare. */
    static final double LEAST = 0x1p-900;

    /** Sums of magnitudes up to here leave room for the steps of TwoSum. */
    private static final double MOST = 0x1p1000;

    /** Factors from here on have products above {@link #LEAST}, and so have quotients by at most its reciprocal. */
    private static final double LEAST_FACTOR = 0x1p-300;

    private static final int LANES = BLOCK / 2;

    final ColumnOperation.Products products = new ColumnOperation.Products();

    private final double[] lanes = new double[LANES];

    /**
     * A copy of the stretch, since the compiler makes vectors only of loops that use all arrays at the same offset: here
     * at 0.
     */
    private final double[] stretch = new double[BLOCK];

    /** No element is NaN or infinite, and their magnitudes are far from overflow. */
    boolean isModerate(double[] x, int from, int n) {
        return magnitude(x, from, n) <= MOST;
    }

    private double magnitude(double[] x, int from, int n) {
        if (n == BLOCK) {
            System.arraycopy(x, from, stretch, 0, BLOCK);
            addMagnitudes(stretch, lanes);
            return sum();
        }
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += Math.abs(x[i]);
        }
        return sum;
    }

    private static void addMagnitudes(double[] x, double[] r) {
        for (int i = 0; i < LANES; i++) {
            r[i] = Math.abs(x[i]) + Math.abs(x[LANES + i]);
        }
    }

    /** 0 if all elements are finite and at least the limit; NaN if one is NaN or positive infinity; else negative. */
    double below(double limit, double[] x, int from, int n) {
        if (n == BLOCK) {
            System.arraycopy(x, from, stretch, 0, BLOCK);
            addBelow(limit, stretch, lanes);
            return sum();
        }
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            double u = x[i] - limit;
            sum += u - Math.abs(u);
        }
        return sum;
    }

    private static void addBelow(double limit, double[] x, double[] r) {
        for (int i = 0; i < LANES; i++) {
            double u = x[i] - limit;
            double v = x[LANES + i] - limit;
            r[i] = (u - Math.abs(u)) + (v - Math.abs(v));
        }
    }

    /** The same for the magnitudes of the elements. */
    double magnitudeBelow(double limit, double[] x, int from, int n) {
        if (n == BLOCK) {
            System.arraycopy(x, from, stretch, 0, BLOCK);
            addMagnitudesBelow(limit, stretch, lanes);
            return sum();
        }
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            double u = Math.abs(x[i]) - limit;
            sum += u - Math.abs(u);
        }
        return sum;
    }

    private static void addMagnitudesBelow(double limit, double[] x, double[] r) {
        for (int i = 0; i < LANES; i++) {
            double u = Math.abs(x[i]) - limit;
            double v = Math.abs(x[LANES + i]) - limit;
            r[i] = (u - Math.abs(u)) + (v - Math.abs(v));
        }
    }

    /** Every element is 0 or of a magnitude that cannot underflow in a product of two. */
    boolean isZeroOrFactor(double[] x, int from, int n) {
        if (n == BLOCK) {
            System.arraycopy(x, from, stretch, 0, BLOCK);
            addFactorsBelow(stretch, lanes);
            return sum() == 0;
        }
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            double magnitude = Math.abs(x[i]);
            double u = magnitude - LEAST_FACTOR;
            sum += (u - Math.abs(u)) * 0x1p1023 * magnitude;
        }
        return sum == 0;
    }

    /** Amplified, so that a term stays above the least double even for a subnormal element. */
    private static void addFactorsBelow(double[] x, double[] r) {
        for (int i = 0; i < LANES; i++) {
            double a = Math.abs(x[i]);
            double b = Math.abs(x[LANES + i]);
            double u = a - LEAST_FACTOR;
            double v = b - LEAST_FACTOR;
            r[i] = (u - Math.abs(u)) * 0x1p1023 * a + (v - Math.abs(v)) * 0x1p1023 * b;
        }
    }

    /** No element is below the least factor, and all together are not above its reciprocal. */
    boolean isDivisor(double[] x, int from, int n) {
        return below(LEAST_FACTOR, x, from, n) == 0 && magnitude(x, from, n) <= 1 / LEAST_FACTOR;
    }

    private double sum() {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int i = 0; i < LANES; i += 8) {
            a += lanes[i];
            b += lanes[i + 1];
            c += lanes[i + 2];
            d += lanes[i + 3];
            e += lanes[i + 4];
            f += lanes[i + 5];
            g += lanes[i + 6];
            h += lanes[i + 7];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
