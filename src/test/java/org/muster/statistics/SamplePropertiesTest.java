package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muster.statistics.Samples.assertWithin;
import static org.muster.statistics.Samples.greatest;
import static org.muster.statistics.Samples.least;

import java.util.Arrays;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.fraction.BigFraction;
import org.muster.interval.Interval;

/** Statistics of location against brute force over all ends, in exact arithmetic. */
@Domain(Samples.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class SamplePropertiesTest {

    @Provide
    Arbitrary<Sample> reals() {
        return Samples.reals(1, 6);
    }

    @Provide
    Arbitrary<Sample> counts() {
        return Samples.counts(5);
    }

    @Property
    void sumAndMeanAreTightest(@ForAll("reals") Sample sample) {
        assertExact(sample, Samples::sum, sample.sum(), 1);
        assertExact(sample, x -> Samples.sum(x).divide(x.length), sample.mean(), 1);
    }

    @Property
    void rangeIsTightest(@ForAll("reals") Sample sample) {
        // The least range is not at the ends: the values meet in the middle where they can.
        BigFraction low = BigFraction.ZERO;
        for (Interval x : sample.ranges().toList()) {
            for (Interval y : sample.ranges().toList()) {
                BigFraction gap = new BigFraction(x.inf()).subtract(new BigFraction(y.sup()));
                low = gap.compareTo(low) > 0 ? gap : low;
            }
        }
        assertWithin(low, greatest(sample, 1, SamplePropertiesTest::range), sample.range(), 1);
    }

    private static BigFraction range(BigFraction[] x) {
        BigFraction[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1].subtract(sorted[0]);
    }

    @Property
    void interpolatedQuantilesAreTightest(
            @ForAll("reals") Sample sample, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        int n = sample.size();
        BigFraction probability = exactDecimal(p);
        BigFraction np = probability.multiply(n);
        assertQuantile(sample, p, np, QuantileType.R4);
        assertQuantile(sample, p, np.add(new BigFraction(1, 2)), QuantileType.R5);
        assertQuantile(sample, p, np.add(probability), QuantileType.R6);
        assertQuantile(sample, p, np.add(1).subtract(probability), QuantileType.R7);
        assertQuantile(sample, p, np.add(probability.add(1).divide(3)), QuantileType.R8);
        assertQuantile(sample, p, np.add(probability.divide(4)).add(new BigFraction(3, 8)), QuantileType.R9);
    }

    private static BigFraction exactDecimal(double p) {
        java.math.BigDecimal decimal = new java.math.BigDecimal(Double.toString(p));
        return new BigFraction(decimal.unscaledValue(), java.math.BigInteger.ONE)
                .multiply(new BigFraction(10).pow(-decimal.scale()));
    }

    private static void assertQuantile(Sample sample, double p, BigFraction h, QuantileType type) {
        int j = (int) Math.floor(h.doubleValue());
        while (new BigFraction(j).compareTo(h) > 0) {
            j--;
        }
        while (new BigFraction(j + 1).compareTo(h) <= 0) {
            j++;
        }
        int lower = j;
        BigFraction g = h.subtract(j);
        assertExact(
                sample,
                x -> {
                    BigFraction[] sorted = x.clone();
                    Arrays.sort(sorted);
                    BigFraction a = sorted[Math.min(Math.max(lower, 1), sorted.length) - 1];
                    BigFraction b = sorted[Math.min(Math.max(lower + 1, 1), sorted.length) - 1];
                    return a.add(g.multiply(b.subtract(a)));
                },
                sample.quantile(p, type),
                1);
    }

    @Property
    void medianAndOrderAreExact(@ForAll Sample sample) {
        int n = sample.size();
        assertExact(
                sample,
                x -> {
                    Arrays.sort(x);
                    return x[(n - 1) / 2].add(x[n / 2]).divide(2);
                },
                sample.median(),
                1);
        for (int rank = 1; rank <= n; rank++) {
            int k = rank - 1;
            assertExact(
                    sample,
                    x -> {
                        Arrays.sort(x);
                        return x[k];
                    },
                    sample.order(rank),
                    1);
        }
        assertEquals(sample.order(1), sample.minimum());
        assertEquals(sample.order(n), sample.maximum());
    }

    @Property
    void countsAreExact(@ForAll Sample sample) {
        for (int line = -9; line <= 9; line++) {
            BigFraction at = new BigFraction(line);
            assertExact(sample, x -> count(x, value -> value.compareTo(at) > 0), sample.countAbove(line), 1);
            assertExact(sample, x -> count(x, value -> value.compareTo(at) >= 0), sample.countAtLeast(line), 1);
            assertExact(
                    sample,
                    x -> count(x, value -> value.compareTo(at) > 0).divide(x.length),
                    sample.shareAbove(line),
                    1);
        }
    }

    private static BigFraction count(BigFraction[] x, java.util.function.Predicate<BigFraction> holds) {
        return new BigFraction((int) Arrays.stream(x).filter(holds).count());
    }

    @Property
    void harmonicMeanIsWithinAFewUlps(@ForAll("reals") Sample sample) {
        assertExact(
                sample,
                x -> {
                    BigFraction sum = BigFraction.ZERO;
                    for (BigFraction value : x) {
                        sum = sum.add(value.reciprocal());
                    }
                    return sum.reciprocal().multiply(x.length);
                },
                sample.harmonicMean(),
                5);
    }

    /** The n-th power of the end is compared with the product, which is exact. */
    @Property
    void geometricMeanEnclosesTheRootOfTheProduct(@ForAll("reals") Sample sample) {
        Interval mean = sample.geometricMean();
        int n = sample.size();
        BigFraction low = least(sample, 1, SamplePropertiesTest::product);
        BigFraction high = greatest(sample, 1, SamplePropertiesTest::product);
        assertOrder(new BigFraction(mean.inf()).pow(n), low);
        assertOrder(low, new BigFraction(mean.inf() * (1 + 1e-14)).pow(n));
        assertOrder(high, new BigFraction(mean.sup()).pow(n));
        assertOrder(new BigFraction(mean.sup() * (1 - 1e-14)).pow(n), high);
    }

    private static BigFraction product(BigFraction[] x) {
        return Arrays.stream(x).reduce(BigFraction.ONE, BigFraction::multiply);
    }

    private static void assertOrder(BigFraction low, BigFraction high) {
        org.junit.jupiter.api.Assertions.assertTrue(low.compareTo(high) <= 0, () -> low + " is above " + high);
    }

    /** Weights at all ends, values at all ends: the ratio has its extremes there. */
    @Property
    void weightedMeanIsExact(@ForAll("reals") Sample values, @ForAll("counts") Sample someWeights) {
        int n = Math.min(Math.min(values.size(), someWeights.size()), 4);
        Sample sample = Sample.of(values.ranges().toList().subList(0, n));
        Sample weights = Sample.of(someWeights.ranges().toList().subList(0, n));
        if (weights.maximum().sup() == 0) {
            return;
        }
        BigFraction low = null;
        BigFraction high = null;
        for (double[] weight : Samples.choices(weights, 1)) {
            if (Arrays.stream(weight).sum() > 0) {
                for (double[] value : Samples.choices(sample, 1)) {
                    BigFraction mean = weighted(Samples.exact(weight), Samples.exact(value));
                    low = low == null || mean.compareTo(low) < 0 ? mean : low;
                    high = high == null || mean.compareTo(high) > 0 ? mean : high;
                }
            }
        }
        assertWithin(low, high, sample.weightedMean(weights), 5);
    }

    private static BigFraction weighted(BigFraction[] weights, BigFraction[] values) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < weights.length; i++) {
            sum = sum.add(weights[i].multiply(values[i]));
        }
        return sum.divide(Samples.sum(weights));
    }

    private static void assertExact(
            Sample sample, Function<BigFraction[], BigFraction> statistic, Interval actual, int ulps) {
        assertWithin(least(sample, 1, statistic), greatest(sample, 1, statistic), actual, ulps);
    }
}
