package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exponential, logarithms and real powers against values of more than fifty digits, which are computed here by other
 * series than in the library.
 */
@Domain(Intervals.class)
class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final MathContext WORKING = new MathContext(100, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** e^x as the 2^k-th power of the series for x / 2^k. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, x.precision() - x.scale()) * 4 + 8;
        BigDecimal reduced = x.divide(TWO.pow(halvings), WORKING);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int n = 1; term.signum() != 0 && term.precision() - term.scale() > -110; n++) {
            term = term.multiply(reduced, WORKING).divide(BigDecimal.valueOf(n), WORKING);
            sum = sum.add(term, WORKING);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, WORKING);
        }
        return sum;
    }

    /** ln x by Halley's iteration y + 2 (x − e^y) / (x + e^y), which trebles the digits of a double. */
    private static BigDecimal log(BigDecimal x, double size) {
        BigDecimal y = new BigDecimal(StrictMath.log(size));
        for (int i = 0; i < 3; i++) {
            BigDecimal power = exp(y);
            y = y.add(TWO.multiply(x.subtract(power)).divide(x.add(power), WORKING), WORKING);
        }
        return y;
    }

    private static BigDecimal log(double x) {
        return log(new BigDecimal(x), x);
    }

    /** What lies within 60 digits of a double is that double: the exact cases. */
    private static void assertTightest(BigDecimal value, Interval actual) {
        BigDecimal nearest = new BigDecimal(Math.min(Double.MAX_VALUE, value.doubleValue()));
        boolean exact = nearest.subtract(value).abs().compareTo(value.abs().scaleByPowerOfTen(-60)) <= 0;
        assertEquals(exact ? Interval.of(nearest, nearest) : Interval.of(value, value), actual);
    }

    @ParameterizedTest
    @CsvSource({
        // The On-Line Encyclopedia of Integer Sequences, oeis.org.
        "A002162, log 2,     0.69314718055994530941723212145817656807550013436025525",
        "A002391, log 3,     1.09861228866810969139524523692252570464749055782274945",
        "A002392, log 10,    2.30258509299404568401799145468436420760110148862877297",
        "A007524, log10 2,   0.30102999566398119521373889472449302676818988146210854",
        "A020857, log2 3,    1.58496250072115618145373894394781650875981440769248106",
        "A020862, log2 10,   3.32192809488736234787031942948939017586483139302458061",
        "A001113, exp 1,     2.71828182845904523536028747135266249775724709369995957",
        "A072334, exp 2,     7.38905609893065022723042746057500781318031557055184732",
        "A068985, exp -1,    0.36787944117144232159552377016146086744581113103176783",
        "A019774, exp 0.5,   1.64872127070012814684865078781416357165377610071014801",
        "A002193, pow 2 0.5, 1.41421356237309504880168872420969807856967187537694807",
        "A002193, hypot 1 1, 1.41421356237309504880168872420969807856967187537694807",
        "A010503, pow 2 -0.5, 0.70710678118654752440084436210484903928483593768847403",
    })
    void endsEnclosePublishedConstants(String origin, String operation, BigDecimal constant) {
        Interval actual = evaluate(operation);
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-constant.scale());
        assertTrue(new BigDecimal(actual.inf()).compareTo(constant.add(unit)) <= 0, origin);
        assertTrue(new BigDecimal(actual.sup()).compareTo(constant.subtract(unit)) >= 0, origin);
        assertEquals(Math.nextUp(actual.inf()), actual.sup(), origin);
    }

    private static Interval evaluate(String operation) {
        String[] words = operation.split(" ");
        Interval x = Interval.of(Double.parseDouble(words[1]));
        return switch (words[0]) {
            case "exp" -> x.exp();
            case "log" -> x.log();
            case "log2" -> x.log2();
            case "log10" -> x.log10();
            case "pow" -> x.pow(Interval.of(Double.parseDouble(words[2])));
            default -> x.hypot(Interval.of(Double.parseDouble(words[2])));
        };
    }

    @Provide
    Arbitrary<Double> exponents() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-760, 760).ofScale(3).map(x -> x),
                Intervals.scaled(-50, 10).filter(x -> Math.abs(x) < 760),
                Intervals.scaled(-100, -40));
    }

    @Property
    void exponentialIsTightest(@ForAll("exponents") double x) {
        assertTightest(exp(new BigDecimal(x)), Interval.of(x).exp());
    }

    @Provide
    Arbitrary<Double> positives() {
        return Arbitraries.oneOf(
                        Intervals.scaled(-1074, 1023),
                        Intervals.scaled(-4, 4),
                        Intervals.scaled(-53, -20).map(difference -> 1 + difference),
                        Arbitraries.integers().between(1, 100_000).map(Integer::doubleValue))
                .map(Math::abs)
                .filter(x -> x > 0 && x <= Double.MAX_VALUE);
    }

    @Property
    void logarithmsAreTightest(@ForAll("positives") double x) {
        BigDecimal log = log(x);
        assertTightest(log, Interval.of(x).log());
        assertTightest(log.divide(log(2), WORKING), Interval.of(x).log2());
        assertTightest(log.divide(log(10), WORKING), Interval.of(x).log10());
    }

    @Property
    void powersAreTightest(@ForAll("positives") double x, @ForAll("powers") double y) {
        BigDecimal power = new BigDecimal(y).multiply(log(x), WORKING);
        double size = power.doubleValue();
        if (Math.abs(size) < 740 && Math.abs(size) > 0x1p-150) {
            assertTightest(exp(power), Interval.of(x).pow(Interval.of(y)));
        }
    }

    @Provide
    Arbitrary<Double> powers() {
        return Arbitraries.oneOf(
                Intervals.scaled(-12, 8),
                Intervals.scaled(-60, 60),
                Arbitraries.integers().between(-40, 40).map(n -> n / 4.0),
                Intervals.counts());
    }

    @Property
    void wholePowersAreThoseOfTheExactPower(@ForAll("positives") double x, @ForAll("wholes") int n) {
        assertEquals(Interval.of(x).pow(n), Interval.of(x).pow(Interval.of(n)));
        assertEquals(Interval.of(x).sqrt(), Interval.of(x).pow(Interval.of(0.5)));
    }

    @Provide
    Arbitrary<Integer> wholes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-60, 60), Arbitraries.integers().between(-2000, 2000));
    }

    @Provide
    Arbitrary<RootOfPower> rootsOfPowers() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 300).map(odd -> 2 * odd + 1),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.integers().between(0, 5))
                .as(RootOfPower::new);
    }

    record RootOfPower(int odd, int scale, int halvings) {}

    /** (r^(2^k))^(1/2^k) is r where the power is a double. */
    @Property
    void rootsOfPowersArePoints(@ForAll("rootsOfPowers") RootOfPower root) {
        double r = Math.scalb((double) root.odd, root.scale);
        int degree = 1 << root.halvings;
        BigDecimal power = new BigDecimal(r).pow(degree);
        if (new BigDecimal(power.doubleValue()).compareTo(power) == 0) {
            assertEquals(Interval.of(r), Interval.of(power.doubleValue()).pow(Interval.of(1.0 / degree)));
        }
    }

    /** On intervals: the ends are those of the points where the function is least and greatest. */
    @Property
    void functionsRiseFromEndToEnd(@ForAll("positives") double x, @ForAll("positives") double y) {
        double low = Math.min(x, y);
        double high = Math.max(x, y);
        for (UnaryOperator<Interval> function :
                List.<UnaryOperator<Interval>>of(Interval::exp, Interval::log, Interval::log2, Interval::log10)) {
            Interval whole = function.apply(Interval.of(low, high));
            assertEquals(function.apply(Interval.of(low)).inf(), whole.inf());
            assertEquals(function.apply(Interval.of(high)).sup(), whole.sup());
        }
    }

    @Property
    void powerOfAnIntervalHoldsThoseOfItsNumbers(
            @ForAll Interval x, @ForAll Interval y, @ForAll("positives") double a, @ForAll("powers") double b) {
        Interval base = x.convexHull(Interval.of(a));
        Interval exponent = y.convexHull(Interval.of(b));
        Interval all = base.pow(exponent);
        assertTrue(Interval.of(a).pow(Interval.of(b)).isSubset(all));
        Interval corners = Interval.EMPTY;
        if (base.isCommon() && exponent.isCommon() && base.inf() > 0) {
            for (double end : new double[] {base.inf(), base.sup()}) {
                for (double power : new double[] {exponent.inf(), exponent.sup()}) {
                    corners = corners.convexHull(Interval.of(end).pow(Interval.of(power)));
                }
            }
            assertEquals(corners, all);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp   | [0, 0]          | [1, 1]",
                "exp   | [-Infinity, 0]  | [0, 1]",
                "exp   | [0, Infinity]   | [1, Infinity]",
                "exp   | [entire]        | [0, Infinity]",
                "log   | [1, 1]          | [0, 0]",
                "log   | [0, 1]          | [-Infinity, 0]",
                "log   | [-5, 1]         | [-Infinity, 0]",
                "log   | [1, Infinity]   | [0, Infinity]",
                "log   | [-1, 0]         | [empty]",
                "log   | [-2, -1]        | [empty]",
                "log2  | [0.125, 1024]   | [-3, 10]",
                "log2  | [0, 8]          | [-Infinity, 3]",
                "log2  | [2, Infinity]   | [1, Infinity]",
                "log2  | [0, 0]          | [empty]",
                "log2  | [0x1p-1074, 0x1p1023] | [-1074, 1023]",
                "log10 | [1, 1000]       | [0, 3]",
                "log10 | [1e21, 1e22]    | [21, 22]",
                "log10 | [-1, 10]        | [-Infinity, 1]",
                "log10 | [100, Infinity] | [2, Infinity]",
                "log10 | [-1, 0]         | [empty]",
            })
    void exactEndsAndDomains(String function, String x, String expected) {
        Interval argument = Interval.parse(x);
        Interval actual = switch (function) {
            case "exp" -> argument.exp();
            case "log" -> argument.log();
            case "log2" -> argument.log2();
            default -> argument.log10();
        };
        assertEquals(Interval.parse(expected), actual);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // IEEE 1788-2015, 9.1: x^y for x > 0, and for x = 0 and y > 0.
                "[0, 0]          | [0, 0]     | [empty]",
                "[0, 0]          | [-2, 0]    | [empty]",
                "[0, 0]          | [-2, 1]    | [0, 0]",
                "[0, 0]          | [entire]   | [0, 0]",
                "[-2, -1]        | [2, 2]     | [empty]",
                "[-2, 0]         | [1, 2]     | [0, 0]",
                "[-2, 3]         | [2, 2]     | [0, 9]",
                "[0, 2]          | [0, 0]     | [1, 1]",
                "[0, 2]          | [-1, 0]    | [0.5, Infinity]",
                "[0, 2]          | [-1, 1]    | [0, Infinity]",
                "[0, 2]          | [0, 3]     | [0, 8]",
                "[0, 0.5]        | [0, 1]     | [0, 1]",
                "[0, 0.5]        | [-2, -1]   | [2, Infinity]",
                "[2, 4]          | [-1, 0.5]  | [0.25, 2]",
                "[0.25, 4]       | [-1, 2]    | [0.0625, 16]",
                "[1, 1]          | [entire]   | [1, 1]",
                "[1, Infinity]   | [-1, 0]    | [0, 1]",
                "[1, Infinity]   | [0, 1]     | [1, Infinity]",
                "[2, Infinity]   | [1, Infinity] | [2, Infinity]",
                "[0.5, 1]        | [1, Infinity] | [0, 1]",
                "[0.5, 1]        | [-Infinity, -1] | [1, Infinity]",
                "[0, 0.5]        | [-Infinity, -1] | [2, Infinity]",
                "[entire]        | [entire]   | [0, Infinity]",
                "[0.0625, 0.0625] | [0.75, 0.75] | [0.125, 0.125]",
                "[0.0625, 0.0625] | [-1.25, -1.25] | [32, 32]",
                "[9, 9]          | [1.5, 1.5] | [27, 27]",
                "[2, 2]          | [1023, 1023] | [0x1p1023, 0x1p1023]",
                "[2, 2]          | [-1074, -1074] | [0x1p-1074, 0x1p-1074]",
                "[2, 2]          | [1024, 1024] | [0x1.fffffffffffffp1023, Infinity]",
                "[2, 2]          | [-1075, -1075] | [0, 0x1p-1074]",
                "[2, 2]          | [0x1p1000, 0x1p1000] | [0x1.fffffffffffffp1023, Infinity]",
                "[4, 4]          | [-0x1p60, -0x1p60] | [0, 0x1p-1074]",
                "[3, 3]          | [-1, -1]   | [1/3]",
                "[3, 3]          | [800, 800] | [0x1.fffffffffffffp1023, Infinity]",
                "[3, 3]          | [0x1p-80, 0x1p-80] | [1, 0x1.0000000000001p0]",
                "[3, 3]          | [-0x1p-80, -0x1p-80] | [0x0.fffffffffffff8p0, 1]",
            })
    void powersAtTheEdges(String base, String exponent, String expected) {
        assertEquals(Interval.parse(expected), Interval.parse(base).pow(Interval.parse(exponent)));
    }

    @Test
    void exponentialsOutOfRange() {
        assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.of(710).exp());
        assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.of(751).exp());
        assertEquals(
                Interval.of(Double.MAX_VALUE, INFINITY),
                Interval.of(Double.MAX_VALUE).exp());
        assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.of(-746).exp());
        assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.of(-751).exp());
        assertEquals(
                Interval.of(0, Double.MIN_VALUE), Interval.of(-Double.MAX_VALUE).exp());
        assertEquals(
                Interval.of(1, Math.nextUp(1.0)), Interval.of(Double.MIN_VALUE).exp());
        assertEquals(
                Interval.of(Math.nextDown(1.0), 1),
                Interval.of(-Double.MIN_VALUE).exp());
    }

    @Test
    void hypotenusesOfWholeTrianglesArePoints() {
        assertEquals(Interval.of(5), Interval.of(3).hypot(Interval.of(-4)));
        assertEquals(Interval.of(0), Interval.of(0).hypot(Interval.of(0)));
        assertEquals(Interval.of(0, 5), Interval.of(-3, 1).hypot(Interval.of(-1, 4)));
        assertEquals(Interval.of(0x5p1000), Interval.of(0x3p1000).hypot(Interval.of(0x4p1000)));
        assertEquals(Interval.of(0x5p-1074), Interval.of(0x3p-1074).hypot(Interval.of(0x4p-1074)));
        assertEquals(
                Interval.of(Double.MAX_VALUE, INFINITY),
                Interval.of(Double.MAX_VALUE).hypot(Interval.of(1)));
        assertEquals(Interval.of(5, INFINITY), Interval.of(3, INFINITY).hypot(Interval.of(4)));
    }
}
