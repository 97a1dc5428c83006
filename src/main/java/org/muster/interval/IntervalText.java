package org.muster.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text form of intervals. Writing and parsing both round outward, so neither loses a number of the set. */
final class IntervalText {
    /**
     * The longest exact text of an interval has some 2,200 characters; longer text is not an interval, and parsing
     * decimals takes time quadratic in their length.
     */
    private static final int MAX_LENGTH = 4096;

    /** Nobody has measured a number whose exponent has more digits, and it would overflow an int. */
    private static final int MAX_EXPONENT_DIGITS = 9;

    /** Binary numbers are written out before they are rounded, hence a lower limit. */
    private static final int MAX_BINARY_EXPONENT_DIGITS = 4;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE](?<exponent>[+-]?[0-9]++))?");

    private static final Pattern FRACTION = Pattern.compile("(?<numerator>[+-]?[0-9]++)/(?<denominator>[0-9]++)");

    private static final Pattern HEXADECIMAL = Pattern.compile(
            "(?<sign>[+-]?)0[xX](?=\\.?[0-9a-fA-F])(?<whole>[0-9a-fA-F]*+)(?:\\.(?<fraction>[0-9a-fA-F]*+))?"
                    + "[pP](?<exponent>[+-]?[0-9]++)");

    private static final Pattern UNCERTAIN =
            Pattern.compile("(?<middle>[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++))\\?(?<radius>\\?|[0-9]*+)"
                    + "(?<direction>[uUdD]?)(?:[eE](?<exponent>[+-]?[0-9]++))?");

    private static final String EMPTY = "[empty]";

    private IntervalText() {}

    static String write(Interval interval) {
        return interval.isEmpty()
                ? EMPTY
                : "[" + Decimals.shortestDown(interval.inf()) + ", " + Decimals.shortestUp(interval.sup()) + "]";
    }

    static String writeExact(Interval interval) {
        return interval.isEmpty()
                ? EMPTY
                : "[" + Decimals.exact(interval.inf()) + ", " + Decimals.exact(interval.sup()) + "]";
    }

    static Interval read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw refused(text, "it has " + text.length() + " characters, at most " + MAX_LENGTH + " are read");
        }
        String trimmed = text.strip().replace('\u2212', '-'); // the typographic minus
        if (!trimmed.startsWith("[")) {
            Matcher uncertain = UNCERTAIN.matcher(trimmed);
            return uncertain.matches() ? uncertain(uncertain, trimmed, text) : point(trimmed, text);
        }
        if (!trimmed.endsWith("]")) {
            throw refused(text, "the bracket is not closed");
        }
        String body = trimmed.substring(1, trimmed.length() - 1).strip();
        if (body.isEmpty() || body.equalsIgnoreCase("empty")) {
            return Interval.EMPTY;
        }
        if (body.equalsIgnoreCase("entire")) {
            return Interval.ENTIRE;
        }
        int comma = body.indexOf(',');
        return comma < 0
                ? point(body, text)
                : ends(
                        body.substring(0, comma).strip(),
                        body.substring(comma + 1).strip(),
                        text);
    }

    private static Interval point(String number, String text) {
        WrittenNumber value = number(number, text);
        return new Interval(value.down(), value.up());
    }

    private static Interval ends(String low, String high, String text) {
        boolean unboundedBelow = low.isEmpty() || (low.startsWith("-") && isInfinity(low.substring(1)));
        boolean unboundedAbove = high.isEmpty() || isInfinity(high.startsWith("+") ? high.substring(1) : high);
        WrittenNumber inf = unboundedBelow ? WrittenNumber.ZERO : number(low, text);
        WrittenNumber sup = unboundedAbove ? WrittenNumber.ZERO : number(high, text);
        // Compared as written: two ends in the wrong order may round outward to the right one.
        if (!unboundedBelow && !unboundedAbove && inf.isAbove(sup)) {
            throw refused(text, "its low end " + quoted(low) + " is above its high end " + quoted(high));
        }
        return new Interval(
                unboundedBelow ? Double.NEGATIVE_INFINITY : inf.down(),
                unboundedAbove ? Double.POSITIVE_INFINITY : sup.up());
    }

    /**
     * Returns a number with an uncertainty. The digits after the question mark count in units of the last digit before
     * it; without any, the uncertainty is half a unit.
     */
    private static Interval uncertain(Matcher parts, String number, String text) {
        BigDecimal middle = new BigDecimal(parts.group("middle"));
        String radius = parts.group("radius");
        String direction = parts.group("direction");
        int exponent = exponent(parts.group("exponent"), MAX_EXPONENT_DIGITS, number, text);
        boolean unbounded = radius.equals("?");
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-middle.scale());
        BigDecimal width = unbounded
                ? BigDecimal.ZERO
                : unit.multiply(radius.isEmpty() ? new BigDecimal("0.5") : new BigDecimal(radius));
        BigDecimal low = middle.subtract(direction.equalsIgnoreCase("u") ? BigDecimal.ZERO : width);
        BigDecimal high = middle.add(direction.equalsIgnoreCase("d") ? BigDecimal.ZERO : width);
        return new Interval(
                unbounded && !direction.equalsIgnoreCase("u")
                        ? Double.NEGATIVE_INFINITY
                        : Rounding.down(low.scaleByPowerOfTen(exponent)),
                unbounded && !direction.equalsIgnoreCase("d")
                        ? Double.POSITIVE_INFINITY
                        : Rounding.up(high.scaleByPowerOfTen(exponent)));
    }

    private static boolean isInfinity(String word) {
        return word.equalsIgnoreCase("infinity") || word.equalsIgnoreCase("inf");
    }

    /** A number as written: a decimal, over 1 or over the positive denominator of a fraction. */
    private record WrittenNumber(BigDecimal numerator, BigInteger denominator) {
        static final WrittenNumber ZERO = new WrittenNumber(BigDecimal.ZERO, BigInteger.ONE);

        double down() {
            return denominator.equals(BigInteger.ONE)
                    ? Rounding.down(numerator)
                    : Rounding.down(numerator.toBigIntegerExact(), denominator);
        }

        double up() {
            return denominator.equals(BigInteger.ONE)
                    ? Rounding.up(numerator)
                    : Rounding.up(numerator.toBigIntegerExact(), denominator);
        }

        boolean isAbove(WrittenNumber that) {
            return numerator
                            .multiply(new BigDecimal(that.denominator))
                            .compareTo(that.numerator.multiply(new BigDecimal(denominator)))
                    > 0;
        }
    }

    /**
     * Returns a number as written. BigDecimal also accepts non-ASCII digits and gives no reason when it rejects a text,
     * hence the check first.
     */
    private static WrittenNumber number(String number, String text) {
        Matcher decimal = DECIMAL.matcher(number);
        if (decimal.matches()) {
            exponent(decimal.group("exponent"), MAX_EXPONENT_DIGITS, number, text);
            return new WrittenNumber(new BigDecimal(number), BigInteger.ONE);
        }
        Matcher fraction = FRACTION.matcher(number);
        if (fraction.matches()) {
            BigInteger denominator = new BigInteger(fraction.group("denominator"));
            if (denominator.signum() == 0) {
                throw refused(text, "the denominator of " + quoted(number) + " is 0");
            }
            return new WrittenNumber(new BigDecimal(fraction.group("numerator")), denominator);
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(number);
        if (hexadecimal.matches()) {
            return new WrittenNumber(hexadecimal(hexadecimal, number, text), BigInteger.ONE);
        }
        throw refused(text, quoted(number) + " is not a number that can be the end of an interval");
    }

    private static BigDecimal hexadecimal(Matcher parts, String number, String text) {
        String fraction = parts.group("fraction") == null ? "" : parts.group("fraction");
        BigInteger digits = new BigInteger(parts.group("sign") + parts.group("whole") + fraction, 16);
        int exponent =
                exponent(parts.group("exponent"), MAX_BINARY_EXPONENT_DIGITS, number, text) - 4 * fraction.length();
        return exponent >= 0
                ? new BigDecimal(digits.shiftLeft(exponent))
                // 2^-n = 5^n / 10^n
                : new BigDecimal(digits.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    /** Returns the value of an exponent, 0 if none is written. */
    private static int exponent(@Nullable String written, int maxDigits, String number, String text) {
        if (written == null) {
            return 0;
        }
        int digits = 0;
        while (digits < written.length() && "+-0".indexOf(written.charAt(digits)) >= 0) {
            digits++;
        }
        if (written.length() - digits > maxDigits) {
            throw refused(
                    text,
                    "the exponent of " + quoted(number) + " has more than "
                            + (maxDigits == MAX_EXPONENT_DIGITS ? "nine" : "four") + " digits");
        }
        return new BigInteger(written).intValueExact();
    }

    private static IllegalArgumentException refused(String text, String reason) {
        return new IllegalArgumentException(
                quoted(text) + " is not an interval: " + reason
                        + "; expected [low, high] such as [9780, 12031] or [300, Infinity], a single number, [empty] or [entire]");
    }

    private static String quoted(String text) {
        return '"' + (text.length() <= 60 ? text : text.substring(0, 57) + "...") + '"';
    }
}
