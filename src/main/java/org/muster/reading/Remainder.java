package org.muster.reading;

import java.math.BigDecimal;

/**
 * What touches a number and cannot be made part of it: another number, a fraction, a scale word. No figure is ever the
 * tail, or the head, of something longer: two 300, 12 500 00, half 300, a third of a million.
 */
final class Remainder {

    /** The longest row that is set aside at once. */
    private static final int MOST = 12;

    /** How many numbers make a row of a table. */
    private static final int COLUMNS = 3;

    private static final Traits OTHER_MEANINGS = Traits.of(PhraseKind.LETTER, PhraseKind.UNIT, PhraseKind.MONTH);
    private static final Traits NAMES_OF_SIZES =
            Traits.of(PhraseKind.CALIBRE, PhraseKind.UNIT, PhraseKind.PERCENT, PhraseKind.ORDINAL, PhraseKind.MONTH);

    /** Numbers of digits, groups and decimals alone. */
    private static final Traits PLAIN = TokenType.WHOLES.and(TokenType.NUMBER);

    /** What may touch a number behind it. */
    private static final Traits TOUCHES = TokenType.DIGITS
            .and(TokenType.OTHER_WORDS)
            .and(PhraseKind.NUMBER_WORDS)
            .and(
                    TokenType.COMMA,
                    TokenType.DASH,
                    PhraseKind.ARTICLE,
                    PhraseKind.AND,
                    PhraseKind.WORDS,
                    PhraseKind.PERCENT);

    /** What a number may go on with. */
    private static final Traits GOES_ON =
            TokenType.DIGITS.and(PhraseKind.NUMBER_WORDS).and(TokenType.DASH, PhraseKind.ARTICLE, PhraseKind.AND);

    /** What goes on with a number at a hyphen. */
    private static final Traits JOINED_BY_HYPHENS = PhraseKind.NUMBER_WORDS.and(PhraseKind.ARTICLE, PhraseKind.AND);

    /** What a row of numbers ends before, since they count nothing that is named behind them. */
    private static final Traits AFTER_ROW =
            TokenType.MARKS.and(TokenType.NONE, TokenType.NAME, TokenType.UNREADABLE, PhraseKind.PREPOSITION);

    private Remainder() {}

    /** Past a number and all that touches it, if something does that is no part of it; else -1. */
    static int end(Tokens tokens, int start, Amount low, Amount high) {
        if (isBefore(tokens, start) || isAfter(tokens, high.next(), high)) {
            int next = tokens.is(high.next(), PhraseKind.AND) ? high.next() + 1 : high.next();
            return Math.max(high.next(), runEnd(tokens, next));
        }
        return -1;
    }

    /** Past all numbers in a row. */
    static int runEnd(Tokens tokens, int from) {
        int i = from;
        while (i - from < MOST && (isNumber(tokens, i) || joins(tokens, i))) {
            i++;
        }
        return i;
    }

    /** Whether what stands before the first token of a number touches it and is in no figure or date. */
    private static boolean isBefore(Tokens tokens, int start) {
        int before = start - 1;
        if (!tokens.is(before, TOUCHES)) {
            return false;
        }
        boolean scale = tokens.is(start, PhraseKind.ARTICLE) || tokens.is(start, PhraseKind.BARE);
        if (tokens.is(before, TokenType.DIGITS)) {
            if (tokens.is(start, TokenType.NUMBERS) && isSeparate(tokens, before, start)) {
                return false;
            }
            Reason reason = tokens.reason(before);
            return reason == Reason.UNREADABLE || (scale && reason != Reason.YEAR && reason != Reason.DATE);
        }
        if (tokens.is(before, PhraseKind.PERCENT)) {
            return scale;
        }
        if (scale && tokens.is(before, TokenType.OTHER_WORDS)) {
            return Characters.isDigit(tokens.chars()[tokens.end(before) - 1]); // N2.3 million
        }
        boolean group =
                tokens.is(before, TokenType.COMMA) && tokens.isGlued(before, start) && tokens.length(start) == 3;
        int last = group ? before - 1 : before; // two ,100
        if (tokens.is(last, TokenType.DASH) && tokens.isGlued(last - 1, last)) {
            last--;
        }
        if (tokens.is(last, PhraseKind.ARTICLE)) {
            last--; // half a 300
        }
        boolean fraction = tokens.is(start, PhraseKind.FRACTION) && tokens.is(before, PhraseKind.AND);
        if (fraction) {
            last--; // one and three fifths of a million
        }
        return isNumber(tokens, last) || (tokens.is(last, PhraseKind.WORDS) && isWordForScale(tokens, last));
    }

    /** Whether a vague word is made of one that multiplies: several thousand, hundreds of. */
    private static boolean isWordForScale(Tokens tokens, int token) {
        char[] chars = tokens.chars();
        int last = tokens.end(token);
        while (last > tokens.start(token) && Characters.isLetter(chars[last - 1])) {
            last--;
        }
        Vocabulary.Match found = tokens.vocabulary().longestAt(chars, last);
        return last > tokens.start(token) && found != null && found.phrase().is(PhraseKind.SCALE);
    }

