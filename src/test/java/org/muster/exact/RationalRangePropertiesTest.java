package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.muster.interval.Interval;

/** Ranges of ratios: against brute force over small ranges, and tightness of what is written. */
class RationalRangePropertiesTest {

    /** Stands for no end, and 1 / MANY for a divisor that goes to 0. */
    private static final double MANY = 1e6;

    @Provide
    static Arbitrary<List<Interval>> small() {
        Arbitrary<Integer> ends = Arbitraries.of(0, 0, 1, 2, 3, 5, 7);
        Arbitrary<Interval> range = Combinators.combine(
                        ends, ends, Arbitraries.integers().between(0, 4))
                .as((x, y, open) -> Interval.of(Math.min(x, y), open == 0 ? Double.POSITIVE_INFINITY : Math.max(x, y)));
        return range.list().ofMinSize(1).ofMaxSize(2);
    }

    /** The ends of a range, what lies between, and what it comes near to. */
    private static List<Double> points(Interval range) {
        List<Double> points = new ArrayList<>();
        double last = Math.min(range.sup(), MANY);
        for (double x = range.inf(); x <= Math.min(last, range.inf() + 8); x += 0.5) {
            points.add(x);
        }
        points.add(last);
        if (range.inf() == 0 && last > 0) {
            points.add(1 / MANY);
        }
        return points;
    }

    private static List<Double> products(List<Interval> ranges) {
        List<Double> products = List.of(1.0);
        for (Interval range : ranges) {
            List<Double> longer = new ArrayList<>();
            for (double product : products) {
                for (double point : points(range)) {
                    longer.add(product * point);
                }
            }
            products = longer;
        }
        return products;
    }

    @Property
    void quotientIsTheHullOfAllRatios(
            @ForAll("small") List<Interval> numerators, @ForAll("small") List<Interval> denominators) {
        RationalRange range = RationalRange.quotient(numerators, denominators);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        List<Double> divisors = products(denominators);
        for (double x : products(numerators)) {
            for (double y : divisors) {
                if (y != 0) {
                    least = Math.min(least, x / y);
                    most = Math.max(most, x / y);
                }
            }
        }
        if (most < 0) { // no divisor but 0: no ratio is ruled out
            assertEquals(RationalRange.ANY, range);
            return;
        }
        Interval found = range.toInterval();
        assertTrue(found.inf() <= least, () -> "too narrow: " + range);
        assertTrue(found.sup() >= most, () -> "too narrow: " + range);
        double near = least;
        assertTrue(near - found.inf() < 1e-3, () -> "not tight below: " + range + " least " + near);
        double far = most;
        assertTrue(
                found.sup() == Double.POSITIVE_INFINITY ? far > 1e4 : found.sup() - far < 1e-3,
                () -> "not tight above: " + range + " most " + far);
    }

    @Property
    @Domain(Rationals.class)
    void endsAreExact(@ForAll Interval x, @ForAll Interval y) {
        RationalRange range = RationalRange.quotient(List.of(x), List.of(y));
        if (Double.isInfinite(y.sup()) || y.sup() == 0) {
            assertEquals(Rational.ZERO, range.low());
        } else {
            assertEquals(
                    Fraction.of(x.inf()).dividedBy(Fraction.of(y.sup())).reduced(),
                    range.low().toString());
        }
        if (x.isCommon() && y.inf() > 0) {
            assertEquals(
                    Fraction.of(x.sup()).dividedBy(Fraction.of(y.inf())).reduced(),
                    range.high().orElseThrow().toString());
        }
    }

