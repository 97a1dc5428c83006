package org.muster.exact;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A fraction of two big integers, not reduced: the arithmetic that the tests trust, by the rules of school. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

    /** The value of a double, from its bits: significand × 2^exponent. */
    static Fraction of(double value) {
        long bits = Double.doubleToLongBits(value);
        int exponent = (int) (bits >> 52 & 0x7ff);
        long significand = bits & 0xfffffffffffffL;
        significand = exponent == 0 ? significand << 1 : significand | 0x10000000000000L;
        BigInteger over = BigInteger.valueOf(bits < 0 ? -significand : significand);
        int shift = exponent - 1075;
        return shift >= 0
                ? new Fraction(over.shiftLeft(shift), BigInteger.ONE)
                : new Fraction(over, BigInteger.ONE.shiftLeft(-shift));
    }

    static Fraction of(Rational value) {
        return new Fraction(value.numerator(), value.denominator());
    }

    /** The value of decimal text without exponent. */
    static Fraction of(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return value.scale() > 0
                ? new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Fraction(value.toBigIntegerExact(), BigInteger.ONE);
    }

    Fraction times(Fraction that) {
        return new Fraction(over.multiply(that.over), under.multiply(that.under));
    }

    Fraction dividedBy(Fraction that) {
        BigInteger sign = BigInteger.valueOf(that.over.signum());
        return new Fraction(over.multiply(that.under).multiply(sign), under.multiply(that.over.abs()));
    }

    Fraction plus(Fraction that) {
        return new Fraction(over.multiply(that.under).add(that.over.multiply(under)), under.multiply(that.under));
    }

    Fraction minus(Fraction that) {
        return new Fraction(over.multiply(that.under).subtract(that.over.multiply(under)), under.multiply(that.under));
    }

    int signum() {
        return over.signum();
    }

    @Override
    public int compareTo(Fraction that) {
        return over.multiply(that.under).compareTo(that.over.multiply(under));
    }

    boolean isWhole() {
        return over.mod(under).signum() == 0;
    }

    String reduced() {
        BigInteger divisor = over.gcd(under);
        return isWhole() ? over.divide(under).toString() : over.divide(divisor) + "/" + under.divide(divisor);
    }
}
