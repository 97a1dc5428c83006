package org.muster.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.statistics.Samples.assertClose;
import static org.muster.statistics.Samples.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/** Bands of a ratio against trying every membership; {@code StudyTest} counts whole tables again in plain numbers. */
class RatioBandTest {

    private static final List<Interval> MEN = List.of(
            Interval.of(100, 120), Interval.of(300), Interval.of(150, 180), Interval.EMPTY, Interval.of(190, 220));
    private static final List<Interval> OTHERS =
            List.of(Interval.of(100), Interval.of(100), Interval.of(100), Interval.of(100), Interval.of(100));

    @Test
    void certainAndPossible() {
        List<RatioBand> bands = RatioBand.of(MEN, OTHERS, 0, 1.5, 2, Double.POSITIVE_INFINITY);
        assertEquals("[below 1.5, 1.5 to 2.0, 2.0 and more]", bands.toString());
        assertEquals(Interval.of(1), bands.get(0).count());
        assertEquals(Interval.of(1, 2), bands.get(1).count());
        assertEquals(Interval.of(1, 2), bands.get(2).count());
        // In the band up to 2, the last pair has at most 200 men.
        RatioBand.Member member = bands.get(1).members().get(1);
        assertEquals(4, member.index());
        assertEquals(Interval.of(190, 200), member.numerator());
        assertEquals(
                Interval.of(50), bands.get(1).percent(each -> each.index() == 2).intersection(Interval.of(50)));
        assertEquals(Interval.of(0.5, 1), bands.get(1).share(each -> each.index() == 2));
    }