    @Property
    @Domain(Rationals.class)
    void noTighterDoublesEnclose(@ForAll Interval x, @ForAll Interval y) {
        RationalRange range = RationalRange.quotient(List.of(x), List.of(y));
        Interval doubles = range.toInterval();
        Rational low = range.low();
        assertTrue(Rational.of(doubles.inf()).compareTo(low) <= 0);
        double tighter = Math.nextUp(doubles.inf());
        assertTrue(Double.isInfinite(tighter) || Rational.of(tighter).compareTo(low) > 0, () -> doubles + " " + range);
        if (range.high().isEmpty()) {
            assertEquals(Double.POSITIVE_INFINITY, doubles.sup());
        } else {
            Rational high = range.high().get();
            assertTrue(Double.isInfinite(doubles.sup())
                    || Rational.of(doubles.sup()).compareTo(high) >= 0);
            double closer = Math.nextDown(doubles.sup());
            assertTrue(Rational.of(closer).compareTo(high) < 0, () -> doubles + " " + range);
        }
    }

    @Property
    @Domain(Rationals.class)
    void textIsOutward(@ForAll Interval x, @ForAll Interval y) {
        RationalRange range = RationalRange.quotient(List.of(x), List.of(y));
        Fraction low = Fraction.of(range.lowText(6));
        assertTrue(low.compareTo(of(range.low())) <= 0);
        if (range.high().isEmpty()) {
            assertEquals("Infinity", range.highText(6));
        } else {
            assertTrue(Fraction.of(range.highText(6)).compareTo(of(range.high().get())) >= 0);
        }
    }

    private static Fraction of(Rational value) {
        String[] parts = value.toString().split("/", 2);
        return parts.length == 1 ? Fraction.of(parts[0]) : Fraction.of(parts[0]).dividedBy(Fraction.of(parts[1]));
    }

    @Property
    @Domain(Rationals.class)
    void hullHoldsBothAndNoMore(@ForAll Interval x, @ForAll Interval y, @ForAll Interval z) {
        RationalRange a = RationalRange.quotient(List.of(x), List.of(y));
        RationalRange b = RationalRange.quotient(List.of(z), List.of(y));
        RationalRange hull = a.convexHull(b);
        assertEquals(a.low().compareTo(b.low()) < 0 ? a.low() : b.low(), hull.low());
        Optional<Rational> high = a.high().isEmpty() || b.high().isEmpty()
                ? Optional.empty()
                : a.high().get().compareTo(b.high().get()) > 0 ? a.high() : b.high();
        assertEquals(high, hull.high());
        assertEquals(hull, b.convexHull(a));
        assertEquals(a, a.convexHull(a));
    }

    @Example
    void sovietAgainstJapaneseCountOfTheKilled() {
        // 83737 / 21389 = 3.914956…
        RationalRange range = RationalRange.quotient(List.of(Interval.of(83737)), List.of(Interval.of(21389)));
        assertEquals("3.91495", range.lowText(6));
        assertEquals("3.91496", range.highText(6));
        assertEquals("[3.91495, 3.91496]", range.toString());
    }

    @Example
    void aDecimalThatIsNoDoubleIsWrittenExactly() {
        // 3704 / 400 = 9.26
        RationalRange range = RationalRange.quotient(List.of(Interval.of(3704)), List.of(Interval.of(400)));
        assertEquals("[9.26, 9.26]", range.toString());
    }

    @Example
    void whatIsNoRangeOfCountsIsRefused() {
        Interval one = Interval.of(1);
        Interval none = Interval.of(0);
        for (Interval bad : List.of(Interval.EMPTY, Interval.of(-1, 1), Interval.ENTIRE)) {
            for (List<Interval> ranges : List.of(List.of(bad), List.of(none, bad), List.of(bad, one))) {
                assertThrows(IllegalArgumentException.class, () -> RationalRange.quotient(ranges, List.of(one)));
                assertThrows(IllegalArgumentException.class, () -> RationalRange.quotient(List.of(one), ranges));
                assertThrows(IllegalArgumentException.class, () -> RationalRange.quotient(ranges, List.of(none)));
            }
        }
        assertThrows(
                IllegalArgumentException.class, () -> new RationalRange(Rational.of(2), Optional.of(Rational.of(1))));
        assertThrows(IllegalArgumentException.class, () -> new RationalRange(Rational.of(-1), Optional.empty()));
    }
}
