package org.muster.interval;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Hard operands for property tests: every class of doubles in which directed rounding can go wrong, and the counts that
 * Muster is made for. Use it by {@code @Domain(Intervals.class)} and {@code @ForAll Interval} or
 * {@code @ForAll double}.
 */
public class Intervals extends DomainContextBase {

    /** Finite doubles of every magnitude. */
    @Provide
    public static Arbitrary<Double> reals() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, counts()),
                        Tuple.of(4, Arbitraries.of(landmarks())),
                        // Around the underflow of results and of residuals.
                        Tuple.of(3, scaled(-1080, -960)),
                        // Products and squares of these underflow, quotients by them overflow.
                        Tuple.of(3, scaled(-600, -400)),
                        Tuple.of(1, scaled(400, 600)),
                        Tuple.of(2, scaled(960, 1023)),
                        Tuple.of(3, scaled(-60, 60)),
                        Tuple.of(
                                2,
                                Arbitraries.longs()
                                        .withoutEdgeCases()
                                        .map(Double::longBitsToDouble)
                                        .filter(Double::isFinite)))
                .withoutEdgeCases();
    }

    /** Closed, unbounded and empty intervals; points, neighbouring doubles and equal ends more often than by chance. */
    @Provide
    public static Arbitrary<Interval> intervals() {
        return Arbitraries.frequencyOf(
                        Tuple.of(10, Combinators.combine(reals(), reals()).as(Intervals::between)),
                        Tuple.of(4, onGrid()),
                        Tuple.of(3, Combinators.combine(counts(), counts()).as(Intervals::between)),
                        Tuple.of(2, reals().map(Interval::of)),
                        Tuple.of(2, reals().map(low -> Interval.of(low, Math.nextUp(low)))),
                        Tuple.of(2, reals().map(low -> Interval.of(low, Double.POSITIVE_INFINITY))),
                        Tuple.of(2, reals().map(high -> Interval.of(Double.NEGATIVE_INFINITY, high))),
                        Tuple.of(1, Arbitraries.of(Interval.EMPTY, Interval.ENTIRE)))
                .withoutEdgeCases();
    }

    /** Intervals with ends among a few numbers, so that two of them often touch, share an end or are equal. */
    public static Arbitrary<Interval> onGrid() {
        Arbitrary<Double> ends =
                Arbitraries.of(Double.NEGATIVE_INFINITY, -2.0, -1.0, 0.0, 1.0, 2.0, Double.POSITIVE_INFINITY);
        return Combinators.combine(ends, ends)
                .as((x, y) -> {
                    double low = Math.min(x, y);
                    double high = Math.max(x, y);
                    return low == high && Double.isInfinite(low) ? Interval.EMPTY : Interval.of(low, high);
                })
                .withoutEdgeCases();
    }

    /** What sources count: men, tanks, guns; sometimes a difference of counts. */
    public static Arbitrary<Double> counts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 2_000_000).withoutEdgeCases(),
                        Arbitraries.integers().between(-500, 500).withoutEdgeCases())
                .map(Integer::doubleValue);
    }

    /** Numbers of either sign with binary exponents in a range, some with few bits so that results come out exact. */
    public static Arbitrary<Double> scaled(int lowExponent, int highExponent) {
        Arbitrary<Double> significands = Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(1L << 52, (1L << 53) - 1)
                        .withoutEdgeCases()
                        .map(bits -> bits * 0x1p-52),
                Arbitraries.integers().between(16, 31).withoutEdgeCases().map(bits -> bits / 16.0));
        Arbitrary<Integer> exponents =
                Arbitraries.integers().between(lowExponent, highExponent).withoutEdgeCases();
        return Combinators.combine(significands, exponents, Arbitraries.of(1, -1))
                .as((significand, exponent, sign) -> sign * Math.scalb(significand, exponent));
    }

    static Interval between(double x, double y) {
        return Interval.of(Math.min(x, y), Math.max(x, y));
    }

    private static List<Double> landmarks() {
        List<Double> landmarks = new ArrayList<>();
        for (double magnitude : new double[] {
            0,
            Double.MIN_VALUE,
            2 * Double.MIN_VALUE,
            3 * Double.MIN_VALUE,
            Math.nextDown(Double.MIN_NORMAL),
            Double.MIN_NORMAL,
            0x1p-968,
            Math.nextDown(0x1p-968),
            0x1p-537,
            0.1,
            1.0 / 3,
            0.5,
            Math.nextDown(1.0),
            1,
            Math.nextUp(1.0),
            2,
            3,
            10,
            Math.sqrt(2),
            0x1p53 - 1,
            0x1p53,
            0x1p53 + 2,
            0x1p970,
            0x1p1023,
            Math.nextDown(Double.MAX_VALUE),
            Double.MAX_VALUE
        }) {
            landmarks.add(magnitude);
            landmarks.add(-magnitude);
        }
        return landmarks;
    }
}
