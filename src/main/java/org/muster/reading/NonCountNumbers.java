package org.muster.reading;

import org.muster.figure.Item;

/** Recognises numbers that are not counts: years, dates, calibres, shares, parts of names. */
final class NonCountNumbers {

    /** The length of the longest row of numbers with full stops, in tokens. */
    private static final int MOST_DOTTED = 12;

    private static final Traits SIZES = Traits.of(PhraseKind.UNIT, PhraseKind.CALIBRE, PhraseKind.PERCENT);

    /** What a text with a date or a year contains: a phrase or a number of four digits. */
    private static final Traits DATES = Traits.of(PhraseKind.MONTH, PhraseKind.YEAR, TokenType.YEAR);

    /** What joins numbers with full stops. */
    private static final Traits DOTTED_JOINS = Amount.RANGE_JOINS.and(TokenType.SLASH, TokenType.COMMA, PhraseKind.AND);

    /** What follows a share. */
    private static final Traits AFTER_SHARE = TokenType.OTHER_WORDS.and(PhraseKind.PREPOSITION, PhraseKind.SUBSET);

    private final Tokens tokens;
    private final boolean hasDates;
    /** The last token that was part of a date. */
    private int date = -2;

    NonCountNumbers(Tokens tokens) {
        this.tokens = tokens;
        hasDates = tokens.has(DATES);
    }

    /** Returns whether a number is part of a name (Type 95), or follows a sign that no count has. */
    boolean isName(int number) {
        if (tokens.is(number - 1, PhraseKind.LABEL)) {
            return true;
        }
        if (!tokens.is(number, TokenType.NUMBERS) || !tokens.isGlued(number - 1, number)) {
            return false;
        }
        boolean plus = tokens.first(number - 1) == '+' && !tokens.is(number - 2, TokenType.DIGITS);
        boolean minus = tokens.is(number - 1, TokenType.DASH)
                && tokens.first(number - 1) != '—'
                && number == 1
                && tokens.size() == 2;
        return plus || minus;
    }

    /**
     * Returns the token after numbers with a full stop that are the days of a date or the numbers of units, as some
     * languages write them: 8. Armee, 3. und 4. Division, 1.–3. Juli. -1 for others.
     */
    int dottedEnd(int first) {
        int i = first;
        while (i - first < MOST_DOTTED && isDotted(i)) {
            i += 2;
            boolean unit = isUnits(i) && !Character.isLowerCase(tokens.first(i));
            if (unit || tokens.is(i, PhraseKind.MONTH)) {
                date = unit ? date : i;
                tokens.setReasons(first, unit ? i : i + 1, unit ? Reason.ORDINAL : Reason.DATE);
                return unit ? i : i + 1;
            }
            if (tokens.is(i, DOTTED_JOINS)) {
                i++;
            }
        }
        return -1;
    }

    private boolean isDotted(int token) {
        return tokens.is(token, TokenType.WHOLES)
                && tokens.length(token) <= 3
                && tokens.is(token + 1, TokenType.STOP)
                && tokens.first(token + 1) == '.'
                && tokens.isGlued(token, token + 1);
    }

    /** Returns the token after a number that makes an ordinal with what is attached to it, or -1. */
    int ordinalEnd(int number, int next) {
        if (!tokens.is(next, PhraseKind.ORDINAL) || !tokens.isGlued(next - 1, next)) {
            return -1;
        }
        tokens.setReasons(number, next + 1, Reason.ORDINAL);
        return next + 1;
    }

    /**
     * Returns the token after numbers joined by a chain of dashes, as in 2011-09-13 or a book number, which are not a
     * range; or -1.
     */
    int chainEnd(int first, int join) {
        int i = join;
        while (joinsRange(i) && tokens.is(i + 1, TokenType.DIGITS)) {
            i += 2;
        }
        tokens.setReasons(first, i, Reason.DATE);
        return i;
    }

    /** Returns the token after the slashes of a fraction or a date that continue a number, or -1. */
    int slashEnd(int first, int next) {
        if (!tokens.is(next, TokenType.SLASH) || !tokens.is(next + 1, TokenType.DIGITS)) {
            return -1;
        }
        if (isShare(first, next)) {
            tokens.setReasons(first, next + 2, Reason.PERCENTAGE);
            return next + 2;
        }
        if (tokens.first(next) == '⁄') {
            tokens.setReasons(first, next + 2, Reason.UNREADABLE);
            return next + 2;
        }
        if (tokens.is(next + 2, TokenType.SLASH) && tokens.is(next + 3, TokenType.DIGITS)) {
            tokens.setReasons(first, next + 4, Reason.DATE);
            return next + 4;
        }
        return -1;
    }

