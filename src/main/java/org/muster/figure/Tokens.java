package org.muster.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text cut into numbers, words and marks in one pass from left to right. Blanks, footnote marks and signs without
 * meaning for figures lie between the tokens.
 */
final class Tokens {

    /** What a token is. */
    enum TokenType {
        /** A number that can be read in one way only. */
        NUMBER,
        /** Digits that are no number, or could be two: 5/3/2021, 37mm, 1,3. */
        UNREADABLE,
        /** A phrase of the vocabulary. */
        WORD,
        /** Any other word, with the digits in it: Mukden, PT-76. */
        OTHER,
        /** A dash of any length, or a minus sign. */
        DASH,
        /** A comma. */
        COMMA,
        /** The end of a line, a sentence, an entry or a bracket. */
        STOP,
        /** An opening bracket. */
        OPEN,
        /** A closing bracket. */
        CLOSE
    }

    /** Longer numbers are none: no count has so many digits, and a double holds no more. */
    private static final int MOST_DIGITS = 300;
    /** Longer brackets are not looked through for a footnote mark. */
    private static final int LONGEST_FOOTNOTE = 40;

    private final String text;
    private final Vocabulary vocabulary;
    private int size;
    private TokenType[] types = new TokenType[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    /** For a word its index in the vocabulary, for a number that in the list of numbers. */
    private int[] values = new int[16];

    private final List<BigDecimal> numbers = new ArrayList<>();
    private boolean digits;

    Tokens(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        int i = 0;
        while (i < text.length()) {
            i = scan(i);
        }
    }

    int size() {
        return size;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** Whether there is such a token and it is of that type. */
    boolean is(int token, TokenType type) {
        return token >= 0 && token < size && types[token] == type;
    }

    /** Whether there is such a token and it is a word of that kind. */
    boolean is(int token, Word.Kind kind) {
        return is(token, TokenType.WORD) && word(token).is(kind);
    }

    /** Whether a token ends a passage in which words belong to one figure. */
    boolean isDelimiter(int token) {
        return types[token].compareTo(TokenType.COMMA) >= 0;
    }

    /** Whether two tokens stand side by side without a blank. */
    boolean isGlued(int token, int next) {
        return token >= 0 && next < size && ends[token] == starts[next];
    }

    Word word(int token) {
        return vocabulary.word(values[token]);
    }

    BigDecimal number(int token) {
        return numbers.get(values[token]);
    }

    /** Whether there are digits outside footnote marks. */
    boolean hasDigits() {
        return digits;
    }

    static boolean isBlank(char c) {
        if (c < 128) {
            return c == ' ' || c == '\t';
        }
        return c != '\u2028' && c != '\u2029' && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
    }

    static boolean isWordPart(char c) {
        if (c < 128) {
            return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int scan(int i) {
        char c = text.charAt(i);
        if (isBlank(c)) {
            return i + 1;
        }
        if (isDigit(c)) {
            return scanNumber(i);
        }
        if (c == '[') {
            int end = footnoteEnd(i);
            if (end > 0) {
                return end;
            }
        }
        long found = vocabulary.longestAt(text, i);
        if (found >= 0) {
            int end = (int) (found >>> 32);
            add(TokenType.WORD, i, end, (int) found);
            return end;
        }
        if (isWordPart(c)) {
            return scanWord(i, Character.isDigit(c) ? TokenType.UNREADABLE : TokenType.OTHER);
        }
        return scanMark(i, c);
    }

    private int scanMark(int i, char c) {
        switch (c) {
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '－' -> add(TokenType.DASH, i, i + 1, 0);
            case ',' -> add(TokenType.COMMA, i, i + 1, 0);
            case '(', '[', '{' -> add(TokenType.OPEN, i, i + 1, 0);
            case ')', ']', '}' -> add(TokenType.CLOSE, i, i + 1, 0);
            case '\n',
                    '\r',
                    '\f',
                    '\u000b',
                    '\u0085',
                    '\u2028',
                    '\u2029',
                    ';',
                    ':',
                    '/',
                    '|',
                    '=',
                    '•',
                    '·',
                    '●',
                    '◦',
                    '▪',
                    '‣' -> add(TokenType.STOP, i, i + 1, 0);
            case '.' -> {
                if (!isInitial(i)) {
                    add(TokenType.STOP, i, i + 1, 0);
                }
            }
            default -> {
                if (Character.getType(c) == Character.OTHER_NUMBER && !isSuperscript(c)) {
                    digits = true;
                    add(TokenType.UNREADABLE, i, i + 1, 0);
                }
            }
        }
        return i + 1;
    }

    /** Whether a full stop belongs to an initial, as in U.S., or is followed by a letter. */
    private boolean isInitial(int stop) {
        return (stop + 1 < text.length() && isWordPart(text.charAt(stop + 1)))
                || (stop > 0
                        && Character.isUpperCase(text.charAt(stop - 1))
                        && (stop == 1 || !isWordPart(text.charAt(stop - 2))));
    }

    /** A word with the hyphens, apostrophes and digits in it. */
    private int scanWord(int start, TokenType type) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isWordPart(c)) {
                digits |= Character.isDigit(c);
            } else if (i + 1 == text.length() || !isWordPart(text.charAt(i + 1)) || !joins(i, c)) {
                break;
            }
            i++;
        }
        add(type, start, i, 0);
        return i;
    }

    private boolean joins(int i, char c) {
        return Vocabulary.isHyphen(c)
                || c == '\''
                || c == '’'
                || (isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1)) && joinsDigits(c));
    }

    private static boolean joinsDigits(char c) {
        return c == ',' || c == '.' || c == ':' || c == '/' || c == '⁄' || c == '\'' || c == '’';
    }

    /**
     * Digits and the marks between them. Commas or blanks must part groups of three, and a point comes once; anything
     * else is unreadable as a whole, so that no part of it is taken for a number.
     */
    private int scanNumber(int start) {
        digits = true;
        int i = digitsEnd(start);
        int group = i - start;
        boolean readable = start == 0 || Character.getType(text.charAt(start - 1)) != Character.CURRENCY_SYMBOL;
        char separator = 0;
        int point = -1;
        while (i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
            char c = text.charAt(i);
            int end = digitsEnd(i + 1);
            boolean blank = isBlank(c);
            if (blank && ((separator != 0 && separator != ' ') || !isSpacedGroup(group, i + 1, end))) {
                break;
            }
            if (!blank && !joinsDigits(c)) {
                break;
            }
            if (c == '.' && point < 0) {
                point = i;
                separator = '.';
            } else if (blank || (c == ',' && (separator == 0 || separator == ','))) {
                readable &= group <= 3 && end - i == 4;
                separator = blank ? ' ' : c;
            } else {
                readable = false;
            }
            group = separator == ' ' || separator == ',' ? 3 : group;
            i = end;
        }
        if (i < text.length() && isGluedToWord(i)) {
            return scanWord(start, TokenType.UNREADABLE);
        }
        if (!readable || i - start > MOST_DIGITS) {
            add(TokenType.UNREADABLE, start, i, 0);
        } else {
            numbers.add(value(start, i, point));
            add(TokenType.NUMBER, start, i, numbers.size() - 1);
        }
        return i;
    }

    /** Whether three digits after a blank go on with a number: 30 000, and not 30 646 ,5 or 1945 300. */
    private boolean isSpacedGroup(int group, int start, int end) {
        if (group > 3 || end - start != 3) {
            return false;
        }
        return end + 1 >= text.length() || !joinsDigits(text.charAt(end)) || !isDigit(text.charAt(end + 1));
    }

    private boolean isGluedToWord(int i) {
        char c = text.charAt(i);
        return isWordPart(c)
                || (Character.getType(c) == Character.OTHER_NUMBER && !isSuperscript(c))
                || (Vocabulary.isHyphen(c) && i + 1 < text.length() && isLetter(text.charAt(i + 1)));
    }

    private BigDecimal value(int start, int end, int point) {
        char[] plain = new char[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c) || i == point) {
                plain[length++] = c;
            }
        }
        return new BigDecimal(plain, 0, length);
    }

    private int digitsEnd(int start) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /**
     * The end of a footnote mark: brackets around up to three digits, or around letters, blanks and hyphens that up to
     * three digits may follow: [11], [a], [note 3], [citation needed]. -1 if the bracket is none.
     */
    private int footnoteEnd(int open) {
        int last = Math.min(text.length(), open + LONGEST_FOOTNOTE);
        int i = open + 1;
        while (i < last && !isDigit(text.charAt(i)) && isFootnotePart(text.charAt(i))) {
            i++;
        }
        int first = i;
        while (i < last && isDigit(text.charAt(i))) {
            i++;
        }
        boolean mark = i < last && text.charAt(i) == ']' && i > open + 1 && i - first <= 3;
        return mark ? i + 1 : -1;
    }

    private static boolean isFootnotePart(char c) {
        return isWordPart(c) || isBlank(c) || c == '-' || c == '.' || c == '?';
    }

    private static boolean isLetter(char c) {
        return isWordPart(c) && !Character.isDigit(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSuperscript(char c) {
        return c == '¹' || c == '²' || c == '³' || (c >= '\u2070' && c <= '\u209f');
    }

    private void add(TokenType type, int start, int end, int value) {
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        types[size] = type;
        starts[size] = start;
        ends[size] = end;
        values[size] = value;
        size++;
    }
}
