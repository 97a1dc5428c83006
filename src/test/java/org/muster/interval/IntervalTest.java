package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of battles, the tables of IEEE 1788-2015, and what is refused. */
class IntervalTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    // Making one.

    @ParameterizedTest
    @CsvSource({
        "NaN, 1, low: NaN is not the end of an interval",
        "1, NaN, high: NaN is not the end of an interval",
        "2, 1, low: 2.0 is above high: 1.0",
        "Infinity, Infinity, low: no real number lies above Infinity",
        "-Infinity, -Infinity, high: no real number lies below -Infinity",
        "Infinity, -Infinity, low: no real number lies above Infinity",
    })
    void endsThatBoundNothingAreRefused(double low, double high, String message) {
        assertRefused(message, () -> Interval.of(low, high));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void pointsThatAreNoNumbersAreRefused(double point) {
        assertRefused("point: " + point + " is not a real number", () -> Interval.of(point));
    }

    @Test
    void decimalEndsInTheWrongOrderAreRefused() {
        assertRefused("low: 0.2 is above high: 0.1", () -> Interval.of(new BigDecimal("0.2"), new BigDecimal("0.1")));
    }

    @Test
    void nullIsRefusedByName() {
        assertEquals(
                "text",
                assertThrows(NullPointerException.class, () -> Interval.parse(null))
                        .getMessage());
        assertEquals(
                "low",
                assertThrows(NullPointerException.class, () -> Interval.of(null, BigDecimal.ONE))
                        .getMessage());
        assertEquals(
                "high",
                assertThrows(NullPointerException.class, () -> Interval.of(BigDecimal.ONE, null))
                        .getMessage());
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    @Test
    void negativeZeroIsZero() {
        Interval zero = Interval.of(-0.0);
        assertEquals(Interval.of(0), zero);
        assertEquals(Interval.of(0).hashCode(), zero.hashCode());
        assertFalse(Exact.isNegativeZero(zero.inf()));
        assertFalse(Exact.isNegativeZero(zero.sup()));
        assertFalse(Exact.isNegativeZero(Interval.of(-0.0, 1).inf()));
        assertFalse(Exact.isNegativeZero(Interval.of(-1, -0.0).sup()));
    }

    @Test
    void hugeDecimalExponentsAreSettledByTheirSize() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(
                    Interval.of(Double.MAX_VALUE, INFINITY),
                    Interval.of(new BigDecimal("1e999999999"), new BigDecimal("1e999999999")));
            assertEquals(
                    Interval.of(-Double.MIN_VALUE, Double.MIN_VALUE),
                    Interval.of(new BigDecimal("-1e-999999999"), new BigDecimal("1e-999999999")));
        });
    }

    // Kinds.

    @Test
    void kindsAreToldApart() {
        assertTrue(Interval.EMPTY.isEmpty());
        assertTrue(Interval.ENTIRE.isEntire());
        assertFalse(Interval.of(0, INFINITY).isEntire());
        assertFalse(Interval.of(-INFINITY, 0).isEntire());
        assertFalse(Interval.EMPTY.isEntire());
        assertTrue(Interval.of(80).isSingleton());
        assertFalse(Interval.of(80, 81).isSingleton());
        assertFalse(Interval.EMPTY.isSingleton());
        assertTrue(Interval.of(9780, 12031).isCommon());
        assertFalse(Interval.of(300, INFINITY).isCommon());
        assertFalse(Interval.of(-INFINITY, 300).isCommon());
        assertFalse(Interval.EMPTY.isCommon());
    }

    @Test
    void emptySetHasTheEndsOfTheStandard() {
        assertEquals(INFINITY, Interval.EMPTY.inf());
        assertEquals(-INFINITY, Interval.EMPTY.sup());
        assertTrue(Double.isNaN(Interval.EMPTY.mid()));
        assertTrue(Double.isNaN(Interval.EMPTY.rad()));
        assertTrue(Double.isNaN(Interval.EMPTY.wid()));
        assertTrue(Double.isNaN(Interval.EMPTY.mag()));
        assertTrue(Double.isNaN(Interval.EMPTY.mig()));
    }

    @Test
    void infinityAndNaNAreNoMembers() {
        assertFalse(Interval.ENTIRE.contains(INFINITY));
        assertFalse(Interval.ENTIRE.contains(-INFINITY));
        assertFalse(Interval.ENTIRE.contains(Double.NaN));
        assertTrue(Interval.ENTIRE.contains(Double.MAX_VALUE));
        assertTrue(Interval.ENTIRE.contains(-Double.MAX_VALUE));
    }

    @Test
    void equalityIsOfSetsOnly() {
        assertNotEquals(Interval.of(1, 2), "[1, 2]");
        assertNotEquals(Interval.of(1, 2), Interval.of(1, 3));
        assertNotEquals(Interval.of(0, 2), Interval.of(1, 2));
        assertNotEquals(Interval.of(1, 2).hashCode(), Interval.of(2, 3).hashCode());
        assertNotEquals(Interval.EMPTY, Interval.of(1));
        assertNotEquals(Interval.of(1), Interval.EMPTY);
        assertNotEquals(Interval.of(1, 2), null);
    }

    // Arithmetic.

    /**
     * Killed in Manchuria in 1945: Soviet 9,780 to 12,031; Japanese 21,389 by the Japanese and 83,737 by the Soviet
     * count.
     */
    @Test
    void ratioOfLossesIsEnclosed() {
        Interval ratio = Interval.of(83737).divide(Interval.of(21389));
        assertEquals("3.91495", Decimals.down(ratio.inf(), 6));
        assertEquals("3.91496", Decimals.up(ratio.sup(), 6));
        assertEquals(Interval.of(31169, 95768), Interval.of(9780, 12031).add(Interval.of(21389, 83737)));
    }

    /**
     * The cases of 0 in the divisor, and what IEEE 1788-2015 (table 9.1, div: x / y over y other than 0) makes of them.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2]     | [0, 0]     | [empty]",
                "[0, 0]     | [0, 0]     | [empty]",
                "[-1, 1]    | [0, 0]     | [empty]",
                "[0, 0]     | [-1, 1]    | [0, 0]",
                "[0, 0]     | [0, 1]     | [0, 0]",
                "[0, 0]     | [entire]   | [0, 0]",
                "[1, 2]     | [-1, 1]    | [entire]",
                "[-2, -1]   | [-1, 1]    | [entire]",
                "[0, 1]     | [-1, 1]    | [entire]",
                "[1, 2]     | [0, 4]     | [0.25, Infinity]",
                "[1, 2]     | [-4, 0]    | [-Infinity, -0.25]",
                "[-2, -1]   | [0, 4]     | [-Infinity, -0.25]",
                "[-2, -1]   | [-4, 0]    | [0.25, Infinity]",
                "[-1, 1]    | [0, 4]     | [entire]",
                "[-1, 1]    | [-4, 0]    | [entire]",
                "[0, 1]     | [0, 4]     | [0, Infinity]",
                "[0, 1]     | [-4, 0]    | [-Infinity, 0]",
                "[-1, 0]    | [0, 4]     | [-Infinity, 0]",
                "[-1, 0]    | [-4, 0]    | [0, Infinity]",
                "[1, 2]     | [0,]       | [0, Infinity]",
                "[1, 2]     | [4,]       | [0, 0.5]",
                "[1,]       | [4,]       | [0, Infinity]",
                "[-6, 4]    | [2, 4]     | [-3, 2]",
                "[-6, 4]    | [-4, -2]   | [-2, 3]",
                "[entire]   | [1, 2]     | [entire]",
                "[empty]    | [1, 2]     | [empty]",
                "[1, 2]     | [empty]    | [empty]",
            })
    void divisionByIntervalsWithZero(String dividend, String divisor, String quotient) {
        assertEquals(Interval.parse(quotient), Interval.parse(dividend).divide(Interval.parse(divisor)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2, 3]   | [4, 5]   | [8, 15]",
                "[2, 3]   | [-5, 4]  | [-15, 12]",
                "[2, 3]   | [-5, -4] | [-15, -8]",
                "[-3, 2]  | [4, 5]   | [-15, 10]",
                "[-3, 2]  | [-5, 4]  | [-12, 15]",
                "[-3, 2]  | [-4, 7]  | [-21, 14]",
                "[-3, 2]  | [-5, -4] | [-10, 15]",
                "[-3, -2] | [4, 5]   | [-15, -8]",
                "[-3, -2] | [-5, 4]  | [-12, 15]",
                "[-3, -2] | [-5, -4] | [8, 15]",
                "[0, 0]   | [entire] | [0, 0]",
                "[0, 0]   | [empty]  | [empty]",
                "[empty]  | [0, 0]   | [empty]",
                "[0, 2]   | [3,]     | [0, Infinity]",
            })
    void productsOfAllSigns(String first, String second, String product) {
        assertEquals(Interval.parse(product), Interval.parse(first).multiply(Interval.parse(second)));
    }

    @Test
    void resultsBeyondTheGreatestDoubleKeepAFiniteEnd() {
        Interval greatest = Interval.of(Double.MAX_VALUE);
        Interval beyond = Interval.of(Double.MAX_VALUE, INFINITY);
        assertEquals(beyond, greatest.add(greatest));
        assertEquals(beyond, greatest.multiply(greatest));
        assertEquals(beyond, greatest.divide(Interval.of(0.5)));
        assertEquals(beyond.negate(), greatest.negate().subtract(greatest));
        Interval least = Interval.of(Double.MIN_VALUE);
        assertEquals(Interval.of(0, Double.MIN_VALUE), least.multiply(least));
        assertEquals(Interval.of(-Double.MIN_VALUE, 0), least.multiply(least.negate()));
        assertEquals(Interval.of(0, Double.MIN_VALUE), least.divide(Interval.of(2)));
    }

    @Test
    void squareRootTakesWhatHasOne() {
        assertEquals(Interval.of(0, 2), Interval.of(-1, 4).sqrt());
        assertEquals(Interval.EMPTY, Interval.of(-2, -1).sqrt());
        assertEquals(Interval.ENTIRE.max(Interval.of(0)), Interval.ENTIRE.sqrt());
        assertEquals(Interval.of(0), Interval.of(-1, 0).sqrt());
    }

    /** IEEE 1788-2015, table 9.1, pown, and its limits at 0 and infinity. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[-3, 2]  | 2   | [0, 9]",
                "[-3, 2]  | 3   | [-27, 8]",
                "[-3, -2] | 2   | [4, 9]",
                "[0, 0]   | 0   | [1, 1]",
                "[entire] | 0   | [1, 1]",
                "[empty]  | 0   | [empty]",
                "[0, 0]   | -1  | [empty]",
                "[0, 0]   | -2  | [empty]",
                "[0, 4]   | -1  | [0.25, Infinity]",
                "[-4, 0]  | -1  | [-Infinity, -0.25]",
                "[-4, 0]  | -2  | [0.0625, Infinity]",
                "[-2, 4]  | -1  | [entire]",
                "[-2, 4]  | -2  | [0.0625, Infinity]",
                "[2,]     | -3  | [0, 0.125]",
                "[,-2]    | -3  | [-0.125, 0]",
                "[entire] | -1  | [entire]",
                "[entire] | -2  | [0, Infinity]",
                "[entire] | 4   | [0, Infinity]",
                "[,2]     | 3   | [-Infinity, 8]",
                "[1, 1]   | -2147483648 | [1, 1]",
                "[-1, -1] | -2147483648 | [1, 1]",
                "[-1, -1] | 2147483647  | [-1, -1]",
            })
    void wholePowers(String base, int exponent, String power) {
        assertEquals(Interval.parse(power), Interval.parse(base).pow(exponent));
    }

    @Test
    void powersNearTheGreatestDoubleAreExact() {
        assertEquals(Interval.of(0x1.2p1023), Interval.of(0x1.8p511).pow(2));
        assertEquals(
                Interval.of(Double.MAX_VALUE, INFINITY), Interval.of(0x1.8p512).pow(2));
        assertEquals(Interval.of(0x1p1023), Interval.of(0x1p-1023).pow(-1));
        assertEquals(Interval.of(Double.MIN_VALUE), Interval.of(0x1p-537).pow(2));
    }

    @Test
    void enormousPowersEndQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Interval beyond = Interval.of(Double.MAX_VALUE, INFINITY);
            Interval vanishing = Interval.of(0, Double.MIN_VALUE);
            assertEquals(beyond, Interval.of(1e300).pow(1_000_000));
            assertEquals(vanishing, Interval.of(1e300).pow(-1_000_000));
            assertEquals(vanishing, Interval.of(2).pow(Integer.MIN_VALUE));
            assertEquals(vanishing, Interval.of(3).pow(Integer.MIN_VALUE));
            assertEquals(beyond, Interval.of(Double.MIN_VALUE).pow(Integer.MIN_VALUE));
            assertEquals(beyond.negate(), Interval.of(-3).pow(Integer.MAX_VALUE));
            // (1 + 2^-52)^(2^31 - 1) = exp((2^31 - 1) · ln(1 + 2^-52)) = 1 + 4.76837...e-7
            Interval grown = Interval.of(Math.nextUp(1.0)).pow(Integer.MAX_VALUE);
            double expected = Math.exp(Integer.MAX_VALUE * Math.log1p(Math.ulp(1.0)));
            assertEquals(Math.nextUp(grown.inf()), grown.sup());
            assertEquals(expected, grown.inf(), 2 * Math.ulp(1.0));
        });
    }

    // Measures.

    /** Worked out from the definitions in IEEE 1788-2015, table 9.2. */
    @Test
    void middleAndRadiusAtTheEdges() {
        double tiny = Double.MIN_VALUE;
        assertEquals(0, Interval.ENTIRE.mid());
        assertEquals(Double.MAX_VALUE, Interval.of(0, INFINITY).mid());
        assertEquals(-Double.MAX_VALUE, Interval.of(-INFINITY, 1.2).mid());
        assertEquals(0, Interval.of(-Double.MAX_VALUE, Double.MAX_VALUE).mid());
        assertEquals(Double.MAX_VALUE, Interval.of(Double.MAX_VALUE).mid());
        assertEquals(2 * tiny, Interval.of(tiny, 3 * tiny).mid());
        assertEquals(0.0, Interval.of(-2 * tiny, tiny).mid());
        assertEquals(0.0, Interval.of(-tiny, 2 * tiny).mid());
        assertEquals(2 * tiny, Interval.of(-2 * tiny, tiny).rad());
        assertEquals(0x1p-51, Interval.of(1, 1 + 3 * 0x1p-52).rad());
    }

    @Test
    void mignitudeIsTheDistanceFromZero() {
        assertEquals(0, Interval.of(-4, 2).mig());
        assertEquals(2, Interval.of(-4, -2).mig());
        assertEquals(1, Interval.of(1, INFINITY).mig());
        assertEquals(0, Interval.of(0, 3).mig());
        assertEquals(0, Interval.of(-3, 0).mig());
    }

    @Test
    void gapIsZeroWhereRangesTouch() {
        assertEquals(9358, Interval.of(9780, 12031).distance(Interval.of(21389, 83737)));
        assertEquals(9358, Interval.of(21389, 83737).distance(Interval.of(9780, 12031)));
        assertEquals(0, Interval.of(1, 2).distance(Interval.of(2, 3)));
        assertEquals(0, Interval.of(1, INFINITY).distance(Interval.of(2, 3)));
        assertTrue(Double.isNaN(Interval.EMPTY.distance(Interval.of(2, 3))));
        assertTrue(Double.isNaN(Interval.of(2, 3).distance(Interval.EMPTY)));
    }

    @Test
    void sharedPartOfCounts() {
        assertEquals(OptionalDouble.of(51.0 / 201), Interval.of(100, 200).wholeNumberOverlap(Interval.of(150, 300)));
        assertEquals(OptionalDouble.of(1), Interval.of(80).wholeNumberOverlap(Interval.of(80)));
        assertEquals(OptionalDouble.of(0), Interval.of(80).wholeNumberOverlap(Interval.of(81)));
        assertEquals(OptionalDouble.empty(), Interval.of(300, INFINITY).wholeNumberOverlap(Interval.of(400)));
        assertEquals(OptionalDouble.empty(), Interval.of(400).wholeNumberOverlap(Interval.of(-INFINITY, 3)));
        assertEquals(OptionalDouble.empty(), Interval.of(0.2, 0.8).wholeNumberOverlap(Interval.of(0.5)));
        assertEquals(OptionalDouble.empty(), Interval.EMPTY.wholeNumberOverlap(Interval.EMPTY));
        assertEquals(OptionalDouble.of(0), Interval.EMPTY.wholeNumberOverlap(Interval.of(80)));
        assertEquals(OptionalDouble.of(0), Interval.of(1e300).wholeNumberOverlap(Interval.EMPTY));
        // 2^60 + 1 whole numbers of 2^61 + 1 in all
        assertEquals(OptionalDouble.of(0.5), Interval.of(0, 0x1p60).wholeNumberOverlap(Interval.of(0, 0x1p61)));
        // One whole number of 2^54 + 1
        assertEquals(OptionalDouble.of(0x1p-54), Interval.of(0, 0x1p54).wholeNumberOverlap(Interval.of(7)));
    }

    // Whole numbers, cancellation and division in two pieces.

    @Test
    void countsAreWhole() {
        assertEquals(Interval.of(10, 12), Interval.of(9.5, 12.2).toWholeNumbers());
        assertEquals(Interval.EMPTY, Interval.of(9.2, 9.8).toWholeNumbers());
        assertEquals(Interval.of(0, INFINITY), Interval.of(-0.5, INFINITY).toWholeNumbers());
        assertEquals(
                Optional.of(BigInteger.valueOf(2252)), Interval.of(9780, 12031).wholeNumberCount());
        assertEquals(Optional.of(BigInteger.ZERO), Interval.of(0.1, 0.9).wholeNumberCount());
        assertEquals(Optional.of(BigInteger.ZERO), Interval.EMPTY.wholeNumberCount());
        assertEquals(Optional.empty(), Interval.of(300, INFINITY).wholeNumberCount());
    }

    /** A count beyond 2^53 is exact; an end that is no double has been rounded outward before. */
    @Test
    void wholeNumbersBeyondTheDoublesAreCountedBetweenTheEnds() {
        assertEquals(
                Optional.of(BigInteger.TWO.pow(54).add(BigInteger.ONE)),
                Interval.of(-0x1p53, 0x1p53).wholeNumberCount());
        assertEquals(
                Optional.of(BigInteger.valueOf(3)),
                Interval.parse("9007199254740993").wholeNumberCount(),
                "from 2^53 to 2^53 + 2");
        assertEquals(
                1025,
                Interval.of(-Double.MAX_VALUE, Double.MAX_VALUE)
                        .wholeNumberCount()
                        .orElseThrow()
                        .bitLength());
    }

    @Test
    void halvesAreRoundedBothWays() {
        assertEquals(Interval.of(-2, 2), Interval.of(-2.5, 2.5).roundTiesToEven());
        assertEquals(Interval.of(-3, 3), Interval.of(-2.5, 2.5).roundTiesToAway());
        assertEquals(Interval.of(0), Interval.of(Math.nextDown(0.5)).roundTiesToAway());
        assertEquals(Interval.of(0x1p52 + 1), Interval.of(0x1p52 + 1).roundTiesToAway());
        assertEquals(Interval.of(-1, 1), Interval.of(-0.5, 0.5).roundTiesToAway());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // IEEE 1788-2015, 10.5.6; the rows without an answer are the whole line.
                "[empty]         | [empty]        | [empty]",
                "[empty]         | [1, 2]         | [empty]",
                "[empty]         | [1, Infinity]  | [entire]",
                "[empty]         | [entire]       | [entire]",
                "[1, 2]          | [empty]        | [entire]",
                "[1, Infinity]   | [empty]        | [entire]",
                "[1, Infinity]   | [1, 2]         | [entire]",
                "[1, 2]          | [1, Infinity]  | [entire]",
                "[entire]        | [entire]       | [entire]",
                "[1, 5]          | [1, 2]         | [0, 3]",
                "[1, 5]          | [-2, 2]        | [3, 3]",
                "[1, 5]          | [-2, 2.5]      | [entire]",
                "[0x1p0, 0x1p0]  | [0, 0x1p-1074] | [entire]",
                "[-1, 0x1p-1074] | [-1, 0]        | [0, 0x1p-1074]",
                "[-1, 0]         | [-1, 0x1p-1074] | [entire]",
            })
    void cancellation(String first, String second, String expected) {
        assertEquals(Interval.parse(expected), Interval.parse(first).cancelMinus(Interval.parse(second)));
        assertEquals(
                Interval.parse(expected),
                Interval.parse(first).cancelPlus(Interval.parse(second).negate()));
    }

    /** Both widths overflow; they are compared all the same. */
    @Test
    void enormousWidthsAreCompared() {
        Interval wide = Interval.of(-Double.MAX_VALUE, Double.MAX_VALUE);
        Interval narrower = Interval.of(-Double.MAX_VALUE, Math.nextDown(Double.MAX_VALUE));
        assertEquals(Interval.of(0, Math.ulp(Double.MAX_VALUE)), wide.cancelMinus(narrower));
        assertEquals(Interval.ENTIRE, narrower.cancelMinus(wide));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // IEEE 1788-2015, 10.5.5.
                "[-1, 2]  | [4, 6]   | [-Infinity, -4] | [2, Infinity]",
                "[-1, 2]  | [-6, -4] | [-Infinity, -2] | [4, Infinity]",
                "[-1, 2]  | [4, Infinity] | [-Infinity, -4] | [2, Infinity]",
                "[-1, 2]  | [0, 6]   | [entire]        | [empty]",
                "[0, 0]   | [-1, 0]  | [entire]        | [empty]",
                "[0, 0]   | [1, 2]   | [empty]         | [empty]",
                "[0, 4]   | [1, 2]   | [0.25, Infinity] | [empty]",
                "[-4, 0]  | [1, 2]   | [-Infinity, -0.25] | [empty]",
                "[2, 4]   | [0, 8]   | [0, 4]          | [empty]",
                "[entire] | [1, 2]   | [-Infinity, 0]  | [0, Infinity]",
                "[empty]  | [1, 2]   | [empty]         | [empty]",
                "[-1, 2]  | [empty]  | [empty]         | [empty]",
            })
    void divisionInTwoPieces(String divisor, String product, String first, String second) {
        assertEquals(
                new IntervalPair(Interval.parse(first), Interval.parse(second)),
                Interval.parse(divisor).mulRevToPair(Interval.parse(product)));
    }

    @Test
    void pairsAndMiddlesOfNothing() {
        assertThrows(NullPointerException.class, () -> new IntervalPair(null, Interval.EMPTY));
        assertThrows(NullPointerException.class, () -> new IntervalPair(Interval.EMPTY, null));
        assertEquals(new MidRad(Double.NaN, Double.NaN), Interval.EMPTY.midRad());
        assertEquals(new MidRad(0, INFINITY), Interval.ENTIRE.midRad());
        assertEquals(new MidRad(2, 1), Interval.of(1, 3).midRad());
        assertEquals(Interval.EMPTY, Interval.of(0).reciprocal());
        assertEquals(Interval.of(-1, 1), Interval.of(-3, 0.5).sign());
        assertEquals(Interval.of(0), Interval.of(0).sign());
    }

    /** 28,063 and up to 27 percent more, in whole hundredths: 3,564,001. */
    @Test
    void figureWithErrors() {
        Interval figure = Interval.withError(28_063, 0, 27);
        assertEquals(28_063, figure.inf());
        assertEquals(
                Interval.of(new BigDecimal("35640.01"), new BigDecimal("35640.01"))
                        .sup(),
                figure.sup());
        assertEquals(Interval.of(-110, -95), Interval.withError(-100, 10, 5));
        assertEquals(
                Interval.of(new BigDecimal("0.0999"), new BigDecimal("0.1001")), Interval.withError(0.1, 0.1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> Interval.withError(1, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Interval.withError(1, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Interval.withError(Double.POSITIVE_INFINITY, 0, 0));
    }

    /** As many buckets as ranges, chosen as {@link java.util.HashMap} does: random hashes would leave 8 or 9 in the fullest. */
    @Test
    void hashesOfCountsDiffer() {
        int[] buckets = new int[1 << 17];
        for (int count = 0; count < buckets.length; count++) {
            int hash = Interval.of(count).hashCode();
            buckets[(hash ^ hash >>> 16) & buckets.length - 1]++;
        }
        assertTrue(Arrays.stream(buckets).max().getAsInt() <= 12);
    }
}
