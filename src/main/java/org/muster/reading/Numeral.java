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

    private final char[] chars;

    /** The end of the last numeral read, the place of its decimal point or -1, and whether it is a number. */
    int end;

    int point;
    boolean readable;
    /** Whether the sign of a currency stands before it. */
    boolean isPrice;
    /** What parts its groups of three, or 0. */
    private char separator;
    /** Its digits as one number, which overflows if there are too many. */
    private long value;

    /** Creates a reader of the numerals of a text that is followed by a character of code 0. */
    Numeral(char[] text) {
        chars = text;
    }

    /** Reads the numeral that begins at a digit. */
    void read(int start) {
        value = 0;
        int i = readDigits(start);
        int group = i - start;
        isPrice = start > 0 && isCurrency(chars[start - 1]);
        readable = !isPrice;
        point = -1;
        separator = 0;
        int groups = 0;
        boolean pairs = false;
        while (true) {
            char c = chars[i];
            int from = i + 1;
            boolean blank = c != '\t' && Characters.isBlank(c) && !isDenominator(start, i);
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
            if (point >= 0 && mark == ',' && isIndian(i, group, groups, pairs) && (three || to - from == 2)) {
                pairs = !three; // 1,00,000: pairs of digits before the last three
                group = to - from;
                point = three ? -1 : i;
                separator = three ? ',' : separator;
                groups = 0;
            } else if (point >= 0 || c == ':') {
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
        readable &= !pairs;
        if (groups == 1 && separator == '.' && point < 0) {
            point = i - 4; // 19.000: thousands, unless a scale word makes them decimals
        }
        readable &= i - start <= MOST_DIGITS;
        end = i;
    }

    /** Whether the two digits before a comma are a pair of an Indian number, and no decimals. */
    private boolean isIndian(int comma, int group, int groups, boolean pairs) {
        return groups == 0
                && group <= 2
                && separator == 0
                && chars[point] == ','
                && comma - point == 3
                && (pairs || group > 0);
    }

    /** Whether a digit ends a fraction, which no group of digits goes on with: 1/2 100. */
    private boolean isDenominator(int start, int end) {
        return end == start + 1 && start > 1 && chars[start - 1] == '/' && Characters.isDigit(chars[start - 2]);
    }

    /** Whether blanks part its groups. */
    boolean isSpaced() {
        return separator == ' ' && point < 0 && readable;
    }

    /** Whether commas part its groups, as in no name. */
    boolean isGrouped() {
        return separator == ',' && point < 0 && readable;
    }

    /** Whether it has digits and decimals alone. */
    boolean isPlain() {
        return readable && (separator == 0 || (separator == '.' && point >= 0 && end - point == 4));
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

    /**
     * The end of a power of ten behind a number: e+05, E3, × 10^5, ·10⁵, × 10&lt;sup&gt;5&lt;/sup&gt;. -1 if there is none.
     */
    static int exponentEnd(char[] text, int at) {
        int i = Characters.isBlank(text[at]) ? at + 1 : at;
        char c = text[i];
        if (c == 'e' || c == 'E') {
            boolean sign = text[i + 1] == '+' || text[i + 1] == '-';
            int first = sign ? i + 2 : i + 1;
            return sign || i == at ? digitsEnd(text, first) : -1;
        }
        if (c != '×' && c != '·' && c != '*' && c != 'x') {
            return -1;
        }
        i++;
        i = Characters.isBlank(text[i]) ? i + 1 : i;
        return text[i] == '1' && text[i + 1] == '0' ? raisedEnd(text, i + 2) : -1;
    }

    /** The end of a raised number: ^5, **5, ⁵, &lt;sup&gt;5&lt;/sup&gt;. -1 if there is none. */
    static int raisedEnd(char[] text, int at) {
        if (Characters.isSuperscript(text[at])) {
            return Characters.isSuperscript(text[at + 1]) ? -1 : at + 1;
        }
        if (text[at] == '^') {
            return digitsEnd(text, at + 1);
        }
        if (text[at] == '*' && text[at + 1] == '*') {
            return digitsEnd(text, at + 2);
        }
        boolean tag = text[at] == '<'
                && text[at + 1] == 's'
                && text[at + 2] == 'u'
                && text[at + 3] == 'p'
                && text[at + 4] == '>';
        int end = tag ? digitsEnd(text, at + 5) : -1;
        return end > 0 && text[end] == '<' && text[end + 1] == '/' ? end + 6 : -1;
    }

    /** The end of one or two digits that no letter or digit follows, or -1. */
    private static int digitsEnd(char[] text, int at) {
        int end = at;
        while (end < at + 2 && Characters.isDigit(text[end])) {
            end++;
        }
        return end > at && !Characters.isWordPart(text[end]) ? end : -1;
    }

    /** The exponent of a power that {@link #exponentEnd} found: its last digits. */
    static int exponent(char[] text, int start, int end) {
        int i = end;
        while (!Characters.isDigit(text[i - 1]) && !Characters.isSuperscript(text[i - 1])) {
            i--;
        }
        if (Characters.isSuperscript(text[i - 1])) {
            return "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".indexOf(text[i - 1]) % 10;
        }
        int from = i;
        while (from > start && Characters.isDigit(text[from - 1])) {
            from--;
        }
        int exponent = 0;
        for (int k = from; k < i; k++) {
            exponent = exponent * 10 + (text[k] - '0');
        }
        return text[from - 1] == '-' ? -exponent : exponent;
    }

    /** Whether a mark between two digits belongs to them. */
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

    /** Whether three digits after a blank go on with a number: 30 000, 11 444,1, and not 30 646,500 or 1945 300. */
    private boolean isSpacedGroup(int group, int start) {
        return group <= 3 && isThreeDigits(start) && !(joins(chars[start + 3]) && isThousands(start + 4));
    }

    private boolean isThousands(int start) {
        return Characters.isDigit(chars[start]) && (isThreeDigits(start) || Characters.isDigit(chars[start + 3]));
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
