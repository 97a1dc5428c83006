package org.muster.interval;

/**
 * Tells for a stretch of a column whether {@link ColumnKernels} were right on it, at a fraction of their cost.
 *
 * <p>Each check is a sum of terms of one sign that are 0 where all is well, so that nothing can cancel; NaN and infinity
 * make it NaN. The sum is taken by halves, which become vector instructions.
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

    private final double[] terms = new double[BLOCK / 2];

    /** No element is NaN or infinite, and their magnitudes are far from overflow. */
    boolean isModerate(double[] x, int from, int n) {
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            terms[i] = Math.abs(x[from + i]) + Math.abs(x[from + half + i]);
        }
        double odd = n % 2 == 0 ? 0 : Math.abs(x[from + n - 1]);
        return odd + sum(half) <= MOST;
    }

    /** 0 if all elements are finite and at least the limit; NaN if one is NaN or positive infinity; else negative. */
    double below(double limit, double[] x, int from, int n) {
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            double u = x[from + i] - limit;
            double v = x[from + half + i] - limit;
            terms[i] = (u - Math.abs(u)) + (v - Math.abs(v));
        }
        double odd = n % 2 == 0 ? 0 : x[from + n - 1] - limit;
        return (odd - Math.abs(odd)) + sum(half);
    }

    /** The same for the magnitudes of the elements. */
    double magnitudeBelow(double limit, double[] x, int from, int n) {
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            double u = Math.abs(x[from + i]) - limit;
            double v = Math.abs(x[from + half + i]) - limit;
            terms[i] = (u - Math.abs(u)) + (v - Math.abs(v));
        }
        double odd = n % 2 == 0 ? 0 : Math.abs(x[from + n - 1]) - limit;
        return (odd - Math.abs(odd)) + sum(half);
    }

    /** Every element is 0 or of a magnitude that cannot underflow in a product of two. */
    boolean isZeroOrFactor(double[] x, int from, int n) {
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            double a = Math.abs(x[from + i]);
            double b = Math.abs(x[from + half + i]);
            double u = a - LEAST_FACTOR;
            double v = b - LEAST_FACTOR;
            // Amplified, so that a term stays above the least double even for a subnormal element.
            terms[i] = (u - Math.abs(u)) * 0x1p1023 * a + (v - Math.abs(v)) * 0x1p1023 * b;
        }
        double last = n % 2 == 0 ? 0 : Math.abs(x[from + n - 1]);
        double odd = last - LEAST_FACTOR;
        return (odd - Math.abs(odd)) * 0x1p1023 * last + sum(half) == 0;
    }

    /** No element is below the least factor or above its reciprocal. */
    boolean isDivisor(double[] x, int from, int n) {
        boolean within = true;
        for (int i = from; i < from + n; i++) {
            within &= x[i] >= LEAST_FACTOR && x[i] <= 1 / LEAST_FACTOR;
        }
        return within;
    }

    private double sum(int count) {
        double odd = 0;
        int n = count;
        while (n > 1) {
            int half = n / 2;
            if (n % 2 != 0) {
                odd += terms[n - 1];
            }
            for (int i = 0; i < half; i++) {
                terms[i] += terms[half + i];
            }
            n = half;
        }
        return n == 0 ? odd : odd + terms[0];
    }
}
