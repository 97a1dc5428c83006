package org.muster.interval;

import java.util.Arrays;

/**
 * The operations on two columns, block by block: the kernel where all of a block is in its range, and for the elements
 * that are not the operation of {@link Interval}. Either way every element is what that operation gives, bit for bit.
 */
enum ColumnOperation {
    ADD {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            ColumnKernels.addDown(x.lo, y.lo, r.lo, from, n);
            boolean low = checks.isModerate(r.lo, from, n);
            ColumnKernels.addUp(x.hi, y.hi, r.hi, from, n);
            return checks.isModerate(r.hi, from, n) && low;
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.add(y);
        }
    },
    SUBTRACT {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            ColumnKernels.subtractDown(x.lo, y.hi, r.lo, from, n);
            boolean low = checks.isModerate(r.lo, from, n);
            ColumnKernels.subtractUp(x.hi, y.lo, r.hi, from, n);
            return checks.isModerate(r.hi, from, n) && low;
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.subtract(y);
        }
    },
    MULTIPLY {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            double sum;
            if (checks.below(0, x.lo, from, n) == 0 && checks.below(0, y.lo, from, n) == 0) {
                ColumnKernels.multiplyDown(x.lo, y.lo, r.lo, from, n);
                sum = checks.below(ColumnChecks.LEAST, r.lo, from, n);
                ColumnKernels.multiplyUp(x.hi, y.hi, r.hi, from, n);
                sum += checks.below(ColumnChecks.LEAST, r.hi, from, n);
            } else {
                sum = checks.products.run(x, y, from, n, r, checks);
            }
            // Below the least only because of factors that are 0: their products are exact.
            return sum == 0
                    || (sum < 0
                            && checks.isZeroOrFactor(x.lo, from, n)
                            && checks.isZeroOrFactor(x.hi, from, n)
                            && checks.isZeroOrFactor(y.lo, from, n)
                            && checks.isZeroOrFactor(y.hi, from, n));
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.multiply(y);
        }
    },
    DIVIDE {
        /** With a dividend that is not negative a divisor that is gives a high end below the least. */
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            if (checks.below(0, x.lo, from, n) != 0) {
                return false;
            }
            ColumnKernels.divideDown(x.lo, y.hi, r.lo, from, n);
            double sum = checks.below(ColumnChecks.LEAST, r.lo, from, n);
            ColumnKernels.divideUp(x.hi, y.lo, r.hi, from, n);
            sum += checks.below(ColumnChecks.LEAST, r.hi, from, n);
            // The residual of a tiny dividend underflows although the quotient does not.
            if (sum == 0 && checks.below(ColumnChecks.LEAST, x.lo, from, n) == 0) {
                return true;
            }
            return sum <= 0
                    && checks.isZeroOrFactor(x.lo, from, n)
                    && checks.isZeroOrFactor(x.hi, from, n)
                    && checks.isDivisor(y.lo, from, n)
                    && checks.isDivisor(y.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.divide(y);
        }
    },
    MIN {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            return false;
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.min(y);
        }
    },
    MAX {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            return false;
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.max(y);
        }
    },
    INTERSECTION {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            return false;
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.intersection(y);
        }
    },
    HULL {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            return false;
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.convexHull(y);
        }
    };

    /** Fills a block of the result and tells whether all of it is right. */
    abstract boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks);

    abstract Interval scalar(Interval x, Interval y);

    Operand apply(Operand x, Operand y, int size) {
        Operand result = new Operand(new double[size], new double[size], false);
        ColumnChecks checks = new ColumnChecks();
        for (int from = 0; from < size; from += ColumnChecks.BLOCK) {
            int n = Math.min(ColumnChecks.BLOCK, size - from);
            if (!block(x, y, from, n, result, checks)) {
                for (int i = from; i < from + n; i++) {
                    result.set(i, scalar(x.get(i), y.get(i)));
                }
            }
        }
        return result;
    }

    /** With one interval in place of a column the block is computed in copies at offset 0, where it stands. */
    private boolean block(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
        if (!y.repeated) {
            return run(x, y, from, n, r, checks);
        }
        Operand block =
                new Operand(Arrays.copyOfRange(x.lo, from, from + n), Arrays.copyOfRange(x.hi, from, from + n), false);
        Operand result = new Operand(new double[n], new double[n], false);
        boolean right = run(block, y, 0, n, result, checks);
        System.arraycopy(result.lo, 0, r.lo, from, n);
        System.arraycopy(result.hi, 0, r.hi, from, n);
        return right;
    }

    /** Products of any signs, computed in copies at offset 0. */
    static final class Products {
        private final double[] a = new double[ColumnChecks.BLOCK];
        private final double[] b = new double[ColumnChecks.BLOCK];
        private final double[] c = new double[ColumnChecks.BLOCK];
        private final double[] d = new double[ColumnChecks.BLOCK];
        private final double[] product = new double[ColumnChecks.BLOCK];
        private final double[] between = new double[ColumnChecks.BLOCK];

        private double run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            System.arraycopy(x.lo, from, a, 0, n);
            System.arraycopy(x.hi, from, b, 0, n);
            System.arraycopy(y.lo, from, c, 0, n);
            System.arraycopy(y.hi, from, d, 0, n);
            ColumnKernels.productDown(a, b, c, d, product, n, between);
            System.arraycopy(product, 0, r.lo, from, n);
            double sum = checks.magnitudeBelow(ColumnChecks.LEAST, product, 0, n);
            ColumnKernels.productUp(a, b, c, d, product, n, between);
            System.arraycopy(product, 0, r.hi, from, n);
            return sum + checks.magnitudeBelow(ColumnChecks.LEAST, product, 0, n);
        }
    }

    /** The ends of a column, or of one interval that stands for a column of any length. */
    static final class Operand {
        final double[] lo;
        final double[] hi;
        private final boolean repeated;

        Operand(double[] lo, double[] hi, boolean repeated) {
            this.lo = lo;
            this.hi = hi;
            this.repeated = repeated;
        }

        static Operand repeat(Interval interval, int size) {
            int n = Math.min(size, ColumnChecks.BLOCK);
            Operand operand = new Operand(new double[n], new double[n], true);
            for (int i = 0; i < n; i++) {
                operand.set(i, interval);
            }
            return operand;
        }

        private Interval get(int i) {
            int at = repeated ? i % ColumnChecks.BLOCK : i;
            return new Interval(lo[at], hi[at]);
        }

        private void set(int i, Interval interval) {
            lo[i] = interval.isEmpty() ? Double.NaN : interval.inf();
            hi[i] = interval.isEmpty() ? Double.NaN : interval.sup();
        }
    }
}