    private static boolean isAfter(Tokens tokens, int next, Amount amount) {
        if (!tokens.is(next, GOES_ON)) {
            return false;
        }
        if (tokens.is(next, PhraseKind.AND) && amount.isScaled() && isNumber(tokens, next + 1)) {
            Amount more = Amount.at(tokens, next + 1, false); // three hundred and 5; but two million and 3 million
            boolean parts = !amount.digits() && !more.digits() && amount.scale().compareTo(more.scale()) != 0;
            return more.exists() && (parts || amount.scale().compareTo(more.value()) > 0);
        }
        if (tokens.is(next, TokenType.NUMBERS) && tokens.is(next - 1, TokenType.NUMBERS)) {
            return isNumber(tokens, next) && !isSeparate(tokens, next - 1, next);
        }
        boolean hyphen = tokens.is(next, TokenType.DASH)
                && tokens.isGlued(next - 1, next)
                && tokens.isGlued(next, next + 1)
                && tokens.is(next + 1, PhraseKind.NUMBER_WORDS);
        return isNumber(tokens, hyphen ? next + 1 : next);
    }

    /** Whether two numbers in a row are two, as columns of a table are: commas part the groups of the first, or both are long. */
    private static boolean isSeparate(Tokens tokens, int one, int other) {
        boolean plain = tokens.is(one, PLAIN) && tokens.is(other, PLAIN);
        boolean fraction = tokens.length(other) == 1 && tokens.is(other + 1, TokenType.SLASH);
        if (!plain || fraction) {
            return false;
        }
        boolean commas = hasCommas(tokens, one) || (hasCommas(tokens, other) && tokens.first(one) != '0');
        boolean grouped = commas && tokens.first(other) != '0';
        boolean four = tokens.length(other) > 3 && !tokens.hasGroups(other) && tokens.first(one) != '0';
        return grouped
                || (isLong(tokens, one) && isLong(tokens, other))
                || (four && tokens.is(other + 1, AFTER_ROW)) // 217 3044
                || isRow(tokens, one, other);
    }

    private static boolean hasCommas(Tokens tokens, int number) {
        return tokens.hasGroups(number) && !tokens.isSpaced(number);
    }

    /** Whether two numbers stand in a row of at least three whole ones, as the columns of a table do: 12 48 3 63. */
    private static boolean isRow(Tokens tokens, int one, int other) {
        int first = one;
        while (one - first < MOST && isColumn(tokens, first - 1)) {
            first--;
        }
        int end = other;
        while (end - other < MOST && isColumn(tokens, end)) {
            end++;
        }
        boolean alone = tokens.is(end, AFTER_ROW) && isColumn(tokens, one) && isColumn(tokens, other);
        return alone && end - first >= COLUMNS;
    }

    private static boolean isColumn(Tokens tokens, int token) {
        return tokens.is(token, TokenType.WHOLES)
                && (tokens.first(token) != '0' || tokens.length(token) == 1)
                && !tokens.is(token + 1, NAMES_OF_SIZES)
                && !tokens.is(token + 1, PhraseKind.SCALE);
    }

    private static boolean isLong(Tokens tokens, int token) {
        return tokens.hasGroups(token) || tokens.length(token) > 3;
    }

    /** Whether a token is a number, or can be made one of: not the size of a gun, a letter, or half of an adjective. */
    private static boolean isNumber(Tokens tokens, int token) {
        if (tokens.is(token, TokenType.DIGITS)) {
            return tokens.reason(token) == Reason.UNREADABLE
                    && !tokens.is(token + 1, NAMES_OF_SIZES)
                    && !(tokens.is(token + 1, TokenType.DASH) && tokens.is(token + 2, PhraseKind.CALIBRE));
        }
        if (tokens.is(token, PhraseKind.ARTICLE) && tokens.is(token + 1, PhraseKind.SCALE)) {
            return !tokens.is(token + 1, OTHER_MEANINGS);
        }
        if (!tokens.is(token, PhraseKind.NUMBER_WORDS) || tokens.isForeign(token) || tokens.is(token, OTHER_MEANINGS)) {
            return false;
        }
        boolean none = tokens.is(token, PhraseKind.NUMBER)
                && tokens.phrase(token).number().compareTo(BigDecimal.ZERO) == 0;
        return !none && !tokens.is(token + 1, NAMES_OF_SIZES) && !isHalfOfAdjective(tokens, token);
    }

    private static boolean isHalfOfAdjective(Tokens tokens, int token) {
        return tokens.is(token + 1, TokenType.DASH)
                && tokens.isGlued(token, token + 1)
                && tokens.isGlued(token + 1, token + 2)
                && !tokens.is(token + 2, JOINED_BY_HYPHENS)
                && (tokens.is(token + 2, TokenType.OTHER_WORDS) || tokens.is(token + 2, TokenType.PHRASE));
    }

    private static boolean joins(Tokens tokens, int token) {
        if (tokens.is(token, PhraseKind.AND)) {
            return isNumber(tokens, token - 1) && isNumber(tokens, token + 1);
        }
        boolean mark = tokens.is(token, TokenType.SLASH) || tokens.is(token, TokenType.DASH);
        return mark && tokens.isGlued(token - 1, token) && isNumber(tokens, token + 1);
    }
}
