package org.muster.interval;

import java.math.BigDecimal;

/** The text form of intervals: writing rounds outward, reading rounds outward, so neither loses a number of the set. */
final class IntervalText {
    /**
     * The longest exact text of an interval has some 2,200 characters; whoever sends more does not send an interval,
     * and reading decimals takes time in the square of their length.
     */
    private static final int MAX_LENGTH = 4096;

    /** More digits than that in an exponent are no number that anybody has measured, and they overflow an int. */
    private static final int MAX_EXPONENT_DIGITS = 9;

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
        String trimmed = text.strip();
        if (!trimmed.startsWith("[")) {
            return point(trimmed, text);
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
        BigDecimal value = number(number, text);
        return new Interval(Rounding.down(value), Rounding.up(value));
    }

    private static Interval ends(String low, String high, String text) {
        boolean unboundedBelow = low.isEmpty() || (low.startsWith("-") && isInfinity(low.substring(1)));
        boolean unboundedAbove = high.isEmpty() || isInfinity(high.startsWith("+") ? high.substring(1) : high);
        BigDecimal inf = unboundedBelow ? BigDecimal.ZERO : number(low, text);
        BigDecimal sup = unboundedAbove ? BigDecimal.ZERO : number(high, text);
        // Compared as written: two ends in the wrong order may round outward to the right one.
        if (!unboundedBelow && !unboundedAbove && inf.compareTo(sup) > 0) {
            throw refused(text, "its low end " + quoted(low) + " is above its high end " + quoted(high));
        }
        return new Interval(
                unboundedBelow ? Double.NEGATIVE_INFINITY : Rounding.down(inf),
                unboundedAbove ? Double.POSITIVE_INFINITY : Rounding.up(sup));
    }

    private static boolean isInfinity(String word) {
        return word.equalsIgnoreCase("infinity") || word.equalsIgnoreCase("inf");
    }

    /** BigDecimal also reads other digits than ASCII and gives no reason when it refuses, hence the look before it. */
    private static BigDecimal number(String number, String text) {
        int start = skipSign(number, 0);
        int point = skipDigits(number, start);
        int end = point;
        int digits = point - start;
        if (isAt(number, point, '.')) {
            end = skipDigits(number, point + 1);
            digits += end - point - 1;
        }
        if (digits == 0) {
            throw refused(text, quoted(number) + " is not a number that an interval can end at");
        }
        if (isAt(number, end, 'e') || isAt(number, end, 'E')) {
            int exponent = skipSign(number, end + 1);
            end = skipDigits(number, exponent);
            digits = end - exponent;
            while (isAt(number, exponent, '0')) {
                exponent++;
            }
            if (end - exponent > MAX_EXPONENT_DIGITS) {
                throw refused(text, "the exponent of " + quoted(number) + " has more than nine digits");
            }
        }
        if (digits == 0 || end < number.length()) {
            throw refused(text, quoted(number) + " is not a number that an interval can end at");
        }
        return new BigDecimal(number);
    }

    private static int skipSign(String text, int from) {
        return isAt(text, from, '+') || isAt(text, from, '-') ? from + 1 : from;
    }

    private static int skipDigits(String text, int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9') {
            index++;
        }
        return index;
    }

    private static boolean isAt(String text, int index, char wanted) {
        return index < text.length() && text.charAt(index) == wanted;
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
