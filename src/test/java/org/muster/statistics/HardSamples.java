package org.muster.statistics;

import java.util.SplittableRandom;
import org.muster.interval.Interval;

/** Draws samples that strain the arithmetic: values a few units in the last place apart, tied, tiny, huge, equal. */
final class HardSamples {
    private enum Kind {
        NOISE,
        TIES,
        TINY,
        HUGE,
        EQUAL,
        ONE_WIDE,
        POINTS,
        MIXED
    }

    private final SplittableRandom random;

    HardSamples(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns a sample of values from 0 up, not all 0. */
    Sample next(int least, int most) {
        while (true) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            Interval[] ranges = new Interval[random.nextInt(least, most + 1)];
            double base = Math.scalb(random.nextDouble(1, 2), random.nextInt(-60, 60));
            int wide = random.nextInt(ranges.length);
            for (int i = 0; i < ranges.length; i++) {
                ranges[i] = range(kind, base, i == wide);
            }
            Sample sample = Sample.of(ranges);
            if (sample.maximum().sup() > 0) {
                return sample;
            }
        }
    }

    private Interval range(Kind kind, double base, boolean isWide) {
        return switch (kind) {
            case NOISE -> between(noise(base), noise(base));
            case TIES -> between(random.nextInt(5), random.nextInt(5));
            case TINY -> between(scaled(-1074, -900), scaled(-1074, -900));
            case HUGE -> between(scaled(380, 399), scaled(380, 399));
            case EQUAL -> Interval.of(base);
            case ONE_WIDE -> isWide ? between(0, scaled(-40, 40)) : Interval.of(noise(base));
            case POINTS -> Interval.of(scaled(-8, 8));
            case MIXED ->
                switch (random.nextInt(4)) {
                    case 0 -> Interval.of(0);
                    case 1 -> between(scaled(-1074, -600), scaled(-1074, -600));
                    case 2 -> between(scaled(-20, 20), scaled(-20, 20));
                    default -> between(0, scaled(100, 399));
                };
        };
    }

    private static Interval between(double x, double y) {
        return Interval.of(Math.min(x, y), Math.max(x, y));
    }

    private double noise(double base) {
        return base + random.nextInt(-3, 4) * Math.ulp(base);
    }

    private double scaled(int least, int most) {
        return Math.scalb(random.nextDouble(1, 2), random.nextInt(least, most + 1));
    }
}
