package org.muster.reading;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The numbers, words and marks of a text, as a {@link Scanner} cut them. Blanks, footnote marks and signs without
 * meaning for figures lie between the tokens.
 *
 * <p>Looking a few tokens before the first or after the last is allowed and finds nothing. The arrays are kept from text
 * to text, since making them takes longer than filling them.
 */
final class Tokens {

    /** How far one may look before the first token, and after the last. */
    private static final int BEFORE = 4;

    private static final int AFTER = 8;
    /** Characters of code 0 after the text: how far one may look beyond its end. */
    private static final int ZEROS = 8;

    private static final int FIRST_YEAR = 1200;
    private static final int LAST_YEAR = 2099;

    /** The words of the language that the text is in. */
    Vocabulary vocabulary;

    /** The characters of the text, and after them some of code 0, which end every word and number. */
    char[] chars = new char[256];

    int length;
    /** Whether there are digits outside footnote marks. */
    boolean hasDigits;
    /** The traits of all tokens together. */
    private long any;

    private int size;
    /** The bit of each token's {@link TokenType}, and for words those of their {@link Phrase.Kind}s. */
    private long[] traits = new long[BEFORE + 64 + AFTER];

    /** The start of each token in the upper, its end in the lower half. */
    private long[] spans = new long[64];
    /** The index of a word in the vocabulary, the decimal point of a number or -1. */
    private int[] values = new int[64];
    /** For numbers the value of a whole one of at most 15 characters, else -1; for other tokens nothing. */
    private long[] wholes = new long[64];
    /** Why a token is no figure if it is in none. */
    private Reason[] reasons = new Reason[64];

    /** Start and end of each footnote mark. */
    private int[] footnotes = new int[16];

    private int footnoteEnds;

    Tokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Takes a text that is not yet cut. */
    void take(String text, Vocabulary words) {
        vocabulary = words;
        length = text.length();
        if (length + ZEROS > chars.length) {
            chars = new char[length + ZEROS];
        }
        text.getChars(0, length, chars, 0);
        for (int i = length; i < length + ZEROS; i++) {
            chars[i] = 0;
        }
        size = 0;
        footnoteEnds = 0;
        hasDigits = false;
        any = 0;
    }

    /** Ends the text. */
    void close() {
        for (int i = BEFORE + size; i < BEFORE + size + AFTER; i++) {
            traits[i] = 0;
        }
    }

    /** Adds a token with the reason why it is no figure, unless it turns out to be in one. */
    void add(long type, int start, int end, Reason reason) {
        add(type, start, end, -1, reason);
    }

    void addWord(int start, int end, int word) {
        addWord(start, end, word, vocabulary.word(word).kinds);
    }

    void addWord(int start, int end, int word, long kinds) {
        add(TokenType.WORD | kinds, start, end, word, Reason.WORDS);
    }

    /** Adds a number with the place of its decimal point, or -1, and its value if that is whole, or -1. */
    void addNumber(int start, int end, int point, long whole) {
        long bits = TokenType.NUMBER;
        if (whole >= 0) {
            bits |= end - start == 4 && whole >= FIRST_YEAR && whole <= LAST_YEAR
                    ? TokenType.WHOLE | TokenType.YEAR
                    : TokenType.WHOLE;
        }
        add(bits, start, end, point, Reason.UNREADABLE);
        wholes[size - 1] = whole;
    }

    private void add(long bits, int start, int end, int value, Reason reason) {
        if (size == spans.length) {
            traits = Arrays.copyOf(traits, BEFORE + size * 2 + AFTER);
            spans = Arrays.copyOf(spans, size * 2);
            values = Arrays.copyOf(values, size * 2);
            wholes = Arrays.copyOf(wholes, size * 2);
            reasons = Arrays.copyOf(reasons, size * 2);
        }
        any |= bits;
        traits[BEFORE + size] = bits;
        spans[size] = (long) start << 32 | end;
        values[size] = value;
        reasons[size++] = reason;
    }

    /** Adds a number with the place where its fraction begins. */
    void addMixed(int start, int end, int fraction) {
        add(TokenType.NUMBER | TokenType.MIXED, start, end, fraction, Reason.UNREADABLE);
        wholes[size - 1] = -1;
    }