    /** Every choice of the possible members, and for the mean and the median the ends of what they have. */
    @Test
    void everyChoiceOfMembers() {
        SplittableRandom random = new SplittableRandom(53);
        for (int round = 0; round < 300; round++) {
            List<RatioBand.Member> members = new ArrayList<>();
            List<Interval> amounts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                members.add(new RatioBand.Member(i, random.nextInt(3) == 0, Interval.of(1), Interval.of(1)));
                double least = random.nextInt(6);
                amounts.add(random.nextInt(6) == 0 ? Interval.EMPTY : Interval.of(least, least + random.nextInt(4)));
            }
            RatioBand band = new RatioBand(0, 1, members);
            Predicate<RatioBand.Member> isEven = member -> member.index() % 2 == 0;
            Interval shares = Interval.EMPTY;
            Interval means = Interval.EMPTY;
            Interval medians = Interval.EMPTY;
            for (int code = 0; code < 64; code++) {
                int chosen = code;
                List<RatioBand.Member> in = members.stream()
                        .filter(member -> member.isCertain() || (chosen >> member.index() & 1) == 1)
                        .toList();
                if (!in.isEmpty()) {
                    shares = shares.convexHull(
                            Interval.of(in.stream().filter(isEven).count()).divide(Interval.of(in.size())));
                }
                List<Interval> known = in.stream()
                        .map(member -> amounts.get(member.index()))
                        .filter(range -> !range.isEmpty())
                        .toList();
                if (!known.isEmpty()) {
                    means = means.convexHull(Sample.of(known).mean());
                    medians = medians.convexHull(Sample.of(known).median());
                }
            }
            assertEquals(shares, band.share(isEven));
            Function<RatioBand.Member, Interval> rate = RatioBand.perNumerator(amounts);
            assertEquals(medians, band.median(rate));
            assertEquals(means.isEmpty(), band.mean(rate).isEmpty());
            if (!means.isEmpty()) {
                assertClose(means.inf(), band.mean(rate).inf(), 1e-15);
                assertClose(means.sup(), band.mean(rate).sup(), 1e-15);
            }
        }
    }

    @Test
    void noneInTheBand() {
        RatioBand band = RatioBand.of(MEN, OTHERS, 50, 60).get(0);
        assertEquals(Interval.of(0), band.count());
        assertTrue(band.share(member -> true).isEmpty());
        assertTrue(band.median(RatioBand.perDenominator(MEN)).isEmpty());
        assertTrue(band.mean(RatioBand.perDenominator(MEN)).isEmpty());
        assertEquals(Interval.of(0, 1), band.shareLimits(member -> true, BinomialLimits.WILSON, 0.95));
    }

    @Test
    void badArguments() {
        assertRefused("denominators: 5 for 1 numerators", () -> RatioBand.of(List.of(Interval.of(1)), OTHERS, 0, 1));
        assertRefused("edges: 1 given, at least two are needed", () -> RatioBand.of(MEN, OTHERS, 1));
        assertRefused(
                "edges: 1.0 at index 1 is not a number from 0 up and above the one before",
                () -> RatioBand.of(MEN, OTHERS, 2, 1));
        assertRefused(
                "ratio: [-1, 1] to [1, 1] at index 0 extends below 0",
                () -> RatioBand.of(List.of(Interval.of(-1, 1)), List.of(Interval.of(1)), 0, 1));
    }

    // Other statistics that analysts reach for.

    /** Brute force over all ends of values and weights. */
    @Test
    void weightedQuantile() {
        SplittableRandom random = new SplittableRandom(59);
        for (int round = 0; round < 400; round++) {
            Sample sample = random(random, 4);
            Sample weights = random(random, 4);
            if (weights.maximum().sup() == 0) {
                continue;
            }
            double p = random.nextInt(1, 21) / 20.0;
            Interval expected = Interval.EMPTY;
            for (double[] w : Samples.choices(weights, 1)) {
                if (Arrays.stream(w).sum() > 0) {
                    for (double[] x : Samples.choices(sample, 1)) {
                        expected = expected.convexHull(Interval.of(quantile(x, w, p)));
                    }
                }
            }
            assertEquals(expected, sample.weightedQuantile(p, weights), sample + " by " + weights + " at " + p);
        }
        assertRefused("weights: 1 for 2 ranges", () -> Sample.ofPoints(1, 2).weightedQuantile(1, Sample.ofPoints(1)));
        assertRefused(
                "probability: 0.0 is not above 0 and at most 1",
                () -> Sample.ofPoints(1).weightedQuantile(0, Sample.ofPoints(1)));
        assertRefused("weights: none can be above 0", () -> Sample.ofPoints(1).weightedQuantile(1, Sample.ofPoints(0)));
    }

    /** By the definition, in twentieths. */
    private static double quantile(double[] x, double[] weights, double p) {
        double best = Double.POSITIVE_INFINITY;
        for (double candidate : x) {
            double upTo = 0;
            double sum = 0;
            double of = 0;
            for (int i = 0; i < x.length; i++) {
                upTo += x[i] <= candidate ? weights[i] : 0;
                of += x[i] == candidate ? weights[i] : 0;
                sum += weights[i];
            }
            best = of > 0 && 20 * upTo >= Math.rint(20 * p) * sum ? Math.min(best, candidate) : best;
        }
        return best;
    }

    private static Sample random(SplittableRandom random, int n) {
        Interval[] ranges = new Interval[n];
        for (int i = 0; i < n; i++) {
            int low = random.nextInt(5);
            ranges[i] = Interval.of(low, low + random.nextInt(4));
        }
        return Sample.of(ranges);
    }

    /** Values on a grid that includes the ends lie inside, and the ends are reached on a finer one. */
    @Test
    void skewness() {
        SplittableRandom random = new SplittableRandom(61);
        for (int round = 0; round < 40; round++) {
            Sample sample = random(random, 3);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] x : Samples.choices(sample, 12)) {
                double skewness = skewness(x);
                low = Double.isNaN(skewness) ? low : Math.min(low, skewness);
                high = Double.isNaN(skewness) ? high : Math.max(high, skewness);
            }
            if (low > high) {
                continue;
            }
            RangeEnclosure actual = sample.skewness();
            assertTrue(actual.range().inf() <= low + 1e-12 && actual.range().sup() >= high - 1e-12, actual::toString);
            if (actual.settled()) {
                assertEquals(low, actual.range().inf(), 0.02);
                assertEquals(high, actual.range().sup(), 0.02);
            }
        }
        // One of four apart: g = 2/√3.
        RangeEnclosure point = Sample.ofPoints(1, 1, 1, 5).skewness();
        assertTrue(point.settled());
        assertEquals(2 / Math.sqrt(3), point.range().mid(), 1e-12);
        assertRefused(
                "skewness: the values are all equal, whatever they are",
                () -> Sample.ofPoints(3, 3).skewness());
    }

    private static double skewness(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double second =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double third =
                Arrays.stream(x).map(v -> Math.pow(v - mean, 3)).average().orElseThrow();
        return second < 1e-20 ? Double.NaN : third / Math.pow(second, 1.5);
    }

    /** The quartiles of 1 to 10 in R are 3.25 and 7.75, so the limits are −3.5 and 14.5; on ranges, brute force. */
    @Test
    void tukeysLimits() {
        Limits ten = Limits.tukey(Sample.ofPoints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1.5, QuantileType.R7);
        assertEquals(Interval.of(-3.5), ten.low());
        assertEquals(Interval.of(14.5), ten.high());
        SplittableRandom random = new SplittableRandom(67);
        for (int round = 0; round < 100; round++) {
            Sample sample = random(random, 5);
            Limits limits = Limits.tukey(sample, 1.5, QuantileType.R7);
            Interval low = Interval.EMPTY;
            Interval high = Interval.EMPTY;
            for (double[] x : Samples.choices(sample, 2)) {
                Arrays.sort(x);
                low = low.convexHull(Interval.of(2.5 * x[1] - 1.5 * x[3]));
                high = high.convexHull(Interval.of(2.5 * x[3] - 1.5 * x[1]));
            }
            assertTrue(low.isSubset(limits.low()) && high.isSubset(limits.high()), sample::toString);
            if (limits.settled()) {
                assertEquals(low, limits.low());
                assertEquals(high, limits.high());
            }
        }
    }

    @Test
    void stepsAreTheWholeDistribution() {
        Sample sample = Sample.of(Interval.of(1, 3), Interval.of(2), Interval.of(2, Double.POSITIVE_INFINITY));
        List<EmpiricalDistribution.Step> steps =
                EmpiricalDistribution.of(sample).steps();
        assertEquals(
                List.of(1.0, 2.0, 3.0),
                steps.stream().map(EmpiricalDistribution.Step::number).toList());
        assertEquals(
                Interval.of(1).divide(Interval.of(3)).convexHull(Interval.of(1)),
                steps.get(1).share());
    }
}
