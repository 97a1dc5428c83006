package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/** Middle, radius, width, magnitude, mignitude, gap and the shared part of two ranges of counts. */
@Domain(Intervals.class)
class MeasurePropertiesTest {

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }

    /** Asserts that no other double is nearer to an exact value; it is the even one where two are equally near. */
    private static void assertNearest(BigDecimal expected, double actual) {
        BigDecimal error = expected.subtract(exact(actual)).abs();
        for (double other : new double[] {Math.nextDown(actual), Math.nextUp(actual)}) {
            if (Double.isFinite(other)) {
                int nearer = error.compareTo(expected.subtract(exact(other)).abs());
                assertTrue(
                        nearer < 0 || nearer == 0 && (Double.doubleToRawLongBits(actual) & 1) == 0,
                        () -> other + " is nearer than " + actual);
            }
        }
    }

    private static void assertSmallestAbove(BigDecimal expected, double actual) {
        assertTrue(actual == Double.POSITIVE_INFINITY || exact(actual).compareTo(expected) >= 0);
        assertTrue(exact(Math.nextDown(actual)).compareTo(expected) < 0, () -> actual + " is not the tightest");
    }

    @Property
    void middleIsNearest(@ForAll Interval x) {
        Assume.that(x.isCommon());
        assertNearest(exact(x.inf()).add(exact(x.sup())).divide(BigDecimal.valueOf(2)), x.mid());
        assertFalse(Exact.isNegativeZero(x.mid()));
    }

    @Property
    void middleIsAFiniteMember(@ForAll Interval x) {
        Assume.that(!x.isEmpty());
        assertTrue(x.contains(x.mid()));
    }

    @Property
    void radiusIsTheSmallestAboutTheMiddle(@ForAll Interval x) {
        Assume.that(x.isCommon());
        BigDecimal mid = exact(x.mid());
        assertSmallestAbove(mid.subtract(exact(x.inf())).max(exact(x.sup()).subtract(mid)), x.rad());
    }

    @Property
    void widthIsRoundedUp(@ForAll Interval x) {
        Assume.that(x.isCommon());
        assertSmallestAbove(exact(x.sup()).subtract(exact(x.inf())), x.wid());
    }

    @Property
    void unboundedIntervalsAreInfinitelyWide(@ForAll Interval x) {
        Assume.that(!x.isEmpty() && !x.isCommon());
        assertEquals(Double.POSITIVE_INFINITY, x.wid());
        assertEquals(Double.POSITIVE_INFINITY, x.rad());
        assertEquals(Double.POSITIVE_INFINITY, x.mag());
    }

    @Property
    void magnitudeAndMignitudeBoundTheAbsoluteValues(@ForAll Interval x, @ForAll double number) {
        if (x.contains(number)) {
            assertTrue(x.mig() <= Math.abs(number) && Math.abs(number) <= x.mag());
        }
        if (x.isCommon()) {
            assertTrue(x.contains(x.mag()) || x.contains(-x.mag()));
        }
        if (!x.isEmpty()) {
            assertTrue(x.contains(x.mig()) || x.contains(-x.mig()));
        }
    }

    @Property
    void gapIsNearest(@ForAll Interval x, @ForAll Interval y) {
        double gap = x.distance(y);
        if (x.isEmpty() || y.isEmpty()) {
            assertTrue(Double.isNaN(gap));
        } else if (!x.isDisjoint(y)) {
            assertEquals(0.0, gap);
        } else {
            Interval lower = x.precedes(y) ? x : y;
            Interval upper = x.precedes(y) ? y : x;
            BigDecimal exact = exact(upper.inf()).subtract(exact(lower.sup()));
            if (gap < Double.POSITIVE_INFINITY) {
                assertNearest(exact, gap);
            } else {
                assertTrue(exact.compareTo(exact(Double.MAX_VALUE)) > 0);
            }
        }
        assertEquals(gap, y.distance(x));
    }

    @Provide
    Arbitrary<Interval> small() {
        Arbitrary<Double> ends =
                Arbitraries.integers().between(-40, 40).withoutEdgeCases().map(quarters -> quarters / 4.0);
        return Combinators.combine(ends, ends).as(Intervals::between).injectDuplicates(0.1);
    }

    @Property
    void sharedPartIsFoundByCounting(@ForAll("small") Interval x, @ForAll("small") Interval y) {
        int both = 0;
        int either = 0;
        for (int number = -20; number <= 20; number++) {
            both += x.contains(number) && y.contains(number) ? 1 : 0;
            either += x.contains(number) || y.contains(number) ? 1 : 0;
        }
        assertEquals(
                either == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / either),
                x.wholeNumberOverlap(y));
    }

    @Property
    void sharedPartIsAPartAndSymmetric(@ForAll Interval x, @ForAll Interval y) {
        OptionalDouble shared = x.wholeNumberOverlap(y);
        assertEquals(shared, y.wholeNumberOverlap(x));
        boolean open = !x.isEmpty() && !x.isCommon() || !y.isEmpty() && !y.isCommon();
        assertTrue(!open || shared.isEmpty());
        shared.ifPresent(part -> assertTrue(0 <= part && part <= 1));
        if (x.isDisjoint(y)) {
            assertEquals(0, shared.orElse(0));
        }
    }

    /** Ranges whose counts have about as many bits as a double. */
    @Provide
    Arbitrary<Interval> large() {
        return Combinators.combine(Intervals.scaled(45, 56), Intervals.scaled(45, 56))
                .as(Intervals::between);
    }

    @Property
    void sharedPartOfLargeCountsIsNearest(@ForAll("large") Interval x, @ForAll("large") Interval y) {
        assertSharedPartNearest(x, y);
    }

    @Property
    void sharedPartIsNearest(@ForAll Interval x, @ForAll Interval y) {
        Assume.that(x.isCommon() && y.isCommon());
        assertSharedPartNearest(x, y);
    }

    /** The quotient of the counts, worked out as fractions for ends of any size. */
    private static void assertSharedPartNearest(Interval x, Interval y) {
        BigDecimal both = count(x.intersection(y));
        BigDecimal either = count(x).add(count(y)).subtract(both);
        OptionalDouble shared = x.wholeNumberOverlap(y);
        if (either.signum() == 0) {
            assertTrue(shared.isEmpty());
            return;
        }
        // Compared without division: |both − shared · either| is not more than half a unit of the last place.
        BigDecimal error =
                both.subtract(exact(shared.orElseThrow()).multiply(either)).abs();
        BigDecimal halfUnit =
                exact(Math.ulp(shared.orElseThrow())).multiply(either).divide(BigDecimal.valueOf(2));
        assertTrue(error.compareTo(halfUnit) <= 0);
    }

    private static BigDecimal count(Interval x) {
        return x.isEmpty()
                ? BigDecimal.ZERO
                : exact(Math.floor(x.sup())).subtract(exact(Math.ceil(x.inf()))).add(BigDecimal.ONE);
    }
}
