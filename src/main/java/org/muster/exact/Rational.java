package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.muster.interval.Interval;

/**
 * A rational number, exact at any size and always in lowest terms. Fractions of two longs are computed as such; a
 * result that does not fit becomes a fraction of big integers, and returns to longs when it fits again.
 */
public final class Rational implements Comparable<Rational> {

    /** Zero. */
    public static final Rational ZERO = new Rational(0, 1);

    /** One. */
    public static final Rational ONE = new Rational(1, 1);

    private static final double LARGEST_EXACT_LONG = 0x1p53;
    private static final int LARGEST_SCALE = 10_000;

    /** The fraction of longs, neither of them Long.MIN_VALUE; the denominator is 0 where big integers hold the number. */
    private final long numerator;

    private final long denominator;
    private final BigInteger bigNumerator;
    private final BigInteger bigDenominator;

    private Rational(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bigNumerator = BigInteger.ZERO;
        this.bigDenominator = BigInteger.ONE;
    }

    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = 0;
        this.denominator = 0;
        this.bigNumerator = numerator;
        this.bigDenominator = denominator;
    }

    /**
     * Returns a whole number.
     *
     * @param value a whole number
     * @return its value
     */
    public static Rational of(long value) {
        return value == Long.MIN_VALUE
                ? new Rational(BigInteger.valueOf(value), BigInteger.ONE)
                : new Rational(value, 1);
    }

    /**
     * Returns a fraction.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not zero
     * @return numerator ÷ denominator
     * @throws IllegalArgumentException if the denominator is zero
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator == 0) {
            throw new IllegalArgumentException("denominator is 0");
        }
        if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        return denominator < 0 ? reduced(-numerator, -denominator) : reduced(numerator, denominator);
    }

    /**
     * Returns a fraction.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not zero
     * @return numerator ÷ denominator
     * @throws IllegalArgumentException if the denominator is zero
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator is 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger over = numerator.divide(divisor);
        BigInteger under = denominator.divide(divisor);
        return isLong(over) && isLong(under)
                ? new Rational(over.longValue(), under.longValue())
                : new Rational(over, under);
    }

    /**
     * Returns the exact value of a double.
     *
     * @param value a finite number
     * @return its value
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public static Rational of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value + " is not a finite number");
        }
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT_LONG) {
            return new Rational((long) value, 1);
        }
        return of(new BigDecimal(value));
    }

    /**
     * Returns the exact value of a decimal.
     *
     * @param value a decimal with an exponent within ±10,000
     * @return its value
     * @throws IllegalArgumentException if the exponent is out of that range: written out, the number would exhaust the
     *     memory
     */
    public static Rational of(BigDecimal value) {
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw new IllegalArgumentException(
                    "value has the decimal exponent " + -(long) value.scale() + ", expected one within ±10000");
        }
        return value.scale() > 0
                ? of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : of(value.toBigIntegerExact(), BigInteger.ONE);
    }

    private static Rational reduced(long numerator, long denominator) {
        long divisor = denominator == 1 ? 1 : gcd(Math.abs(numerator), denominator);
        return new Rational(numerator / divisor, denominator / divisor);
    }

    /** Returns the greatest common divisor of two numbers that are not negative; 0 has all divisors. */
    static long gcd(long x, long y) {
        long a = x;
        long b = y;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static boolean isLong(BigInteger value) {
        return value.bitLength() < Long.SIZE && value.longValue() != Long.MIN_VALUE;
    }

    /** Returns whether this is a fraction of two longs. */
    boolean isLong() {
        return denominator != 0;
    }

    /** Returns the numerator of a fraction of two longs. */
    long longNumerator() {
        return numerator;
    }

    /** Returns the denominator of a fraction of two longs. */
    long longDenominator() {
        return denominator;
    }

    /**
     * Returns the numerator in lowest terms, which carries the sign.
     *
     * @return the numerator
     */
    public BigInteger numerator() {
        return isLong() ? BigInteger.valueOf(numerator) : bigNumerator;
    }

    /**
     * Returns the denominator in lowest terms.
     *
     * @return the denominator, at least 1
     */
    public BigInteger denominator() {
        return isLong() ? BigInteger.valueOf(denominator) : bigDenominator;
    }

    /**
     * Returns whether this is a whole number.
     *
     * @return whether the denominator is 1
     */
    public boolean isWhole() {
        return isLong() ? denominator == 1 : bigDenominator.equals(BigInteger.ONE);
    }

    /**
     * Returns the sum.
     *
     * @param summand a rational number
     * @return this + summand, exact
     */
    public Rational add(Rational summand) {
        if (isLong() && summand.isLong()) {
            long left = numerator * summand.denominator;
            long right = summand.numerator * denominator;
            long sum = left + right;
            if (fits(numerator, summand.denominator)
                    && fits(summand.numerator, denominator)
                    && ((left ^ sum) & (right ^ sum)) >= 0
                    && sum != Long.MIN_VALUE
                    && fits(denominator, summand.denominator)) {
                return reduced(sum, denominator * summand.denominator);
            }
        }
        BigInteger left = numerator().multiply(summand.denominator());
        BigInteger right = summand.numerator().multiply(denominator());
        return of(left.add(right), denominator().multiply(summand.denominator()));
    }

    /**
     * Returns the difference.
     *
     * @param subtrahend a rational number
     * @return this − subtrahend, exact
     */
    public Rational subtract(Rational subtrahend) {
        return add(subtrahend.negate());
    }

    /**
     * Returns the product.
     *
     * @param factor a rational number
     * @return this × factor, exact
     */
    public Rational multiply(Rational factor) {
        if (isLong() && factor.isLong() && fits(numerator, factor.numerator) && fits(denominator, factor.denominator)) {
            return of(numerator * factor.numerator, denominator * factor.denominator);
        }
        return of(numerator().multiply(factor.numerator()), denominator().multiply(factor.denominator()));
    }

    /**
     * Returns the quotient.
     *
     * @param divisor a rational number other than zero
     * @return this ÷ divisor, exact
     * @throws IllegalArgumentException if the divisor is zero
     */
    public Rational divide(Rational divisor) {
        if (divisor.signum() == 0) {
            throw new IllegalArgumentException("divisor is 0");
        }
        if (isLong()
                && divisor.isLong()
                && fits(numerator, divisor.denominator)
                && fits(denominator, divisor.numerator)) {
            return of(numerator * divisor.denominator, denominator * divisor.numerator);
        }
        return of(numerator().multiply(divisor.denominator()), denominator().multiply(divisor.numerator()));
    }

    /** Returns whether a product fits a long: its upper half then only repeats the sign. */
    private static boolean fits(long x, long y) {
        return Math.multiplyHigh(x, y) == x * y >> Long.SIZE - 1;
    }

    /**
     * Returns the number with the other sign.
     *
     * @return −this
     */
    public Rational negate() {
        return isLong() ? new Rational(-numerator, denominator) : new Rational(bigNumerator.negate(), bigDenominator);
    }

    /**
     * Returns the absolute value.
     *
     * @return |this|
     */
    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /**
     * Returns the sign.
     *
     * @return −1, 0 or 1
     */
    public int signum() {
        return isLong() ? Long.signum(numerator) : bigNumerator.signum();
    }

    /**
     * Returns the greatest whole number that is not above this one.
     *
     * @return this, rounded down
     */
    public Rational floor() {
        if (isLong()) {
            return new Rational(Math.floorDiv(numerator, denominator), 1);
        }
        // The remainder has the sign of the numerator; mod is never negative.
        return of(bigNumerator.subtract(bigNumerator.mod(bigDenominator)), bigDenominator);
    }

    /**
     * Returns the least whole number that is not below this one.
     *
     * @return this, rounded up
     */
    public Rational ceil() {
        return negate().floor().negate();
    }

    /**
     * Returns this number as decimal text without exponent: a whole number with all its digits, any other with a
     * limited number of significant digits.
     *
     * @param significantDigits the most significant digits of a number that is not whole
     * @param rounding how to round
     * @return the text
     */
    public String toDecimal(int significantDigits, RoundingMode rounding) {
        requireNonNull(rounding, "rounding");
        return isWhole() ? toString() : plain(rounded(new MathContext(significantDigits, rounding)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private BigDecimal rounded(MathContext context) {
        return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), context);
    }

    /** Returns the tightest interval of doubles around this number. */
    Interval around() {
        if (isLong() && Math.abs(numerator) <= LARGEST_EXACT_LONG && denominator <= LARGEST_EXACT_LONG) {
            return Interval.of((double) numerator).divide(Interval.of((double) denominator));
        }
        return Interval.ofFraction(numerator(), denominator());
    }

    /** Returns the nearest double or one next to it; infinite if there is none. For choices that need not be exact. */
    double approximate() {
        return isLong()
                ? (double) numerator / denominator
                : rounded(MathContext.DECIMAL64).doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        if (isLong() && other.isLong()) {
            return compareProducts(numerator, other.denominator, other.numerator, denominator);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    /** Compares a·b with c·d, in 128 bits. */
    static int compareProducts(long a, long b, long c, long d) {
        int upper = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return upper != 0 ? upper : Long.compareUnsigned(a * b, c * d);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator == that.numerator
                && denominator == that.denominator
                && bigNumerator.equals(that.bigNumerator)
                && bigDenominator.equals(that.bigDenominator);
    }

    @Override
    public int hashCode() {
        return isLong()
                ? 31 * Long.hashCode(numerator) + Long.hashCode(denominator)
                : 31 * bigNumerator.hashCode() + bigDenominator.hashCode();
    }

    /** Returns the fraction in lowest terms: {@code 83737/21389}, or the whole number. */
    @Override
    public String toString() {
        String whole = isLong() ? Long.toString(numerator) : bigNumerator.toString();
        return isWhole() ? whole : whole + "/" + (isLong() ? Long.toString(denominator) : bigDenominator.toString());
    }
}
