package org.muster.exact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** A rational number, exact at any size. */
public final class Rational implements Comparable<Rational> {

    /** Zero. */
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    private static final double LARGEST_EXACT_LONG = 0x1p53;

    // Not in lowest terms: common factors are taken out when the fraction is shown or hashed, which is seldom.
    private final BigInteger numerator;
    private final BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
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
            return new Rational(BigInteger.valueOf((long) value), BigInteger.ONE);
        }
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() > 0
                ? new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                : new Rational(exact.toBigIntegerExact(), BigInteger.ONE);
    }

    /**
     * Returns the product.
     *
     * @param factor a rational number
     * @return this × factor, exact
     */
    public Rational multiply(Rational factor) {
        return new Rational(numerator.multiply(factor.numerator), denominator.multiply(factor.denominator));
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
        BigInteger sign = BigInteger.valueOf(divisor.signum());
        return new Rational(
                numerator.multiply(divisor.denominator).multiply(sign), denominator.multiply(divisor.numerator.abs()));
    }

    /**
     * Returns the sign.
     *
     * @return −1, 0 or 1
     */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Writes this number as decimal text: a whole number with all its digits, any other with at most so many significant
     * digits, without exponent.
     *
     * @param significantDigits how many digits a number that is not whole may show
     * @param rounding which way to round
     * @return the text
     */
    public String toDecimal(int significantDigits, RoundingMode rounding) {
        BigInteger[] whole = numerator.divideAndRemainder(denominator);
        return whole[1].signum() == 0
                ? whole[0].toString()
                : plain(rounded(new MathContext(significantDigits, requireNonNull(rounding, "rounding"))));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private BigDecimal rounded(MathContext context) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), context);
    }

    /**
     * Returns a decimal next to this number, near enough to find the doubles around it: the two have no double between
     * them unless this number is one.
     */
    BigDecimal bracket(RoundingMode rounding) {
        // A double has at most 767 significant digits; with more, a decimal rounded one way skips none.
        BigInteger[] whole = numerator.divideAndRemainder(denominator);
        return whole[1].signum() == 0 ? new BigDecimal(whole[0]) : rounded(new MathContext(800, rounding));
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns the fraction in lowest terms: {@code 83737/21389}, or the whole number. */
    @Override
    public String toString() {
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger least = denominator.divide(divisor);
        String whole = numerator.divide(divisor).toString();
        return least.equals(BigInteger.ONE) ? whole : whole + "/" + least;
    }
}
