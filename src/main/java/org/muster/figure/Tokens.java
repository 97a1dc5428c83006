package org.muster.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into numbers, words and marks in one pass from left to right. Blanks, footnote marks and signs without
 * meaning for figures lie between the tokens.
 */
final class Tokens {

    /** What a token is. */
    enum TokenType {
        /** A number that can be read in one way only. */
        NUMBER,
        /** Digits that are no number, or could be two: 12:30, M47, 12,34,56. */
        UNREADABLE,
        /** A phrase of the vocabulary. */
        WORD,
        /** Any other word, with the digits in it: Mukden, PT-76. */
        OTHER,
        /** A dash of any length, or a minus sign. */
        DASH,
        /** A comma. */
        COMMA,
        /** The end of a sentence or an entry. */
        STOP,
        /** The end of a line, or the bullet before an entry. */
        LINE,
        /** A colon. */
        COLON,
        /** A slash. */
        SLASH,
        /** An opening bracket. */
        OPEN,
        /** A closing bracket. */
        CLOSE
    }

    /** Longer numbers are none: no count has so many digits, and a double holds no more. */
    private static final int MOST_DIGITS = 300;
    /** Longer brackets are not looked through for a footnote mark. */
    private static final int LONGEST_FOOTNOTE = 40;

    private static final int[] NONE = {};
    private static final @Nullable Reason[] NO_REASONS = {};
    /** Before more are found, no text gets room for more tokens. */
    private static final int FIRST_TOKENS = 1024;

    /** What may stand glued to a number. */
    private static final int GLUED = Word.MEASURES
            | Word.Kind.SCALE.bit
            | Word.Kind.LETTER.bit
            | Word.Kind.UNIT.bit
            | Word.Kind.CALIBRE.bit
            | Word.Kind.PERCENT.bit
            | Word.Kind.ORDINAL.bit
            | Word.Kind.TOTAL.bit
            | Word.Kind.AFTER.bit;

    private final String text;
    private final Vocabulary vocabulary;
    private int size;
    /** Which type each token is of. */
    private TokenType[] types;
    /**
     * Four numbers for each token: its start; its end; for a word its index in the vocabulary, for a number that in the
     * list of numbers; the kinds of a word, 0 for other tokens. One array is faster to make than four.
     */
    private int[] cells;

    /** Why the token is no part of a figure, as far as the reading has found out. */
    private @Nullable Reason[] reasons = NO_REASONS;

    private BigDecimal[] numbers = new BigDecimal[4];
    private int count;
    /** Start and end of each footnote mark. */
    private int[] footnotes = NONE;

    private int footnoteEnds;
    private boolean digits;

    Tokens(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        int room = Math.min(text.length() / 4 + 4, FIRST_TOKENS);
        types = new TokenType[room];
        cells = new int[room * 4];
        int i = 0;
        while (i < text.length()) {
            i = scan(i);
        }
    }

    int size() {
        return size;
    }

    int start(int token) {
        return cells[token * 4];
    }

    int end(int token) {
        return cells[token * 4 + 1];
    }

    /** Whether there is such a token and it is of that type. */
    boolean is(int token, TokenType type) {
        return token >= 0 && token < size && types[token] == type;
    }

    /** Whether there is such a token and it is a word of that kind. */
    boolean is(int token, Word.Kind kind) {
        return token >= 0 && token < size && (cells[token * 4 + 3] & kind.bit) != 0;
    }

    /** Whether there is such a token and it is a word of one of these kinds. */
    boolean isAny(int token, int bits) {
        return token >= 0 && token < size && (cells[token * 4 + 3] & bits) != 0;
    }

    /** Whether a token ends a passage in which words belong to one figure. */
    boolean isDelimiter(int token) {
        return types[token].compareTo(TokenType.COMMA) >= 0;
    }

    /** Whether two tokens stand side by side without a blank. */
    boolean isGlued(int token, int next) {
        return token >= 0 && next < size && end(token) == start(next);
    }