    void addFootnote(int start, int end) {
        if (footnoteEnds == footnotes.length) {
            footnotes = Arrays.copyOf(footnotes, footnoteEnds * 2);
        }
        footnotes[footnoteEnds++] = start;
        footnotes[footnoteEnds++] = end;
    }

    int size() {
        return size;
    }

    int start(int token) {
        return (int) (spans[token] >>> 32);
    }

    int end(int token) {
        return (int) spans[token];
    }

    int length(int token) {
        return end(token) - start(token);
    }

    /** The first character of a token. */
    char first(int token) {
        return chars[start(token)];
    }

    /** The bit of a token's type, and for a word those of its kinds; 0 where there is none. */
    long traits(int token) {
        return traits[token + BEFORE];
    }

    /** Whether a token has one of several traits. */
    boolean is(int token, long traitBits) {
        return (traits[token + BEFORE] & traitBits) != 0;
    }

    /** Whether any token of the text has one of several traits. */
    boolean has(long traitBits) {
        return (any & traitBits) != 0;
    }

    /** Whether any token from one to before another has one of several traits. */
    boolean has(int from, int to, long traitBits) {
        for (int i = from; i < to; i++) {
            if (is(i, traitBits)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is a delimiter or a dash, and no word. */
    boolean isMark(int token) {
        return is(token, TokenType.MARKS);
    }

    /** Whether two tokens stand side by side without a blank. */
    boolean isGlued(int token, int next) {
        return token >= 0 && next < size && end(token) == start(next);
    }

    /**
     * Whether a letter after a number stands for a state: in a row of several, or glued to the number where it can mean
     * nothing else. In a row with blanks it is a capital: 41 K, 120 W.
     */
    boolean isLetterForState(int token) {
        if (!is(token, Phrase.Kind.LETTER)) {
            return false;
        }
        boolean glued = isGlued(token - 1, token);
        if (!glued && !Characters.isCapital(first(token))) {
            return false;
        }
        long others = Phrase.Kind.SCALE | Phrase.Kind.UNIT | Phrase.Kind.CALIBRE | Phrase.Kind.QUALIFIER;
        return (glued && !is(token, others))
                || (isInRow(token, token + 1, token + 3) && is(token + 2, TokenType.NUMBER))
                || isInRow(token, token - 2, token - 3);
    }

    /** Whether a mark parts two letters that are not the same: 10k, 12k are thousands. */
    private boolean isInRow(int letter, int mark, int other) {
        return is(mark, TokenType.SLASH | TokenType.COMMA)
                && is(other, Phrase.Kind.LETTER)
                && values[letter] != values[other];
    }

    Phrase word(int token) {
        return vocabulary.word(values[token]);
    }

    /** The digits after the decimal point of a number. */
    int decimals(int token) {
        int point = values[token];
        if (is(token, TokenType.MIXED)) {
            return Numeral.fraction(chars, point, end(token)).scale();
        }
        return point < 0 ? 0 : end(token) - point - 1;
    }

    /** The text of a number is 1–3 digits, a point and three digits: thousands, unless a scale word follows. */
    boolean isThousandsOrDecimals(int token) {
        return decimals(token) == 3 && chars[values[token]] == '.' && first(token) != '0';
    }

    /** Whether a number has a decimal comma, which is believed only before a scale word. */
    boolean hasDecimalComma(int token) {
        return decimals(token) > 0 && chars[values[token]] == ',';
    }

    /** The value of a number if it is whole and of at most 15 characters, else -1. */
    long whole(int token) {
        return wholes[token];
    }

    /** The value of a number. */
    BigDecimal number(int token) {
        int point = values[token];
        boolean mixed = is(token, TokenType.MIXED);
        int end = mixed ? point : end(token);
        char[] plain = new char[end - start(token)];
        int count = 0;
        for (int i = start(token); i < end; i++) {
            if (i == point) {
                plain[count++] = '.';
            } else if (Characters.isDigit(chars[i])) {
                plain[count++] = chars[i];
            }
        }
        BigDecimal number = new BigDecimal(plain, 0, count);
        return mixed ? number.add(Numeral.fraction(chars, point, end(token))) : number;
    }

    /** Why a token is no figure if it is in none. */
    Reason reason(int token) {
        return reasons[token];
    }

    void setReason(int token, Reason reason) {
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
