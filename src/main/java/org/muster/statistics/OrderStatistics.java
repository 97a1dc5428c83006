package org.muster.statistics;

/** The k-th smallest of an array, in linear time on average (R. W. Floyd and R. L. Rivest, Algorithm 489, 1975). */
final class OrderStatistics {
    /** Below this, a sample of the array would cost more than it saves. */
    private static final int SAMPLED = 600;

    private OrderStatistics() {}

    /**
     * Moves the element that belongs at an index there, with no greater one before it and no smaller one after it.
     *
     * @return this element
     */
    static double select(double[] x, int k) {
        select(x, 0, x.length - 1, k);
        return x[k];
    }

    /** Returns the element that follows the one selected at an index. */
    static double next(double[] x, int k) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = k + 1; i < x.length; i++) {
            least = Math.min(least, x[i]);
        }
        return least;
    }

    private static void select(double[] x, int first, int last, int k) {
        int left = first;
        int right = last;
        while (right > left) {
            if (right - left > SAMPLED) {
                // Narrow down by a random part of the array, which yields a good pivot for the whole.
                double n = right - left + 1.0;
                double i = k - left + 1.0;
                double z = Math.log(n);
                double s = 0.5 * Math.exp(2 * z / 3);
                double deviation = 0.5 * Math.sqrt(z * s * (n - s) / n) * (i < n / 2 ? -1 : 1);
                int from = Math.max(left, (int) (k - i * s / n + deviation));
                int to = Math.min(right, (int) (k + (n - i) * s / n + deviation));
                select(x, from, to, k);
            }
            double pivot = x[k];
            int i = left;
            int j = right;
            while (i <= j) {
                while (x[i] < pivot) {
                    i++;
                }
                while (x[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = x[i];
                    x[i++] = x[j];
                    x[j--] = swapped;
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                return;
            }
        }
    }
}
