package org.muster.reading;

import java.math.BigDecimal;

/**
 * The range in which a number lies, as written behind it or behind what it counts: 1,200 (950–1,600), 15 dead (95% CI 10–20).
 *
 * @param low the lower end
 * @param high the upper end
 * @param start the bracket, or the comma, before it
 * @param next the token behind it
 */
record Limits(BigDecimal low, BigDecimal high, int start, int next) {

    static final Limits NONE = new Limits(BigDecimal.ZERO, BigDecimal.ZERO, -1, -1);

    /** How many words may part a number from its limits, and how many tokens may say what kind of range it is. */
    private static final int MOST_BEFORE = 6;

    private static final int LONGEST = 8;

    /** What a text has that gives limits. */
    private static final Traits SIGNS = Traits.of(TokenType.OPEN, PhraseKind.PERCENT);

    private static final Traits STATED = Traits.of(PhraseKind.PERCENT);
    private static final Traits MARKS = Traits.of(
            TokenType.COMMA,
            TokenType.COLON,
            TokenType.DASH,
            PhraseKind.RANGE,
            PhraseKind.OF,
            PhraseKind.BETWEEN,
            PhraseKind.PERCENT);
    private static final Traits JOINS = Amount.RANGE_JOINS.and(PhraseKind.AND, TokenType.COMMA);

    boolean exists() {
        return next >= 0;
    }

    /** Whether a text has what limits are made of. */
    static boolean mayBeIn(Tokens tokens) {
        return tokens.has(SIGNS) && (tokens.has(Amount.RANGE_JOINS) || tokens.has(Role.LIMITS));
    }

    /** Returns the limits of a number that stand behind it, or behind what it counts; or {@link #NONE}. */
    static Limits behind(Tokens tokens, int behind, Amount number) {
        int start = behind;
        while (start - behind < MOST_BEFORE && tokens.isWord(start)) {
            start++;
        }
        boolean bracket = tokens.is(start, TokenType.OPEN);
        if (!(bracket || tokens.is(start, TokenType.COMMA) || tokens.isSemicolon(start))) {
            return NONE;
        }
        if (tokens.has(behind, start, Amount.FIRST_WORDS)) {
            return NONE; // 15 killed and two hurt (1–5)
        }
        int first = pastKind(tokens, start + 1);
        boolean stated = isStated(tokens, start + 1, first, bracket);
        boolean mayBe = tokens.is(first, TokenType.NUMBERS)
                && (bracket || stated)
                && (tokens.is(first + 1, JOINS) || tokens.is(first + 2, JOINS)); // 3.5 million–
        if (!mayBe) {
            return NONE;
        }
        Amount low = Amount.at(tokens, first, true);
        Amount high = tokens.is(low.next(), JOINS) ? Amount.at(tokens, low.next() + 1, false) : Amount.NONE;
        boolean years = tokens.is(first, TokenType.YEAR) && tokens.is(low.next() + 1, TokenType.YEAR) && !stated;
        if (!high.exists() || years || tokens.is(high.next(), STATED)) {
            return NONE; // 1,916 dead (1914–1918), lost 15 (10–20%)
        }
        int end = high.next();
        if (bracket) {
            end = pastKind(tokens, high.next());
            stated |= isStated(tokens, high.next(), end, true);
        }
        boolean range = stated || (first == start + 1 && end == high.next() && tokens.joinsRange(low.next()));
        if (!range || (bracket && !tokens.is(end, TokenType.CLOSE))) {
            return NONE;
        }
        BigDecimal lower = low.before(high).value();
        boolean spans = number.value().compareTo(lower) >= 0
                && number.value().compareTo(high.value()) <= 0
                && lower.compareTo(high.value()) < 0;
        return spans ? new Limits(lower, high.value(), start, bracket ? end + 1 : end) : NONE;
    }

    /** Past words that say what kind of range it is: 95% CI:, range of. */
    private static int pastKind(Tokens tokens, int from) {
        int i = from;
        while (i - from < LONGEST) {
            int percent = tokens.is(i + 1, TokenType.DASH) ? i + 2 : i + 1;
            if (tokens.is(i, TokenType.NUMBERS) && tokens.is(percent, STATED)) {
                i = percent + 1;
            } else if (tokens.is(i, MARKS) || tokens.isSemicolon(i) || tokens.isShortWord(i) || isKind(tokens, i)) {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Whether words, or in a bracket a percentage that is no share, say that a range is one that a number lies in. */
    private static boolean isStated(Tokens tokens, int from, int to, boolean bracket) {
        boolean stated = false;
        for (int i = from; i < to && !stated; i++) {
            stated = isKind(tokens, i)
                    || (bracket && tokens.is(i, STATED) && !tokens.is(i + 1, PhraseKind.OF)); // not 5% of 15–30
        }
        return stated;
    }

    /** Whether a word says what kind of range it is: CI, also with its level in one: CI95. */
    private static boolean isKind(Tokens tokens, int word) {
        boolean level = tokens.is(word, TokenType.NAME) && Characters.isDigit(tokens.chars()[tokens.end(word) - 1]);
        return tokens.isRole(word, Role.LIMITS) || (level && tokens.startsInRole(word, Role.LIMITS));
    }
}
