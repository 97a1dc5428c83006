package org.muster.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers, words and marks of a text, as a {@link Scanner} cut them. Blanks, footnote marks and signs without
 * meaning for figures lie between the tokens.
 *
 * <p>Looking a few tokens before the first or after the last is allowed and finds nothing.
 */
final class Tokens {

    /** How far one may look before the first token, and after the last. */
    private static final int BEFORE = 4;

    private static final int AFTER = 8;
    /** Before more are found, no text gets room for more tokens. */
    private static final int FIRST_TOKENS = 1024;
    /** Fifteen digits and the marks between them: a whole number that every double of that size holds exactly. */
    private static final int LONGEST_WHOLE = 19;

    private static final int[] NONE = {};
    private static final @Nullable Reason[] NO_REASONS = {};

    /** The characters of the text, and after them some of code 0, which end every word and number. */
    final char[] chars;

    final int length;
    final Vocabulary vocabulary;

    private int size;
    /** The bit of each token's {@link TokenType}, and for words those of their {@link Word.Kind}s. */
    private long[] traits;
    /**
     * Three numbers for each token: its start, its end, and for a word its index in the vocabulary, for a number the
     * place of its decimal point or -1. One array is faster to make than three.
     */
    private int[] cells;

    /** Why the token is no part of a figure, as far as the reading has found out. */
    private @Nullable Reason[] reasons = NO_REASONS;

    /** Start and end of each footnote mark. */
    private int[] footnotes = NONE;

    private int footnoteEnds;
    /** Whether there are digits outside footnote marks. */
    boolean hasDigits;

    Tokens(String text, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        length = text.length();
        chars = new char[length + 4];
        text.getChars(0, length, chars, 0);
        int room = Math.min(length / 4 + 4, FIRST_TOKENS);
        traits = new long[BEFORE + room + AFTER];
        cells = new int[room * 3];
    }

    void add(TokenType type, int start, int end) {
        add(type.bit, start, end, -1);
    }

    void addWord(int start, int end, int word) {
        add(TokenType.WORD.bit | vocabulary.word(word).kinds, start, end, word);
    }

    /** Adds a number with the place of its decimal point, or -1. */
    void addNumber(int start, int end, int point) {
        add(TokenType.NUMBER.bit, start, end, point);
    }

    private void add(long bits, int start, int end, int value) {
        int cell = size * 3;
        if (cell == cells.length) {
            cells = Arrays.copyOf(cells, cell * 2);
            traits = Arrays.copyOf(traits, BEFORE + size * 2 + AFTER);
        }
        traits[BEFORE + size++] = bits;
        cells[cell] = start;
        cells[cell + 1] = end;
        cells[cell + 2] = value;
    }

    void addFootnote(int start, int end) {
        if (footnoteEnds == footnotes.length) {
            footnotes = Arrays.copyOf(footnotes, footnoteEnds * 2 + 4);
        }
        footnotes[footnoteEnds++] = start;
        footnotes[footnoteEnds++] = end;
    }

    int size() {
        return size;
    }

    int start(int token) {
        return cells[token * 3];
    }

    int end(int token) {
        return cells[token * 3 + 1];
    }

    int length(int token) {
        return end(token) - start(token);
    }

    /** The first character of a token. */
    char first(int token) {
        return chars[cells[token * 3]];
    }

    /** The bit of a token's type, and for a word those of its kinds; 0 where there is none. */
    long traits(int token) {
        return traits[token + BEFORE];
    }

    boolean is(int token, TokenType type) {
        return (traits[token + BEFORE] & type.bit) != 0;
    }

    boolean is(int token, Word.Kind kind) {
        return (traits[token + BEFORE] & kind.bit) != 0;
    }

    /** Whether a token has one of several traits. */
    boolean isAny(int token, long bits) {
        return (traits[token + BEFORE] & bits) != 0;
    }

    /** Whether a token is a delimiter or a dash, and no word. */
    boolean isMark(int token) {
        return isAny(token, TokenType.MARKS);
    }

    /** Whether two tokens stand side by side without a blank. */
    boolean isGlued(int token, int next) {
        return token >= 0 && next < size && end(token) == start(next);
    }

    /** Whether it is a word that begins with a capital and means nothing to the vocabulary, as names do. */
    boolean isNameLike(int token) {
        return is(token, TokenType.OTHER) && Character.isUpperCase(first(token));
    }

    /** Whether a letter after a number stands for a state: in a row of such, or where it can mean nothing else. */
    boolean isLetterForState(int token) {
        if (!is(token, Word.Kind.LETTER) || !isGlued(token - 1, token)) {
            return false;
        }
        long others = Word.Kind.SCALE.bit | Word.Kind.UNIT.bit | Word.Kind.CALIBRE.bit | Word.Kind.QUALIFIER.bit;
        return !isAny(token, others)
                || (isBetweenLetters(token + 1) && is(token + 2, TokenType.NUMBER) && is(token + 3, Word.Kind.LETTER))
                || (isBetweenLetters(token - 2) && is(token - 3, Word.Kind.LETTER));
    }

    private boolean isBetweenLetters(int token) {
        return isAny(token, TokenType.SLASH.bit | TokenType.COMMA.bit);
    }

    Word word(int token) {
        return vocabulary.word(cells[token * 3 + 2]);
    }

    /** The digits after the decimal point of a number. */
    int decimals(int token) {
        int point = cells[token * 3 + 2];
        return point < 0 ? 0 : end(token) - point - 1;
    }

    /** The text of a number is 1–3 digits, a point and three digits: thousands, unless a scale word follows. */
    boolean isThousandsOrDecimals(int token) {
        return decimals(token) == 3 && chars[cells[token * 3 + 2]] == '.' && first(token) != '0';
    }

    /** Whether a number has a decimal comma, which is believed only before a scale word. */
    boolean hasDecimalComma(int token) {
        return decimals(token) > 0 && chars[cells[token * 3 + 2]] == ',';
    }

    /** The value of a whole number of at most 15 digits; -1 for others. */
    long whole(int token) {
        int end = end(token);
        if (cells[token * 3 + 2] >= 0 || end - start(token) > LONGEST_WHOLE) {
            return -1;
        }
        long value = 0;
        int digits = 0;
        for (int i = start(token); i < end; i++) {
            int digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
            }
        }
        return digits <= 15 ? value : -1;
    }

    /** The value of a number. */
    BigDecimal number(int token) {
        int point = cells[token * 3 + 2];
        char[] plain = new char[length(token)];
        int count = 0;
        for (int i = start(token); i < end(token); i++) {
            if (i == point) {
                plain[count++] = '.';
            } else if (Characters.isDigit(chars[i])) {
                plain[count++] = chars[i];
            }
        }
        return new BigDecimal(plain, 0, count);
    }

    /** Why a token is no part of a figure, if the reading has found out. */
    @Nullable
    Reason reason(int token) {
        return token < reasons.length ? reasons[token] : null;
    }

    void setReason(int token, Reason reason) {
        if (token >= reasons.length) {
            reasons = Arrays.copyOf(reasons, size);
        }
        reasons[token] = reason;
    }

    /** Marks the tokens from one to another as no part of a figure. */
    void setReasons(int from, int to, Reason reason) {
        for (int i = from; i < to && i < size; i++) {
            setReason(i, reason);
        }
    }

    /** Start and end of each footnote mark, in order, {@link #footnoteEnds()} numbers in all. */
    int footnoteEdge(int index) {
        return footnotes[index];
    }

    int footnoteEnds() {
        return footnoteEnds;
    }
}
