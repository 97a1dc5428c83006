package org.muster.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.muster.exact.Rational;
import org.muster.interval.Interval;
import org.muster.statistics.RangeEnclosure;

/** Laws of meta-analysis, and Q of ranges against brute force in exact fractions. */
class MetaPropertiesTest {

    /** Estimates and variances, as ranges. */
    private record Box(List<Interval> estimates, List<Interval> variances) {}

    @Provide
    Arbitrary<Interval> counts() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 1e6),
                        Arbitraries.doubles().between(1.01, 20))
                .as((low, times) -> Interval.of(low, low * times));
    }

    @Provide
    Arbitrary<List<Interval>> claims() {
        return counts().list().ofMinSize(2).ofMaxSize(8);
    }

    /** Small whole numbers, so that ends and middles often meet, and some thirds and tenths. */
    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Interval> estimates = Combinators.combine(
                        Arbitraries.integers().between(-6, 6),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(1.0, 1.0, 0.1, 3.0))
                .as((low, width, unit) -> Interval.of(low * unit, (low + width) * unit));
        Arbitrary<Interval> variances = Combinators.combine(
                        Arbitraries.of(0.25, 1.0, 1.0, 0.3, 7.0), Arbitraries.of(1.0, 1.0, 2.0))
                .as((low, times) -> Interval.of(low, low * times));
        return Combinators.combine(estimates, variances)
                .as((y, v) -> new Interval[] {y, v})
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .map(pairs -> new Box(
                        pairs.stream().map(pair -> pair[0]).toList(),
                        pairs.stream().map(pair -> pair[1]).toList()));
    }

    @Property
    void orderChangesNothing(@ForAll("claims") List<Interval> claims, @ForAll Random random) {
        List<Interval> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        MetaAnalysis first = MetaAnalysis.of(claims, 0.9);
        MetaAnalysis second = MetaAnalysis.of(shuffled, 0.9);
        assertEquals(first.heterogeneity(), second.heterogeneity());
        for (PoolingMethod method : PoolingMethod.values()) {
            assertEquals(first.pooled(method), second.pooled(method));
        }
    }

    /** In tens of men instead of men, the estimate is a tenth, and the rest is the same. */
    @Property
    void unitsDoNotMatter(
            @ForAll("claims") List<Interval> claims, @ForAll @DoubleRange(min = 0.01, max = 1000) double by) {
        MetaAnalysis first = MetaAnalysis.of(claims, 0.9);
        MetaAnalysis second = MetaAnalysis.of(
                claims.stream()
                        .map(range -> Interval.of(range.inf() * by, range.sup() * by))
                        .toList(),
                0.9);
        for (PoolingMethod method : PoolingMethod.values()) {
            assertClose(
                    first.pooled(method).orElseThrow(), second.pooled(method).orElseThrow(), Math.log(by));
        }
    }

    /** Compares the equations' sides, since τ² itself may be ill-conditioned where it is near 0. */
    private static void assertClose(Pooled first, Pooled second, double shift) {
        double scale = first.standardError() * first.standardError() + first.tauSquared();
        assertEquals(first.tauSquared(), second.tauSquared(), 1e-6 * scale, () -> first + " " + second);
        assertEquals(
                first.logarithm() + shift, second.logarithm(), 1e-6 * Math.sqrt(scale), () -> first + " " + second);
    }

    @Property
    void equalStudiesDoNotDiffer(@ForAll("counts") Interval range, @ForAll @IntRange(min = 2, max = 9) int studies) {
        MetaAnalysis analysis = MetaAnalysis.of(Collections.nCopies(studies, range), 0.95);
        for (PoolingMethod method : PoolingMethod.values()) {
            Pooled pooled = analysis.pooled(method).orElseThrow();
            assertEquals(0, pooled.tauSquared());
            assertEquals(Math.sqrt(range.inf()) * Math.sqrt(range.sup()), pooled.estimate(), 1e-9 * range.sup());
        }
        Heterogeneity heterogeneity = analysis.heterogeneity().orElseThrow();
        assertTrue(heterogeneity.q().range().sup() < 1e-20);
        assertEquals(Interval.of(0), heterogeneity.iSquared().range());
    }

    @Property
    void pooledLiesAmongTheStudies(@ForAll("claims") List<Interval> claims) {
        MetaAnalysis analysis = MetaAnalysis.of(claims, 0.95);
        double least =
                analysis.studies().stream().mapToDouble(Study::estimate).min().orElseThrow();
        double most =
                analysis.studies().stream().mapToDouble(Study::estimate).max().orElseThrow();
        for (PoolingMethod method : PoolingMethod.values()) {
            Pooled pooled = analysis.pooled(method).orElseThrow();
            assertTrue(pooled.logarithm() >= least - 1e-12 && pooled.logarithm() <= most + 1e-12);
            assertTrue(pooled.tauSquared() >= 0 && pooled.tauSquared() < Double.POSITIVE_INFINITY);
        }
        Interval limits = analysis.tauSquaredLimits(0.95).orElseThrow();
        assertTrue(limits.isEmpty() || limits.isCommon() && limits.inf() >= 0);
    }

    @Property
    void profileLimitsNest(@ForAll("claims") List<Interval> claims) {
        MetaAnalysis analysis = MetaAnalysis.of(claims, 0.95);
        assertTrue(analysis.tauSquaredLimits(0.8)
                .orElseThrow()
                .isSubset(analysis.tauSquaredLimits(0.95).orElseThrow()));
    }

    /** Both ends against all choices that can be extreme, in fractions: tight to 10⁻¹² of themselves. */
    @Property
    void rangeOfQ(@ForAll("boxes") Box box) {
        RangeEnclosure q = Heterogeneity.of(box.estimates, box.variances).q();
        assertTrue(q.settled());
        assertTight(greatest(box), q.high());
        assertTight(least(box), q.low());
    }

    private static void assertTight(Rational exact, Interval enclosure) {
        assertTrue(
                Rational.of(enclosure.inf()).compareTo(exact) <= 0
                        && Rational.of(enclosure.sup()).compareTo(exact) >= 0,
                () -> exact + " is not in " + enclosure.toExactString());
        double width = enclosure.sup() - enclosure.inf();
        assertTrue(width <= 1e-12 * enclosure.sup() + 1e-28, () -> exact + " in " + enclosure.toExactString());
    }

    private static Rational greatest(Box box) {
        int n = box.estimates.size();
        Rational greatest = Rational.ZERO;
        for (int choice = 0; choice < 1 << n; choice++) {
            List<Rational> values = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                Interval range = box.estimates.get(i);
                values.add(Rational.of((choice >> i & 1) == 0 ? range.inf() : range.sup()));
            }
            List<Rational> weights = box.variances.stream()
                    .map(v -> Rational.ONE.divide(Rational.of(v.inf())))
                    .toList();
            Rational q = q(values, weights);
            greatest = q.compareTo(greatest) > 0 ? q : greatest;
        }
        return greatest;
    }

    /** Each estimate is at an end of its range or at one number that such estimates share (Karush, Kuhn and Tucker). */
    private static Rational least(Box box) {
        int n = box.estimates.size();
        Rational least = null;
        List<Rational> weights = box.variances.stream()
                .map(v -> Rational.ONE.divide(Rational.of(v.sup())))
                .toList();
        for (int choice = 0; choice < Math.pow(3, n); choice++) {
            Rational weight = Rational.ZERO;
            Rational sum = Rational.ZERO;
            int[] place = new int[n];
            int rest = choice;
            for (int i = 0; i < n; i++) {
                place[i] = rest % 3;
                rest /= 3;
                if (place[i] < 2) {
                    weight = weight.add(weights.get(i));
                    sum = sum.add(weights.get(i).multiply(end(box, i, place[i])));
                }
            }
            double common =
                    box.estimates.stream().mapToDouble(Interval::inf).max().orElseThrow();
            Rational shared = weight.signum() == 0 ? Rational.of(common) : sum.divide(weight);
            List<Rational> values = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                values.add(place[i] < 2 ? end(box, i, place[i]) : shared);
            }
            boolean possible = true;
            for (int i = 0; i < n; i++) {
                possible &= values.get(i).compareTo(end(box, i, 0)) >= 0
                        && values.get(i).compareTo(end(box, i, 1)) <= 0;
            }
            if (possible) {
                Rational q = q(values, weights);
                least = least == null || q.compareTo(least) < 0 ? q : least;
            }
        }
        return least;
    }

    private static Rational end(Box box, int i, int place) {
        Interval range = box.estimates.get(i);
        return Rational.of(place == 0 ? range.inf() : range.sup());
    }

    private static Rational q(List<Rational> values, List<Rational> weights) {
        Rational weight = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (int i = 0; i < values.size(); i++) {
            weight = weight.add(weights.get(i));
            sum = sum.add(weights.get(i).multiply(values.get(i)));
        }
        Rational mean = sum.divide(weight);
        Rational q = Rational.ZERO;
        for (int i = 0; i < values.size(); i++) {
            Rational d = values.get(i).subtract(mean);
            q = q.add(weights.get(i).multiply(d).multiply(d));
        }
        return q;
    }

    /** A choice from each range of many gives a Q inside, and I² with it. */
    @Property
    void anyChoiceLiesInside(@ForAll("claims") List<Interval> claims, @ForAll Random random) {
        List<Interval> estimates = claims.stream().map(Interval::log).toList();
        List<Interval> variances = claims.stream()
                .map(range -> {
                    double v = 0.01 + random.nextDouble();
                    return Interval.of(v, v * (1 + random.nextDouble()));
                })
                .toList();
        Heterogeneity all = Heterogeneity.of(estimates, variances);
        List<Rational> values = new ArrayList<>();
        List<Rational> weights = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            values.add(Rational.of(inside(estimates.get(i), random)));
            weights.add(Rational.ONE.divide(Rational.of(inside(variances.get(i), random))));
        }
        Rational q = q(values, weights);
        assertTrue(q.compareTo(Rational.of(all.q().range().inf())) >= 0);
        assertTrue(q.compareTo(Rational.of(all.q().range().sup())) <= 0);
        assertTrue(Interval.of(0, 1).contains(all.iSquared().range().inf()));
    }

    private static double inside(Interval range, Random random) {
        double value = range.inf() + random.nextDouble() * (range.sup() - range.inf());
        return Math.min(Math.max(value, range.inf()), range.sup());
    }

    /** Twenty-five equal ranges have 2²⁵ choices, but only 26 that differ: 12 at one end, 13 at the other. */
    @Test
    void equalRanges() {
        List<Interval> estimates = Collections.nCopies(25, Interval.of(0, 1));
        RangeEnclosure q = Heterogeneity.of(estimates, Collections.nCopies(25, Interval.of(1)))
                .q();
        assertTrue(q.settled());
        assertTight(Rational.of(12 * 13, 25), q.high());
        RangeEnclosure stopped = new WeightedSquares(estimates, Collections.nCopies(25, Interval.of(1))).range(1);
        assertTrue(!stopped.settled());
        assertTrue(stopped.high().contains(12 * 13 / 25.0));
    }

    /** Where the search is stopped, its bracket still holds: random ends have no greater Q. */
    @Test
    void stoppedSearch() {
        Random random = new Random(7);
        List<Interval> estimates = new ArrayList<>();
        List<Interval> variances = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double half = 1 + random.nextDouble() / 100;
            estimates.add(Interval.of(-half + random.nextDouble() / 100, half));
            variances.add(Interval.of(1 + random.nextInt(3)));
        }
        RangeEnclosure q = new WeightedSquares(estimates, variances).range(5);
        assertTrue(!q.settled());
        List<Rational> weights = variances.stream()
                .map(v -> Rational.ONE.divide(Rational.of(v.inf())))
                .toList();
        for (int round = 0; round < 20; round++) {
            List<Rational> values = estimates.stream()
                    .map(range -> Rational.of(random.nextBoolean() ? range.inf() : range.sup()))
                    .toList();
            assertTrue(q(values, weights).compareTo(Rational.of(q.high().sup())) <= 0);
        }
    }
}
