package org.muster.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.interval.Interval;

/**
 * The nine definitions of a sample quantile of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The
 * American Statistician 50, 1996, by their numbers in R.
 *
 * <p>x(1) ≤ … ≤ x(n) are the sorted values and p the probability. The first three choose a value, or the mean of two;
 * the others interpolate: with h = np + m, j = ⌊h⌋ and g = h − j, the quantile is (1 − g) x(j) + g x(j + 1), where x(0)
 * means x(1) and x(n + 1) means x(n).
 */
public enum QuantileType {
    /** Inverse of the empirical distribution function: x(⌈np⌉). */
    R1 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return new Position(np.setScale(0, RoundingMode.CEILING).intValueExact(), BigDecimal.ZERO, n);
        }
    },
    /** As R1, but the mean of x(np) and x(np + 1) where np is whole. */
    R2 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            int index = np.setScale(0, RoundingMode.CEILING).intValueExact();
            return new Position(index, BigDecimal.valueOf(index).compareTo(np) == 0 ? HALF : BigDecimal.ZERO, n);
        }
    },
    /** The value whose index is nearest to np; halfway between two, the even one (SAS). */
    R3 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return new Position(np.setScale(0, RoundingMode.HALF_EVEN).intValueExact(), BigDecimal.ZERO, n);
        }
    },
    /** Linear interpolation of the empirical distribution function: m = 0. */
    R4 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return between(np.multiply(UNITS), n);
        }
    },
    /** Steps of the distribution function at their middle: m = 1/2 (hydrologists). */
    R5 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return between(np.multiply(UNITS).add(HALF), n);
        }
    },
    /** Expected place of x(k) at k / (n + 1): m = p (Weibull; Minitab, SPSS). */
    R6 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return between(np.add(p).multiply(UNITS), n);
        }
    },
    /** Mode of the place of x(k) at (k − 1) / (n − 1): m = 1 − p (the default of R, S and spreadsheets). */
    R7 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return between(np.subtract(p).add(BigDecimal.ONE).multiply(UNITS), n);
        }
    },
    /** Median of the place of x(k), about (k − 1/3) / (n + 1/3): m = (p + 1) / 3 (recommended by Hyndman and Fan). */
    R8 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            return between(np.multiply(UNITS).add(p.add(BigDecimal.ONE).multiply(BigDecimal.valueOf(8))), n);
        }
    },
    /** About unbiased for values of a normal distribution: m = p/4 + 3/8 (Blom). */
    R9 {
        @Override
        Position at(BigDecimal np, BigDecimal p, int n) {
            BigDecimal m = p.multiply(BigDecimal.valueOf(6)).add(BigDecimal.valueOf(9));
            return between(np.multiply(UNITS).add(m), n);
        }
    };

    /** Weights are in 24ths, in which the m of every type is a whole number. */
    private static final BigDecimal UNITS = BigDecimal.valueOf(24);

    private static final BigDecimal HALF = BigDecimal.valueOf(12);

    abstract Position at(BigDecimal np, BigDecimal p, int n);

    private static Position between(BigDecimal place, int n) {
        BigDecimal[] whole = place.divideAndRemainder(UNITS);
        return new Position(whole[0].intValueExact(), whole[1], n);
    }

    /**
     * Returns the smallest number of which it and all smaller ones have at least a share of the weight.
     *
     * @param below the weights of numbers up to the quantile
     * @param above the weights of numbers beyond it
     * @param most the greatest weights; numbers without any are left out
     */
    static double weighted(double probability, double[] x, double[] below, double[] above, double[] most) {
        int[] order = IntStream.range(0, x.length)
                .filter(i -> most[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        BigDecimal p = BigDecimal.valueOf(probability);
        BigDecimal rest = BigDecimal.ZERO;
        for (int i : order) {
            rest = rest.add(new BigDecimal(above[i]));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i : order) {
            sum = sum.add(new BigDecimal(below[i]));
            rest = rest.subtract(new BigDecimal(above[i]));
            if (BigDecimal.ONE.subtract(p).multiply(sum).compareTo(p.multiply(rest)) >= 0) {
                return x[i];
            }
        }
        throw new IllegalStateException("the last number is below the quantile");
    }

    /** Returns the position of the quantile among n ordered values. */
    Position position(int n, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " is not from 0 to 1");
        }
        BigDecimal p = BigDecimal.valueOf(probability);
        return at(p.multiply(BigDecimal.valueOf(n)), p, n);
    }

    /**
     * A position between two neighbours in the order, or at one of them.
     *
     * @param index the index of the lower one, from 0
     * @param weight the weight of the upper one in 24ths
     */
    record Position(int index, BigDecimal weight) {

        /** Creates the position at a rank, from 1, of n; beyond the first or last value, that value. */
        Position(int rank, BigDecimal weight, int n) {
            this(Math.min(Math.max(rank, 1), n) - 1, rank < 1 || rank >= n ? BigDecimal.ZERO : weight);
        }

        /** Returns the quantile of low ends, rounded down. The array is reordered. */
        double lower(double[] lows) {
            return at(lows).inf();
        }

        /** Returns the quantile of high ends, rounded up. The array is reordered. */
        double upper(double[] highs) {
            return at(highs).sup();
        }

        private Interval at(double[] ends) {
            double end = OrderStatistics.select(ends, index);
            double next = weight.signum() == 0 ? end : OrderStatistics.next(ends, index);
            if (end == next || Double.isInfinite(end)) {
                return hull(end);
            }
            if (Double.isInfinite(next)) {
                return hull(next);
            }
            BigDecimal sum =
                    new BigDecimal(end).multiply(UNITS.subtract(weight)).add(new BigDecimal(next).multiply(weight));
            BigDecimal denominator = UNITS.scaleByPowerOfTen(Math.max(0, sum.scale()));
            BigDecimal numerator = sum.scaleByPowerOfTen(Math.max(0, sum.scale()));
            return Interval.ofFraction(numerator.toBigIntegerExact(), denominator.toBigIntegerExact());
        }

        private static Interval hull(double end) {
            return Double.isInfinite(end)
                    ? end > 0 ? Interval.of(Double.MAX_VALUE, end) : Interval.of(end, -Double.MAX_VALUE)
                    : Interval.of(end);
        }
    }
}
