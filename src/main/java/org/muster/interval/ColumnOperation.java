package org.muster.interval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The operations on two columns: the kernel on stretches of blocks where it is right, and element by element the
 * operation of {@link Interval} on all others. Either way every element is what that operation gives, bit for bit.
 */
enum ColumnOperation {
    ADD {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ColumnEnds.MODERATE && y >= ColumnEnds.MODERATE;
        }

        @Override
        void run(ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
            ColumnKernels.addDown(x.lo, y.lo, r.lo, from, n);
            ColumnKernels.addUp(x.hi, y.hi, r.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.add(y);
        }
    },
    SUBTRACT {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ColumnEnds.MODERATE && y >= ColumnEnds.MODERATE;
        }

        @Override
        void run(ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
            ColumnKernels.subtractDown(x.lo, y.hi, r.lo, from, n);
            ColumnKernels.subtractUp(x.hi, y.lo, r.hi, from, n);
        }

        @Override
        Interval scalar(Interval x, Interval y) {
            return x.subtract(y);
        }
    },
    MULTIPLY {
        @Override
        boolean isFast(byte x, byte y) {
            return x >= ColumnEnds.NOT_NEGATIVE && y >= ColumnEnds.NOT_NEGATIVE;
        }

        @Override
        void run(ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
            ColumnKernels.multiplyDown(x.lo, y.lo, r.lo, from, n);
            ColumnKernels.multiplyUp(x.hi, y.hi, r.hi, from, n);
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
            return x >= ColumnEnds.MODERATE && y >= ColumnEnds.MODERATE;
        }

        @Override
        void run(ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
            double[] scratch = new double[PART];
            for (int at = from; at < from + n; at += PART) {
                int length = Math.min(PART, from + n - at);
                ColumnKernels.productDown(x.lo, x.hi, y.lo, y.hi, r.lo, at, length, scratch);
                ColumnKernels.productUp(x.lo, x.hi, y.lo, y.hi, r.hi, at, length, scratch);
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
            return x >= ColumnEnds.NOT_NEGATIVE && y >= ColumnEnds.POSITIVE;
        }

        @Override
        void run(ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
            ColumnKernels.divideDown(x.lo, y.hi, r.lo, from, n);
            ColumnKernels.divideUp(x.hi, y.lo, r.hi, from, n);
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

    /** How many products of any signs are computed at a time: all that they take stays in the first cache. */
    private static final int PART = 256;

    /** Whether the kernel is right on blocks of these kinds. */
    boolean isFast(byte x, byte y) {
        return false;
    }

    /** Fills n elements of the result by the kernel; all columns are used at the same offset. */
    void run(ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
        throw new IllegalStateException(this + " has no kernel");
    }

    abstract Interval scalar(Interval x, Interval y);

    ColumnEnds apply(ColumnEnds x, ColumnEnds y, int size) {
        ColumnEnds result = new ColumnEnds(new double[size], new double[size], false);
        int from = 0;
        while (from < size) {
            @Nullable ColumnOperation kernel = kernel(x, y, from);
            // As long a stretch as the same kernel is right on; with one interval as y, which has one block, that
            // block.
            int to = Math.min(size, from + ColumnEnds.BLOCK);
            while (!y.repeated && to < size && kernel(x, y, to) == kernel) {
                to = Math.min(size, to + ColumnEnds.BLOCK);
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

    /** The operation whose kernel is right on a block; null where none is. */
    private @Nullable ColumnOperation kernel(ColumnEnds x, ColumnEnds y, int from) {
        byte first = x.kind(from);
        byte second = y.kind(from);
        if (isFast(first, second)) {
            return this;
        }
        return this == MULTIPLY && MULTIPLY_SIGNED.isFast(first, second) ? MULTIPLY_SIGNED : null;
    }

    /** With one interval in place of a column the block is computed in copies at offset 0, where the interval stands. */
    private static void repeated(ColumnOperation kernel, ColumnEnds x, ColumnEnds y, ColumnEnds r, int from, int n) {
        ColumnEnds block = new ColumnEnds(
                Arrays.copyOfRange(x.lo, from, from + n), Arrays.copyOfRange(x.hi, from, from + n), false);
        ColumnEnds result = new ColumnEnds(new double[n], new double[n], false);
        kernel.run(block, y, result, 0, n);
        System.arraycopy(result.lo, 0, r.lo, from, n);
        System.arraycopy(result.hi, 0, r.hi, from, n);
    }
}
