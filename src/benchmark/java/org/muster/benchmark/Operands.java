package org.muster.benchmark;

import java.util.Locale;
import java.util.SplittableRandom;

/** Random ranges of one kind, the same in every run. */
enum Operands {
    /** Whole numbers, as sources count; one low end in ten is 0. */
    COUNTS {
        @Override
        void fill(SplittableRandom random, double[] lo, double[] hi, int i) {
            lo[i] = random.nextInt(10) == 0 ? 0 : random.nextInt(1, 1_000_000);
            hi[i] = lo[i] + random.nextInt(1, 100_000);
        }
    },
    /** Numbers with all their bits, so that every other result is stepped. */
    REALS {
        @Override
        void fill(SplittableRandom random, double[] lo, double[] hi, int i) {
            lo[i] = random.nextDouble(1, 1_000_000);
            hi[i] = lo[i] + random.nextDouble(1, 100_000);
        }
    },
    /** Numbers with all their bits, of any sign. */
    SIGNED {
        @Override
        void fill(SplittableRandom random, double[] lo, double[] hi, int i) {
            lo[i] = random.nextDouble(-1_000_000, 1_000_000);
            hi[i] = lo[i] + random.nextDouble(1, 1_000_000);
        }
    };

    abstract void fill(SplittableRandom random, double[] lo, double[] hi, int i);

    static PlainArray make(String kind, int seed, int size) {
        Operands operands = valueOf(kind.toUpperCase(Locale.ROOT));
        SplittableRandom random = new SplittableRandom(seed);
        PlainArray ranges = new PlainArray(new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            operands.fill(random, ranges.lo, ranges.hi, i);
            if (operands == COUNTS && seed == 2) {
                // Divisors: no zeros, or quotients would have no upper end.
                ranges.lo[i]++;
                ranges.hi[i]++;
            }
        }
        return ranges;
    }
}
