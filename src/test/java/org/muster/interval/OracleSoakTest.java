package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * More than ten million hard operands held against an exact oracle: every end encloses, and the next double would not.
 * The seeds are fixed, so that a failure comes again.
 */
@Tag("slow")
class OracleSoakTest {
    /** Of each of the ten operations. */
    private static final int CASES = 1_100_000;

    @FunctionalInterface
    private interface Check {
        void check(Interval x, Interval y, SplittableRandom random);
    }

    private static void soak(long seed, Check check) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            Interval x = interval(random);
            Interval y = interval(random);
            try {
                check.check(x, y, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "case " + i + ": " + x.toExactString() + " and " + y.toExactString() + ": " + e.getMessage(),
                        e);
            }
        }
    }

    private static double real(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextInt(-5, 6);
            case 1 -> random.nextInt(2_000_000);
            case 2 -> LANDMARKS[random.nextInt(LANDMARKS.length)] * (random.nextBoolean() ? 1 : -1);
            case 3 -> scaled(random, -1080, -960);
            case 4 -> scaled(random, -600, -400);
            case 5 -> scaled(random, 400, 600);
            case 6 -> scaled(random, 960, 1023);
            case 7, 8 -> scaled(random, -60, 60);
            default -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(any) ? any : 1;
            }
        };
    }

    private static final double[] LANDMARKS = {
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
        0.5,
        Math.nextDown(1.0),
        1,
        Math.nextUp(1.0),
        3,
        0x1p53 - 1,
        0x1p53,
        0x1p970,
        0x1p1023,
        Double.MAX_VALUE
    };

    private static double scaled(SplittableRandom random, int from, int to) {
        double significand =
                random.nextInt(4) == 0 ? 1 + random.nextInt(16) / 16.0 : 1 + (random.nextLong() >>> 12) * 0x1p-52;
        return Math.scalb(random.nextBoolean() ? significand : -significand, random.nextInt(from, to + 1));
    }

    /** Points and neighbours half of the time, since a wide operand hides a wrong end. */
    private static Interval interval(SplittableRandom random) {
        double x = real(random);
        switch (random.nextInt(16)) {
            case 0:
                return Interval.of(x, Double.POSITIVE_INFINITY);
            case 1:
                return Interval.of(Double.NEGATIVE_INFINITY, x);
            case 2:
                return random.nextInt(20) == 0 ? Interval.EMPTY : Interval.of(x, Math.nextUp(x));
            case 3, 4, 5, 6:
                return Interval.of(x);
            case 7, 8:
                return Interval.of(x, Math.nextUp(x));
            default:
                double y = real(random);
                return Interval.of(Math.min(x, y), Math.max(x, y));
        }
    }

    /** Asserts that low to high is enclosed and that no double lies between an end and it. */
    private static void assertTightest(Dyadic low, Dyadic high, Interval actual) {
        assertLargestBelow(low, actual.inf());
        assertLargestBelow(high.negate(), 0.0 - actual.sup());
    }

    private static void assertLargestBelow(Dyadic exact, double actual) {
        assertTrue(Dyadic.of(actual).compareTo(exact) <= 0, "not enclosed");
        assertTrue(exact.infinite() || Dyadic.of(Math.nextUp(actual)).compareTo(exact) > 0, "not tightest");
    }

    private static boolean bothHold(Interval x, Interval y, Interval result) {
        if (x.isEmpty() || y.isEmpty()) {
            assertEquals(Interval.EMPTY, result);
            return false;
        }
        return true;
    }

    private static Dyadic[] products(Interval x, Interval y) {
        Dyadic a = Dyadic.of(x.inf());
        Dyadic b = Dyadic.of(x.sup());
        Dyadic c = Dyadic.of(y.inf());
        Dyadic d = Dyadic.of(y.sup());
        return new Dyadic[] {a.multiply(c), a.multiply(d), b.multiply(c), b.multiply(d)};
    }

    private static Dyadic least(Dyadic... values) {
        Dyadic least = values[0];
        for (Dyadic value : values) {
            least = value.compareTo(least) < 0 ? value : least;
        }
        return least;
    }

    private static Dyadic greatest(Dyadic... values) {
        Dyadic greatest = values[0];
        for (Dyadic value : values) {
            greatest = value.compareTo(greatest) > 0 ? value : greatest;
        }
        return greatest;
    }

    @Test
    void sums() {
        soak(1, (x, y, random) -> {
            Interval sum = x.add(y);
            if (bothHold(x, y, sum)) {
                assertTightest(
                        Dyadic.of(x.inf()).add(Dyadic.of(y.inf())),
                        Dyadic.of(x.sup()).add(Dyadic.of(y.sup())),
                        sum);
            }
        });
    }

    @Test
    void differences() {
        soak(2, (x, y, random) -> {
            Interval difference = x.subtract(y);
            if (bothHold(x, y, difference)) {
                assertTightest(
                        Dyadic.of(x.inf()).add(Dyadic.of(-y.sup())),
                        Dyadic.of(x.sup()).add(Dyadic.of(-y.inf())),
                        difference);
            }
        });
    }

    @Test
    void products() {
        soak(3, (x, y, random) -> {
            Interval product = x.multiply(y);
            if (bothHold(x, y, product)) {
                Dyadic[] products = products(x, y);
                assertTightest(least(products), greatest(products), product);
            }
        });
    }

    /** By multiplication: end · divisor against the dividend, for a divisor on one side of 0. */
    @Test
    void quotients() {
        soak(4, (x, y, random) -> {
            Interval quotient = x.divide(y);
            if (!bothHold(x, y, quotient)) {
                return;
            }
            if (y.contains(0)) {
                assertEquals(y.isSingleton(), quotient.isEmpty(), "only division by 0 alone has no quotient");
                Interval divisor = y.inf() < 0 && y.sup() > 0 ? Interval.of(0) : y;
                if (divisor.isSingleton()) {
                    assertTrue(y.isSingleton() || quotient.isEntire() || x.equals(Interval.of(0)), "not all reals");
                    return;
                }
            }
            assertQuotientEnd(quotient.inf(), x, y, false);
            assertQuotientEnd(0.0 - quotient.sup(), x.negate(), y, true);
        });
    }

    /** The end is below or at every corner quotient, the next double above it is not. */
    private static void assertQuotientEnd(double end, Interval x, Interval y, boolean mirrored) {
        boolean negative = y.sup() <= 0;
        Interval dividend = negative ? x.negate() : x;
        Interval divisor = negative ? y.negate() : y;
        double numerator = dividend.inf();
        double denominator = numerator >= 0 ? divisor.sup() : divisor.inf();
        if (numerator == 0 || denominator == Double.POSITIVE_INFINITY) {
            assertEquals(numerator < 0 && Double.isInfinite(numerator) && divisor.inf() == 0 ? end : 0.0, end);
        } else if (denominator == 0 || Double.isInfinite(numerator)) {
            assertEquals(Double.NEGATIVE_INFINITY, end, "mirrored: " + mirrored);
        } else {
            Dyadic exact = Dyadic.of(numerator);
            Dyadic factor = Dyadic.of(denominator);
            assertTrue(Dyadic.of(end).multiply(factor).compareTo(exact) <= 0, "not enclosed");
            assertTrue(Dyadic.of(Math.nextUp(end)).multiply(factor).compareTo(exact) > 0, "not tightest");
        }
    }

    @Test
    void squares() {
        soak(5, (x, y, random) -> {
            Interval square = x.sqr();
            if (bothHold(x, x, square)) {
                Dyadic least = Dyadic.of(x.mig());
                Dyadic greatest = Dyadic.of(x.mag());
                assertTightest(least.multiply(least), greatest.multiply(greatest), square);
                assertEquals(square, x.pow(2));
            }
        });
    }

    @Test
    void roots() {
        soak(6, (x, y, random) -> {
            Interval root = x.sqrt();
            if (x.isEmpty() || x.sup() < 0) {
                assertEquals(Interval.EMPTY, root);
                return;
            }
            assertRoot(Dyadic.of(Math.max(0, x.inf())), Dyadic.of(x.sup()), root);
        });
    }

    private static void assertRoot(Dyadic low, Dyadic high, Interval root) {
        Dyadic inf = Dyadic.of(root.inf());
        Dyadic above = Dyadic.of(Math.nextUp(root.inf()));
        Dyadic sup = Dyadic.of(root.sup());
        Dyadic below = Dyadic.of(Math.nextDown(root.sup()));
        assertTrue(
                inf.multiply(inf).compareTo(low) <= 0 && above.multiply(above).compareTo(low) > 0, "low end");
        assertTrue(sup.multiply(sup).compareTo(high) >= 0, "high end");
        assertTrue(
                high.infinite() || high.signum() == 0 || below.multiply(below).compareTo(high) < 0,
                "high end not tightest");
    }

    @Test
    void hypotenuses() {
        soak(7, (x, y, random) -> {
            Interval root = x.hypot(y);
            if (bothHold(x, y, root)) {
                assertRoot(
                        Dyadic.of(x.sqr().isEmpty() ? 0 : x.mig())
                                .multiply(Dyadic.of(x.mig()))
                                .add(square(y.mig())),
                        square(x.mag()).add(square(y.mag())),
                        root);
            }
        });
    }

    private static Dyadic square(double x) {
        return Dyadic.of(x).multiply(Dyadic.of(x));
    }

    @Test
    void fusedMultiplyAdds() {
        soak(8, (x, y, random) -> {
            Interval z = random.nextInt(3) == 0 ? nearlyCancelling(x, y) : interval(random);
            Interval result = x.fma(y, z);
            if (bothHold(x, y, result) && bothHold(x, z, result)) {
                Dyadic[] products = products(x, y);
                assertTightest(
                        least(products).add(Dyadic.of(z.inf())),
                        greatest(products).add(Dyadic.of(z.sup())),
                        result);
            }
        });
    }

    private static Interval nearlyCancelling(Interval x, Interval y) {
        double product = -x.inf() * y.inf();
        return Double.isFinite(product) ? Interval.of(product) : Interval.of(1);
    }

    @Test
    void cancellations() {
        soak(9, (x, y, random) -> {
            Interval sum = random.nextBoolean() ? x.add(y) : x;
            Interval difference = sum.cancelMinus(y);
            if (!sum.isCommon() || !y.isCommon()) {
                assertTrue(
                        sum.isEmpty() && (y.isEmpty() || y.isCommon()) ? difference.isEmpty() : difference.isEntire());
                return;
            }
            Dyadic low = Dyadic.of(sum.inf()).add(Dyadic.of(-y.inf()));
            Dyadic high = Dyadic.of(sum.sup()).add(Dyadic.of(-y.sup()));
            if (low.compareTo(high) > 0) {
                assertEquals(Interval.ENTIRE, difference);
            } else {
                assertTightest(low, high, difference);
            }
        });
    }

    @Test
    void reductions() {
        soak(10, (x, y, random) -> {
            Interval z = interval(random);
            Interval dot = Reductions.dot(new Interval[] {x, z}, new Interval[] {y, x});
            if (bothHold(x, y, dot) && bothHold(x, z, dot)) {
                Dyadic[] first = products(x, y);
                Dyadic[] second = products(z, x);
                assertTightest(least(first).add(least(second)), greatest(first).add(greatest(second)), dot);
            }
        });
    }
}
