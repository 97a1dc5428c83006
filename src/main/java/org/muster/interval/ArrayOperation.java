package org.muster.interval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The operations on two columns: the kernel on stretches of blocks where it is correct, and element by element the
 * operation of {@link Interval} on all others. Either way every element is bit for bit the result of that operation.
 */
enum ArrayOperation {
    ADD {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ArrayEnds.MODERATE && y >= ArrayEnds.MODERATE;
        }

        @Override
        void run(ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
            ArrayKernels.addDown(x.lo, y.lo, r.lo, from, n);
            ArrayKernels.addUp(x.hi, y.hi, r.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.add(y);
        }
    },
    SUBTRACT {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ArrayEnds.MODERATE && y >= ArrayEnds.MODERATE;
        }

        @Override
        void run(ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
            ArrayKernels.subtractDown(x.lo, y.hi, r.lo, from, n);
            ArrayKernels.subtractUp(x.hi, y.lo, r.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.subtract(y);
        }
    },
    MULTIPLY {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ArrayEnds.NOT_NEGATIVE && y >= ArrayEnds.NOT_NEGATIVE;
        }

        @Override
        void run(ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
            ArrayKernels.multiplyDown(x.lo, y.lo, r.lo, from, n);
            ArrayKernels.multiplyUp(x.hi, y.hi, r.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.multiply(y);
        }
    },
    /** Factors of any signs, where {@link #MULTIPLY} is not fast. */
    MULTIPLY_SIGNED {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ArrayEnds.MODERATE && y >= ArrayEnds.MODERATE;
        }

        @Override
        void run(ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
            double[] scratch = new double[PART];
            for (int at = from; at < from + n; at += PART) {
                int length = Math.min(PART, from + n - at);
                ArrayKernels.productDown(x.lo, x.hi, y.lo, y.hi, r.lo, at, length, scratch);
                ArrayKernels.productUp(x.lo, x.hi, y.lo, y.hi, r.hi, at, length, scratch);
            }
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.multiply(y);
        }
    },
    DIVIDE {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ArrayEnds.NOT_NEGATIVE && y >= ArrayEnds.POSITIVE;
        }

        @Override
        void run(ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
            ArrayKernels.divideDown(x.lo, y.hi, r.lo, from, n);
            ArrayKernels.divideUp(x.hi, y.lo, r.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.divide(y);
        }
    },
    MIN {
        @Override
        Interval scalar(Interval x, Interval y) {
            return x.min(y);
        }
    },
    MAX {
        @Override
        Interval scalar(Interval x, Interval y) {
            return x.max(y);
        }
    },
    INTERSECTION {
        @Override
        Interval scalar(Interval x, Interval y) {
            return x.intersection(y);
        }
    },
    HULL {
        @Override
        Interval scalar(Interval x, Interval y) {
            return x.convexHull(y);
        }
    };

    /** The number of products of any signs computed at a time: their working set stays in the L1 cache. */
    private static final int PART = 256;

    /** Returns whether the kernel is correct on blocks of these kinds. */
    boolean isFast(byte x, byte y) {
        return false;
    }

    /** Fills n elements of the result by the kernel; all columns are used at the same offset. */
    void run(ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
        throw new IllegalStateException(this + " has no kernel");
    }

    abstract Interval scalar(Interval x, Interval y);

    ArrayEnds apply(ArrayEnds x, ArrayEnds y, int size) {
        ArrayEnds result = new ArrayEnds(new double[size], new double[size], false);
        int from = 0;
        while (from < size) {
            @Nullable ArrayOperation kernel = kernel(x, y, from);
            // The longest stretch on which the same kernel is correct; with one interval as y, which has one block,
            // that block.
            int to = Math.min(size, from + ArrayEnds.BLOCK);
            while (!y.repeated && to < size && kernel(x, y, to) == kernel) {
                to = Math.min(size, to + ArrayEnds.BLOCK);
            }
            if (kernel == null) {
                for (int i = from; i < to; i++) {
                    result.set(i, scalar(x.get(i), y.get(i)));
                }
            } else if (y.repeated) {
                repeated(kernel, x, y, result, from, to - from);
            } else {
                kernel.run(x, y, result, from, to - from);
            }
            from = to;
        }
        return result;
    }

    /** Returns the operation whose kernel is correct on a block; null if there is none. */
    private @Nullable ArrayOperation kernel(ArrayEnds x, ArrayEnds y, int from) {
        byte first = x.kind(from);
        byte second = y.kind(from);
        if (isFast(first, second)) {
            return this;
        }
        return this == MULTIPLY && MULTIPLY_SIGNED.isFast(first, second) ? MULTIPLY_SIGNED : null;
    }

    /** Computes a block with one interval in place of a column, in copies at offset 0, where the interval is. */
    private static void repeated(ArrayOperation kernel, ArrayEnds x, ArrayEnds y, ArrayEnds r, int from, int n) {
        ArrayEnds block = new ArrayEnds(
                Arrays.copyOfRange(x.lo, from, from + n), Arrays.copyOfRange(x.hi, from, from + n), false);
        ArrayEnds result = new ArrayEnds(new double[n], new double[n], false);
        kernel.run(block, y, result, 0, n);
        System.arraycopy(result.lo, 0, r.lo, from, n);
        System.arraycopy(result.hi, 0, r.hi, from, n);
    }
}