    /** Returns whether a slash separates the digits of a share: 3/4 of the men. */
    private boolean isShare(int first, int slash) {
        return slash == first + 1
                && tokens.length(first) == 1
                && tokens.length(slash + 1) == 1
                && tokens.first(first) < tokens.first(slash + 1)
                && tokens.first(slash + 1) <= '5'
                && tokens.isGlued(first, slash)
                && tokens.isGlued(slash, slash + 1)
                && (tokens.is(slash + 2, AFTER_SHARE) || isUnits(slash + 2));
    }

    /** Returns the token after numbers that are a size or a share, or -1. */
    int sizeEnd(int first, int next) {
        if (!tokens.is(next, SIZES) || tokens.isLetterForState(next)) {
            return -1;
        }
        Reason reason = tokens.is(next, PhraseKind.PERCENT)
                ? Reason.PERCENTAGE
                : tokens.is(next, PhraseKind.CALIBRE) ? Reason.CALIBRE : Reason.MEASUREMENT;
        tokens.setReasons(first, next + 1, reason);
        return next + 1;
    }

    /** Returns the token after numbers that are a date or a year, or -1. */
    int dateEnd(int first, int next, Amount low, Amount high, int passage, MeasureWords words) {
        int length = tokens.length(first);
        if (!hasDates || length > 4 || length == 3) {
            return -1;
        }
        boolean alone = words.item.isOpen() && words.state.isOpen();
        if (isDate(first, next, alone)) {
            date = next - 1;
            boolean year = tokens.length(first) == 4 && !isMonth(first - 1);
            tokens.setReasons(isMonth(first - 1) ? first - 1 : first, next, year ? Reason.YEAR : Reason.DATE);
            if (isMonth(next)) {
                tokens.setReason(next, Reason.DATE);
            }
            return next;
        }
        if (alone
                && words.end == next
                && isAside(first, next, passage)
                && isYear(first, low)
                && isYear(next - 1, high)) {
            tokens.setReasons(first, next, Reason.YEAR);
            return next;
        }
        return -1;
    }

    private boolean isYear(int token, Amount amount) {
        if (!amount.digits() || !tokens.is(token, TokenType.WHOLES)) {
            return false;
        }
        return tokens.length(token) == 2 ? tokens.is(token - 1, TokenType.DASH) : tokens.is(token, TokenType.YEAR);
    }

    /**
     * Returns whether numbers are in brackets or before a colon, alone or after a name: (1812), (Smith, 1983), 1943:
     * 50,000.
     */
    private boolean isAside(int first, int next, int passage) {
        int before = first - 1;
        boolean closed = tokens.is(next, TokenType.CLOSE);
        if (closed && tokens.is(before, TokenType.COMMA)) {
            before--;
        }
        if (closed) {
            return tokens.is(before, TokenType.OPEN)
                    || (tokens.is(before, TokenType.NAME) && tokens.is(before - 1, TokenType.OPEN));
        }
        return tokens.is(next, TokenType.COLON)
                && next + 1 < tokens.size()
                && (first == passage || (before == passage && tokens.is(before, TokenType.NAME)));
    }

    /**
     * Returns whether the numbers from a token on are days next to a month, or a year after a word that precedes years.
     */
    private boolean isDate(int first, int next, boolean alone) {
        if (!tokens.is(first, TokenType.NUMBERS)) {
            return false;
        }
        int length = tokens.length(first);
        if (length <= 2) {
            return isMonth(first - 1) || isMonth(next);
        }
        return length == 4
                && alone
                && tokens.decimals(first) == 0
                && (isMonth(first - 1)
                        || tokens.is(first - 1, PhraseKind.YEAR)
                        || (tokens.is(first - 1, TokenType.COMMA) && date == first - 2));
    }

    /** Returns whether a token is a month. Months are written with a capital, unlike the verbs may and march. */
    private boolean isMonth(int token) {
        return tokens.is(token, PhraseKind.MONTH)
                && (!Character.isLowerCase(tokens.first(token)) || tokens.is(token, PhraseKind.YEAR));
    }

    private boolean joinsRange(int token) {
        return tokens.is(token, Amount.RANGE_JOINS);
    }

    private boolean isUnits(int token) {
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isUnits);
    }
}
