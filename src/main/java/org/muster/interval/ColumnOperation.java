package org.muster.interval;

/**
 * The operations on two columns, block by block: the kernel where all of a block is in its range, and for the elements
 * that are not the operation of {@link Interval}. Either way every element is what that operation gives, bit for bit.
 */
enum ColumnOperation {
    ADD {
        @Override
        boolean run(Operand x, Operand y, int from, int n, Operand r, ColumnChecks checks) {
            int xo = x.offset(from);
            int yo = y.offset(from);
            ColumnKernels.addDown(x.lo, xo, y.lo, yo, r.lo, from, n);
            boolean low = checks.isModerate(r.lo, from, n);
            ColumnKernels.addUp(x.hi, xo, y.hi, yo, r.hi, from, n);
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
            int xo = x.offset(from);
            int yo = y.offset(from);
            ColumnKernels.subtractDown(x.lo, xo, y.hi, yo, r.lo, from, n);
            boolean low = checks.isModerate(r.lo, from, n);
            ColumnKernels.subtractUp(x.hi, xo, y.lo, yo, r.hi, from, n);
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
            int xo = x.offset(from);
            int yo = y.offset(from);
            double sum;
            if (checks.below(0, x.lo, xo, n) == 0 && checks.below(0, y.lo, yo, n) == 0) {
                ColumnKernels.multiplyDown(x.lo, xo, y.lo, yo, r.lo, from, n);
                sum = checks.below(ColumnChecks.LEAST, r.lo, from, n);
                ColumnKernels.multiplyUp(x.hi, xo, y.hi, yo, r.hi, from, n);
                sum += checks.below(ColumnChecks.LEAST, r.hi, from, n);
            } else {
                ColumnKernels.productDown(x.lo, x.hi, xo, y.lo, y.hi, yo, r.lo, from, n);
                sum = checks.magnitudeBelow(ColumnChecks.LEAST, r.lo, from, n);
                ColumnKernels.productUp(x.lo, x.hi, xo, y.lo, y.hi, yo, r.hi, from, n);
                sum += checks.magnitudeBelow(ColumnChecks.LEAST, r.hi, from, n);
            }
            // Below the least only because of factors that are 0: their products are exact.
            return sum == 0
                    || (sum < 0
                            && checks.isZeroOrFactor(x.lo, xo, n)
                            && checks.isZeroOrFactor(x.hi, xo, n)
                            && checks.isZeroOrFactor(y.lo, yo, n)
                            && checks.isZeroOrFactor(y.hi, yo, n));
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
            int xo = x.offset(from);
            int yo = y.offset(from);
            if (checks.below(0, x.lo, xo, n) != 0) {
                return false;
            }
            ColumnKernels.divideDown(x.lo, xo, y.hi, yo, r.lo, from, n);
            double sum = checks.below(ColumnChecks.LEAST, r.lo, from, n);
            ColumnKernels.divideUp(x.hi, xo, y.lo, yo, r.hi, from, n);
            sum += checks.below(ColumnChecks.LEAST, r.hi, from, n);
            // The residual of a tiny dividend underflows although the quotient does not.
            if (sum == 0 && checks.below(ColumnChecks.LEAST, x.lo, xo, n) == 0) {
                return true;
            }
            return sum <= 0
                    && checks.isZeroOrFactor(x.lo, xo, n)
                    && checks.isZeroOrFactor(x.hi, xo, n)
                    && checks.isDivisor(y.lo, yo, n)
                    && checks.isDivisor(y.hi, yo, n);
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
            if (!run(x, y, from, n, result, checks)) {
                for (int i = from; i < from + n; i++) {
                    result.set(i, scalar(x.get(i), y.get(i)));
                }
            }
        }
        return result;
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

        private int offset(int from) {
            return repeated ? 0 : from;
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
