package org.muster.reading;

import java.math.BigDecimal;

/**
 * Digits and the marks between them. One mark, or blanks, must separate groups of three, and another may precede
 * decimals. Anything else is unreadable as a whole, so that no part of it is taken for a number.
 */
final class Numeral {

    /** The most digits of a number: no count has as many, and no double holds more. */
    private static final int MOST_DIGITS = 300;

    /** Doubles represent all whole numbers of up to this many digits exactly. */
    private static final int LONGEST_WHOLE = 15;

    private char[] chars = {};

    /** The end of the last numeral read, the place of its decimal point or -1, and whether it is a number. */
    int end;

    int point;
    boolean readable;
    /** The separator of its groups of three, or 0. */
    private char separator;
    /** Its digits as one number, which overflows if there are too many. */
    private long value;

    /** Reads the numeral that begins at a digit of a text that is followed by a character of code 0. */
    void read(char[] text, int start) {
        chars = text;
        value = 0;
        int i = readDigits(start);
        int group = i - start;
        readable = start == 0 || !isCurrency(chars[start - 1]);
        point = -1;
        separator = 0;
        int groups = 0;
        while (true) {
            char c = chars[i];
            int from = i + 1;
            boolean blank = c != '\t' && Characters.isBlank(c);
            if (!blank && !joins(c)) {
                break;
            }
            if (!Characters.isDigit(chars[from])) {
                if (!(c == ',' && separator != ' ' && isSplitGroup(group, from))) {
                    break;
                }
                from++;
            }
            if (blank && ((separator != 0 && separator != ' ') || point >= 0 || !isSpacedGroup(group, from))) {
                break;
            }
            int to = readDigits(from);
            char mark = blank ? ' ' : c == '’' ? '\'' : c;
            boolean three = to - from == 3;
            if (point >= 0 || c == ':') {
                readable = false;
            } else if (three && group <= 3 && chars[start] != '0' && (separator == 0 || separator == mark)) {
                separator = mark;
                groups++;
                group = 3;
            } else if ((c == '.' || c == ',') && separator != mark) {
                point = i;
            } else {
                readable = false;
            }
            i = to;
        }
        if (groups == 1 && separator == '.' && point < 0) {
            point = i - 4; // 19.000: thousands, unless a scale word makes them decimals
        }
        readable &= i - start <= MOST_DIGITS;
        end = i;
    }

    /** Returns whether blanks separate its groups. */
    boolean isSpaced() {
        return separator == ' ' && point < 0 && readable;
    }

    /** Ends the numeral before the blank of its last group. */
    void leaveLastGroup() {
        end -= 4;
        value /= 1000;
    }

    /** Returns the value of the numeral read last if it is whole and of at most 15 characters; else -1. */
    long whole(int start) {
        return point < 0 && end - start <= LONGEST_WHOLE ? value : -1;
    }

    /**
     * Returns the first character of a fraction that continues the last whole number read, to which it then belongs:
     * 7½, 7 1⁄2, 7 1/2. Otherwise -1.
     */
    int takeFraction() {
        int at = Characters.isBlank(chars[end]) ? end + 1 : end;
        int after = point < 0 ? fractionEnd(chars, at) : -1;
        if (after < 0 || fraction(chars, at, after).signum() == 0) {
            return -1;
        }
        end = after;
        return at;
    }

    /**
     * Returns the end of a fraction in one character or in two digits with a slash between them, with or without
     * blanks; -1 if there is none.
     */
    private static int fractionEnd(char[] text, int at) {
        if (!Characters.isDigit(text[at])) {
            return Characters.isNumberSign(text[at]) ? at + 1 : -1;
        }
        int slash = Characters.isBlank(text[at + 1]) && text[at + 2] == '⁄' ? at + 2 : at + 1;
        int last = text[slash] == '⁄' && Characters.isBlank(text[slash + 1]) ? slash + 2 : slash + 1;
        boolean parted = text[slash] == '⁄' || text[slash] == '/';
        return parted && Characters.isDigit(text[last]) && !Characters.isWordPart(text[last + 1]) ? last + 1 : -1;
    }

    /** Returns the value of a fraction below 1; 0 if its decimals do not terminate soon, like those of thirds. */
    static BigDecimal fraction(char[] text, int at, int end) {
        if (end == at + 1) {
            return switch (text[at]) {
                case '½' -> new BigDecimal("0.5");
                case '¼' -> new BigDecimal("0.25");
                case '¾' -> new BigDecimal("0.75");
                default -> BigDecimal.ZERO;
            };
        }
        BigDecimal part = BigDecimal.valueOf(text[at] - '0');
        BigDecimal value = switch (text[end - 1]) {
            case '2' -> part.multiply(new BigDecimal("0.5"));
            case '4' -> part.multiply(new BigDecimal("0.25"));
            case '5' -> part.multiply(new BigDecimal("0.2"));
            default -> BigDecimal.ZERO;
        };
        return value.compareTo(BigDecimal.ONE) < 0 ? value : BigDecimal.ZERO;
    }

    /** Returns whether a mark between two digits belongs to them. */
    static boolean joins(char c) {
        return c == ',' || c == '.' || c == ':' || c == '\'' || c == '’';
    }

    private static boolean isCurrency(char c) {
        return c < 128 ? c == '$' : Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /**
     * Returns whether a comma and a blank separate thousands: no number begins with a zero, so 7, 000 is one number.
     */
    private boolean isSplitGroup(int group, int blank) {
        return group <= 3 && Characters.isBlank(chars[blank]) && chars[blank + 1] == '0' && isThreeDigits(blank + 1);
    }

    /** Returns whether three digits after a blank continue a number: 30 000, but not 30 646 ,5 or 1945 300. */
    private boolean isSpacedGroup(int group, int start) {
        return group <= 3 && isThreeDigits(start) && !(joins(chars[start + 3]) && Characters.isDigit(chars[start + 4]));
    }

    private boolean isThreeDigits(int start) {
        return Characters.isDigit(chars[start])
                && Characters.isDigit(chars[start + 1])
                && Characters.isDigit(chars[start + 2])
                && !Characters.isDigit(chars[start + 3]);
    }

    private int readDigits(int start) {
        int i = start;
        char c = chars[i];
        while (Characters.isDigit(c)) {
            value = value * 10 + (c - '0');
            c = chars[++i];
        }
        return i;
    }
}
