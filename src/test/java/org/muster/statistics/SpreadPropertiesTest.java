package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.assertAbove;
import static org.muster.statistics.Samples.assertBelow;
import static org.muster.statistics.Samples.choices;
import static org.muster.statistics.Samples.exact;
import static org.muster.statistics.Samples.greatest;
import static org.muster.statistics.Samples.squares;
import static org.muster.statistics.Samples.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.fraction.BigFraction;
import org.muster.interval.Interval;

/**
 * Statistics of spread against brute force in exact arithmetic: over all ends for the greatest value; for the least over
 * all ways to put each value at its low end, its high end or one number that they share, which the conditions of Karush,
 * Kuhn and Tucker leave.
 */
@Domain(Samples.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class SpreadPropertiesTest {

    @Provide
    Arbitrary<Sample> counts() {
        return Samples.counts(5);
    }

    @Provide
    Arbitrary<Sample> reals() {
        return Samples.reals(2, 5);
    }

    @Property
    void variance(@ForAll Sample sample) {
        assertVariance(sample);
    }

    @Property
    void varianceOfReals(@ForAll("reals") Sample sample) {
        assertVariance(sample);
    }

    /** Far from 0, where the squares of the values have twice the digits of a double. */
    @Property
    void varianceFarFromZero(@ForAll Sample sample) {
        assertVariance(Sample.of(
                sample.ranges().add(Interval.of(1 << 30)).scale(1 << 20).add(Interval.of(3))));
    }

    private static void assertVariance(Sample sample) {
        RangeEnclosure bracket = Spread.POPULATION_VARIANCE.bracket(sample, RangeEnclosure.NODES);
        int n = sample.size();
        assertTrue(bracket.settled());
        BigFraction high = greatest(sample, 1, x -> squares(x).divide(n));
        assertAbove(bracket.range().sup(), high, 8);
        assertBelow(bracket.high().inf(), high, 8);
        BigFraction low = least(
                sample,
                fixed -> fixed.length == 0 ? null : sum(fixed).divide(fixed.length),
                x -> squares(x).divide(n));
        assertBelow(bracket.range().inf(), low, 8);
        assertAbove(bracket.low().sup(), low, 8);
    }

    @Property
    void meanAbsoluteDeviation(@ForAll Sample sample) {
        assertAbsolute(sample);
    }

    @Property
    void meanAbsoluteDeviationOfReals(@ForAll("reals") Sample sample) {
        assertAbsolute(sample);
    }

    private static void assertAbsolute(Sample sample) {
        RangeEnclosure bracket = Spread.MEAN_ABSOLUTE_DEVIATION.bracket(sample, RangeEnclosure.NODES);
        assertTrue(bracket.settled());
        BigFraction high = greatest(sample, 1, SpreadPropertiesTest::absolute);
        assertAbove(bracket.range().sup(), high, 16);
        assertBelow(bracket.high().inf(), high, 16);
        BigFraction low = least(
                sample,
                fixed -> fixed.length == 0 ? null : sum(fixed).divide(fixed.length),
                SpreadPropertiesTest::absolute);
        assertBelow(bracket.range().inf(), low, 16);
    }

    private static BigFraction absolute(BigFraction[] x) {
        BigFraction mean = sum(x).divide(x.length);
        BigFraction absolute = BigFraction.ZERO;
        for (BigFraction value : x) {
            absolute = absolute.add(value.subtract(mean).abs());
        }
        return absolute.divide(x.length);
    }

    @Property
    void herfindahl(@ForAll("counts") Sample sample) {
        assertHerfindahl(sample);
    }

    @Property
    void herfindahlOfReals(@ForAll("reals") Sample sample) {
        assertHerfindahl(sample);
    }

    private static void assertHerfindahl(Sample sample) {
        RangeEnclosure bracket = Spread.HERFINDAHL.bracket(sample, RangeEnclosure.NODES);
        assertTrue(bracket.settled());
        BigFraction high = greatest(sample, 1, SpreadPropertiesTest::herfindahl);
        assertAbove(bracket.range().sup(), high, 16);
        BigFraction low = least(
                sample,
                fixed -> sum(fixed).equals(BigFraction.ZERO)
                        ? null
                        : sumOfSquares(fixed).divide(sum(fixed)),
                SpreadPropertiesTest::herfindahl);
        assertBelow(bracket.range().inf(), low, 16);
        // s² / mean² = (n · index − 1) n / (n − 1), compared as squares.
        int n = sample.size();
        Interval variation = Spread.COEFFICIENT_OF_VARIATION.of(sample);
        BigFraction lowSquare = low.multiply(n).subtract(1).multiply(n).divide(n - 1);
        BigFraction highSquare = high.multiply(n).subtract(1).multiply(n).divide(n - 1);
        assertBelow(variation.sqr().inf(), lowSquare, 40);
        assertAbove(variation.sqr().sup(), highSquare, 40);
    }

    /** 0 where there is nothing to share, which is below every index and is not the greatest. */
    private static BigFraction herfindahl(BigFraction[] x) {
        BigFraction sum = sum(x);
        return sum.equals(BigFraction.ZERO) ? BigFraction.ZERO : sumOfSquares(x).divide(sum.multiply(sum));
    }

    private static BigFraction sumOfSquares(BigFraction[] x) {
        return sum(Arrays.stream(x).map(value -> value.multiply(value)).toArray(BigFraction[]::new));
    }

    @Property
    void gini(@ForAll("counts") Sample sample) {
        assertGini(sample);
    }

    @Property(tries = 100)
    void giniOfReals(@ForAll("reals") Sample sample) {
        assertGini(sample);
    }

    /** The least value is among those at ends of any range, where differences of values change their sign. */
    private static void assertGini(Sample sample) {
        RangeEnclosure bracket = Spread.GINI.bracket(sample, RangeEnclosure.NODES);
        assertTrue(bracket.settled(), bracket::toString);
        BigFraction high = greatest(sample, 1, SpreadPropertiesTest::gini);
        assertAbove(bracket.range().sup(), high, 8);
        BigFraction low = null;
        for (Interval range : sample.ranges().toList()) {
            for (double c : new double[] {range.inf(), range.sup()}) {
                double[] values = new double[sample.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.min(
                            Math.max(c, sample.ranges().inf(i)), sample.ranges().sup(i));
                }
                BigFraction gini = gini(exact(values));
                low = sum(exact(values)).getNumerator().signum() == 0 || low != null && gini.compareTo(low) >= 0
                        ? low
                        : gini;
            }
        }
        BigFraction least = choices(sample, sample.size() > 4 ? 1 : 3).stream()
                .map(Samples::exact)
                .filter(x -> sum(x).getNumerator().signum() > 0)
                .map(SpreadPropertiesTest::gini)
                .min(BigFraction::compareTo)
                .orElseThrow();
        assertTrue(low == null || low.compareTo(least) <= 0, "the way of even values is not the best");
        assertBelow(bracket.range().inf(), low == null ? least : low, 8);
    }

    private static BigFraction gini(BigFraction[] x) {
        BigFraction differences = BigFraction.ZERO;
        for (BigFraction a : x) {
            for (BigFraction b : x) {
                differences = differences.add(a.subtract(b).abs());
            }
        }
        BigFraction sum = sum(x);
        return sum.getNumerator().signum() == 0 ? BigFraction.ZERO : differences.divide(sum.multiply(2 * x.length));
    }

    @Property
    void theil(@ForAll("counts") Sample sample) {
        assertTheil(sample);
    }

    @Property(tries = 200)
    void theilOfReals(@ForAll("reals") Sample sample) {
        assertTheil(sample);
    }

    private static void assertTheil(Sample sample) {
        RangeEnclosure bracket = Spread.THEIL.bracket(sample, RangeEnclosure.NODES);
        assertTrue(bracket.settled());
        double high = choices(sample, 1).stream()
                .mapToDouble(SpreadPropertiesTest::theil)
                .max()
                .orElseThrow();
        org.junit.jupiter.api.Assertions.assertEquals(high, bracket.range().sup(), 1e-13);
        assertTrue(bracket.range().sup() >= high - 4e-15);
        double least = choices(sample, 4).stream()
                .filter(x -> Arrays.stream(x).sum() > 0)
                .mapToDouble(SpreadPropertiesTest::theil)
                .min()
                .orElseThrow();
        assertTrue(bracket.range().inf() <= least + 4e-15);
        // The low end is taken: a search between every two ends on the way of even values comes as low.
        double[] ends = choices(sample, 1).stream()
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < ends.length; i++) {
            double from = Math.max(ends[i], ends[ends.length - 1] * 1e-9);
            double to = ends[i + 1];
            for (int round = 0; round < 80; round++) {
                double left = theil(clipped(sample, from + (to - from) / 3));
                double right = theil(clipped(sample, to - (to - from) / 3));
                lowest = Math.min(lowest, Math.min(left, right));
                double third = (to - from) / 3;
                from = left > right ? from + third : from;
                to = left > right ? to : to - third;
            }
        }
        lowest = ends.length == 1 ? 0 : lowest;
        org.junit.jupiter.api.Assertions.assertEquals(lowest, bracket.range().inf(), 1e-13);
    }

    static double[] clipped(Sample sample, double c) {
        double[] x = new double[sample.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.min(Math.max(c, sample.ranges().inf(k)), sample.ranges().sup(k));
        }
        return x;
    }

    private static double theil(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return mean == 0
                ? 0
                : Arrays.stream(x)
                        .map(value -> value == 0 ? 0 : value / mean * Math.log(value / mean))
                        .average()
                        .orElseThrow();
    }

    /** The least of a statistic over all choices in which values are fixed at ends and the others share a number. */
    private static BigFraction least(
            Sample sample,
            Function<BigFraction[], BigFraction> shared,
            Function<BigFraction[], BigFraction> statistic) {
        int n = sample.size();
        BigFraction best = null;
        for (int code = 0; code < Math.pow(3, n); code++) {
            List<BigFraction> fixed = new ArrayList<>();
            BigFraction[] values = new BigFraction[n];
            int rest = code;
            for (int i = 0; i < n; i++, rest /= 3) {
                Interval range = sample.ranges().get(i);
                if (rest % 3 < 2) {
                    values[i] = new BigFraction(rest % 3 == 0 ? range.inf() : range.sup());
                    fixed.add(values[i]);
                }
            }
            BigFraction c = shared.apply(fixed.toArray(BigFraction[]::new));
            if (c == null) {
                // All free, or nothing but zeros fixed: any number that all can share.
                c = new BigFraction(Arrays.stream(sample.lows()).max().orElseThrow());
                c = c.getNumerator().signum() == 0 ? new BigFraction(positive(sample)) : c;
            }
            boolean feasible = true;
            for (int i = 0; i < n; i++) {
                if (values[i] == null) {
                    values[i] = c;
                    feasible &= c.compareTo(new BigFraction(sample.ranges().inf(i))) >= 0
                            && c.compareTo(new BigFraction(sample.ranges().sup(i))) <= 0;
                }
            }
            if (feasible
                    && (sum(values).getNumerator().signum() != 0
                            || shared.apply(new BigFraction[] {BigFraction.ZERO}) != null)) {
                BigFraction value = statistic.apply(values);
                best = best == null || value.compareTo(best) < 0 ? value : best;
            }
        }
        return best;
    }

    private static double positive(Sample sample) {
        return Arrays.stream(sample.highs()).filter(high -> high > 0).min().orElse(0);
    }
}
