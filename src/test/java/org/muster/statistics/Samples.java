package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.function.Executable;
import org.muster.interval.Interval;

/** Small random samples, all choices of values from them, and what the exact range of a statistic demands. */
public class Samples extends DomainContextBase {

    /**
     * The data "skinny" of Ferson et al. 2007 (SAND2007-0939), ranges that hardly overlap, as other programs on it have them
     * too, such as the example of the area metric in Matlab by M. De Angelis.
     */
    static final Sample SKINNY = Sample.of(
            range("1.00", "1.52"),
            range("2.68", "2.98"),
            range("7.52", "7.67"),
            range("7.73", "8.35"),
            range("9.44", "9.99"),
            range("3.66", "4.58"));

    static Interval range(String low, String high) {
        return Interval.of(new BigDecimal(low).doubleValue(), new BigDecimal(high).doubleValue());
    }

    /** Whole ends of any sign: points, equal and nested ranges are frequent. */
    @Provide
    public static Arbitrary<Sample> samples() {
        return ranges(-8, 8, 1).list().ofMinSize(1).ofMaxSize(6).map(Sample::of);
    }

    static Arbitrary<Interval> ranges(int low, int high, double unit) {
        Arbitrary<Integer> ends = Arbitraries.integers().between(low, high).withoutEdgeCases();
        return Combinators.combine(ends, ends)
                .as((x, y) -> Interval.of(Math.min(x, y) * unit, Math.max(x, y) * unit))
                .withoutEdgeCases();
    }

    /** Counts, so not below 0, at least two of them and not all 0. */
    static Arbitrary<Sample> counts(int most) {
        return ranges(0, 12, 1)
                .list()
                .ofMinSize(2)
                .ofMaxSize(most)
                .map(Sample::of)
                .filter(sample -> sample.maximum().sup() > 0);
    }

    /** Ends with all 53 bits. */
    static Arbitrary<Sample> reals(int least, int most) {
        Arbitrary<Double> ends =
                Arbitraries.doubles().between(0.001, 1000).ofScale(15).withoutEdgeCases();
        return Combinators.combine(ends, ends)
                .as((x, y) -> Interval.of(Math.min(x, y), Math.max(x, y)))
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Sample::of);
    }

    /** All choices of values on a grid of so many steps across each range, which includes the ends. */
    static List<double[]> choices(Sample sample, int steps) {
        List<double[]> choices = new ArrayList<>();
        choices.add(new double[sample.size()]);
        for (int i = 0; i < sample.size(); i++) {
            Interval range = sample.ranges().get(i);
            List<double[]> longer = new ArrayList<>();
            for (double[] choice : choices) {
                for (int step = 0; step <= (range.isSingleton() ? 0 : steps); step++) {
                    double[] next = choice.clone();
                    next[i] = step == steps ? range.sup() : range.inf() + range.wid() * step / steps;
                    longer.add(next);
                }
            }
            choices = longer;
        }
        return choices;
    }

    static BigFraction[] exact(double[] values) {
        BigFraction[] exact = new BigFraction[values.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = new BigFraction(values[i]);
        }
        return exact;
    }

    static BigFraction sum(BigFraction[] values) {
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction value : values) {
            sum = sum.add(value);
        }
        return sum;
    }

    /** Sum of squares about the mean, by the definition. */
    static BigFraction squares(BigFraction[] values) {
        BigFraction mean = sum(values).divide(values.length);
        BigFraction squares = BigFraction.ZERO;
        for (BigFraction value : values) {
            BigFraction d = value.subtract(mean);
            squares = squares.add(d.multiply(d));
        }
        return squares;
    }

    static BigFraction least(Sample sample, int steps, Function<BigFraction[], BigFraction> statistic) {
        return choices(sample, steps).stream()
                .map(choice -> statistic.apply(exact(choice)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static BigFraction greatest(Sample sample, int steps, Function<BigFraction[], BigFraction> statistic) {
        return choices(sample, steps).stream()
                .map(choice -> statistic.apply(exact(choice)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static void assertBelow(double end, BigFraction exact, int ulps) {
        assertTrue(new BigFraction(end).compareTo(exact) <= 0, () -> end + " is above " + exact.doubleValue());
        double near = end;
        for (int i = 0; i < ulps; i++) {
            near = Math.nextUp(near);
        }
        double next = near;
        assertTrue(
                new BigFraction(next).compareTo(exact) > 0,
                () -> end + " is more than " + ulps + " ulps below " + exact.doubleValue());
    }

    static void assertAbove(double end, BigFraction exact, int ulps) {
        assertBelow(-end, exact.negate(), ulps);
    }

    /** The ends lie outside the exact ones by less than so many units in the last place. */
    static void assertWithin(BigFraction low, BigFraction high, Interval actual, int ulps) {
        assertBelow(actual.inf(), low, ulps);
        assertAbove(actual.sup(), high, ulps);
    }

    static void assertClose(double expected, double actual, double relative) {
        assertEquals(expected, actual, Math.abs(expected) * relative + Double.MIN_VALUE);
    }

    static void assertRefused(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
