package org.muster.interval;

import java.util.SplittableRandom;

/** Columns for which the fast way through a block is right, wrong, or right in parts. */
final class HardArrays {

    enum Kind {
        /** Whole numbers, some 0. */
        COUNTS,
        /** Ordinary numbers above 0 with all their bits. */
        REALS,
        /** Ordinary numbers of any sign with all their bits. */
        SIGNED,
        /** Whole numbers of any sign, many 0. */
        SMALL,
        /** From 2^-1074 to 2^-960, where residuals underflow. */
        TINY,
        /** About 2^-537, where products underflow, and about 2^-450, where their residuals do. */
        ROOTS,
        /** About 2^-300 and 2^300, and about 2^-900, the borders of the fast way. */
        BORDERS,
        /** Near overflow. */
        HUGE,
        /** Any bits. */
        BITS,
        /** All of these, with empty and unbounded intervals among them. */
        MIXED
    }

    private HardArrays() {}

    static Interval[] make(Kind kind, int length, SplittableRandom random) {
        Interval[] column = new Interval[length];
        for (int i = 0; i < length; i++) {
            column[i] = one(kind, random);
        }
        return column;
    }

    static Interval one(Kind kind, SplittableRandom random) {
        if (kind == Kind.MIXED) {
            Interval interval = one(Kind.values()[random.nextInt(Kind.MIXED.ordinal())], random);
            return switch (random.nextInt(8)) {
                case 0 -> Interval.EMPTY;
                case 1 -> Interval.of(interval.inf(), Double.POSITIVE_INFINITY);
                case 2 -> Interval.of(Double.NEGATIVE_INFINITY, interval.sup());
                case 3 -> Interval.ENTIRE;
                default -> interval;
            };
        }
        double x = number(kind, random);
        double y = random.nextInt(5) == 0 ? x : number(kind, random);
        return Interval.of(Math.min(x, y), Math.max(x, y));
    }

    static double number(Kind kind, SplittableRandom random) {
        double x = magnitude(kind, random);
        boolean signed = kind != Kind.COUNTS && kind != Kind.REALS && random.nextInt(3) == 0;
        return signed ? -x : x;
    }

    private static double magnitude(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case COUNTS -> random.nextInt(5) == 0 ? 0 : random.nextInt(2_000_000);
            case SMALL -> random.nextInt(3);
            case REALS, SIGNED -> scaled(-20, 20, random);
            case TINY -> random.nextInt(8) == 0 ? random.nextInt(4) * Double.MIN_VALUE : scaled(-1074, -960, random);
            case ROOTS -> random.nextBoolean() ? scaled(-545, -530, random) : scaled(-490, -440, random);
            case BORDERS ->
                switch (random.nextInt(5)) {
                    case 0 -> 0;
                    case 1 -> scaled(-302, -298, random);
                    case 2 -> scaled(298, 302, random);
                    case 3 -> scaled(-902, -898, random);
                    default -> Math.scalb(1.0, random.nextInt(-905, 305));
                };
            case HUGE -> random.nextInt(5) == 0 ? Double.MAX_VALUE : scaled(990, 1023, random);
            default -> {
                double x = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(x) ? Math.abs(x) : 1;
            }
        };
    }

    /** Every other time with few bits, so that results come out exact. */
    static double scaled(int lowExponent, int highExponent, SplittableRandom random) {
        double significand = random.nextBoolean() ? 1 + random.nextDouble() : 1 + random.nextInt(16) / 16.0;
        return Math.scalb(significand, random.nextInt(lowExponent, highExponent + 1));
    }
}