    /** Whether a letter after a number stands for a state: in a row of such, or where it can mean nothing else. */
    boolean isLetterForState(int token) {
        if (!is(token, Word.Kind.LETTER) || !isGlued(token - 1, token)) {
            return false;
        }
        int others = Word.Kind.SCALE.bit | Word.Kind.UNIT.bit | Word.Kind.CALIBRE.bit | Word.Kind.QUALIFIER.bit;
        return !isAny(token, others)
                || (isBetweenLetters(token + 1) && is(token + 2, TokenType.NUMBER) && is(token + 3, Word.Kind.LETTER))
                || (isBetweenLetters(token - 2) && is(token - 3, Word.Kind.LETTER));
    }

    private boolean isBetweenLetters(int token) {
        return is(token, TokenType.SLASH) || is(token, TokenType.COMMA);
    }

    /** Whether a token is a delimiter or a dash, and no word. */
    boolean isMark(int token) {
        return types[token].compareTo(TokenType.DASH) >= 0;
    }

    /** What digits are that were not taken for a number: letters with them make a name, or the size of a gun. */
    Reason kindOfUnreadable(int token) {
        int i = start(token);
        while (i < end(token) && (isDigit(text.charAt(i)) || text.charAt(i) == ',' || text.charAt(i) == '.')) {
            i++;
        }
        if (i == end(token) || !(isLetter(text.charAt(i)) || Vocabulary.isHyphen(text.charAt(i)))) {
            return Reason.UNREADABLE;
        }
        int word = Vocabulary.isHyphen(text.charAt(i)) ? i + 1 : i;
        long found = word < text.length() ? vocabulary.longestAt(text, word) : -1;
        return found >= 0 && vocabulary.word((int) found).is(Word.Kind.CALIBRE) ? Reason.CALIBRE : Reason.DESIGNATION;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Word word(int token) {
        return vocabulary.word(cells[token * 4 + 2]);
    }

    BigDecimal number(int token) {
        return numbers[cells[token * 4 + 2]];
    }

    /** The text of a number is 1–3 digits, a point and three digits: thousands, unless a scale word follows. */
    boolean isThousandsOrDecimals(int token) {
        BigDecimal number = number(token);
        return number.scale() == 3 && text.charAt(end(token) - 4) == '.' && text.charAt(start(token)) != '0';
    }

    /** Whether a number has a decimal comma, which is believed only before a scale word. */
    boolean hasDecimalComma(int token) {
        int scale = number(token).scale();
        return scale > 0 && text.charAt(end(token) - scale - 1) == ',';
    }

    /** Why a token is no part of a figure, if the reading has found out. */
    @Nullable
    Reason reason(int token) {
        return token < reasons.length ? reasons[token] : null;
    }

    void setReason(int token, Reason reason) {
        if (token >= reasons.length) {
            reasons = Arrays.copyOf(reasons, types.length);
        }
        reasons[token] = reason;
    }

    /** Start and end of each footnote mark, in order, {@link #footnoteEnds()} numbers in all. */
    int footnoteEdge(int index) {
        return footnotes[index];
    }

    int footnoteEnds() {
        return footnoteEnds;
    }

    private void addFootnote(int start, int end) {
        if (footnoteEnds == footnotes.length) {
            footnotes = Arrays.copyOf(footnotes, footnoteEnds * 2 + 4);
        }
        footnotes[footnoteEnds++] = start;
        footnotes[footnoteEnds++] = end;
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
                addFootnote(i, end);
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
            case '\n', '\r', '\f', '\u000b', '\u0085', '\u2028', '\u2029', '•', '·', '●', '◦', '▪', '‣' ->
                add(TokenType.LINE, i, i + 1, 0);
            case ';', '|', '=' -> add(TokenType.STOP, i, i + 1, 0);
            case ':', '：' -> add(TokenType.COLON, i, i + 1, 0);
            case '/', '⁄' -> add(TokenType.SLASH, i, i + 1, 0);
            case '.' -> {
                if (!isInitial(i)) {
                    add(TokenType.STOP, i, i + 1, 0);
                }
            }
            default -> {
                if (isSuperscript(c)) {
                    addFootnote(i, i + 1);
                } else if (Character.getType(c) == Character.OTHER_NUMBER) {
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
        return c == ',' || c == '.' || c == ':' || c == '\'' || c == '’';
    }

    /**
     * Digits and the marks between them. One mark, or blanks, must part groups of three, and another one may come
     * before decimals. Anything else is unreadable as a whole, so that no part of it is taken for a number.
     */
    private int scanNumber(int start) {
        digits = true;
        int i = digitsEnd(start);
        int group = i - start;
        boolean readable = start == 0 || Character.getType(text.charAt(start - 1)) != Character.CURRENCY_SYMBOL;
        char separator = 0;
        int groups = 0;
        int point = -1;
        while (i + 1 < text.length()) {
            char c = text.charAt(i);
            int from = i + 1;
            boolean blank = c != '\t' && isBlank(c);
            if (!blank && !joinsDigits(c)) {
                break;
            }
            if (c == ',' && separator != ' ' && isSplitGroup(group, from)) {
                from++;
            } else if (!isDigit(text.charAt(from))) {
                break;
            }
            int end = digitsEnd(from);
            if (blank && ((separator != 0 && separator != ' ') || point >= 0 || !isSpacedGroup(group, from, end))) {
                break;
            }
            char mark = blank ? ' ' : c == '’' ? '\'' : c;
            boolean three = end - from == 3;
            if (point >= 0 || c == ':') {
                readable = false;
            } else if (three && group <= 3 && text.charAt(start) != '0' && (separator == 0 || separator == mark)) {
                separator = mark;
                groups++;
                group = 3;
            } else if ((c == '.' || c == ',') && separator != mark) {
                point = i;
            } else {
                readable = false;
            }
            i = end;
        }
        if (groups == 1 && separator == '.' && point < 0) {
            point = i - 4; // 19.000: thousands, unless a scale word makes them decimals
        }
        if (i < text.length() && isGluedToWord(i)) {
            return scanWord(start, TokenType.UNREADABLE);
        }
        if (!readable || i - start > MOST_DIGITS) {
            add(TokenType.UNREADABLE, start, i, 0);
        } else {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count] = value(start, i, point);
            add(TokenType.NUMBER, start, i, count++);
        }
        return i;
    }

    /** Whether a comma and a blank part thousands: no number begins with a zero, so that 7, 000 is one. */
    private boolean isSplitGroup(int group, int blank) {
        return group <= 3
                && blank + 3 < text.length()
                && isBlank(text.charAt(blank))
                && text.charAt(blank + 1) == '0'
                && digitsEnd(blank + 1) == blank + 4;
    }

    /** Whether three digits after a blank go on with a number: 30 000, and not 30 646 ,5 or 1945 300. */
    private boolean isSpacedGroup(int group, int start, int end) {
        if (group > 3 || end - start != 3) {
            return false;
        }
        return end + 1 >= text.length() || !joinsDigits(text.charAt(end)) || !isDigit(text.charAt(end + 1));
    }

    /** Whether the number is part of a name or of another word; not if the letters are a word of their own: 300killed, 5k. */
    private boolean isGluedToWord(int i) {
        char c = text.charAt(i);
        if (!isWordPart(c)) {
            return (Character.getType(c) == Character.OTHER_NUMBER && !isSuperscript(c))
                    || (Vocabulary.isHyphen(c) && i + 1 < text.length() && isLetter(text.charAt(i + 1)));
        }
        return !isOrdinary(i);
    }

    /** Whether letters after digits are a word that may be glued to a number. */
    private boolean isOrdinary(int i) {
        long found = vocabulary.longestAt(text, i);
        return found >= 0 && (vocabulary.word((int) found).kinds & GLUED) != 0;
    }

    private BigDecimal value(int start, int end, int point) {
        if (end - start <= 18) {
            long plain = 0;
            int scale = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                if (isDigit(c)) {
                    plain = plain * 10 + (c - '0');
                    scale += point >= 0 && i > point ? 1 : 0;
                }
            }
            return BigDecimal.valueOf(plain, scale);
        }
        char[] plain = new char[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c) || i == point) {
                plain[length++] = i == point ? '.' : c;
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
            cells = Arrays.copyOf(cells, size * 8);
        }
        types[size] = type;
        int cell = size * 4;
        cells[cell] = start;
        cells[cell + 1] = end;
        cells[cell + 2] = value;
        cells[cell + 3] = type == TokenType.WORD ? vocabulary.word(value).kinds : 0;
        size++;
    }
}
